/** Reactions as people last left them, and the cheers they make: one per person and story. Set by set, not row by row. */
import { sql } from 'kysely'
import type { Reaction } from '../domain/cheer.ts'
import type { Instant } from '../domain/time.ts'
import { parts } from './parts.ts'
import type { Reader, Tx } from './store.ts'

export type Pair = { readonly storyId: string; readonly personId: string }

/** As one text, so that pairs can be looked up. */
export const pairKey = ({ storyId, personId }: Pair): string => `${storyId} ${personId}`

/** Keeps the latest news of each (story, person, emoji), by the platform's own time; off wins a tie. */
export async function upsertReactions(tx: Tx, reactions: readonly Reaction[]): Promise<void> {
  for (const part of parts(reactions, 150)) {
    await tx.db
      .insertInto('reactions')
      .values(
        part.map((reaction) => ({
          workspace_id: tx.workspaceId,
          story_id: reaction.storyId,
          person_id: reaction.personId,
          emoji: reaction.emoji,
          is_on: reaction.isOn ? (1 as const) : (0 as const),
          at: reaction.at,
        })),
      )
      .onConflict((oc) =>
        oc
          .columns(['story_id', 'person_id', 'emoji'])
          .doUpdateSet((eb) => ({ is_on: eb.ref('excluded.is_on'), at: eb.ref('excluded.at') }))
          .where((eb) =>
            eb.or([
              eb('excluded.at', '>', eb.ref('reactions.at')),
              eb.and([eb('excluded.at', '=', eb.ref('reactions.at')), eb('excluded.is_on', '=', 0)]),
            ]),
          ),
      )
      .execute()
  }
}

/** Which emoji each pair has on the story now. */
export async function listReactionsOn(
  reader: Reader,
  pairs: readonly Pair[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const part of parts(pairs, 200)) {
    const rows = await reader.db
      .selectFrom('reactions')
      .select(['story_id as storyId', 'person_id as personId', 'emoji'])
      .where(inPairs(part))
      .where('is_on', '=', 1)
      .execute()
    for (const row of rows) found.set(pairKey(row), [...(found.get(pairKey(row)) ?? []), row.emoji])
  }
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
  for (const part of parts(pairs, 200)) {
    const rows = await reader.db
      .selectFrom('cheers')
      .select(['story_id as storyId', 'person_id as personId', 'cheered_at as at'])
      .where(inPairs(part))
      .execute()
    for (const row of rows) found.set(pairKey(row), row.at)
  }
  return found
}

export async function insertCheers(tx: Tx, pairs: readonly Pair[]): Promise<void> {
  for (const part of parts(pairs, 200)) {
    await tx.db
      .insertInto('cheers')
      .values(
        part.map(({ storyId, personId }) => ({
          workspace_id: tx.workspaceId,
          story_id: storyId,
          person_id: personId,
          cheered_at: tx.now,
        })),
      )
      .execute()
  }
}

export async function deleteCheers(tx: Tx, pairs: readonly Pair[]): Promise<void> {
  for (const part of parts(pairs, 200)) await tx.db.deleteFrom('cheers').where(inPairs(part)).execute()
}

/** So many cheers more, or less, by story. Many stories change by the same number: those are one statement. */
export async function updateCheerCounts(tx: Tx, changes: ReadonlyMap<string, number>): Promise<void> {
  for (const [change, alike] of Map.groupBy(changes, ([, change]) => change)) {
    for (const part of parts(alike.map(([storyId]) => storyId))) {
      await tx.db
        .updateTable('stories')
        .set((eb) => ({ cheer_count: eb('cheer_count', '+', change) }))
        .where('id', 'in', part)
        .execute()
    }
  }
}

/** `(a, b) in (values …)` is what SQLite and PostgreSQL both take. */
const inPairs = (pairs: readonly Pair[]) =>
  sql<boolean>`(story_id, person_id) in (values ${sql.join(pairs.map((pair) => sql`(${pair.storyId}, ${pair.personId})`))})`
