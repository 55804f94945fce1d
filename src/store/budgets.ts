/** Budgets: managers' own limits, and what the ledger says was taken from each in a period. */
import { sql } from 'kysely'
import type { Allowance, BudgetWindow, Used } from '../domain/budget.ts'
import type { Day } from '../domain/time.ts'
import type { Reader, Tx } from './store.ts'

export type Budget = { readonly personId: string; readonly allowance: Allowance }

/** A manager's own, where it is not that of every manager. */
export async function findBudget(reader: Reader, personId: string): Promise<Allowance | undefined> {
  return (await listBudgets(reader)).find((budget) => budget.personId === personId)?.allowance
}

export async function listBudgets(reader: Reader): Promise<Budget[]> {
  const rows = await reader.db
    .selectFrom('budgets')
    .selectAll()
    .where('workspace_id', '=', reader.workspaceId)
    .orderBy('set_at')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    allowance: { moneyMinor: row.money_minor, halfDays: row.half_days },
  }))
}

export async function upsertBudget(tx: Tx, { personId, allowance }: Budget, by: string): Promise<void> {
  const values = {
    money_minor: allowance.moneyMinor,
    half_days: allowance.halfDays,
    set_at: tx.now,
    set_by: by,
  }
  await tx.db
    .insertInto('budgets')
    .values({ workspace_id: tx.workspaceId, person_id: personId, ...values })
    .onConflict((oc) => oc.columns(['workspace_id', 'person_id']).doUpdateSet(values))
    .execute()
}

/** @returns whether there was one */
export async function deleteBudget(tx: Tx, personId: string): Promise<boolean> {
  const row = await tx.db
    .deleteFrom('budgets')
    .where('workspace_id', '=', tx.workspaceId)
    .where('person_id', '=', personId)
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whose budget, in which days. Without a manager: of all of them together. */
export type Account = { readonly givenBy?: string | undefined; readonly window: BudgetWindow }

/** Money counts in this currency only; days off in any. */
export async function getUsed(reader: Reader, account: Account, currency: string): Promise<Used> {
  const row = await entriesOf(reader, account)
    .select([
      sumWhere('reserved_minor', currency).as('reservedMinor'),
      sumWhere('spent_minor', currency).as('spentMinor'),
      sql<number>`coalesce(sum(reserved_half_days), 0)`.as('reservedHalfDays'),
      sql<number>`coalesce(sum(spent_half_days), 0)`.as('spentHalfDays'),
    ])
    .executeTakeFirstOrThrow()
  return row
}

/** By manager, of those who gave anything in the period. */
export async function listUsed(
  reader: Reader,
  window: BudgetWindow,
  currency: string,
): Promise<(Used & { readonly givenBy: string })[]> {
  return entriesOf(reader, { window })
    .select([
      'given_by as givenBy',
      sumWhere('reserved_minor', currency).as('reservedMinor'),
      sumWhere('spent_minor', currency).as('spentMinor'),
      sql<number>`coalesce(sum(reserved_half_days), 0)`.as('reservedHalfDays'),
      sql<number>`coalesce(sum(spent_half_days), 0)`.as('spentHalfDays'),
    ])
    .where('given_by', '!=', '') // what a round gives is charged to no manager
    .groupBy('given_by')
    .execute()
}

/** The sum that a conditional insert compares: what is taken in the period, reserved and spent. */
export const takenMoney = (reader: Reader, account: Account, currency: string) =>
  entriesOf(reader, account)
    .where('currency', '=', currency)
    .select(sql<number>`coalesce(sum(reserved_minor + spent_minor), 0)`.as('taken'))

export const takenHalfDays = (reader: Reader, account: Account) =>
  entriesOf(reader, account).select(
    sql<number>`coalesce(sum(reserved_half_days + spent_half_days), 0)`.as('taken'),
  )

function entriesOf(reader: Reader, { givenBy, window }: Account) {
  return reader.db
    .selectFrom('ledger_entries')
    .where('workspace_id', '=', reader.workspaceId)
    .$if(givenBy !== undefined, (q) => q.where('given_by', '=', givenBy ?? ''))
    .where('charged_on', '>=', window.fromOn satisfies Day)
    .where('charged_on', '<', window.toOn)
}

const sumWhere = (column: 'reserved_minor' | 'spent_minor', currency: string) =>
  sql<number>`coalesce(sum(case when currency = ${currency} then ${sql.ref(column)} else 0 end), 0)`
