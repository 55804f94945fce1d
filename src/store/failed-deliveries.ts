/** What could not be said: kept until somebody retries or dismisses it. */
import type { Delivery } from '../domain/delivery.ts'
import type { Instant } from '../domain/time.ts'
import { toDelivery } from './outbox-row.ts'
import type { Reader, Tx } from './store.ts'

/** A failed delivery, and what shared its fate, tried once more. @returns whether there was one */
export async function retryDelivery(tx: Tx, id: string): Promise<boolean> {
  if (await dropReplacedRefresh(tx, id)) return true
  const rows = await tx.db
    .updateTable('deliveries')
    // Its doubt stays, so that it is looked for first; how long that may take is counted anew.
    .set({ state: 'waiting', due_at: tx.realNow, settled_at: null, error: null, doubted_at: null })
    .where('workspace_id', '=', tx.workspaceId)
    .where('state', '=', 'failed')
    .where((eb) => eb.or([eb('id', '=', id), eb('thread_of', '=', id)]))
    .returning('id')
    .execute()
  tx.announce('deliveries')
  return rows.some((row) => row.id === id)
}

/** Everything that failed where this delivery was to be said. In the order it was to be said in. */
export async function listFailedBeside(reader: Reader, id: string): Promise<string[]> {
  const rows = await reader.db
    .selectFrom('deliveries')
    .select('id')
    .where('workspace_id', '=', reader.workspaceId)
    .where('state', '=', 'failed')
    .where('lane', '=', (eb) =>
      eb.selectFrom('deliveries as this').select('this.lane').where('this.id', '=', id),
    )
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** A refresh that failed, when another one of the same post waits already: that one shows everything. */
async function dropReplacedRefresh(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.db
    .updateTable('deliveries')
    .set({ state: 'dropped', settled_at: tx.realNow })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .where('post_id', 'in', (eb) =>
      eb
        .selectFrom('deliveries as other')
        .select('other.post_id')
        .where('other.state', '=', 'waiting')
        .where('other.post_id', 'is not', null)
        .$castTo<{ post_id: string }>(),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** A failed delivery, and what shared its fate, is not to be said any more. @returns whether there was one */
export async function dismissDelivery(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.db
    .updateTable('deliveries')
    .set({ state: 'dropped', settled_at: tx.realNow })
    .where('workspace_id', '=', tx.workspaceId)
    .where('state', '=', 'failed')
    .where((eb) => eb.or([eb('id', '=', id), eb('thread_of', '=', id)]))
    .returning('id')
    .execute()
  return rows.some((row) => row.id === id)
}

export type FailedDelivery = Delivery & { readonly error: string; readonly failedAt: Instant }

export async function listFailedDeliveries(reader: Reader, most = 50): Promise<FailedDelivery[]> {
  const rows = await reader.db
    .selectFrom('deliveries')
    .selectAll()
    .where('workspace_id', '=', reader.workspaceId)
    .where('state', '=', 'failed')
    .orderBy('settled_at', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...toDelivery(row), error: row.error ?? '', failedAt: row.settled_at ?? '' }))
}

/** What was dropped, since there was nothing to say then, may be said under the same key after all. */
export async function releaseKey(tx: Tx, key: string): Promise<void> {
  await tx.db
    .updateTable('deliveries')
    .set({ key: null })
    .where('workspace_id', '=', tx.workspaceId)
    .where('key', '=', key)
    .where('state', '=', 'dropped')
    .execute()
}
