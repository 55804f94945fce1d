import type { Allowance, BudgetPeriod, Limits } from './budget.ts'
import type { CaptureChannel } from './capture-channel.ts'
import { type CheerEmoji, emojiNamesIn, isEmojiName, neverCheers } from './cheer.ts'
import { readHalfDays } from './days-off.ts'
import { inCurrency, isCurrency, readAmount } from './money.ts'
import type { PrizeKind } from './prize.ts'
import { Problem, throwAny } from './problem.ts'
import { isZone, type TimeOfDay, type Weekday, type Zone } from './time.ts'

/** What a host decides for the workspace. Channels are opaque ids. Hosts and managers are roles, see `role.ts`. */
export type Settings = {
  /** Absent until the workspace is set up. */
  readonly celebrationChannel?: string | undefined
  /** Empty: the celebration channel. */
  readonly digestChannels: readonly string[]
  readonly digestDay: Weekday
  readonly digestTime: TimeOfDay
  readonly zone: Zone
  readonly workingDays: readonly Weekday[]
  /** Off: no totals per person anywhere. */
  readonly boards: boolean
  readonly cheerEmoji: CheerEmoji
  /** ISO 4217: one for all prizes and budgets. */
  readonly currency: string
  /** What a manager may give in a period. Absent: nobody was asked yet. Absent or nothing: only what is free can be given. */
  readonly managerBudget?: Allowance | undefined
  readonly budgetPeriod: BudgetPeriod
  /** For all managers together. */
  readonly workspaceBudget: Limits
  /** An award that takes more than this waits for an approver. */
  readonly approvalAbove: Limits
  /** Whether everybody sees what a prize of money is worth. */
  readonly amountsPublic: boolean
  /** Where praise from other systems waits for somebody's say. Absent: hosts have not chosen one yet. */
  readonly triageChannel?: string | undefined
  /** What was rated below is not celebrated. Absent: everything is. */
  readonly minRating?: number | undefined
  /** Where a reaction asks whether to make a story of a message. Off until a host says so. */
  readonly captures: readonly CaptureChannel[]
  /** What a champion reads about what happens next; where absent, `wording/` says it. */
  readonly nextSteps: Readonly<Partial<Record<PrizeKind, string>>>
}

export function defaultSettings(zone: Zone): Settings {
  return {
    celebrationChannel: undefined,
    digestChannels: [],
    digestDay: 5,
    digestTime: '16:00',
    zone,
    workingDays: [1, 2, 3, 4, 5],
    boards: true,
    cheerEmoji: 'any',
    currency: 'EUR',
    budgetPeriod: 'month',
    workspaceBudget: {},
    approvalAbove: {},
    amountsPublic: false,
    captures: [],
    nextSteps: {},
  }
}

/** What a form answers; what is absent stays as it is. Days come as they were read, and may be anything. */
export type SettingsInput = {
  readonly celebrationChannel?: string | undefined
  readonly digestChannels?: readonly string[] | undefined
  readonly digestDay?: number | undefined
  readonly digestTime?: string | undefined
  readonly zone?: string | undefined
  readonly workingDays?: readonly number[] | undefined
  readonly boards?: boolean | undefined
  /** As typed, see `readCheerEmoji`. */
  readonly cheerEmoji?: string | undefined
  readonly currency?: string | undefined
  /** As typed: what a manager may give in a period. Both blank: nothing that costs. */
  readonly managerBudget?: TypedAllowance | undefined
}

/** Money and days, as typed. */
export type TypedAllowance = { readonly money?: string | undefined; readonly days?: string | undefined }

/**
 * The settings after the form. Throws `Problems`: `settings.celebration-channel-needed`, `settings.day-unknown` (on
 * `digestDay` or `workingDays`), `settings.time-unreadable`, `settings.zone-unknown`, `settings.working-days-needed`,
 * those of `readCheerEmoji`, `settings.currency-unknown`, and on `managerMoney` and `managerDays` those of `readAmount` and
 * `readHalfDays`. Whether Plaudit may post in a channel is not known here.
 */
export function changedSettings(current: Settings, input: SettingsInput): Settings {
  const problems: Problem[] = []
  const refuse = (key: string, field: keyof Settings) => problems.push(new Problem('invalid', key, field))
  const celebrationChannel = input.celebrationChannel ?? current.celebrationChannel
  if (!celebrationChannel) refuse('settings.celebration-channel-needed', 'celebrationChannel')
  const digestDay = input.digestDay ?? current.digestDay
  if (!isWeekday(digestDay)) refuse('settings.day-unknown', 'digestDay')
  const digestTime = input.digestTime ?? current.digestTime
  if (!isTimeOfDay(digestTime)) refuse('settings.time-unreadable', 'digestTime')
  const zone = input.zone ?? current.zone
  if (!isZone(zone)) refuse('settings.zone-unknown', 'zone')
  const workingDays = [...new Set(input.workingDays ?? current.workingDays)].sort()
  if (workingDays.length === 0) refuse('settings.working-days-needed', 'workingDays')
  if (!workingDays.every(isWeekday)) refuse('settings.day-unknown', 'workingDays')
  const cheerEmoji =
    input.cheerEmoji === undefined ? current.cheerEmoji : readCheerEmoji(input.cheerEmoji, problems)
  const currency = input.currency ?? current.currency
  if (!isCurrency(currency)) refuse('settings.currency-unknown', 'currency')
  const typedBudget =
    input.managerBudget && isCurrency(currency)
      ? readAllowance(input.managerBudget, currency, problems)
      : undefined
  throwAny(problems)
  const converted = ({ moneyMinor, ...days }: Limits): Limits => ({
    ...days,
    ...(moneyMinor === undefined ? {} : { moneyMinor: inCurrency(moneyMinor, current.currency, currency) }),
  })
  const kept = current.managerBudget
  const managerBudget =
    typedBudget ?? (kept && { ...kept, moneyMinor: inCurrency(kept.moneyMinor, current.currency, currency) })
  return {
    ...current,
    workspaceBudget: converted(current.workspaceBudget),
    approvalAbove: converted(current.approvalAbove),
    celebrationChannel,
    digestChannels: [...new Set(input.digestChannels ?? current.digestChannels)],
    digestDay: isWeekday(digestDay) ? digestDay : current.digestDay,
    digestTime,
    zone,
    workingDays: workingDays.filter(isWeekday),
    boards: input.boards ?? current.boards,
    cheerEmoji,
    currency,
    managerBudget,
  }
}

/** What every manager may give. Adds to `problems` on `managerMoney` and `managerDays`. */
export function readAllowance(typed: TypedAllowance, currency: string, problems: Problem[]): Allowance {
  const moneyMinor = readAmount(typed.money, currency, problems, { field: 'managerMoney' })
  const halfDays = readHalfDays(typed.days, problems, { field: 'managerDays' })
  return { moneyMinor: moneyMinor ?? 0, halfDays: halfDays ?? 0 }
}

export function isWeekday(day: number): day is Weekday {
  return Number.isInteger(day) && day >= 1 && day <= 7
}

/** `HH:MM`, to the minute. */
export function isTimeOfDay(text: string): text is TimeOfDay {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** How many emoji a list may hold. */
const MOST_EMOJI = 50

/**
 * ":tada: :heart:" or "tada, heart" as a list of normal names; nothing, or "any", is any. Adds to `problems`, on
 * `cheerEmoji`: `settings.emoji-unreadable {words}`, `settings.emoji-never-cheers {names}`,
 * `settings.emoji-too-many {max, count}`.
 */
export function readCheerEmoji(typed: string, problems: Problem[]): CheerEmoji {
  const names = emojiNamesIn(typed)
  if (names.length === 0 || (names.length === 1 && names[0] === 'any')) return 'any'
  const refuse = (key: string, details: Problem['details']) =>
    problems.push(new Problem('invalid', key, 'cheerEmoji', details))
  const unreadable = names.filter((name) => !isEmojiName(name))
  if (unreadable.length > 0) refuse('settings.emoji-unreadable', { words: unreadable })
  const unkind = names.filter(neverCheers)
  if (unkind.length > 0) refuse('settings.emoji-never-cheers', { names: unkind })
  if (names.length > MOST_EMOJI) refuse('settings.emoji-too-many', { max: MOST_EMOJI, count: names.length })
  return names
}

/** As a form shows it: `readCheerEmoji` reads it back. */
export function sayCheerEmoji(setting: CheerEmoji): string {
  return setting === 'any' ? '' : setting.map((name) => `:${name}:`).join(' ')
}

export type SettingChange = { readonly key: keyof Settings; readonly from: unknown; readonly to: unknown }

/** What is different, key by key. The order within a list is no difference. */
export function changes(from: Settings, to: Settings): SettingChange[] {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])] as (keyof Settings)[]
  return keys
    .filter((key) => comparable(from[key]) !== comparable(to[key]))
    .map((key) => ({ key, from: from[key], to: to[key] }))
}

function comparable(value: Settings[keyof Settings]): string {
  return JSON.stringify(Array.isArray(value) ? value.toSorted() : (value ?? null))
}

/** An amount is read in the currency that its form showed. Throws `conflict` `settings.currency-changed {currency}`. */
export function requireSameCurrency({ currency }: Settings, shown: string): void {
  if (shown !== currency) throw new Problem('conflict', 'settings.currency-changed', undefined, { currency })
}
