/** Counting anew, set by set, what the counters should say; and putting right those that do not. */
import { type Expression, type SqlBool, sql } from 'kysely'
import type { BoardView } from '../domain/board.ts'
import type { Period } from '../domain/calendar.ts'
import type { Day, Instant, Window } from '../domain/time.ts'
import { parts } from './parts.ts'
import type { Reader, Tx } from './store.ts'

/** The first and the last moment at which something was told or cheered; undefined before there is anything. */
export async function findCountedSpan(
  reader: Reader,
): Promise<{ first: Instant; last: Instant } | undefined> {
  const ends = async (table: 'stories' | 'cheers', at: 'told_at' | 'cheered_at') => {
    const end = (way: 'asc' | 'desc') =>
      reader.db
        .selectFrom(table)
        .select(sql.ref<Instant>(at).as('at'))
        .where('workspace_id', '=', reader.workspaceId)
        .orderBy(sql.ref(at), way)
        .limit(1)
        .executeTakeFirst()
    return [(await end('asc'))?.at, (await end('desc'))?.at]
  }
  const all = [...(await ends('stories', 'told_at')), ...(await ends('cheers', 'cheered_at'))]
  const [first, ...rest] = all.filter((at) => at !== undefined).sort()
  return first === undefined ? undefined : { first, last: rest.at(-1) ?? first }
}

/** What was told in the day's window was told on that day. */
export async function updateToldOn(tx: Tx, toldOn: Day, { from, to }: Window): Promise<void> {
  await tx.db
    .updateTable('stories')
    .set({ told_on: toldOn })
    .where('workspace_id', '=', tx.workspaceId)
    .where('told_at', '>=', from)
    .where('told_at', '<', to)
    .where('told_on', '!=', toldOn)
    .execute()
}

export type Count = { readonly personId: string; readonly count: number; readonly cheers: number }

/** What was told or cheered in the window, by person: from the stories and cheers themselves. */
export async function listCountsFrom(reader: Reader, view: BoardView, window: Window): Promise<Count[]> {
  if (view === 'cheerers') {
    return await reader.db
      .selectFrom('cheers')
      .where('workspace_id', '=', reader.workspaceId)
      .where('cheered_at', '>=', window.from)
      .where('cheered_at', '<', window.to)
      .select((eb) => [
        'person_id as personId',
        eb.fn.countAll<number>().as('count'),
        sql.lit(0).as('cheers'),
      ])
      .groupBy('person_id')
      .execute()
  }
  const told = reader.db
    .selectFrom('stories')
    .where('stories.workspace_id', '=', reader.workspaceId)
    .where('stories.told_at', '>=', window.from)
    .where('stories.told_at', '<', window.to)
    .where((eb) => stands(eb.ref('stories.id')))
  if (view === 'storytellers') {
    return await told
      .select((eb) => [
        'teller_id as personId',
        eb.fn.countAll<number>().as('count'),
        sql.lit(0).as('cheers'),
      ])
      .groupBy('teller_id')
      .execute()
  }
  return await told
    .innerJoin('champions', 'champions.story_id', 'stories.id')
    .select((eb) => [
      'champions.person_id as personId',
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number>('cheer_count').as('cheers'),
    ])
    .groupBy('champions.person_id')
    .execute()
}

const stands = (storyId: Expression<string>) =>
  sql<SqlBool>`not exists (select 1 from retractions where retractions.story_id = ${storyId})`

export type CountPlace = { readonly view: BoardView; readonly period: Period; readonly startsOn: Day }

/** What the counters of a period say. */
export async function listCountsAt(reader: Reader, { view, period, startsOn }: CountPlace): Promise<Count[]> {
  return await reader.db
    .selectFrom('board_counts')
    .select(['person_id as personId', 'count', 'cheers'])
    .where('workspace_id', '=', reader.workspaceId)
    .where('view', '=', view)
    .where('period', '=', period)
    .where('starts_on', '=', startsOn)
    .execute()
}

/** Makes these counters of a period say this; others stay as they are. */
export async function replaceCounts(
  tx: Tx,
  { view, period, startsOn }: CountPlace,
  counts: readonly Count[],
): Promise<void> {
  const rows = counts.map(({ personId, count, cheers }) => ({
    ...{ workspace_id: tx.workspaceId, view, period, starts_on: startsOn },
    ...{ person_id: personId, count, cheers },
  }))
  for (const part of parts(rows)) {
    await tx.db
      .insertInto('board_counts')
      .values(part)
      .onConflict((oc) =>
        oc
          .columns(['workspace_id', 'view', 'period', 'starts_on', 'person_id'])
          .doUpdateSet((eb) => ({ count: eb.ref('excluded.count'), cheers: eb.ref('excluded.cheers') })),
      )
      .execute()
  }
}

/** Nothing was told or cheered in periods before the first or after the last. @returns how many counters said so */
export async function deleteCountsOutside(
  tx: Tx,
  { view, period }: Omit<CountPlace, 'startsOn'>,
  { first, last }: { readonly first: Day; readonly last: Day },
): Promise<number> {
  const all = tx.db
    .deleteFrom('board_counts')
    .where('workspace_id', '=', tx.workspaceId)
    .where('view', '=', view)
    .where('period', '=', period)
    .returning(['count', 'cheers'])
  // Either end by itself: together, SQLite goes through all that is between them.
  const before = await all.where('starts_on', '<', first).execute()
  const after = await all.where('starts_on', '>', last).execute()
  return [...before, ...after].filter(({ count, cheers }) => count !== 0 || cheers !== 0).length
}
