/** Counters per person and calendar period, kept in the transaction of what they count; and who left the boards. */
import { sql } from 'kysely'
import type { BoardRow, BoardView } from '../domain/board.ts'
import { type Period, periodStarts } from '../domain/calendar.ts'
import type { Day } from '../domain/time.ts'
import { anyOf, each } from './each.ts'
import type { Reader, Tx } from './store.ts'

/** One person counts more, or less, on a view on the day of what is counted. */
export type CountChange = {
  readonly view: BoardView
  readonly on: Day
  readonly personId: string
  readonly count: number
  readonly cheers: number
}

/** Adds the changes to the week, month, quarter and year of their days. */
export async function updateCounts(tx: Tx, changes: readonly CountChange[]): Promise<void> {
  const sums = new Map<
    string,
    { view: BoardView; period: Period; starts_on: Day; person_id: string; count: number; cheers: number }
  >()
  const startsOn = new Map<Day, [Period, Day][]>() // many changes are of the same day
  for (const { view, on, personId, count, cheers } of changes) {
    const starts = startsOn.get(on) ?? (Object.entries(periodStarts(on)) as [Period, Day][])
    startsOn.set(on, starts)
    for (const [period, starts_on] of starts) {
      const key = `${view} ${period} ${starts_on} ${personId}`
      const sum = sums.get(key) ?? { view, period, starts_on, person_id: personId, count: 0, cheers: 0 }
      sums.set(key, { ...sum, count: sum.count + count, cheers: sum.cheers + cheers })
    }
  }
  const rows = [...sums.values()]
    .filter((sum) => sum.count !== 0 || sum.cheers !== 0)
    .map((sum) => [sum.view, sum.period, sum.starts_on, sum.person_id, sum.count, sum.cheers])
  if (rows.length === 0) return
  await sql`insert into board_counts (workspace_id, view, period, starts_on, person_id, count, cheers)
    select ${tx.workspaceId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
    from ${each(rows)} where true
    on conflict (workspace_id, view, period, starts_on, person_id) do update set
      count = board_counts.count + excluded.count, cheers = board_counts.cheers + excluded.cheers`.execute(
    tx.db,
  )
}

type Place = { readonly view: BoardView; readonly period: Period; readonly startsOn: Day }

/**
 * The best of a period, best first, down to place `top`, with everybody who did as well as the one there: people with
 * something to show who are here, and did not leave the boards. Read from an index, as far as that place.
 */
export async function listBoardRows(reader: Reader, place: Place, top: number): Promise<BoardRow[]> {
  const best = listed(reader, place)
    .orderBy('count', 'desc')
    .orderBy('cheers', 'desc')
    .orderBy('board_counts.person_id')
  const last = await best
    .limit(1)
    .offset(top - 1)
    .executeTakeFirst()
  if (!last) return await best.limit(top).execute()
  return await best
    .where('count', '>=', last.count)
    .where((eb) => eb.or([eb('count', '>', last.count), eb('cheers', '>=', last.cheers)]))
    .execute()
}

const listed = (reader: Reader, { view, period, startsOn }: Place) =>
  reader.db
    .selectFrom('board_counts')
    .innerJoin('people', (join) =>
      join
        .onRef('people.workspace_id', '=', 'board_counts.workspace_id')
        .onRef('people.id', '=', 'board_counts.person_id'),
    )
    .select([
      'board_counts.person_id as personId',
      'people.name',
      'board_counts.count',
      'board_counts.cheers',
    ])
    .where('board_counts.workspace_id', '=', reader.workspaceId)
    .where('view', '=', view)
    .where('period', '=', period)
    .where('starts_on', '=', startsOn)
    .where('count', '>', 0)
    .where('people.left_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('board_leaves')
            .select('board_leaves.person_id')
            .whereRef('board_leaves.workspace_id', '=', 'board_counts.workspace_id')
            .whereRef('board_leaves.person_id', '=', 'board_counts.person_id'),
        ),
      ),
    )

/** One person's own numbers in a period. */
export async function findBoardRow(
  reader: Reader,
  { view, period, startsOn, personId }: { view: BoardView; period: Period; startsOn: Day; personId: string },
): Promise<{ count: number; cheers: number } | undefined> {
  return await reader.db
    .selectFrom('board_counts')
    .select(['count', 'cheers'])
    .where('workspace_id', '=', reader.workspaceId)
    .where('view', '=', view)
    .where('period', '=', period)
    .where('starts_on', '=', startsOn)
    .where('person_id', '=', personId)
    .where('count', '>', 0)
    .executeTakeFirst()
}

export async function insertBoardLeave(tx: Tx, personId: string): Promise<void> {
  await tx.db
    .insertInto('board_leaves')
    .values({ workspace_id: tx.workspaceId, person_id: personId, left_at: tx.now })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

export async function deleteBoardLeave(tx: Tx, personId: string): Promise<void> {
  await tx.db
    .deleteFrom('board_leaves')
    .where('workspace_id', '=', tx.workspaceId)
    .where('person_id', '=', personId)
    .execute()
}

/** Those of the ids who left the boards. */
export async function listBoardLeaves(reader: Reader, personIds: readonly string[]): Promise<Set<string>> {
  const rows = await reader.db
    .selectFrom('board_leaves')
    .select('person_id')
    .where('workspace_id', '=', reader.workspaceId)
    .where('person_id', 'in', anyOf(personIds))
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

/** What to call those of the ids who may be listed: who is here, and did not leave the boards. */
export async function listListed(
  reader: Reader,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.db
    .selectFrom('people')
    .leftJoin('board_leaves', (join) =>
      join
        .onRef('board_leaves.workspace_id', '=', 'people.workspace_id')
        .onRef('board_leaves.person_id', '=', 'people.id'),
    )
    .select(['people.id', 'people.name'])
    .where('people.workspace_id', '=', reader.workspaceId)
    .where('people.id', 'in', anyOf(personIds))
    .where('people.left_at', 'is', null)
    .where('board_leaves.left_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Every counter that is not nought, by what it counts. */
export async function listCounts(reader: Reader): Promise<Map<string, string>> {
  const rows = await reader.db
    .selectFrom('board_counts')
    .selectAll()
    .where('workspace_id', '=', reader.workspaceId)
    .where((eb) => eb.or([eb('count', '<>', 0), eb('cheers', '<>', 0)]))
    .execute()
  return new Map(
    rows.map((row) => [
      `${row.view} ${row.period} ${row.starts_on} ${row.person_id}`,
      `${row.count} ${row.cheers}`,
    ]),
  )
}
