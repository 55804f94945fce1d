/** Which rounds there are: open ones, the latest, and the one that something happens to next. */
import type { Round } from '../domain/round.ts'
import type { Instant } from '../domain/time.ts'
import { findRound, listRounds } from './rounds.ts'
import type { Reader } from './store.ts'

const OPEN = ['planned', 'nominating', 'closed', 'voting', 'short', 'tied'] as const

/** Rounds in one of these states that are not over, by when they open. */
export async function listOpenRounds(
  reader: Reader,
  states: readonly (typeof OPEN)[number][] = OPEN,
): Promise<Round[]> {
  const rows = await reader.db
    .selectFrom('rounds')
    .select('id')
    .where('workspace_id', '=', reader.workspaceId)
    .where('state', 'in', states)
    .orderBy('opens_at')
    .orderBy('id')
    .execute()
  return listRounds(
    reader,
    rows.map(({ id }) => id),
  )
}

/** The latest rounds, whatever came of them, the newest first. */
export async function listLatestRounds(reader: Reader, most: number): Promise<Round[]> {
  const rows = await reader.db
    .selectFrom('rounds')
    .select('id')
    .where('workspace_id', '=', reader.workspaceId)
    .orderBy('opens_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return listRounds(
    reader,
    rows.map(({ id }) => id),
  )
}

/** The round that something happens to first, not after this instant. */
export async function findDueRound(
  reader: Reader,
  now: Instant,
): Promise<{ round: Round; dueAt: Instant } | undefined> {
  const row = await reader.db
    .selectFrom('rounds')
    .select(['id', 'next_due_at'])
    .where('workspace_id', '=', reader.workspaceId)
    .where('next_due_at', 'is not', null)
    .where('next_due_at', '<=', now)
    .orderBy('next_due_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  const round = row && (await findRound(reader, row.id))
  return round && row.next_due_at ? { round, dueAt: row.next_due_at } : undefined
}
