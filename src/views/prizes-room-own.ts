/** Of `/wow prizes`, what a manager sees: what they have left, and what became of what they gave. */
import type { KnownBlock } from '@slack/types'
import { unlessNothing } from '../domain/budget.ts'
import type { PrizesRoom, ShownAward, ShownBudget, ShownShare } from '../domain/shown-prizes.ts'
import { excerpt } from '../domain/text.ts'
import { sayDays } from './allowance.ts'
import { giftFor, peopleIn } from './award-facts.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { bold, bullets, context, type Line, lines, words } from './kit.ts'
import type { Look } from './look.ts'
import { capitalized } from './prize-parts.ts'

export function ownPart(room: PrizesRoom, look: Look): KnownBlock[] {
  const { prizes: s } = look.w
  return [
    ...lines([bold(s.own(room.period))]),
    ...bullets(
      room.own && hasBudget(room, room.own) ? budgetLines(room.own, room, look) : [[words(s.notSaid)]],
    ),
    ...lines([bold(s.given)]),
    ...(room.given.length === 0 ? [context(s.givenNone)] : givenPart(room.given, look)),
  ]
}

const hasBudget = ({ managerBudget }: PrizesRoom, { isOwn }: ShownBudget): boolean =>
  isOwn || unlessNothing(managerBudget) !== undefined

/** `Money: £50 left of £100 (£30 promised, £20 handed over)`, and the same of days off. */
export function budgetLines(
  { limits, left, used }: ShownBudget,
  { currency }: Pick<PrizesRoom, 'currency'>,
  { w }: Look,
): Line[] {
  const money = (minor: number) => w.money({ minor, currency })
  const days = (halfDays: number) => sayDays(halfDays, w)
  return [
    budgetLine(
      w.prizes.money,
      limits.moneyMinor,
      left.moneyMinor,
      [used.reservedMinor, used.spentMinor],
      money,
      w,
    ),
    budgetLine(
      w.prizes.days,
      limits.halfDays,
      left.halfDays,
      [used.reservedHalfDays, used.spentHalfDays],
      days,
      w,
    ),
  ]
}

function budgetLine(
  name: string,
  limit: number | undefined,
  left: number | undefined,
  [reserved, spent]: readonly [number, number],
  say: (amount: number) => string,
  { prizes: s }: Look['w'],
): Line {
  const what = limit === undefined || left === undefined ? s.noLimit : s.left(say(left), say(limit))
  const taken = reserved + spent > 0 ? ` (${s.used(say(reserved), say(spent))})` : ''
  return [bold(`${name}: `), words(`${what}${taken}`)]
}

/** The newest first; what waits for approval can be taken back. */
function givenPart(given: readonly ShownAward[], look: Look): KnownBlock[] {
  const { awardParts } = look.w
  return given.flatMap((award) => [
    ...bullets([givenLine(award, look)]),
    ...(award.shares.some(({ state }) => state === 'waiting')
      ? [row([button(awardParts.takeBack, actions.awardCancel, award.id)])]
      : []),
  ])
}

function givenLine(award: ShownAward, look: Look): Line {
  const { w } = look
  const when = w.prizes.on(w.day(award.awardedOn))
  return [
    words(`${capitalized(giftFor(award, award.shares, look))}, ${when} — `),
    bold(statesOf(award, look)),
  ]
}

/** Where it stands; by person, where that differs. */
function statesOf(award: ShownAward, look: Look): string {
  const byState = Map.groupBy(award.shares, (share) => stateOf(share, award, look))
  const states = [...byState.keys()]
  if (states.length === 1) return states.join()
  return [...byState]
    .map(([state, shares]) => look.w.prizes.stateOf(peopleIn(shares, look), state))
    .join('; ')
}

function stateOf(
  { state, ended }: ShownShare,
  { approvers }: ShownAward,
  { w: { prizes: s } }: Look,
): string {
  const reason = ended?.note === undefined ? s.unsaid : excerpt(ended.note, 150)
  if (state === 'waiting') return s.states.waiting(approvers.map(({ name }) => name))
  return state === 'declined' || state === 'cancelled' ? s.states[state](reason) : s.states[state]
}
