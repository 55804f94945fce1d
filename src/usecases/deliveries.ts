/** Saying things: use-cases write rows here and never post; the messenger says them. */
import { v7 as newId } from 'uuid'
import type { DeliveryKind } from '../domain/delivery.ts'
import { addTo, type Instant } from '../domain/time.ts'
import { insertDelivery, insertRefresh, type NewDelivery } from '../store/deliveries.ts'
import { listPostsAbout, listPostsBeingShown } from '../store/posts.ts'
import type { Tx } from '../store/store.ts'

type ToSay = Omit<NewDelivery, 'id' | 'dueAt'> & { readonly dueAt?: Instant }

/**
 * Writes down what is to be said; with a key that was used before, nothing. @returns the id of the delivery that says it,
 * the earlier one's then, in whose thread other things may be said
 */
export const deliver = (tx: Tx, toSay: ToSay): Promise<string> =>
  insertDelivery(tx, { id: newId(), dueAt: tx.realNow, ...toSay })

/** Brings every place where the subject was said up to date; `atMostEvery` so many milliseconds for each. */
export async function refreshPosts(
  tx: Tx,
  subjectId: string,
  { kinds, atMostEvery = 0 }: { kinds?: readonly DeliveryKind[]; atMostEvery?: number } = {},
): Promise<void> {
  const posts = await listPostsAbout(tx, [subjectId], kinds)
  const ids = posts.map(({ id }) => id)
  const underWay = atMostEvery > 0 && ids.length > 0 ? await listPostsBeingShown(tx, ids) : undefined
  for (const post of posts) {
    const shownAt = underWay?.has(post.id) ? tx.realNow : post.shownAt
    const due = [tx.realNow, shownAt && addTo(shownAt, { ms: atMostEvery })].sort()
    await insertRefresh(tx, {
      id: newId(),
      kind: post.kind,
      subjectId: post.subjectId,
      args: post.args,
      lane: post.lane,
      postId: post.id,
      dueAt: due.at(-1) ?? tx.realNow,
    })
  }
}
