/** Submissions and buttons that took effect. */
import type { Instant } from '../domain/time.ts'
import type { Tx } from './store.ts'

/** @returns whether this is the first time: false for a submission or button that took effect already */
export async function insertHandled(tx: Tx, key: string): Promise<boolean> {
  const row = await tx.db
    .insertInto('handled')
    .values({ workspace_id: tx.workspaceId, key, handled_at: tx.realNow })
    .onConflict((oc) => oc.doNothing())
    .returning('key')
    .executeTakeFirst()
  return row !== undefined
}

/** At most so many. @returns how many */
export async function deleteHandledBefore(tx: Tx, before: Instant, most: number): Promise<number> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('handled')
    .where('workspace_id', '=', tx.workspaceId)
    .where('key', 'in', (eb) =>
      eb
        .selectFrom('handled')
        .select('key')
        .where('workspace_id', '=', tx.workspaceId)
        .where('handled_at', '<', before)
        .limit(most),
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
