/** Events that could not be acted on: set aside, in nobody's way, until an operator has seen to them. */
import type { Instant } from '../domain/time.ts'
import type { Reader, Tx } from './store.ts'

/** The oldest event cannot be acted on: it is kept, and stands in nobody's way. @returns its id */
export async function failOldestEvent(tx: Tx): Promise<string | undefined> {
  const oldest = await tx.db
    .selectFrom('inbox')
    .select('seq')
    .where('workspace_id', '=', tx.workspaceId)
    .where('failed_at', 'is', null)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  if (!oldest) return undefined
  const { event_id } = await tx.db
    .updateTable('inbox')
    .set({ failed_at: tx.realNow })
    .where('seq', '=', oldest.seq)
    .returning('event_id')
    .executeTakeFirstOrThrow()
  return event_id
}

export type FailedEvent = { readonly id: string; readonly failedAt: Instant }

/** In the order they came. */
export async function listFailedEvents(reader: Reader, most: number): Promise<FailedEvent[]> {
  return await reader.db
    .selectFrom('inbox')
    .select(['event_id as id', 'failed_at as failedAt'])
    .$narrowType<{ failedAt: Instant }>()
    .where('workspace_id', '=', reader.workspaceId)
    .where('failed_at', 'is not', null)
    .orderBy('seq')
    .limit(most)
    .execute()
}

/** To be acted on again, before what came since. @returns whether there was such an event */
export async function retryEvent(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.db
    .updateTable('inbox')
    .set({ failed_at: null })
    .where('workspace_id', '=', tx.workspaceId)
    .where('event_id', '=', id)
    .where('failed_at', 'is not', null)
    .returning('seq')
    .executeTakeFirst()
  tx.announce('inbox')
  return row !== undefined
}

/** Nobody needs it any more. @returns whether there was such an event */
export async function dismissEvent(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.db
    .deleteFrom('inbox')
    .where('workspace_id', '=', tx.workspaceId)
    .where('event_id', '=', id)
    .where('failed_at', 'is not', null)
    .returning('seq')
    .executeTakeFirst()
  return row !== undefined
}
