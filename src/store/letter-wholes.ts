/** The whole of letters of which only a passage is quoted: masked, as the passage is. */
import { anyOf } from './each.ts'
import type { Reader, Tx } from './store.ts'

export async function insertWhole(tx: Tx, storyId: string, text: string): Promise<void> {
  await tx.db
    .insertInto('letter_wholes')
    .values({ story_id: storyId, workspace_id: tx.workspaceId, text })
    .execute()
}

export async function findWhole(reader: Reader, storyId: string): Promise<string | undefined> {
  const row = await reader.db
    .selectFrom('letter_wholes')
    .select('text')
    .where('workspace_id', '=', reader.workspaceId)
    .where('story_id', '=', storyId)
    .executeTakeFirst()
  return row?.text
}

/** Of these stories, those that are longer than what is quoted of them. */
export async function listWithWhole(
  reader: Reader,
  storyIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader.db
    .selectFrom('letter_wholes')
    .select('story_id')
    .where('story_id', 'in', anyOf(storyIds))
    .execute()
  return new Set(rows.map((row) => row.story_id))
}

/** Puts other words in place of those that are kept, if there are any. */
export async function updateWhole(tx: Tx, storyId: string, change: (text: string) => string): Promise<void> {
  const text = await findWhole(tx, storyId)
  if (text === undefined) return
  await tx.db
    .updateTable('letter_wholes')
    .set({ text: change(text) })
    .where('story_id', '=', storyId)
    .execute()
}

export async function deleteWhole(tx: Tx, storyId: string): Promise<void> {
  await tx.db
    .deleteFrom('letter_wholes')
    .where('workspace_id', '=', tx.workspaceId)
    .where('story_id', '=', storyId)
    .execute()
}
