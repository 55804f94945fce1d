/** What stories said before they were edited. */
import type { Story } from '../domain/story.ts'
import { anyOf } from './each.ts'
import type { Reader, Tx } from './store.ts'

export async function insertEdit(
  tx: Tx,
  { id, before, by }: { id: string; before: Story; by: string },
): Promise<void> {
  await tx.db
    .insertInto('story_edits')
    .values({
      id,
      workspace_id: tx.workspaceId,
      story_id: before.id,
      edited_at: tx.now,
      edited_by: by,
      before: JSON.stringify(before),
    })
    .execute()
}

/** Says anew what a story said before. */
export async function updateEdits(tx: Tx, storyId: string, change: (before: Story) => Story): Promise<void> {
  const edits = await tx.db
    .selectFrom('story_edits')
    .select(['id', 'before'])
    .where('story_id', '=', storyId)
    .execute()
  for (const { id, before } of edits) {
    const changed = JSON.stringify(change(JSON.parse(before) as Story))
    await tx.db.updateTable('story_edits').set({ before: changed }).where('id', '=', id).execute()
  }
}

/** Which of the stories were edited after they were told. */
export async function listEdited(reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  const rows = await reader.db
    .selectFrom('story_edits')
    .select('story_id')
    .distinct()
    .where('story_id', 'in', anyOf(ids))
    .execute()
  return new Set(rows.map((row) => row.story_id))
}
