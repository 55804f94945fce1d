/** What follows from a letter's permission: who changed it is kept, and its scan comes and goes with it. */
import { mayShowScan } from '../domain/letter.ts'
import type { Story } from '../domain/story.ts'
import { updatePermission } from '../store/letters.ts'
import { deletePhotoCopy, isPhotoUnsaid, listPhotos } from '../store/photos.ts'
import { listPostsAbout } from '../store/posts.ts'
import type { Tx } from '../store/store.ts'
import { findStory } from '../store/stories.ts'
import { deliver } from './deliveries.ts'

/** Whether everybody may see its photo: that of a letter may name whom the letter may not name. */
export const maySharePhoto = ({ photo, letter }: Story): boolean =>
  photo !== undefined && (!letter || mayShowScan(letter))

/** A letter was mended. */
export async function permissionFollows(tx: Tx, before: Story, after: Story, by: string): Promise<void> {
  if (!after.letter) return
  const { permission } = after.letter
  if (permission !== before.letter?.permission) await updatePermission(tx, after.id, permission, by)
  await scanFollows(tx, after.id)
}

/**
 * A scan that may be shown now is shared in the thread of the card, once that is there. One that may not be shown any
 * more goes when its post is brought up to date.
 */
export async function scanFollows(tx: Tx, storyId: string): Promise<void> {
  const story = await findStory(tx, storyId)
  if (!story?.letter || story.retraction || !mayShowScan(story.letter)) return
  if (!(await listPhotos(tx, [storyId])).has(storyId) || (await isPhotoUnsaid(tx, storyId))) return
  const posts = await listPostsAbout(tx, [storyId], ['story.card', 'story.photo'])
  const card = posts.find(({ kind }) => kind === 'story.card')
  if (!card || posts.some(({ kind }) => kind === 'story.photo')) return
  await deliver(tx, {
    kind: 'story.photo',
    subjectId: storyId,
    lane: card.lane,
    threadOf: card.deliveryId,
  })
}

/** The photo's copy is deleted. It may have been allowed again meanwhile: then there is a new one. */
export async function photoGone(tx: Tx, storyId: string): Promise<void> {
  await deletePhotoCopy(tx, storyId)
  await scanFollows(tx, storyId)
}
