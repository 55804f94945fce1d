/** What has waited for too long, to be said or to be acted on. */
import type { Instant } from '../domain/time.ts'
import type { Reader } from './store.ts'

/** How many have waited since before `before`, and since when the oldest has. Real time. */
export type Overdue = { readonly count: number; readonly oldestAt: Instant | undefined }

/** To be said: also those whose messenger died with them. */
export async function findOverdueDeliveries(reader: Reader, before: Instant): Promise<Overdue> {
  const row = await reader.db
    .selectFrom('deliveries')
    .leftJoin('deliveries as parent', 'parent.id', 'deliveries.thread_of')
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.min<Instant | null>('deliveries.due_at').as('oldestAt'),
    ])
    .where('deliveries.workspace_id', '=', reader.workspaceId)
    .where('deliveries.state', 'in', ['waiting', 'sending'])
    .where('deliveries.due_at', '<', before)
    .where((eb) => eb.or([eb('deliveries.thread_of', 'is', null), eb('parent.state', '=', 'sent')]))
    .executeTakeFirstOrThrow()
  return { count: row.count, oldestAt: row.oldestAt ?? undefined }
}

/** Heard, and to be acted on. */
export async function findOverdueEvents(reader: Reader, before: Instant): Promise<Overdue> {
  const row = await reader.db
    .selectFrom('inbox')
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.min<Instant | null>('received_at').as('oldestAt'),
    ])
    .where('workspace_id', '=', reader.workspaceId)
    .where('failed_at', 'is', null)
    .where('received_at', '<', before)
    .executeTakeFirstOrThrow()
  return { count: row.count, oldestAt: row.oldestAt ?? undefined }
}
