/** What is told, privately, to the people of a story. */
import { type Delivery, deliveryKinds } from '../domain/delivery.ts'
import { listAwardsFor } from '../store/awards.ts'
import { updatePhotoShared } from '../store/photos.ts'
import { listPostsAbout } from '../store/posts.ts'
import { findPraiseOfStory } from '../store/praises.ts'
import type { Tx } from '../store/store.ts'
import { findStory, type StoredStory } from '../store/stories.ts'
import { tellAuthor } from './capture-source.ts'
import { deliver, refreshPosts } from './deliveries.ts'
import { scanFollows } from './letter-permission.ts'

/** The card is there: the champions get the story and a link, the teller a receipt; a scan allowed meanwhile follows. */
export async function cardSaid(tx: Tx, storyId: string): Promise<void> {
  const story = await findStory(tx, storyId)
  if (!story || story.retraction) return
  await deliver(tx, {
    kind: 'story.receipt',
    subjectId: storyId,
    lane: story.tellerId,
    key: `receipt ${storyId}`,
  })
  await tellChampions(tx, storyId)
  await tellAuthor(tx, story)
  await scanFollows(tx, storyId)
  const praiseId = await findPraiseOfStory(tx, storyId)
  if (praiseId) await refreshPosts(tx, praiseId)
  await linksFollow(tx, storyId)
}

const linking = deliveryKinds.filter((kind) => kind !== 'story.card')

/** What was said of the story before its card had an address gets the link to it. */
async function linksFollow(tx: Tx, storyId: string): Promise<void> {
  const awards = await listAwardsFor(tx, [storyId])
  await refreshPosts(tx, [storyId, ...awards.map(({ id }) => id)], { kinds: linking })
}

/**
 * Each champion once, when the card is out: also one who was credited by a later edit. The teller of one's own letter
 * knows already.
 */
export async function tellChampions(tx: Tx, storyId: string): Promise<void> {
  if (!(await isShown(tx, storyId))) return
  const story = await findStory(tx, storyId)
  for (const championId of story?.championIds ?? []) {
    if (championId === story?.tellerId) continue
    const key = `credit ${storyId} ${championId}`
    await deliver(tx, { kind: 'story.credit', subjectId: storyId, lane: championId, key })
  }
}

/** The card cannot be said: the teller hears that the story is safe, and why it is not there yet. */
export async function cardFailed(tx: Tx, delivery: Delivery, error: string): Promise<void> {
  const story = await findStory(tx, delivery.subjectId)
  if (!story || story.retraction) return
  await deliver(tx, {
    kind: 'story.receipt',
    subjectId: story.id,
    args: { error },
    lane: story.tellerId,
    key: `receipt ${story.id} failed ${delivery.attempts}`,
  })
}

/** Everybody can see the photo now: the card shows it too, where the platform takes it. */
export async function photoSaid(tx: Tx, storyId: string): Promise<void> {
  await updatePhotoShared(tx, storyId)
  await refreshPosts(tx, storyId, { kinds: ['story.card'] })
}

/** Taken back: the teller and the champions are told why, but not the one who did it. */
export async function tellOfRetraction(tx: Tx, story: StoredStory, by: string): Promise<void> {
  const wasShown = await isShown(tx, story.id)
  // Champions never saw a story whose card was not out yet.
  for (const personId of new Set([story.tellerId, ...(wasShown ? story.championIds : [])])) {
    if (personId === by) continue
    await deliver(tx, {
      kind: 'story.gone',
      subjectId: story.id,
      lane: personId,
      key: `gone ${story.id} ${personId}`,
    })
  }
}

/** The teller hears, gently, that a name is off, and whether that took the story back; of their own they know. */
export async function tellOfNameOff(tx: Tx, story: StoredStory, championId: string): Promise<void> {
  if (story.tellerId === championId) return
  await deliver(tx, {
    kind: 'story.name-off',
    subjectId: story.id,
    args: { championId },
    lane: story.tellerId,
    key: `name-off ${story.id} ${championId}`,
  })
}

const isShown = async (tx: Tx, storyId: string): Promise<boolean> =>
  (await listPostsAbout(tx, [storyId], ['story.card'])).length > 0
