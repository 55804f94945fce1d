/** What became of a delivery, as the messenger reports it, and what follows from that. */
import { v7 as newId } from 'uuid'
import type { Address, Delivery } from '../domain/delivery.ts'
import { settleDelivery, settleSaid, settleThreadOf } from '../store/claimed-deliveries.ts'
import { listFailedBeside, retryDelivery as retryRow } from '../store/failed-deliveries.ts'
import { takeParkedReactions } from '../store/inbox.ts'
import { deletePost, findPost, insertPost, updatePostShown } from '../store/posts.ts'
import type { Tx } from '../store/store.ts'
import { hearReactions } from './cheers.ts'
import { deliver, refreshPosts } from './deliveries.ts'
import { photoGone } from './letter-permission.ts'
import { type Actor, type Plaudit, perform, requireHost } from './plaudit.ts'
import { announcementSaid } from './round-prizes.ts'
import { cardFailed, cardSaid, photoSaid } from './story-notes.ts'
import { tellOfFailure } from './trouble.ts'

/** Where a delivery was said, and everything that the post is about. */
export type Said = {
  readonly address: Address
  readonly threadTs?: string
  readonly subjectIds: readonly string[]
  /** How many more messages belong in its thread. */
  readonly more: number
  /** What was shown is not what it would be now: something changed while it was under way. */
  readonly isStale: boolean
}

/** A new post: registers it, settles what waited for its address, and says what follows from it. */
export async function recordSaid(tx: Tx, delivery: Delivery, said: Said): Promise<void> {
  await settleSaid(tx, delivery.id)
  await insertPost(
    tx,
    {
      id: newId(),
      deliveryId: delivery.id,
      kind: delivery.kind,
      subjectId: delivery.subjectId,
      args: delivery.args,
      lane: delivery.lane,
      postedAt: tx.now,
      ...said.address,
      ...(said.threadTs ? { threadTs: said.threadTs } : {}),
    },
    said.subjectIds,
  )
  await hearReactions(tx, await takeParkedReactions(tx, said.address))
  await deliverMore(tx, delivery, said.more)
  if (said.isStale) await refreshPosts(tx, delivery.subjectId, { kinds: [delivery.kind] })
  if (delivery.kind === 'praise.card' || delivery.kind === 'praise.group') tx.announce('praises')
  if (delivery.kind === 'story.card') await cardSaid(tx, delivery.subjectId)
  if (delivery.kind === 'story.photo') await photoSaid(tx, delivery.subjectId)
  if (delivery.kind === 'round.announced') await announcementSaid(tx, delivery.subjectId)
}

/** A post was brought up to date, with `more` messages in its thread now. */
export async function recordShown(
  tx: Tx,
  delivery: Delivery,
  { more = 0 }: { more?: number } = {},
): Promise<void> {
  await settleDelivery(tx, delivery, { state: 'sent' })
  if (!delivery.postId) return
  await updatePostShown(tx, delivery.postId, tx.realNow)
  const post = await findPost(tx, delivery.postId)
  if (post) await deliverMore(tx, { ...delivery, id: post.deliveryId }, more)
}

/** A post was taken away: nothing is to follow its subject there any more. */
export async function recordGone(tx: Tx, { kind, subjectId, postId }: Delivery): Promise<void> {
  if (postId) await deletePost(tx, postId)
  if (kind === 'story.photo') await photoGone(tx, subjectId)
}

/** The rest of a digest, in its thread: each page once, however often the digest is shown anew. */
async function deliverMore(tx: Tx, { id, kind, subjectId, lane }: Delivery, more: number): Promise<void> {
  if (kind !== 'digest') return
  for (let page = 0; page < more; page += 1) {
    const key = `more ${id} ${page}`
    await deliver(tx, {
      kind: 'digest.more',
      subjectId,
      args: { page: String(page) },
      lane,
      key,
      threadOf: id,
    })
  }
}

/** There is nothing to say any more. What was to be said in its thread is not said either. */
export async function recordDropped(tx: Tx, delivery: Delivery): Promise<void> {
  if (!(await settleDelivery(tx, delivery, { state: 'dropped' }))) return
  await settleThreadOf(tx, delivery.id, { state: 'dropped' })
}

/** It cannot be said: kept, counted, told to the hosts, and a host may have it tried again. */
export async function recordFailed(tx: Tx, delivery: Delivery, error: string): Promise<void> {
  if (!(await settleDelivery(tx, delivery, { state: 'failed', error }))) return
  await settleThreadOf(tx, delivery.id, { state: 'failed', error })
  if (delivery.kind === 'story.card' && !delivery.postId) await cardFailed(tx, delivery, error)
  await tellOfFailure(tx, delivery, error)
}

/**
 * A host has a failed delivery tried again, and with it all that failed in the same place: hosts are told of a place
 * once a day, so one press is to mend it. @returns whether there was one
 */
export const retryDelivery = (app: Plaudit, actor: Actor, id: string): Promise<boolean> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    const failed = await listFailedBeside(tx, id)
    for (const one of failed) await retryRow(tx, one)
    return failed.length > 0
  })
