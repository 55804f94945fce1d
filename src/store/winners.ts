/** Who became the champion of a round: the title is theirs for good. */
import type { Instant, Window } from '../domain/time.ts'
import { anyOf } from './each.ts'
import type { Reader, Tx } from './store.ts'

export type Winner = {
  readonly roundId: string
  readonly personId: string
  readonly title: string
  readonly wonAt: Instant
}

export async function insertWinners(
  tx: Tx,
  { roundId, title }: { roundId: string; title: string },
  personIds: readonly string[],
): Promise<void> {
  await tx.db
    .insertInto('winners')
    .values(
      personIds.map((person_id) => ({
        workspace_id: tx.workspaceId,
        round_id: roundId,
        person_id,
        title,
        won_at: tx.now,
      })),
    )
    .execute()
}

export async function listWinnersOf(reader: Reader, roundIds: readonly string[]): Promise<Winner[]> {
  const rows = await winners(reader).where('round_id', 'in', anyOf(roundIds)).orderBy('person_id').execute()
  return rows.map(fromRow)
}

/** The titles of a person, the latest first. */
export async function listTitles(reader: Reader, personId: string, most: number): Promise<Winner[]> {
  const rows = await winners(reader)
    .where('workspace_id', '=', reader.workspaceId)
    .where('person_id', '=', personId)
    .orderBy('won_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(fromRow)
}

/** Who won in a window of time, oldest first. */
export async function listWinnersIn(reader: Reader, { from, to }: Window): Promise<Winner[]> {
  const rows = await winners(reader)
    .where('workspace_id', '=', reader.workspaceId)
    .where('won_at', '>=', from)
    .where('won_at', '<', to)
    .orderBy('won_at')
    .orderBy('person_id')
    .execute()
  return rows.map(fromRow)
}

/** The title that a person won in one of the last so many rounds that had a champion, if they did. */
export async function findRecentTitle(
  reader: Reader,
  personId: string,
  rounds: number,
): Promise<string | undefined> {
  if (rounds === 0) return undefined
  const last = await reader.db
    .selectFrom('winners')
    .select(['round_id'])
    .distinct()
    .where('workspace_id', '=', reader.workspaceId)
    .groupBy('round_id')
    .orderBy((eb) => eb.fn.max('won_at'), 'desc')
    .limit(rounds)
    .execute()
  const won = await listWinnersOf(
    reader,
    last.map(({ round_id }) => round_id),
  )
  return won.find((winner) => winner.personId === personId)?.title
}

const winners = (reader: Reader) =>
  reader.db.selectFrom('winners').select(['round_id', 'person_id', 'title', 'won_at'])

const fromRow = (row: { round_id: string; person_id: string; title: string; won_at: string }): Winner => ({
  roundId: row.round_id,
  personId: row.person_id,
  title: row.title,
  wonAt: row.won_at,
})
