import { nextPeriodStart, type Period, periodStart } from './calendar.ts'
import { decimalsOf, inCurrency } from './money.ts'
import type { PrizeCost } from './prize.ts'
import { Problem } from './problem.ts'
import type { Day } from './time.ts'

export const budgetPeriods = ['month', 'quarter'] as const satisfies readonly Period[]
export type BudgetPeriod = (typeof budgetPeriods)[number]

/** What may be given in a period: money and days off, each with a limit of its own. */
export type Allowance = PrizeCost
/** Without a limit for what is absent. */
export type Limits = { readonly moneyMinor?: number | undefined; readonly halfDays?: number | undefined }

/** What was taken from a budget in a period: reserved until it is handed over, then spent. */
export type Used = {
  readonly reservedMinor: number
  readonly spentMinor: number
  readonly reservedHalfDays: number
  readonly spentHalfDays: number
}
export const nothingUsed: Used = { reservedMinor: 0, spentMinor: 0, reservedHalfDays: 0, spentHalfDays: 0 }

/** The days of a budget's period, half-open. */
export type BudgetWindow = { readonly fromOn: Day; readonly toOn: Day }

export const budgetWindow = (period: BudgetPeriod, on: Day): BudgetWindow => ({
  fromOn: periodStart(period, on),
  toOn: nextPeriodStart(period, on),
})

/** What hosts are offered as an answer: a hundred and one day; ten thousand where money has no decimals. */
export const suggestedAllowance = (currency: string): Allowance => ({
  moneyMinor: decimalsOf(currency) === 0 ? 10_000 : inCurrency(100, 'JPY', currency),
  halfDays: 2,
})

/** An allowance of nothing is none. */
export const unlessNothing = (allowance: Allowance | undefined): Allowance | undefined =>
  allowance && (allowance.moneyMinor > 0 || allowance.halfDays > 0) ? allowance : undefined

/** What is left; never less than nothing, also when a limit was lowered since. Absent: no limit. */
export function leftOf(limits: Limits, used: Used): Limits {
  const { moneyMinor, halfDays } = limits
  return {
    moneyMinor:
      moneyMinor === undefined ? undefined : Math.max(0, moneyMinor - used.reservedMinor - used.spentMinor),
    halfDays:
      halfDays === undefined ? undefined : Math.max(0, halfDays - used.reservedHalfDays - used.spentHalfDays),
  }
}

/** Of several budgets, what is left in all of them. */
export function tightest(...all: readonly Limits[]): Limits {
  const least = (key: keyof Limits): number | undefined => {
    const limits = all.flatMap((limit) => limit[key] ?? [])
    return limits.length === 0 ? undefined : Math.min(...limits)
  }
  return { moneyMinor: least('moneyMinor'), halfDays: least('halfDays') }
}

const spent = {
  manager: { money: 'budget.manager-money-spent', days: 'budget.manager-days-spent' },
  workspace: { money: 'budget.workspace-money-spent', days: 'budget.workspace-days-spent' },
} as const

/**
 * What a cost takes too much of, or `undefined` when there is enough. A `spent` Problem on `prizeId`:
 * `budget.<whose>-money-spent {left, cost, currency}` (minor units) or `budget.<whose>-days-spent {left, cost}` (half days).
 */
export function spentProblem(
  cost: PrizeCost,
  left: Limits,
  currency: string,
  whose: 'manager' | 'workspace',
): Problem | undefined {
  if (cost.moneyMinor > (left.moneyMinor ?? Number.POSITIVE_INFINITY)) {
    const details = { left: left.moneyMinor ?? 0, cost: cost.moneyMinor, currency }
    return new Problem('spent', spent[whose].money, 'prizeId', details)
  }
  if (cost.halfDays > (left.halfDays ?? Number.POSITIVE_INFINITY)) {
    const details = { left: left.halfDays ?? 0, cost: cost.halfDays }
    return new Problem('spent', spent[whose].days, 'prizeId', details)
  }
  return undefined
}
