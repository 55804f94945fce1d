import { type Allowance, type Limits, unlessNothing } from '../domain/budget.ts'
import type { CaptureChannel } from '../domain/capture-channel.ts'
import { prizeKinds } from '../domain/prize.ts'
import type { Named, SettingChange } from '../domain/shown.ts'
import type { Weekday } from '../domain/time.ts'
import { isPeriod, sayLimits } from './allowance.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { bold, bullets, channel, cut, type Inline, type Line, lines, listOf, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'

export type SetupChange = {
  readonly by: Named
  readonly changes: readonly SettingChange[]
  /** ISO 4217, after the change. */
  readonly currency: string
}

/** To hosts: what somebody changed, from what to what. */
export function setupChanged(
  { by, changes, currency }: SetupChange,
  nameOf: (personId: string) => string,
  look: Look,
): Message {
  const { setupChanged: s } = look.w
  // Amounts before it were in the currency before it.
  const before = String(changes.find(({ key }) => key === 'currency')?.from ?? currency)
  const told = changes.slice(0, 20).map(({ key, from, to }) => ({
    name: nameFor(key, nameOf, look),
    from: sayValue(key, from, { nameOf, currency: before }, look),
    to: sayValue(key, to, { nameOf, currency }, look),
  }))
  return {
    text: spoken(s.intro(by.name), ...told.map(({ name }) => `${name}.`)),
    blocks: [
      ...lines([words(s.intro(by.name))]),
      ...bullets(told.map(({ name, from, to }): Line => [bold(`${name}: `), from, words(' → '), to])),
      row([changes.every(isInTheList) ? prizesButton(look) : button(s.open, actions.setupOpen, 'changed')]),
    ],
  }
}

/** What is set in `/wow prizes`; the others are in the setup. */
const isInTheList = ({ key }: SettingChange): boolean => key.startsWith('budget ') || inTheList.includes(key)
const inTheList: readonly string[] = [
  ...['managerBudget', 'budgetPeriod', 'workspaceBudget', 'approvalAbove', 'amountsPublic', 'nextSteps'],
  ...['approvers', 'fulfillers'],
]

const prizesButton = ({ w }: Look) => button(w.homePrizes.open, actions.prizesOpen, 'changed')

/** A manager's own budget is recorded with whose it is. */
function nameFor(key: string, nameOf: (personId: string) => string, { w }: Look): string {
  const [what, personId] = key.split(' ')
  if (what === 'budget' && personId) return w.prizeChanges.budgetOf(cut(nameOf(personId), 80))
  return w.setupChanged.names[key] ?? cut(key, 80)
}

type Context = { readonly nameOf: (personId: string) => string; readonly currency: string }

/** A recorded value as a host reads it: channels as channels, people by name, amounts as money, yes and no as on and off. */
function sayValue(key: string, value: unknown, context: Context, look: Look): Inline[] {
  const { setupChanged: s, setup, prizeChanges } = look.w
  if (typeof value === 'boolean') return [words(value ? s.on : s.off)]
  const said = sayPrizeValue(key, value, context, look)
  if (said !== undefined) return [words(said)]
  const values = (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined && one !== null)
  if (values.length === 0 || values[0] === '') return [words(none[key] ? prizeChanges[none[key]] : s.nothing)]
  if (people.includes(key)) {
    const names = values.map((one) => cut(context.nameOf(String(one)), 80))
    return [words(look.w.listUpTo(names, MOST_NAMES))]
  }
  if (key === 'captures') return values.flatMap((one) => captureOf(one as CaptureChannel))
  const all = values.map((one): Inline => {
    if (key === 'celebrationChannel' || key === 'digestChannels' || key === 'triageChannel')
      return channel(String(one))
    if (key === 'managerGroup') return words(s.group)
    if (key === 'cheerEmoji') return words(one === 'any' ? s.anyEmoji : `:${one}:`)
    return words(days.includes(one) ? setup.weekdays[one as Weekday] : String(one))
  })
  return listOf(all, look.w)
}

/** `#support :star2: `, one after the other. */
const captureOf = ({ channel: id, story, letter }: CaptureChannel): Inline[] => [
  channel(id),
  words(` ${[...story, ...letter].map((name) => `:${name}:`).join(' ')} `),
]

const people: readonly string[] = ['hosts', 'managers', 'approvers', 'fulfillers']
const MOST_NAMES = 20
/** What it means that nobody is named. */
const none: Readonly<Record<string, 'hosts' | 'nobody'>> = { fulfillers: 'hosts', approvers: 'nobody' }
const days: readonly unknown[] = [1, 2, 3, 4, 5, 6, 7]

/** What is recorded of prizes as more than a word; `undefined` for everything else. */
function sayPrizeValue(key: string, value: unknown, { currency }: Context, { w }: Look): string | undefined {
  const { prizeChanges: s } = w
  if (key === 'budgetPeriod' && isPeriod(value)) return s.periods[value]
  if (key === 'nextSteps') return sayNextSteps(value, w)
  const limits = (value ?? {}) as Limits
  if (key === 'workspaceBudget') return sayLimits(limits, currency, w) ?? s.noLimit
  if (key === 'approvalAbove') return sayLimits(limits, currency, w) ?? s.nothingWaits
  if (key === 'managerBudget') return sayAllowance(value, currency, w) ?? w.setupChanged.nothing
  if (!key.startsWith('budget ')) return undefined
  return value ? (sayAllowance(value, currency, w) ?? w.setupChanged.nothing) : s.ofEveryManager
}

function sayAllowance(value: unknown, currency: string, w: Look['w']): string | undefined {
  const allowance = unlessNothing((value ?? undefined) as Allowance | undefined)
  return allowance && sayLimits(allowance, currency, w)
}

function sayNextSteps(value: unknown, { prizeChanges: s, prizeSettingsForm }: Look['w']): string {
  const texts = (value ?? {}) as Readonly<Record<string, string | undefined>>
  const said = prizeKinds.flatMap((kind) => {
    const text = texts[kind]
    return text === undefined ? [] : [s.nextStep(prizeSettingsForm.nextSteps[kind], cut(text, 120))]
  })
  return said.length === 0 ? s.ownWords : said.join('; ')
}
