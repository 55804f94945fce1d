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

export async function deleteHandledBefore(tx: Tx, before: Instant): Promise<void> {
  await tx.db.deleteFrom('handled').where('handled_at', '<', before).execute()
}
