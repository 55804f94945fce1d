/** What managers may give: how it is asked and how it is said, in the setup, in the settings, and in lists. */
import type { KnownBlock } from '@slack/types'
import { type Allowance, type BudgetPeriod, type Limits, suggestedAllowance } from '../domain/budget.ts'
import { typedDays } from '../domain/days-off.ts'
import { typedAmount } from '../domain/money.ts'
import type { Settings } from '../domain/settings.ts'
import type { Wording } from '../wording/index.ts'
import { field, textInput } from './fields.ts'

/** The blocks, and the fields that problems name. */
export const allowanceFields = { managerMoney: 'managerMoney', managerDays: 'managerDays' } as const

type Labels = { readonly money: string; readonly days: string; readonly hint: string }

/** What every manager may give; while nobody was asked, with what is suggested. */
export function managerAllowance(
  { managerBudget, currency }: Pick<Settings, 'managerBudget' | 'currency'>,
  { money, days, hint }: Labels,
): KnownBlock[] {
  const { moneyMinor, halfDays } = typedAllowance(managerBudget ?? suggestedAllowance(currency), currency)
  return [
    amountField(allowanceFields.managerMoney, money, moneyMinor, hint),
    amountField(allowanceFields.managerDays, days, halfDays),
  ]
}

/** An allowance as a form shows it: nothing is blank. */
export const typedAllowance = ({ moneyMinor, halfDays }: Allowance, currency: string) =>
  typedLimits({ moneyMinor: moneyMinor || undefined, halfDays: halfDays || undefined }, currency)

/** Limits as a form shows them: none is blank. */
export const typedLimits = ({ moneyMinor, halfDays }: Limits, currency: string) => ({
  moneyMinor: moneyMinor === undefined ? undefined : typedAmount(moneyMinor, currency),
  halfDays: halfDays === undefined ? undefined : typedDays(halfDays),
})

/** An amount or a number of days, as typed; left empty it means something, too. */
export const amountField = (block: string, label: string, typed: string | undefined, hint?: string) =>
  field(block, label, textInput(typed, { max: 40 }), { optional: true, ...(hint ? { hint } : {}) })

/** `£100 and 1 day`, of what there is a limit for; `undefined` where there is none. */
export function sayLimits(
  { moneyMinor, halfDays }: Limits,
  currency: string,
  w: Wording,
): string | undefined {
  const money = moneyMinor === undefined ? [] : [w.money({ minor: moneyMinor, currency })]
  const days = halfDays === undefined ? [] : [halfDays === 0 ? w.prizes.noDayOff : w.daysOff(halfDays)]
  return money.length + days.length === 0 ? undefined : w.list([...money, ...days])
}

export const sayDays = (halfDays: number, w: Wording): string =>
  halfDays === 0 ? w.prizes.noDays : w.daysOff(halfDays)

export const isPeriod = (period: unknown): period is BudgetPeriod =>
  period === 'month' || period === 'quarter'
