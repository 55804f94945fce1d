/** A story's photo: the file of the form, and the copy that everybody can see. */
import { anyOf } from './each.ts'
import type { Reader, Tx } from './store.ts'

export type StoredPhoto = {
  readonly storyId: string
  readonly fileId: string
  readonly description?: string
  /** The copy in the card's thread. */
  readonly sharedId?: string
  /** Whether that copy was shared, not only uploaded. */
  readonly isShared: boolean
  /** False once the platform refused it in the card. */
  readonly inCard: boolean
}

/** The photos of the stories that have one, by story id. */
export async function listPhotos(
  reader: Reader,
  storyIds: readonly string[],
): Promise<Map<string, StoredPhoto>> {
  const rows = await reader.db
    .selectFrom('photos')
    .selectAll()
    .where('story_id', 'in', anyOf(storyIds))
    .execute()
  return new Map(
    rows.map((row) => [
      row.story_id,
      {
        storyId: row.story_id,
        fileId: row.file_id,
        isShared: row.shared_at !== null,
        inCard: row.in_card === 1,
        ...(row.description ? { description: row.description } : {}),
        ...(row.shared_id ? { sharedId: row.shared_id } : {}),
      },
    ]),
  )
}

/** Says the photo's description anew, when it has one. */
export async function updatePhotoDescription(
  tx: Tx,
  storyId: string,
  change: (description: string) => string,
): Promise<void> {
  const { description } = (await listPhotos(tx, [storyId])).get(storyId) ?? {}
  if (!description) return
  await tx.db
    .updateTable('photos')
    .set({ description: change(description) })
    .where('story_id', '=', storyId)
    .execute()
}

/** Remembers the copy before it is shared, so that a crash in between finds it again. */
export async function updatePhotoCopy(tx: Tx, storyId: string, sharedId: string): Promise<void> {
  await tx.db.updateTable('photos').set({ shared_id: sharedId }).where('story_id', '=', storyId).execute()
}

export async function updatePhotoShared(tx: Tx, storyId: string): Promise<void> {
  await tx.db.updateTable('photos').set({ shared_at: tx.now }).where('story_id', '=', storyId).execute()
}

/** The platform does not take the photo in the card: it stays in the thread. @returns whether that is news */
export async function updatePhotoNotInCard(tx: Tx, storyId: string): Promise<boolean> {
  const row = await tx.db
    .updateTable('photos')
    .set({ in_card: 0 })
    .where('story_id', '=', storyId)
    .where('in_card', '=', 1)
    .returning('story_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The copy is about to go: nothing may show it any more, and it is still known which it is. */
export async function updatePhotoUnshared(tx: Tx, storyId: string): Promise<void> {
  await tx.db.updateTable('photos').set({ shared_at: null }).where('story_id', '=', storyId).execute()
}

/** The copy is gone: the next one is made anew. */
export async function deletePhotoCopy(tx: Tx, storyId: string): Promise<void> {
  await tx.db
    .updateTable('photos')
    .set({ shared_id: null, shared_at: null })
    .where('story_id', '=', storyId)
    .execute()
}

/** Whether the story's photo is still to be shared, or could not be. */
export async function isPhotoUnsaid(reader: Reader, storyId: string): Promise<boolean> {
  const row = await reader.db
    .selectFrom('deliveries')
    .select('id')
    .where('workspace_id', '=', reader.workspaceId)
    .where('kind', '=', 'story.photo')
    .where('subject_id', '=', storyId)
    .where('post_id', 'is', null)
    .where('state', 'in', ['waiting', 'sending', 'failed'])
    .executeTakeFirst()
  return row !== undefined
}
