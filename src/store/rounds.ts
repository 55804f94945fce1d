/** Rounds, with their criteria, departments and judges. */
import type { Selectable } from 'kysely'
import type { Round, RoundState } from '../domain/round.ts'
import type { RoundPlan } from '../domain/round-plan.ts'
import type { Instant } from '../domain/time.ts'
import { anyOf } from './each.ts'
import type { Schema } from './schema.ts'
import type { Reader, Tx } from './store.ts'

export async function insertRound(tx: Tx, round: Round, nextDueAt: Instant | undefined): Promise<void> {
  await tx.db
    .insertInto('rounds')
    .values({
      id: round.id,
      workspace_id: tx.workspaceId,
      series_id: round.seriesId,
      created_at: round.createdAt,
      created_by: round.createdBy,
      ...columnsOf(round, nextDueAt),
    })
    .execute()
  await insertParts(tx, round, round.createdBy)
}

/** Everything that a host may change, and its state. */
export async function updateRound(
  tx: Tx,
  round: Round,
  nextDueAt: Instant | undefined,
  by: string,
): Promise<void> {
  await tx.db.updateTable('rounds').set(columnsOf(round, nextDueAt)).where('id', '=', round.id).execute()
  await tx.db.deleteFrom('round_criteria').where('round_id', '=', round.id).execute()
  await tx.db.deleteFrom('round_groups').where('round_id', '=', round.id).execute()
  await tx.db
    .deleteFrom('round_judges')
    .where('round_id', '=', round.id)
    .$if(round.judgeIds.length > 0, (q) => q.where('person_id', 'not in', round.judgeIds))
    .execute()
  await insertParts(tx, round, by)
}

async function insertParts(tx: Tx, { id: round_id, criteria, groupIds, judgeIds }: Round, by: string) {
  const own = { workspace_id: tx.workspaceId, round_id }
  if (criteria.length > 0)
    await tx.db
      .insertInto('round_criteria')
      .values(criteria.map((criterion, position) => ({ ...own, position, criterion })))
      .execute()
  if (groupIds.length > 0)
    await tx.db
      .insertInto('round_groups')
      .values(groupIds.map((group_id) => ({ ...own, group_id })))
      .execute()
  if (judgeIds.length > 0)
    await tx.db
      .insertInto('round_judges')
      .values(judgeIds.map((person_id) => ({ ...own, person_id, named_at: tx.now, named_by: by })))
      .onConflict((oc) => oc.doNothing())
      .execute()
}

/** From one of these states to another, and when something happens next. @returns whether it was in one of them */
export async function updateRoundState(
  tx: Tx,
  roundId: string,
  { from, to }: { from: readonly RoundState[]; to: RoundState },
): Promise<boolean> {
  const row = await tx.db
    .updateTable('rounds')
    .set({ state: to })
    .where('id', '=', roundId)
    .where('workspace_id', '=', tx.workspaceId)
    .where('state', 'in', from)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function updateRoundDue(tx: Tx, roundId: string, nextDueAt: Instant | undefined): Promise<void> {
  await tx.db
    .updateTable('rounds')
    .set({ next_due_at: nextDueAt ?? null })
    .where('id', '=', roundId)
    .execute()
}

export async function findRound(reader: Reader, id: string): Promise<Round | undefined> {
  return (await listRounds(reader, [id]))[0]
}

/** In the order of the ids. */
export async function listRounds(reader: Reader, ids: readonly string[]): Promise<Round[]> {
  const rows = await reader.db.selectFrom('rounds').selectAll().where('id', 'in', anyOf(ids)).execute()
  const own = rows.filter((row) => row.workspace_id === reader.workspaceId)
  if (own.length === 0) return []
  const criteria = await reader.db
    .selectFrom('round_criteria')
    .select(['round_id', 'criterion as value'])
    .where('round_id', 'in', anyOf(ids))
    .orderBy('position')
    .execute()
  const groups = await reader.db
    .selectFrom('round_groups')
    .select(['round_id', 'group_id as value'])
    .where('round_id', 'in', anyOf(ids))
    .execute()
  const judges = await reader.db
    .selectFrom('round_judges')
    .select(['round_id', 'person_id as value'])
    .where('round_id', 'in', anyOf(ids))
    .orderBy('named_at')
    .orderBy('person_id')
    .execute()
  const of = (rows: readonly { round_id: string; value: string }[], id: string) =>
    rows.filter(({ round_id }) => round_id === id).map(({ value }) => value)
  const found = new Map(
    own.map((row) => [
      row.id,
      fromRow(row, {
        criteria: of(criteria, row.id),
        groupIds: of(groups, row.id),
        judgeIds: of(judges, row.id),
      }),
    ]),
  )
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** The round of this series that opens then, whatever came of it. */
export async function findRoundIdAt(
  reader: Reader,
  seriesId: string,
  opensAt: Instant,
): Promise<string | undefined> {
  const row = await reader.db
    .selectFrom('rounds')
    .select('id')
    .where('series_id', '=', seriesId)
    .where('opens_at', '=', opensAt)
    .executeTakeFirst()
  return row?.id
}

const columnsOf = (round: Round, nextDueAt: Instant | undefined) => ({
  turn: round.turn,
  title: round.title,
  honours: round.honours ?? null,
  decided_by: round.decidedBy,
  repeats: round.repeats ?? null,
  plan: JSON.stringify(round.plan),
  opens_at: round.opensAt,
  nominations_close_at: round.nominationsCloseAt,
  votes_open_at: round.votesOpenAt,
  votes_close_at: round.votesCloseAt,
  channel: round.channel,
  prize_id: round.prizeId ?? null,
  quorum: round.quorum,
  rest_rounds: round.restRounds,
  state: round.state,
  next_due_at: nextDueAt ?? null,
})

const fromRow = (
  row: Selectable<Schema['rounds']>,
  lists: Pick<Round, 'criteria' | 'groupIds' | 'judgeIds'>,
): Round => ({
  ...lists,
  id: row.id,
  seriesId: row.series_id,
  turn: row.turn,
  title: row.title,
  honours: row.honours ?? undefined,
  decidedBy: row.decided_by,
  repeats: row.repeats ?? undefined,
  plan: JSON.parse(row.plan) as RoundPlan,
  opensAt: row.opens_at,
  nominationsCloseAt: row.nominations_close_at,
  votesOpenAt: row.votes_open_at,
  votesCloseAt: row.votes_close_at,
  channel: row.channel,
  prizeId: row.prize_id ?? undefined,
  quorum: row.quorum,
  restRounds: row.rest_rounds,
  state: row.state,
  createdAt: row.created_at,
  createdBy: row.created_by,
})
