/** The outbox: what is to be said, claimed by one messenger at a time, and what became of it. */
import { type Selectable, sql } from 'kysely'
import type { Delivery, DeliveryKind } from '../domain/delivery.ts'
import type { Instant } from '../domain/time.ts'
import { parts } from './parts.ts'
import type { Schema } from './schema.ts'
import type { Reader, Tx } from './store.ts'

export type NewDelivery = {
  readonly id: string
  readonly kind: DeliveryKind
  readonly subjectId: string
  readonly args?: Readonly<Record<string, string>>
  readonly lane: string
  /** A delivery with the same key was or will be said: this one changes nothing. */
  readonly key?: string
  readonly threadOf?: string
  readonly dueAt: Instant
}

/** @returns whether it is new: false when its key was there already */
export async function insertDelivery(tx: Tx, delivery: NewDelivery): Promise<boolean> {
  const row = await tx.db
    .insertInto('deliveries')
    .values(toRow(tx, delivery))
    .onConflict((oc) => oc.columns(['workspace_id', 'key']).where('key', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  tx.announce('deliveries')
  return row !== undefined
}

/** As `insertDelivery`, many at once. */
export async function insertDeliveries(tx: Tx, deliveries: readonly NewDelivery[]): Promise<void> {
  for (const part of parts(deliveries, 200)) {
    await tx.db
      .insertInto('deliveries')
      .values(part.map((delivery) => toRow(tx, delivery)))
      .onConflict((oc) => oc.columns(['workspace_id', 'key']).where('key', 'is not', null).doNothing())
      .execute()
  }
  if (deliveries.length > 0) tx.announce('deliveries')
}

/** Asks for a post to be brought up to date; a refresh that already waits is made earlier, never doubled. */
export async function insertRefresh(
  tx: Tx,
  delivery: NewDelivery & { readonly postId: string },
): Promise<void> {
  await tx.db
    .insertInto('deliveries')
    .values({ ...toRow(tx, delivery), post_id: delivery.postId })
    .onConflict((oc) =>
      oc
        .column('post_id')
        .where(sql<boolean>`post_id is not null and state = 'waiting'`) // to the letter as in the index
        .doUpdateSet({ due_at: sql`min(deliveries.due_at, excluded.due_at)` }),
    )
    .execute()
  tx.announce('deliveries')
}

function toRow(tx: Tx, delivery: NewDelivery) {
  return {
    id: delivery.id,
    workspace_id: tx.workspaceId,
    kind: delivery.kind,
    subject_id: delivery.subjectId,
    args: JSON.stringify(delivery.args ?? {}),
    lane: delivery.lane,
    key: delivery.key ?? null,
    thread_of: delivery.threadOf ?? null,
    post_id: null,
    created_at: tx.realNow,
    due_at: delivery.dueAt,
    lease_until: null,
    doubted_at: null,
    error: null,
    settled_at: null,
  }
}

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
  return rows.map(fromRow)
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

/** When the first waiting row, or the first after that moment, falls due. Real time. */
export async function findNextDueAt(reader: Reader, after = ''): Promise<Instant | undefined> {
  const row = await reader.db
    .selectFrom('deliveries')
    .select((eb) => eb.fn.min('due_at').as('dueAt'))
    .where('workspace_id', '=', reader.workspaceId)
    .where('state', '=', 'waiting')
    .where('due_at', '>', after)
    .executeTakeFirst()
  return row?.dueAt ?? undefined
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
  // A refresh asked for meanwhile will show the same: this one is not needed any more. That one waits as this one would
  // have, for this one may still take effect, and must not do so last.
  const replaced =
    postId !== null &&
    (await tx.db
      .updateTable('deliveries')
      .set({ due_at: sql`max(due_at, ${later.dueAt})` })
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
  return rows.map((row) => ({ ...fromRow(row), error: row.error ?? '', failedAt: row.settled_at ?? '' }))
}

/** How many are in each state, and since when the oldest waits: for the metrics. */
export async function countDeliveries(
  reader: Reader,
): Promise<{ waiting: number; sending: number; failed: number; oldestDueAt: Instant | undefined }> {
  const count = (state: 'waiting' | 'sending' | 'failed') =>
    reader.db
      .selectFrom('deliveries')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('workspace_id', '=', reader.workspaceId)
      .where('state', '=', state)
      .executeTakeFirstOrThrow()
  const [waiting, sending, failed] = [await count('waiting'), await count('sending'), await count('failed')]
  return {
    waiting: waiting.n,
    sending: sending.n,
    failed: failed.n,
    oldestDueAt: await findNextDueAt(reader),
  }
}

function fromRow(row: Selectable<Schema['deliveries']>): Delivery {
  return {
    id: row.id,
    kind: row.kind as DeliveryKind,
    subjectId: row.subject_id,
    args: JSON.parse(row.args) as Record<string, string>,
    lane: row.lane,
    attempts: row.attempts,
    doubt: row.doubt,
    createdAt: row.created_at,
    ...(row.thread_of ? { threadOf: row.thread_of } : {}),
    ...(row.post_id ? { postId: row.post_id } : {}),
    ...(row.doubted_at ? { doubtedAt: row.doubted_at } : {}),
    ...(row.lease_until ? { leaseUntil: row.lease_until } : {}),
  }
}

/** Whether something of that kind about the subject was, or is to be, said to the lane. */
export async function findDeliveryBetween(
  reader: Reader,
  kind: DeliveryKind,
  subjectId: string,
  lane: string,
): Promise<string | undefined> {
  const row = await reader.db
    .selectFrom('deliveries')
    .select('id')
    .where('workspace_id', '=', reader.workspaceId)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .where('lane', '=', lane)
    .executeTakeFirst()
  return row?.id
}

/**
 * What may be asked for again however late, by an edit or a refresh: its key has to stay so that it is said once, and what
 * it answers has to stay with it. And what may be answered in its thread however late, as a story's card by a prize.
 */
const lasting: readonly DeliveryKind[] = [
  'story.card',
  'story.credit',
  'digest',
  'digest.more',
  'award.uncredited',
]

/** What was said or dropped so long ago; what failed stays until somebody has seen to it. */
export async function deleteSettledBefore(tx: Tx, before: Instant): Promise<void> {
  await tx.db
    .deleteFrom('deliveries')
    .where('workspace_id', '=', tx.workspaceId)
    .where('settled_at', '<', before)
    .where('state', 'in', ['sent', 'dropped'])
    .where((eb) => eb.or([eb('kind', 'not in', lasting), eb('post_id', 'is not', null)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('deliveries as reply')
            .select('reply.id')
            .whereRef('reply.thread_of', '=', 'deliveries.id'),
        ),
      ),
    )
    .execute()
}
