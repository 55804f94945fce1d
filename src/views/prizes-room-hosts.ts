/** Of `/wow prizes`, what hosts see: the catalogue and the budgets. A form has 100 blocks, so lists end in a choice. */
import type { KnownBlock } from '@slack/types'
import { unlessNothing } from '../domain/budget.ts'
import type { Prize } from '../domain/prize.ts'
import type { PrizesRoom, ShownBudget } from '../domain/shown-prizes.ts'
import { sayLimits } from './allowance.ts'
import { button, menu, row, select, withButton } from './controls.ts'
import { actions, blockAbout, menuValue } from './ids.ts'
import { bold, bullets, context, cut, lines, words } from './kit.ts'
import type { Look } from './look.ts'
import { prizeTitle, worth } from './prize-parts.ts'
import { budgetLines } from './prizes-room-own.ts'

/** How many stand in the list by themselves. */
const PRIZES = 15
const RETIRED = 10
const BUDGETS = 12

export function cataloguePart({ catalogue, currency }: PrizesRoom, look: Look): KnownBlock[] {
  const { prizes: s } = look.w
  const offered = catalogue.filter(({ retiredAt }) => retiredAt === undefined)
  const retired = catalogue.filter(({ retiredAt }) => retiredAt !== undefined)
  return [
    ...lines([bold(s.catalogue)]),
    ...(offered.length === 0 ? [context(s.catalogueNone)] : []),
    ...offered.slice(0, PRIZES).map((prize) => prizePart(prize, currency, look)),
    ...rest(offered.slice(PRIZES), actions.prizeEdit, s.more, look),
    row([button(s.add, actions.prizeAdd, 'prizes', { style: 'primary' })]),
    ...(retired.length === 0 ? [] : lines([bold(s.retired)])),
    ...retired
      .slice(0, RETIRED)
      .map((prize) =>
        withButton(
          prizeTitle(prize, look.w),
          button(s.bringBack, actions.prizeBringBack, prize.id),
          blockAbout('retired', prize.id),
        ),
      ),
    ...rest(retired.slice(RETIRED), actions.prizeBringBack, s.moreRetired, look),
  ]
}

/** `A voucher · gift · £50 · 3 left · with a photo`, and what can be done with it. */
function prizePart(prize: Prize, currency: string, { w }: Look): KnownBlock {
  const { prizes: s } = w
  const facts = [
    s.kinds[prize.kind],
    worth(prize.cost, currency, w) ?? s.costsNothing,
    ...(prize.stock === undefined ? [] : [s.stock(prize.stock)]),
    ...(prize.hasPhoto ? [s.withPhoto] : []),
  ]
  const line = [prizeTitle(prize, w), ...facts].join(' · ')
  const choices = menu(actions.prizeMenu, [
    { text: s.edit, value: menuValue('edit', prize.id) },
    { text: s.retire, value: menuValue('retire', prize.id) },
  ])
  return withButton(line, choices, blockAbout('prize', prize.id))
}

/** What does not fit into the list can be chosen all the same. */
function rest(
  prizes: readonly Prize[],
  action: string,
  say: (count: number) => string,
  { w }: Look,
): KnownBlock[] {
  if (prizes.length === 0) return []
  const choices = prizes.map((prize) => ({ value: prize.id, text: prizeTitle(prize, w) }))
  return [row([select(choices, undefined, { action, placeholder: say(prizes.length) })])]
}

export function budgetsPart(room: PrizesRoom, look: Look): KnownBlock[] {
  const { prizes: s } = look.w
  const { period, managerBudget, currency, workspace, budgets } = room
  const each = unlessNothing(managerBudget)
  const said = each && sayLimits({ moneyMinor: each.moneyMinor, halfDays: each.halfDays }, currency, look.w)
  return [
    ...lines([bold(s.budgets(period))]),
    context(said ? s.budgetsHint(said) : s.budgetsNone),
    ...(workspace ? [...lines([words(s.everybody)]), ...bullets(budgetLines(workspace, room, look))] : []),
    ...budgets.slice(0, BUDGETS).flatMap((budget) => budgetPart(budget, room, look)),
    ...(budgets.length > BUDGETS ? [context(s.moreBudgets(budgets.length - BUDGETS))] : []),
    row([
      button(s.addBudget, actions.budgetAdd, 'prizes'),
      button(s.settings, actions.prizesSettings, 'prizes'),
    ]),
  ]
}

function budgetPart(budget: ShownBudget, room: PrizesRoom, look: Look): KnownBlock[] {
  const { prizes: s } = look.w
  const { id = '', name = '' } = budget.person ?? {}
  const title = budget.isOwn ? `${cut(name, 80)} · ${s.ownBudget}` : cut(name, 80)
  return [
    withButton(title, button(s.editBudget, actions.budgetEdit, id), blockAbout('budget', id)),
    ...bullets(budgetLines(budget, room, look)),
  ]
}
