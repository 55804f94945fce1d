/** What somebody typed and has still to say yes to; private data is masked before it gets here. */
import type { Instant } from '../domain/time.ts'
import type { Reader, Tx } from './store.ts'

export async function insertDraft(
  tx: Tx,
  draft: { id: string; kind: string; personId: string; body: unknown },
): Promise<void> {
  await tx.db
    .insertInto('drafts')
    .values({
      id: draft.id,
      workspace_id: tx.workspaceId,
      person_id: draft.personId,
      kind: draft.kind,
      body: JSON.stringify(draft.body),
      drafted_at: tx.now,
    })
    .execute()
}

/** Somebody's own draft. */
export async function findDraft(
  reader: Reader,
  { id, kind, personId }: { id: string; kind: string; personId: string },
): Promise<unknown> {
  const row = await reader.db
    .selectFrom('drafts')
    .select('body')
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && (JSON.parse(row.body) as unknown)
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('drafts').where('id', '=', id).execute()
}

export async function deleteDraftsBefore(tx: Tx, before: Instant): Promise<void> {
  await tx.db
    .deleteFrom('drafts')
    .where('workspace_id', '=', tx.workspaceId)
    .where('drafted_at', '<', before)
    .execute()
}
