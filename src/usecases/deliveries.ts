/** Saying things: use-cases write rows here and never post; the messenger says them. */
import { v7 as newId } from 'uuid'
import type { DeliveryKind } from '../domain/delivery.ts'
import { addTo, type Instant } from '../domain/time.ts'
import { insertDelivery, insertRefreshes, type NewDelivery } from '../store/deliveries.ts'
import { listPostsAbout, listPostsBeingShown, type ShownPost } from '../store/posts.ts'
import type { Tx } from '../store/store.ts'

type ToSay = Omit<NewDelivery, 'id' | 'dueAt'> & { readonly dueAt?: Instant }

/**
 * Writes down what is to be said; with a key that was used before, nothing. @returns the id of the delivery that says it,
 * the earlier one's then, in whose thread other things may be said
 */
export const deliver = (tx: Tx, toSay: ToSay): Promise<string> =>
  insertDelivery(tx, { id: newId(), dueAt: tx.realNow, ...toSay })

/** So many posts are brought up to date at once; the others follow at half the pace that Slack allows, and leave room. */
const AT_ONCE = 20
const APART_MS = 2_500

type Which = {
  readonly kinds?: readonly DeliveryKind[]
  readonly lane?: string
  readonly atMostEvery?: number
}

/**
 * Brings every place where the subjects were said up to date, the newest first, or those in one lane; `atMostEvery` so many
 * milliseconds for each. Many at once come by and by, so that nobody's new card waits behind a hundred old ones.
 */
export async function refreshPosts(
  tx: Tx,
  subjectIds: string | readonly string[],
  { kinds, lane, atMostEvery = 0 }: Which = {},
): Promise<void> {
  const everywhere = await listPostsAbout(tx, [subjectIds].flat(), kinds)
  const posts = everywhere.filter((post) => lane === undefined || post.lane === lane)
  if (posts.length === 0) return
  posts.sort((a, b) => (a.id < b.id ? 1 : -1))
  const ids = posts.map(({ id }) => id)
  const underWay = atMostEvery > 0 ? await listPostsBeingShown(tx, ids) : undefined
  const dueAt = (post: ShownPost, nth: number): Instant => {
    const shownAt = underWay?.has(post.id) ? tx.realNow : post.shownAt
    const inTurn = addTo(tx.realNow, { ms: Math.max(0, nth + 1 - AT_ONCE) * APART_MS })
    return [inTurn, shownAt && addTo(shownAt, { ms: atMostEvery })].sort().at(-1) ?? inTurn
  }
  await insertRefreshes(
    tx,
    posts.map((post, nth) => ({
      id: newId(),
      kind: post.kind,
      subjectId: post.subjectId,
      args: post.args,
      lane: post.lane,
      postId: post.id,
      dueAt: dueAt(post, nth),
    })),
  )
}
