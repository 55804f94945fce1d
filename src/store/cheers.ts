/** Reactions as people last left them, and the cheers they make: one per person and story. Set by set, not row by row. */
import { sql } from 'kysely'
import type { Reaction } from '../domain/cheer.ts'
import type { Instant } from '../domain/time.ts'
import { anyOf, anyPairOf, each } from './each.ts'
import type { Reader, Tx } from './store.ts'

export type Pair = { readonly storyId: string; readonly personId: string }

/** As one text, so that pairs can be looked up. */
export const pairKey = ({ storyId, personId }: Pair): string => `${storyId} ${personId}`

/** Keeps the latest news of each (story, person, emoji), by the platform's own time; off wins a tie. */
export async function upsertReactions(tx: Tx, reactions: readonly Reaction[]): Promise<void> {
  if (reactions.length === 0) return
  const rows = reactions.map((one) => [one.storyId, one.personId, one.emoji, one.isOn ? 1 : 0, one.at])
  await sql`insert into reactions (workspace_id, story_id, person_id, emoji, is_on, at)
    select ${tx.workspaceId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 from ${each(rows)}
    where true on conflict (story_id, person_id, emoji) do update set is_on = excluded.is_on, at = excluded.at
    where excluded.at > reactions.at or (excluded.at = reactions.at and excluded.is_on = 0)`.execute(tx.db)
}

/** Which emoji each pair has on the story now. */
export async function listReactionsOn(
  reader: Reader,
  pairs: readonly Pair[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  const rows = await reader.db
    .selectFrom('reactions')
    .select(['story_id as storyId', 'person_id as personId', 'emoji'])
    .where(inPairs(pairs))
    .where('is_on', '=', 1)
    .execute()
  for (const row of rows) found.set(pairKey(row), [...(found.get(pairKey(row)) ?? []), row.emoji])
  return found
}

/** Everybody who ever reacted to the story: their cheers may have to be settled anew. */
export async function listReactedTo(reader: Reader, storyId: string): Promise<Pair[]> {
  // No workspace here: with one, SQLite prefers an index that goes through all of its reactions.
  return await reader.db
    .selectFrom('reactions')
    .select(['story_id as storyId', 'person_id as personId'])
    .distinct()
    .where('story_id', '=', storyId)
    .execute()
}

/** The first stories after that one, in the order of their ids, that a person ever reacted to. */
export async function listReactedBy(
  reader: Reader,
  personId: string,
  { after, most }: { readonly after: string; readonly most: number },
): Promise<Pair[]> {
  return await reader.db
    .selectFrom('reactions')
    .select(['story_id as storyId', 'person_id as personId'])
    .distinct()
    .where('workspace_id', '=', reader.workspaceId)
    .where('person_id', '=', personId)
    .where('story_id', '>', after)
    .orderBy('story_id')
    .limit(most)
    .execute()
}

/** The cheers there are among the pairs, with when each was given. */
export async function listCheers(reader: Reader, pairs: readonly Pair[]): Promise<Map<string, Instant>> {
  const found = new Map<string, Instant>()
  const rows = await reader.db
    .selectFrom('cheers')
    .select(['story_id as storyId', 'person_id as personId', 'cheered_at as at'])
    .where(inPairs(pairs))
    .execute()
  for (const row of rows) found.set(pairKey(row), row.at)
  return found
}

export async function insertCheers(tx: Tx, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return
  await sql`insert into cheers (workspace_id, story_id, person_id, cheered_at)
    select ${tx.workspaceId}, value ->> 0, value ->> 1, ${tx.now} from ${each(pairs.map(asList))}`.execute(
    tx.db,
  )
}

export async function deleteCheers(tx: Tx, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return
  await tx.db.deleteFrom('cheers').where(inPairs(pairs)).execute()
}

/** So many cheers more, or less, by story. Many stories change by the same number: those are one statement. */
export async function updateCheerCounts(tx: Tx, changes: ReadonlyMap<string, number>): Promise<void> {
  for (const [change, alike] of Map.groupBy(changes, ([, change]) => change)) {
    await tx.db
      .updateTable('stories')
      .set((eb) => ({ cheer_count: eb('cheer_count', '+', change) }))
      .where('id', 'in', anyOf(alike.map(([storyId]) => storyId)))
      .execute()
  }
}

const asList = ({ storyId, personId }: Pair) => [storyId, personId] as const
const inPairs = (pairs: readonly Pair[]) =>
  sql<boolean>`(story_id, person_id) in ${anyPairOf(pairs.map(asList))}`
