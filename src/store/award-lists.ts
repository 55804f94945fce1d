/** Which awards there are: by manager, by time, by state. */
import { type NotNull, sql } from 'kysely'
import type { Instant, Window } from '../domain/time.ts'
import { anyOf } from './each.ts'
import type { Reader } from './store.ts'

/** What a manager gave, newest first. */
export async function listAwardIdsBy(reader: Reader, givenBy: string, most: number): Promise<string[]> {
  const rows = await reader.db
    .selectFrom('awards')
    .select('id')
    .where('workspace_id', '=', reader.workspaceId)
    .where('given_by', '=', givenBy)
    .orderBy('awarded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => row.id)
}

/** Public awards for stories that were given in this window, oldest first. */
export async function listGiven(
  reader: Reader,
  window: Window,
): Promise<{ awardId: string; storyId: string }[]> {
  return await reader.db
    .selectFrom('awards')
    .select(['id as awardId', 'story_id as storyId'])
    .where('workspace_id', '=', reader.workspaceId)
    .where('is_private', '=', 0)
    .where('given_at', '>=', window.from)
    .where('given_at', '<', window.to)
    .where('story_id', 'is not', null)
    .orderBy('given_at')
    .orderBy('id')
    .$narrowType<{ storyId: NotNull }>()
    .execute()
}

/** Awards with a share in that state, oldest first; with `before`, those awarded before it. */
export async function listAwardIdsIn(
  reader: Reader,
  state: 'waiting' | 'open',
  { before, most = 1000 }: { before?: Instant | undefined; most?: number } = {},
): Promise<string[]> {
  // The partial indexes are only taken where the state stands in the statement itself.
  const rows = await reader.db
    .selectFrom('award_shares')
    .select('award_id')
    .distinct()
    .where('workspace_id', '=', reader.workspaceId)
    .where(state === 'waiting' ? sql<boolean>`state = 'waiting'` : sql<boolean>`state = 'open'`)
    .$if(before !== undefined, (q) => q.where('awarded_at', '<=', before ?? ''))
    .orderBy('awarded_at')
    .orderBy('award_id')
    .limit(most)
    .execute()
  return rows.map((row) => row.award_id)
}

/** Awards with an open share, oldest first: those that somebody is there to get, and those of people who left. */
export async function listOpenAwardIds(
  reader: Reader,
  most = 1000,
): Promise<[ofPeopleHere: string[], ofLeavers: string[]]> {
  const rows = await reader.db
    .selectFrom('award_shares')
    .innerJoin('people', (join) =>
      join
        .onRef('people.workspace_id', '=', 'award_shares.workspace_id')
        .onRef('people.id', '=', 'award_shares.person_id'),
    )
    .select(['award_id', sql<number>`max(people.left_at is null)`.as('is_here')])
    .where('award_shares.workspace_id', '=', reader.workspaceId)
    .where(sql<boolean>`state = 'open'`)
    .groupBy(['awarded_at', 'award_id'])
    .orderBy('awarded_at')
    .orderBy('award_id')
    .limit(most)
    .execute()
  const { here = [], left = [] } = Object.groupBy(rows, (row) => (row.is_here === 1 ? 'here' : 'left'))
  return [here.map((row) => row.award_id), left.map((row) => row.award_id)]
}

/** Awards of which somebody of these has a share that waits or is open. */
export async function listAwardIdsToCome(reader: Reader, personIds: readonly string[]): Promise<string[]> {
  const rows = await reader.db
    .selectFrom('award_shares')
    .select('award_id')
    .distinct()
    .where('workspace_id', '=', reader.workspaceId)
    .where('person_id', 'in', anyOf(personIds))
    .where('state', 'in', ['waiting', 'open'])
    .execute()
  return rows.map((row) => row.award_id)
}

/** Awards of these days, oldest first: for the export. */
export async function listAwardIdsOn(
  reader: Reader,
  { fromOn, toOn }: { fromOn: string; toOn: string },
): Promise<string[]> {
  const rows = await reader.db
    .selectFrom('awards')
    .select('id')
    .where('workspace_id', '=', reader.workspaceId)
    .where('awarded_on', '>=', fromOn)
    .where('awarded_on', '<', toOn)
    .orderBy('awarded_on')
    .orderBy('awarded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
