/** What was masked in letters, as it was; who read it, and who erased it. */
import { v7 as newId } from 'uuid'
import type { Instant } from '../domain/time.ts'
import type { Reader, Tx } from './store.ts'

/** Of one field of a letter: its text as it was. */
export type Original = { readonly field: string; readonly text: string; readonly keptAt: Instant }

export async function insertOriginals(
  tx: Tx,
  storyId: string,
  originals: readonly Omit<Original, 'keptAt'>[],
): Promise<void> {
  if (originals.length === 0) return
  await tx.db
    .insertInto('letter_originals')
    .values(
      originals.map(({ field, text }) => ({
        id: newId(),
        workspace_id: tx.workspaceId,
        story_id: storyId,
        field,
        text,
        kept_at: tx.now,
      })),
    )
    .execute()
}

/** In the order in which they were kept. */
export async function listOriginals(reader: Reader, storyId: string): Promise<Original[]> {
  const rows = await reader.db
    .selectFrom('letter_originals')
    .select(['field', 'text', 'kept_at as keptAt'])
    .where('workspace_id', '=', reader.workspaceId)
    .where('story_id', '=', storyId)
    .orderBy('kept_at')
    .orderBy('id')
    .execute()
  return rows
}

/** Puts other words in place of those that are kept. */
export async function updateOriginals(
  tx: Tx,
  storyId: string,
  change: (text: string) => string,
): Promise<void> {
  const rows = await tx.db
    .selectFrom('letter_originals')
    .select(['id', 'text'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('story_id', '=', storyId)
    .execute()
  for (const { id, text } of rows)
    await tx.db
      .updateTable('letter_originals')
      .set({ text: change(text) })
      .where('id', '=', id)
      .execute()
}

/** @param fields only of these; all without them. @returns whether there was anything */
export async function deleteOriginals(tx: Tx, storyId: string, fields?: readonly string[]): Promise<boolean> {
  const rows = await tx.db
    .deleteFrom('letter_originals')
    .where('workspace_id', '=', tx.workspaceId)
    .where('story_id', '=', storyId)
    .$if(fields !== undefined, (query) => query.where('field', 'in', [...(fields ?? [])]))
    .returning('id')
    .execute()
  return rows.length > 0
}

export async function insertReading(tx: Tx, storyId: string, by: string): Promise<void> {
  const row = { id: newId(), workspace_id: tx.workspaceId, story_id: storyId, read_at: tx.now, read_by: by }
  await tx.db.insertInto('letter_original_readings').values(row).execute()
}

/** Who read it when, the latest first. */
export async function listReadings(
  reader: Reader,
  storyId: string,
  most: number,
): Promise<{ by: string; at: Instant }[]> {
  return reader.db
    .selectFrom('letter_original_readings')
    .select(['read_by as by', 'read_at as at'])
    .where('workspace_id', '=', reader.workspaceId)
    .where('story_id', '=', storyId)
    .orderBy('read_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}

export async function insertErasure(tx: Tx, storyId: string, by: string): Promise<void> {
  const row = {
    id: newId(),
    workspace_id: tx.workspaceId,
    story_id: storyId,
    erased_at: tx.now,
    erased_by: by,
  }
  await tx.db.insertInto('letter_original_erasures').values(row).execute()
}
