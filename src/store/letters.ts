/** Letters: what is known of a customer's letter besides its words, and who changed what may be shown of it. */
import type { Selectable } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Letter, Permission, Via } from '../domain/letter.ts'
import { anyOf } from './each.ts'
import type { Schema } from './schema.ts'
import type { Reader, Tx } from './store.ts'

/** Replaces what is known. */
export async function upsertLetter(tx: Tx, storyId: string, letter: Letter): Promise<void> {
  const values = {
    author_name: letter.authorName ?? null,
    author_role: letter.authorRole ?? null,
    via: letter.via ?? null,
    received_on: letter.receivedOn ?? null,
    reference: letter.reference ?? null,
    permission: letter.permission,
    asked_by: letter.askedBy ?? null,
    asked_on: letter.askedOn ?? null,
    scan_is_clear: letter.scanIsClear ? (1 as const) : (0 as const),
  }
  await tx.db
    .insertInto('letters')
    .values({ workspace_id: tx.workspaceId, story_id: storyId, ...values })
    .onConflict((oc) => oc.column('story_id').doUpdateSet(values))
    .execute()
}

/** By story. */
export async function listLetters(
  reader: Reader,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, Letter>> {
  const rows = await reader.db
    .selectFrom('letters')
    .selectAll()
    .where('story_id', 'in', anyOf(storyIds))
    .execute()
  return new Map(rows.map((row) => [row.story_id, fromRow(row)]))
}

const fromRow = (row: Selectable<Schema['letters']>): Letter => ({
  authorName: row.author_name ?? undefined,
  authorRole: row.author_role ?? undefined,
  via: (row.via ?? undefined) as Via | undefined,
  receivedOn: row.received_on ?? undefined,
  reference: row.reference ?? undefined,
  permission: row.permission,
  askedBy: row.asked_by ?? undefined,
  askedOn: row.asked_on ?? undefined,
  scanIsClear: row.scan_is_clear === 1,
})

/** What may be shown from now on, and who said so. */
export async function updatePermission(
  tx: Tx,
  storyId: string,
  permission: Permission,
  by: string,
): Promise<void> {
  await tx.db
    .updateTable('letters')
    .set({ permission })
    .where('workspace_id', '=', tx.workspaceId)
    .where('story_id', '=', storyId)
    .execute()
  await tx.db
    .insertInto('letter_permissions')
    .values({
      id: newId(),
      workspace_id: tx.workspaceId,
      story_id: storyId,
      permission,
      set_at: tx.now,
      set_by: by,
    })
    .execute()
}

/** The loop is closed, once. @returns whether it was still open */
export async function insertReply(tx: Tx, storyId: string, by: string): Promise<boolean> {
  const row = await tx.db
    .insertInto('letter_replies')
    .values({ workspace_id: tx.workspaceId, story_id: storyId, replied_at: tx.now, replied_by: by })
    .onConflict((oc) => oc.doNothing())
    .returning('story_id')
    .executeTakeFirst()
  return row !== undefined
}

/** By story: who thanked the customer. */
export async function listReplies(
  reader: Reader,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.db
    .selectFrom('letter_replies')
    .select(['story_id', 'replied_by'])
    .where('story_id', 'in', anyOf(storyIds))
    .execute()
  return new Map(rows.map((row) => [row.story_id, row.replied_by]))
}
