/** The ledger of the schedule. */
import type { Instant } from '../domain/time.ts'
import type { Reader, Tx } from './store.ts'

/** Claims a run. @returns whether it is ours: one insert, so that of two processes one wins */
export async function insertJobRun(
  tx: Tx,
  run: { job: string; dueAt: Instant; outcome: 'ran' | 'skipped' },
): Promise<boolean> {
  const row = await tx.db
    .insertInto('job_runs')
    .values({
      workspace_id: tx.workspaceId,
      job: run.job,
      due_at: run.dueAt,
      ran_at: tx.now,
      outcome: run.outcome,
    })
    .onConflict((oc) => oc.doNothing())
    .returning('job')
    .executeTakeFirst()
  return row !== undefined
}

export async function findLastRunAt(reader: Reader, job: string): Promise<Instant | undefined> {
  const row = await reader.db
    .selectFrom('job_runs')
    .select((eb) => eb.fn.max('due_at').as('dueAt'))
    .where('workspace_id', '=', reader.workspaceId)
    .where('job', '=', job)
    .executeTakeFirst()
  return row?.dueAt ?? undefined
}

/** Keeps the latest run of every job, however old. */
export async function deleteJobRunsBefore(tx: Tx, before: Instant): Promise<void> {
  await tx.db
    .deleteFrom('job_runs')
    .where('workspace_id', '=', tx.workspaceId)
    .where('due_at', '<', before)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('job_runs as later')
          .select('later.job')
          .whereRef('later.workspace_id', '=', 'job_runs.workspace_id')
          .whereRef('later.job', '=', 'job_runs.job')
          .whereRef('later.due_at', '>', 'job_runs.due_at'),
      ),
    )
    .execute()
}
