import Database from 'better-sqlite3'
import type { Settings } from '../../../src/domain/settings.ts'

/** What hosts have decided about prizes; what is absent is as `prizes: true` has it. */
export type PrizesAllowed = Partial<
  Pick<
    Settings,
    | 'currency'
    | 'managerBudget'
    | 'budgetPeriod'
    | 'workspaceBudget'
    | 'approvalAbove'
    | 'amountsPublic'
    | 'nextSteps'
  >
>

/** Writes the hosts' decisions beside the running app, which reads its settings anew for every act. */
export function allowPrizes(databasePath: string, given: PrizesAllowed): void {
  const decided = { currency: 'GBP', managerBudget: { moneyMinor: 100_00, halfDays: 2 }, ...given }
  const db = new Database(databasePath)
  db.pragma('busy_timeout = 5000')
  const { id } = db.prepare<[], { id: string }>('select id from workspaces').get() ?? { id: '' }
  const write = db.prepare('insert or replace into settings (workspace_id, key, value) values (?, ?, ?)')
  for (const [key, value] of Object.entries(decided)) write.run(id, key, JSON.stringify(value ?? null))
  db.close()
}
