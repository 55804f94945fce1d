import { type BudgetPeriod, budgetPeriods, type Limits } from './budget.ts'
import { readHalfDays } from './days-off.ts'
import { readText } from './field.ts'
import { readAmount } from './money.ts'
import { type PrizeKind, prizeKinds } from './prize.ts'
import { Problem, throwAny } from './problem.ts'
import { readAllowance, type Settings } from './settings.ts'

/** What hosts decide about prizes, as typed. What is blank has no limit, or Plaudit's own words. */
export type PrizeSettingsInput = {
  /** Blank both: managers give nothing that costs. */
  readonly managerMoney?: string | undefined
  readonly managerDays?: string | undefined
  readonly budgetPeriod: string
  readonly workspaceMoney?: string | undefined
  readonly workspaceDays?: string | undefined
  readonly approvalMoney?: string | undefined
  readonly approvalDays?: string | undefined
  readonly approverIds: readonly string[]
  readonly fulfillerIds: readonly string[]
  readonly amountsPublic: boolean
  readonly nextSteps: Readonly<Partial<Record<PrizeKind, string | undefined>>>
}

/** Of all managers of a large company in a quarter; more is a slip of the keyboard. */
const MOST_DAYS_TOGETHER = 100_000

/** In code points. */
const nextStepLimits = { max: 300 }

/**
 * The settings after the form. Throws `Problems`: what `readAmount` and `readHalfDays` find on the fields of that name,
 * `settings.period-unknown`, `settings.approvers-needed` on `approverIds` when awards are to wait and nobody is named,
 * and `text.too-long` on `nextMoney`, `nextDayOff` and `nextGift`.
 */
export function changedPrizeSettings(current: Settings, input: PrizeSettingsInput): Settings {
  const problems: Problem[] = []
  const money = (field: 'workspaceMoney' | 'approvalMoney') =>
    readAmount(input[field], current.currency, problems, { field })
  const typed = { money: input.managerMoney, days: input.managerDays }
  const managerBudget = readAllowance(typed, current.currency, problems)
  const budgetPeriod = budgetPeriods.find((known) => known === input.budgetPeriod)
  if (!budgetPeriod) problems.push(new Problem('invalid', 'settings.period-unknown', 'budgetPeriod'))
  const together = { field: 'workspaceDays', most: MOST_DAYS_TOGETHER }
  const workspaceDays = readHalfDays(input.workspaceDays, problems, together)
  const approvalDays = readHalfDays(input.approvalDays, problems, { field: 'approvalDays' })
  const workspaceBudget = limits(money('workspaceMoney'), workspaceDays)
  const approvalAbove = limits(money('approvalMoney'), approvalDays)
  if (Object.keys(approvalAbove).length > 0 && input.approverIds.length === 0)
    problems.push(new Problem('invalid', 'settings.approvers-needed', 'approverIds'))
  const nextSteps = readNextSteps(input, problems)
  throwAny(problems)
  return {
    ...current,
    managerBudget,
    budgetPeriod: (budgetPeriod ?? 'month') satisfies BudgetPeriod,
    workspaceBudget,
    approvalAbove,
    amountsPublic: input.amountsPublic,
    nextSteps,
  }
}

const limits = (moneyMinor: number | undefined, halfDays: number | undefined): Limits => ({
  ...(moneyMinor === undefined ? {} : { moneyMinor }),
  ...(halfDays === undefined ? {} : { halfDays }),
})

/** The block of each text in the form. */
export const nextStepFields = { money: 'nextMoney', day_off: 'nextDayOff', gift: 'nextGift' } as const

function readNextSteps({ nextSteps }: PrizeSettingsInput, problems: Problem[]): Settings['nextSteps'] {
  return Object.fromEntries(
    prizeKinds.flatMap((kind) => {
      const text = readText(nextSteps[kind], nextStepLimits, problems, { field: nextStepFields[kind] })
      return text === undefined ? [] : [[kind, text] as const]
    }),
  )
}
