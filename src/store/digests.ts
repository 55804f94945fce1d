/** Digests: those to come with what hosts chose, and those that were issued with what was in them. */
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Instant, Window } from '../domain/time.ts'
import { anyOf, each } from './each.ts'
import type { Reader, Tx } from './store.ts'

export type DigestRow = { readonly id: string; readonly dueAt: Instant; readonly leadId?: string }

/** The digest due at that instant; made when there is none yet. */
export async function getDigestDueAt(tx: Tx, dueAt: Instant): Promise<DigestRow> {
  await tx.db
    .insertInto('digests')
    .values({ id: newId(), workspace_id: tx.workspaceId, due_at: dueAt, lead_id: null, created_at: tx.now })
    .onConflict((oc) => oc.doNothing())
    .execute()
  const row = await tx.db
    .selectFrom('digests')
    .select(['id', 'due_at', 'lead_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('due_at', '=', dueAt)
    .executeTakeFirstOrThrow()
  return fromRow(row)
}

/** The digest to come is due at another time now; what hosts chose for it stays with it. */
export async function moveOpenDigest(tx: Tx, dueAt: Instant): Promise<void> {
  const open = await tx.db
    .selectFrom('digests')
    .leftJoin('digest_issues', 'digest_issues.digest_id', 'digests.id')
    .select('digests.id')
    .where('digests.workspace_id', '=', tx.workspaceId)
    .where('due_at', '>', tx.now)
    .where('due_at', '!=', dueAt)
    .where('issued_at', 'is', null)
    .orderBy('due_at')
    .executeTakeFirst()
  if (open) await tx.db.updateTable('digests').set({ due_at: dueAt }).where('id', '=', open.id).execute()
}

export async function findDigest(reader: Reader, id: string): Promise<DigestRow | undefined> {
  const row = await reader.db
    .selectFrom('digests')
    .select(['id', 'due_at', 'lead_id'])
    .where('workspace_id', '=', reader.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

const fromRow = (row: { id: string; due_at: string; lead_id: string | null }): DigestRow => ({
  id: row.id,
  dueAt: row.due_at,
  ...(row.lead_id ? { leadId: row.lead_id } : {}),
})

// What hosts choose ---------------------------------------------------------------------------------------------------

export async function updateDigestLead(tx: Tx, digestId: string, storyId: string | undefined): Promise<void> {
  await tx.db
    .updateTable('digests')
    .set({ lead_id: storyId ?? null })
    .where('id', '=', digestId)
    .execute()
}

/** A note replaces the one that the same person wrote before; empty words take it away. */
export async function upsertDigestNote(
  tx: Tx,
  { digestId, personId, words }: { digestId: string; personId: string; words: string },
): Promise<void> {
  await tx.db
    .deleteFrom('digest_notes')
    .where('digest_id', '=', digestId)
    .where('person_id', '=', personId)
    .execute()
  if (!words) return
  await tx.db
    .insertInto('digest_notes')
    .values({
      workspace_id: tx.workspaceId,
      digest_id: digestId,
      person_id: personId,
      words,
      noted_at: tx.now,
    })
    .execute()
}

export async function listDigestNotes(
  reader: Reader,
  digestId: string,
): Promise<{ personId: string; words: string }[]> {
  return await reader.db
    .selectFrom('digest_notes')
    .select(['person_id as personId', 'words'])
    .where('digest_id', '=', digestId)
    .orderBy('noted_at')
    .execute()
}

export async function insertOmission(tx: Tx, digestId: string, storyId: string, by: string): Promise<void> {
  await tx.db
    .insertInto('digest_omissions')
    .values({
      workspace_id: tx.workspaceId,
      digest_id: digestId,
      story_id: storyId,
      omitted_at: tx.now,
      omitted_by: by,
    })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

export async function deleteOmission(tx: Tx, storyId: string): Promise<void> {
  await tx.db.deleteFrom('digest_omissions').where('story_id', '=', storyId).execute()
}

/** Those of the stories that a host left out, of this digest or of one that was skipped or missed since. */
export async function listOmitted(reader: Reader, storyIds: readonly string[]): Promise<Set<string>> {
  const rows = await reader.db
    .selectFrom('digest_omissions')
    .select('story_id')
    .where('story_id', 'in', anyOf(storyIds))
    .execute()
  return new Set(rows.map((row) => row.story_id))
}

export async function insertSkip(tx: Tx, digestId: string, by: string): Promise<void> {
  await tx.db
    .insertInto('digest_skips')
    .values({ workspace_id: tx.workspaceId, digest_id: digestId, skipped_at: tx.now, skipped_by: by })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

export async function deleteSkip(tx: Tx, digestId: string): Promise<void> {
  await tx.db.deleteFrom('digest_skips').where('digest_id', '=', digestId).execute()
}

/** Who skipped this digest, if anybody did. */
export async function findSkip(reader: Reader, digestId: string): Promise<string | undefined> {
  const row = await reader.db
    .selectFrom('digest_skips')
    .select('skipped_by')
    .where('digest_id', '=', digestId)
    .executeTakeFirst()
  return row?.skipped_by
}

// What was issued -----------------------------------------------------------------------------------------------------

export type Place = 'lead' | 'other' | 'left_out'
export type PlacedStory = { readonly storyId: string; readonly place: Place }

/** @returns whether it is issued now: a digest is issued once */
export async function insertIssue(
  tx: Tx,
  digestId: string,
  window: Window,
  stories: readonly PlacedStory[],
): Promise<boolean> {
  const row = await tx.db
    .insertInto('digest_issues')
    .values({
      workspace_id: tx.workspaceId,
      digest_id: digestId,
      from_at: window.from,
      to_at: window.to,
      issued_at: tx.now,
    })
    .onConflict((oc) => oc.doNothing())
    .returning('digest_id')
    .executeTakeFirst()
  if (!row) return false
  const placed = stories.map(({ storyId, place }) => [storyId, place])
  await sql`insert into digest_stories (workspace_id, digest_id, story_id, place, position)
    select ${tx.workspaceId}, ${digestId}, value ->> 0, value ->> 1, key from ${each(placed)}`.execute(tx.db)
  return true
}

export type Issue = { readonly digestId: string; readonly window: Window }

export async function findIssue(reader: Reader, digestId: string): Promise<Issue | undefined> {
  const row = await reader.db
    .selectFrom('digest_issues')
    .select(['digest_id', 'from_at', 'to_at'])
    .where('digest_id', '=', digestId)
    .executeTakeFirst()
  return row && { digestId, window: { from: row.from_at, to: row.to_at } }
}

export async function findLastIssue(reader: Reader): Promise<Issue | undefined> {
  const row = await reader.db
    .selectFrom('digest_issues')
    .select(['digest_id', 'from_at', 'to_at'])
    .where('workspace_id', '=', reader.workspaceId)
    .orderBy('to_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { digestId: row.digest_id, window: { from: row.from_at, to: row.to_at } }
}

/** The ids of the digests issued after that moment. */
export async function listIssuedSince(reader: Reader, since: Instant): Promise<string[]> {
  const rows = await reader.db
    .selectFrom('digest_issues')
    .select('digest_id')
    .where('workspace_id', '=', reader.workspaceId)
    .where('to_at', '>', since)
    .execute()
  return rows.map((row) => row.digest_id)
}

/** What was in an issued digest, in its order. */
export async function listIssuedStories(reader: Reader, digestId: string): Promise<PlacedStory[]> {
  return await reader.db
    .selectFrom('digest_stories')
    .select(['story_id as storyId', 'place'])
    .where('digest_id', '=', digestId)
    .orderBy('position')
    .execute()
}

/** How many stories an issued digest told. */
export async function countIssuedStories(reader: Reader, digestId: string): Promise<number> {
  const { count } = await reader.db
    .selectFrom('digest_stories')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('digest_id', '=', digestId)
    .where('place', '!=', 'left_out')
    .executeTakeFirstOrThrow()
  return count
}

/** The champions of stories that led a digest issued since then. */
export async function listLeadersSince(reader: Reader, since: Instant): Promise<Set<string>> {
  const rows = await reader.db
    .selectFrom('digest_issues')
    .innerJoin('digest_stories', 'digest_stories.digest_id', 'digest_issues.digest_id')
    .innerJoin('champions', 'champions.story_id', 'digest_stories.story_id')
    .select('champions.person_id as personId')
    .distinct()
    .where('digest_issues.workspace_id', '=', reader.workspaceId)
    .where('digest_issues.to_at', '>', since)
    .where('digest_stories.place', '=', 'lead')
    .execute()
  return new Set(rows.map((row) => row.personId))
}
