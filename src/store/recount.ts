/** Counting everything anew, set by set: a period at a time, by the windows of the zone as it is now. */
import { type Expression, type SqlBool, sql } from 'kysely'
import type { BoardView } from '../domain/board.ts'
import type { Period } from '../domain/calendar.ts'
import type { Day, Instant, Window } from '../domain/time.ts'
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

/** Counts what was told and cheered in the window of the period that starts on that day; it has no counters yet. */
export async function insertCountsOf(
  tx: Tx,
  { period, startsOn, window }: { period: Period; startsOn: Day; window: Window },
): Promise<void> {
  const told = tx.db
    .selectFrom('stories')
    .where('stories.workspace_id', '=', tx.workspaceId)
    .where('stories.told_at', '>=', window.from)
    .where('stories.told_at', '<', window.to)
    .where((eb) => stands(eb.ref('stories.id')))
  const place = (view: BoardView) => [
    sql.val(tx.workspaceId).as('workspace_id'),
    sql.val(view).as('view'),
    sql.val(period).as('period'),
    sql.val(startsOn).as('starts_on'),
  ]
  const insert = tx.db
    .insertInto('board_counts')
    .columns(['workspace_id', 'view', 'period', 'starts_on', 'person_id', 'count', 'cheers'])

  await insert
    .expression(
      told
        .select(place('storytellers'))
        .select((eb) => [
          'teller_id as person_id',
          eb.fn.countAll<number>().as('count'),
          sql.lit(0).as('cheers'),
        ])
        .groupBy('teller_id'),
    )
    .execute()
  await insert
    .expression(
      told
        .innerJoin('champions', 'champions.story_id', 'stories.id')
        .select(place('champions'))
        .select((eb) => [
          'champions.person_id',
          eb.fn.countAll<number>().as('count'),
          eb.fn.sum<number>('cheer_count').as('cheers'),
        ])
        .groupBy('champions.person_id'),
    )
    .execute()
  await insert
    .expression(
      tx.db
        .selectFrom('cheers')
        .where('workspace_id', '=', tx.workspaceId)
        .where('cheered_at', '>=', window.from)
        .where('cheered_at', '<', window.to)
        .select(place('cheerers'))
        .select((eb) => ['person_id', eb.fn.countAll<number>().as('count'), sql.lit(0).as('cheers')])
        .groupBy('person_id'),
    )
    .execute()
}

const stands = (storyId: Expression<string>) =>
  sql<SqlBool>`not exists (select 1 from retractions where retractions.story_id = ${storyId})`
