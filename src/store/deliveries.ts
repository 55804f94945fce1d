/** The outbox: what is to be said. claimed-deliveries.ts says it, and failed-deliveries.ts holds what could not be said. */
import { sql } from 'kysely'
import { type DeliveryKind, deliveryKinds } from '../domain/delivery.ts'
import type { Instant } from '../domain/time.ts'
import { parts } from './parts.ts'
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

/** @returns the id under which it stands: that of an earlier row when its key was there already */
export async function insertDelivery(tx: Tx, delivery: NewDelivery): Promise<string> {
  const row = await tx.db
    .insertInto('deliveries')
    .values(toRow(tx, delivery))
    .onConflict((oc) => oc.columns(['workspace_id', 'key']).where('key', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  tx.announce('deliveries')
  if (row) return row.id
  const { id } = await tx.db
    .selectFrom('deliveries')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('key', '=', delivery.key ?? '')
    .executeTakeFirstOrThrow()
  return id
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

export type NewRefresh = NewDelivery & { readonly postId: string }

/**
 * Asks for posts to be brought up to date; a refresh that already waits is made earlier, never doubled. One in doubt keeps
 * its time: what it showed may still take effect, and must not do so last.
 */
export async function insertRefreshes(tx: Tx, refreshes: readonly NewRefresh[]): Promise<void> {
  for (const part of parts(refreshes)) {
    await tx.db
      .insertInto('deliveries')
      .values(part.map((refresh) => ({ ...toRow(tx, refresh), post_id: refresh.postId })))
      .onConflict((oc) =>
        oc
          .column('post_id')
          .where(sql<boolean>`post_id is not null and state = 'waiting'`) // to the letter as in the index
          .doUpdateSet({
            due_at: sql`case when deliveries.doubted_at is null
              then min(deliveries.due_at, excluded.due_at) else deliveries.due_at end`,
          }),
      )
      .execute()
  }
  if (refreshes.length > 0) tx.announce('deliveries')
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
  'round.announced',
]

/**
 * What was said or dropped so long ago; what failed stays until somebody has seen to it. At most so many of what was said,
 * and of posts that were brought up to date. @returns the larger of how many
 */
export async function deleteSettledBefore(tx: Tx, before: Instant, most: number): Promise<number> {
  const passing = deliveryKinds.filter((kind) => !lasting.includes(kind))
  const said = settledBefore(tx, before).where('post_id', 'is', null).where('kind', 'in', passing)
  const refreshed = settledBefore(tx, before).where('post_id', 'is not', null)
  const counts = []
  for (const found of [said, refreshed]) {
    const { numDeletedRows } = await tx.db
      .deleteFrom('deliveries')
      .where('id', 'in', found.limit(most))
      .executeTakeFirstOrThrow()
    counts.push(Number(numDeletedRows))
  }
  return Math.max(...counts)
}

/** Not what something is said in the thread of. */
const settledBefore = (tx: Tx, before: Instant) =>
  tx.db
    .selectFrom('deliveries')
    .select('deliveries.id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('settled_at', '<', before)
    .where('state', 'in', ['sent', 'dropped'])
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
