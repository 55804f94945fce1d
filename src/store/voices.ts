/** Voices: who told a story a second time, in a few words of their own. */
import type { Instant } from '../domain/time.ts'
import { anyOf } from './each.ts'
import type { Reader, Tx } from './store.ts'

export type Voice = { readonly personId: string; readonly words: string; readonly addedAt: Instant }

/** By story, in the order in which they were added. */
export async function listVoices(
  reader: Reader,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Voice[]>> {
  const found = new Map<string, Voice[]>()
  const rows = await reader.db
    .selectFrom('voices')
    .selectAll()
    .where('story_id', 'in', anyOf(storyIds))
    .orderBy('added_at')
    .orderBy('person_id')
    .execute()
  for (const row of rows) {
    const voice = { personId: row.person_id, words: row.words, addedAt: row.added_at }
    found.set(row.story_id, [...(found.get(row.story_id) ?? []), voice])
  }
  return found
}

/** One for each person and story: said anew, it keeps its place. */
export async function upsertVoice(tx: Tx, storyId: string, personId: string, words: string): Promise<void> {
  await tx.db
    .insertInto('voices')
    .values({
      workspace_id: tx.workspaceId,
      story_id: storyId,
      person_id: personId,
      words,
      added_at: tx.now,
    })
    .onConflict((oc) => oc.columns(['story_id', 'person_id']).doUpdateSet({ words }))
    .execute()
}

/** @returns whether there was one */
export async function deleteVoice(tx: Tx, storyId: string, personId: string): Promise<boolean> {
  const row = await tx.db
    .deleteFrom('voices')
    .where('story_id', '=', storyId)
    .where('person_id', '=', personId)
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Says what all voices of a story say anew. */
export async function updateVoices(
  tx: Tx,
  storyId: string,
  change: (words: string) => string,
): Promise<void> {
  for (const { personId, words } of (await listVoices(tx, [storyId])).get(storyId) ?? []) {
    const changed = change(words)
    if (changed !== words) await upsertVoice(tx, storyId, personId, changed)
  }
}
