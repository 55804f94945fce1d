/** What managers may give, and what of it is left. */
import {
  type Allowance,
  budgetWindow,
  type Limits,
  leftOf,
  spentProblem,
  type Used,
  unlessNothing,
} from '../domain/budget.ts'
import type { PrizeCost } from '../domain/prize.ts'
import type { Problem } from '../domain/problem.ts'
import type { Settings } from '../domain/settings.ts'
import type { Day } from '../domain/time.ts'
import type { Charged } from '../store/awards.ts'
import { findBudget, getUsed } from '../store/budgets.ts'
import type { Reader } from '../store/store.ts'

/** A budget in the period of a day: its limits, and what was taken. */
export type BudgetNow = { readonly limits: Limits; readonly used: Used; readonly left: Limits }

/** What this manager may give in a period. Undefined: hosts have not said, or said nothing. */
export const allowanceOf = async (
  reader: Reader,
  personId: string,
  { managerBudget }: Settings,
): Promise<Allowance | undefined> => (await findBudget(reader, personId)) ?? unlessNothing(managerBudget)

/** Of nobody: the workspace's. */
export async function budgetOf(
  reader: Reader,
  { givenBy, limits }: { givenBy?: string | undefined; limits: Limits },
  on: Day,
  { budgetPeriod, currency }: Settings,
): Promise<BudgetNow> {
  const window = budgetWindow(budgetPeriod, on)
  const used = await getUsed(reader, { givenBy, window }, currency)
  return { limits, used, left: leftOf(limits, used) }
}

/** The budgets that an award of this manager is charged to. Without an allowance only what is free can be given. */
export const chargedTo = (
  givenBy: string,
  allowance: Allowance | undefined,
  on: Day,
  settings: Settings,
): Charged[] => {
  const window = budgetWindow(settings.budgetPeriod, on)
  return [
    { account: { givenBy, window }, limits: allowance ?? { moneyMinor: 0, halfDays: 0 } },
    workspaceCharge(on, settings),
  ]
}

/** For what no manager gives: a round's prize. */
export const workspaceCharge = (on: Day, { budgetPeriod, workspaceBudget }: Settings): Charged => ({
  account: { window: budgetWindow(budgetPeriod, on) },
  limits: workspaceBudget,
})

/** Which of the budgets has too little, and how much it has left. A `spent` Problem: see `spentProblem`. */
export async function whatIsSpent(
  reader: Reader,
  charged: readonly Charged[],
  cost: PrizeCost,
  currency: string,
): Promise<Problem | undefined> {
  for (const { account, limits } of charged) {
    const left = leftOf(limits, await getUsed(reader, account, currency))
    const whose = account.givenBy === undefined ? 'workspace' : 'manager'
    const problem = spentProblem(cost, left, currency, whose)
    if (problem) return problem
  }
  return undefined
}
