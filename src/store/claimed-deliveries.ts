/** What is being said: rows claimed by one messenger at a time, with a lease, and what became of them. */
import { sql } from 'kysely'
import type { Delivery } from '../domain/delivery.ts'
import type { Instant } from '../domain/time.ts'
import { toDelivery } from './outbox-row.ts'
import type { Tx } from './store.ts'

/** Rows whose messenger died with them: they may have been said, so whoever takes them looks first. */
export async function releaseExpired(tx: Tx): Promise<void> {
  const expired = await tx.db
    .selectFrom('deliveries')
    .select(['id', 'post_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('state', '=', 'sending')
    .where('lease_until', '<=', tx.realNow)
    .execute()
  for (const { id, post_id } of expired) await letGo(tx, id, post_id, { dueAt: tx.realNow, doubt: 1 })
}

export type Claim = {
  readonly leaseUntil: Instant
  /** At most this many. */
  readonly most: number
  /** Lanes that said something less than a second ago: nothing new is said there, but posts are brought up to date. */
  readonly restingLanes: readonly string[]
  /** Whether posts may be brought up to date now, or only new ones made. */
  readonly refreshes: boolean
}

/** Takes the next row of each lane in which nobody is speaking. New posts go before refreshes. */
export async function claimDeliveries(tx: Tx, claim: Claim): Promise<Delivery[]> {
  const due = tx.db
    .selectFrom('deliveries as d')
    .leftJoin('deliveries as parent', 'parent.id', 'd.thread_of')
    .select((eb) => [
      'd.id',
      eb.fn
        .agg<number>('row_number')
        .over((over) =>
          // By age, so that what had to be tried again is not overtaken by everything that came meanwhile.
          over.partitionBy('d.lane').orderBy(sql`d.post_id is not null`).orderBy('d.id'),
        )
        .as('nth'),
    ])
    .where('d.workspace_id', '=', tx.workspaceId)
    .where('d.state', '=', 'waiting')
    .where('d.due_at', '<=', tx.realNow)
    .where((eb) => eb.or([eb('d.thread_of', 'is', null), eb('parent.state', '=', 'sent')]))
    .where((eb) =>
      eb(
        'd.lane',
        'not in',
        eb
          .selectFrom('deliveries')
          .select('lane')
          .where('workspace_id', '=', tx.workspaceId)
          .where('state', '=', 'sending'),
      ),
    )
    .$if(claim.restingLanes.length > 0, (q) =>
      q.where((eb) => eb.or([eb('d.post_id', 'is not', null), eb('d.lane', 'not in', claim.restingLanes)])),
    )
    .$if(!claim.refreshes, (q) => q.where('d.post_id', 'is', null))
  const rows = await tx.db
    .updateTable('deliveries')
    .set((eb) => ({
      state: 'sending' as const,
      lease_until: claim.leaseUntil,
      attempts: eb('attempts', '+', 1),
    }))
    .where(
      'id',
      'in',
      tx.db
        .selectFrom(due.as('due'))
        .select('due.id')
        .where('nth', '=', 1)
        .orderBy('due.id')
        .limit(claim.most),
    )
    .returningAll()
    .execute()
  return rows.map(toDelivery)
}

/**
 * Keeps a claimed row for longer: before something is said that must not be said twice, and that may take longer than
 * what is left of the lease. @returns the row as it is held now; undefined when it is not this messenger's any more
 */
export async function extendLease(
  tx: Tx,
  delivery: Delivery,
  leaseUntil: Instant,
): Promise<Delivery | undefined> {
  const row = await tx.db
    .updateTable('deliveries')
    .set({ lease_until: leaseUntil })
    .where('id', '=', delivery.id)
    .where('state', '=', 'sending')
    .where('lease_until', '=', delivery.leaseUntil ?? '')
    .returning('id')
    .executeTakeFirst()
  return row && { ...delivery, leaseUntil }
}

type Settled = { readonly state: 'sent' | 'dropped' | 'failed'; readonly error?: string }

/** It was surely said, and that is true whoever holds the row meanwhile: nobody has to look for it any more. */
export async function settleSaid(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('deliveries')
    .set({ state: 'sent', error: null, settled_at: tx.realNow, lease_until: null })
    .where('id', '=', id)
    .where('state', 'in', ['sending', 'waiting'])
    .execute()
}

/** @returns whether the row was still this messenger's to settle */
export async function settleDelivery(tx: Tx, delivery: Delivery, settled: Settled): Promise<boolean> {
  const row = await tx.db
    .updateTable('deliveries')
    .set({ state: settled.state, error: settled.error ?? null, settled_at: tx.realNow, lease_until: null })
    .where('id', '=', delivery.id)
    .where('state', '=', 'sending')
    .where('lease_until', '=', delivery.leaseUntil ?? '')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What waits for the post of a delivery that will never be: it shares its fate. @returns how many */
export async function settleThreadOf(tx: Tx, id: string, settled: Settled): Promise<void> {
  await tx.db
    .updateTable('deliveries')
    .set({ state: settled.state, error: settled.error ?? null, settled_at: tx.realNow })
    .where('thread_of', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

type Later = {
  readonly dueAt: Instant
  readonly doubt: number
  readonly doubtedAt?: Instant
  readonly error?: string
}

/** Puts a claimed row back, to be tried again at `dueAt`. */
export async function postponeDelivery(tx: Tx, delivery: Delivery, later: Later): Promise<void> {
  await letGo(tx, delivery.id, delivery.postId ?? null, later, delivery.leaseUntil)
  tx.announce('deliveries')
}

async function letGo(
  tx: Tx,
  id: string,
  postId: string | null,
  later: Later,
  lease?: Instant,
): Promise<void> {
  // A refresh asked for meanwhile will show the same: this one is not needed any more. That one waits and doubts as this one
  // would have: not less, for this one may still take effect, and must not do so last; not longer, for this one was due.
  const replaced =
    postId !== null &&
    (await tx.db
      .updateTable('deliveries')
      .set({
        due_at: later.dueAt,
        doubted_at: sql`coalesce(${later.doubtedAt ?? null}, doubted_at)`,
      })
      .where('post_id', '=', postId)
      .where('state', '=', 'waiting')
      .returning('id')
      .executeTakeFirst())
  await tx.db
    .updateTable('deliveries')
    .set({
      lease_until: null,
      error: later.error ?? null,
      ...(replaced
        ? { state: 'dropped' as const, settled_at: tx.realNow }
        : { state: 'waiting' as const, due_at: later.dueAt, doubt: postId === null ? later.doubt : 0 }),
      ...(later.doubtedAt ? { doubted_at: later.doubtedAt } : {}),
    })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .$if(lease !== undefined, (q) => q.where('lease_until', '=', lease ?? ''))
    .execute()
}
