/** Stories and who is credited in them. A story that was taken back stays, with the row that says so. */
import type { Selectable } from 'kysely'
import type { CustomerKind, Story, StoryKind } from '../domain/story.ts'
import type { Day, Instant } from '../domain/time.ts'
import { anyOf } from './each.ts'
import { listLetters, upsertLetter } from './letters.ts'
import type { Schema } from './schema.ts'
import type { Reader, Tx } from './store.ts'
import { insertEdit } from './story-edits.ts'

/** A story as it stands: its cheers, and whether it was taken back. */
export type StoredStory = Story & {
  readonly cheers: number
  readonly retraction?: { readonly at: Instant; readonly by: string; readonly reason?: string }
}

export async function insertStory(tx: Tx, story: Story): Promise<void> {
  await tx.db
    .insertInto('stories')
    .values({ id: story.id, workspace_id: tx.workspaceId, ...telling(story) })
    .execute()
  await insertChampions(tx, story)
  if (story.letter) await upsertLetter(tx, story.id, story.letter)
  if (story.photo) {
    await tx.db
      .insertInto('photos')
      .values({
        workspace_id: tx.workspaceId,
        story_id: story.id,
        file_id: story.photo.fileId,
        description: story.photo.description ?? null,
        shared_id: null,
        shared_at: null,
      })
      .execute()
  }
}

/** Replaces what was told and who is credited; `before` is kept as history. */
export async function updateStory(
  tx: Tx,
  story: Story,
  before: Story,
  editId: string,
  by: string,
): Promise<void> {
  await tx.db.updateTable('stories').set(telling(story)).where('id', '=', story.id).execute()
  await tx.db.deleteFrom('champions').where('story_id', '=', story.id).execute()
  await insertChampions(tx, story)
  if (story.letter) await upsertLetter(tx, story.id, story.letter) // which a letter stays
  await insertEdit(tx, { id: editId, before, by })
}

async function insertChampions(tx: Tx, story: Story): Promise<void> {
  if (story.championIds.length === 0) return
  await tx.db
    .insertInto('champions')
    .values(
      story.championIds.map((person_id, position) => ({
        workspace_id: tx.workspaceId,
        story_id: story.id,
        person_id,
        position,
        told_at: story.toldAt,
      })),
    )
    .execute()
}

function telling(story: Story) {
  return {
    kind: story.kind,
    teller_id: story.tellerId,
    words: story.words,
    lesson: story.lesson ?? null,
    customer_kind: story.customerKind,
    customer_name: story.customerName ?? null,
    deeds: story.deeds ?? null,
    thanks: story.thanks ?? null,
    told_at: story.toldAt,
    told_on: story.toldOn,
  }
}

/** A champion is not named any more, in `after` nor in this story ever again. No history of it is kept. */
export async function deleteChampion(tx: Tx, after: Story, personId: string): Promise<void> {
  await tx.db.updateTable('stories').set(telling(after)).where('id', '=', after.id).execute()
  await tx.db
    .deleteFrom('champions')
    .where('story_id', '=', after.id)
    .where('person_id', '=', personId)
    .execute()
  await tx.db
    .insertInto('declined_credits')
    .values({
      workspace_id: tx.workspaceId,
      story_id: after.id,
      person_id: personId,
      declined_at: tx.now,
    })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** Who took their name off this story. */
export async function listDeclined(reader: Reader, storyId: string): Promise<Set<string>> {
  const rows = await reader.db
    .selectFrom('declined_credits')
    .select('person_id')
    .where('story_id', '=', storyId)
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

/** By story, who took their name off it. */
export async function listDeclinedIn(
  reader: Reader,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, Set<string>>()
  const rows = await reader.db
    .selectFrom('declined_credits')
    .select(['story_id', 'person_id'])
    .where('story_id', 'in', anyOf(storyIds))
    .execute()
  for (const row of rows) found.set(row.story_id, (found.get(row.story_id) ?? new Set()).add(row.person_id))
  return found
}

/** Stories told since without an award that is waiting, open or handed over, newest first. Posted ones only. */
export async function listStoryIdsWithoutPrize(
  reader: Reader,
  { since, most, managerId }: { since: Instant; most: number; managerId: string },
): Promise<string[]> {
  const rows = await reader.db
    .selectFrom('stories')
    .select('stories.id')
    .where('stories.workspace_id', '=', reader.workspaceId)
    .where('told_at', '>=', since)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('retractions').select('story_id').whereRef('story_id', '=', 'stories.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('awards')
            .innerJoin('award_shares', 'award_shares.award_id', 'awards.id')
            .select('awards.id')
            .where('awards.workspace_id', '=', reader.workspaceId)
            .whereRef('awards.story_id', '=', 'stories.id')
            .where((eb) => eb.or([eb('is_private', '=', 0), eb('given_by', '=', managerId)]))
            .where('award_shares.state', 'in', ['waiting', 'open', 'fulfilled']),
        ),
      ),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('post_subjects')
          .innerJoin('posts', 'posts.id', 'post_subjects.post_id')
          .select('posts.id')
          .whereRef('post_subjects.subject_id', '=', 'stories.id')
          .where('posts.kind', '=', 'story.card'),
      ),
    )
    .orderBy('told_at', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => row.id)
}

/** @returns whether it was still told: a story is taken back once */
export async function insertRetraction(
  tx: Tx,
  storyId: string,
  { by, reason }: { by: string; reason?: string | undefined },
): Promise<boolean> {
  const row = await tx.db
    .insertInto('retractions')
    .values({
      workspace_id: tx.workspaceId,
      story_id: storyId,
      retracted_at: tx.now,
      retracted_by: by,
      reason: reason ?? null,
    })
    .onConflict((oc) => oc.doNothing())
    .returning('story_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function findStory(reader: Reader, id: string): Promise<StoredStory | undefined> {
  return (await listStories(reader, [id]))[0]
}

/**
 * In the order of the ids; those that do not exist are left out. Asked for the workspace, too, SQLite would go through all
 * that is in it.
 */
export async function listStories(reader: Reader, ids: readonly string[]): Promise<StoredStory[]> {
  const rows = await reader.db
    .selectFrom('stories')
    .leftJoin('retractions', 'retractions.story_id', 'stories.id')
    .selectAll('stories')
    .select(['retracted_at', 'retracted_by', 'reason'])
    .where('stories.id', 'in', anyOf(ids))
    .execute()
  const own = rows.filter((row) => row.workspace_id === reader.workspaceId)
  const champions = await listChampions(reader, ids)
  const letters = await listLetters(reader, ids)
  const found = new Map(
    own.map((row) => [row.id, { ...fromRow(row, champions.get(row.id) ?? []), letter: letters.get(row.id) }]),
  )
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** By story, in their order. */
export async function listChampions(
  reader: Reader,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await reader.db
    .selectFrom('champions')
    .select(['story_id', 'person_id'])
    .where('story_id', 'in', anyOf(storyIds))
    .orderBy('position')
    .execute()
  const found = new Map<string, string[]>()
  for (const { story_id, person_id } of rows) {
    const others = found.get(story_id)
    if (others) others.push(person_id)
    else found.set(story_id, [person_id])
  }
  return found
}

/** The latest stories that a person told, newest first. */
export async function listStoryIdsToldBy(reader: Reader, tellerId: string, most: number): Promise<string[]> {
  const rows = await reader.db
    .selectFrom('stories')
    .leftJoin('retractions', 'retractions.story_id', 'stories.id')
    .select('stories.id')
    .where('stories.workspace_id', '=', reader.workspaceId)
    .where('teller_id', '=', tellerId)
    .where('retracted_at', 'is', null)
    .orderBy('told_at', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => row.id)
}

/** The latest stories that a person is credited in, newest first. */
export async function listStoryIdsAbout(reader: Reader, personId: string, most: number): Promise<string[]> {
  const rows = await reader.db
    .selectFrom('champions')
    .leftJoin('retractions', 'retractions.story_id', 'champions.story_id')
    .select('champions.story_id as id')
    .where('champions.workspace_id', '=', reader.workspaceId)
    .where('person_id', '=', personId)
    .where('retracted_at', 'is', null)
    .orderBy('told_at', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => row.id)
}

/** When the first story was told that still stands. */
export async function findFirstStoryAt(reader: Reader): Promise<Instant | undefined> {
  const row = await reader.db
    .selectFrom('stories')
    .leftJoin('retractions', 'retractions.story_id', 'stories.id')
    .select('told_at')
    .where('stories.workspace_id', '=', reader.workspaceId)
    .where('retracted_at', 'is', null)
    .orderBy('told_at')
    .limit(1)
    .executeTakeFirst()
  return row?.told_at
}

type Row = Selectable<Schema['stories']> & {
  retracted_at: Instant | null
  retracted_by: string | null
  reason: string | null
}

function fromRow(row: Row, championIds: readonly string[]): StoredStory {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    kind: row.kind as StoryKind,
    tellerId: row.teller_id,
    championIds,
    words: row.words,
    lesson: row.lesson ?? undefined,
    customerKind: row.customer_kind as CustomerKind,
    customerName: row.customer_name ?? undefined,
    deeds: row.deeds ?? undefined,
    thanks: row.thanks ?? undefined,
    toldAt: row.told_at,
    toldOn: row.told_on as Day,
    cheers: row.cheer_count,
    ...(row.retracted_at && row.retracted_by
      ? {
          retraction: {
            at: row.retracted_at,
            by: row.retracted_by,
            ...(row.reason ? { reason: row.reason } : {}),
          },
        }
      : {}),
  }
}
