/** Awards and what each person gets of them. Their states follow the ledger: see ledger.ts. */
import { type Selectable, sql } from 'kysely'
import type { Award, Share, ShareState, Split } from '../domain/award.ts'
import type { Limits } from '../domain/budget.ts'
import type { BuiltinPrize } from '../domain/prize.ts'
import { type Account, takenHalfDays, takenMoney } from './budgets.ts'
import { anyOf } from './each.ts'
import type { Schema } from './schema.ts'
import type { Reader, Tx } from './store.ts'

/** A budget that an award is charged to: what may be taken from it in its period. */
export type Charged = { readonly account: Account; readonly limits: Limits }

/**
 * Makes the award if every budget has enough for all its shares: the database compares and inserts in one statement.
 * What it takes is entered in the ledger by the caller, in the same transaction. @returns whether there was enough
 */
export async function insertAwardWithin(tx: Tx, award: Award, budgets: readonly Charged[]): Promise<boolean> {
  const money = award.shares.reduce((sum, share) => sum + share.moneyMinor, 0)
  const halfDays = award.shares.reduce((sum, share) => sum + share.halfDays, 0)
  const enough = budgets.flatMap(({ account, limits }) => [
    ...(limits.moneyMinor === undefined || money === 0
      ? []
      : [
          sql<boolean>`(${takenMoney(tx, account, award.prize.currency)}) + ${money} <= ${limits.moneyMinor}`,
        ]),
    ...(limits.halfDays === undefined || halfDays === 0
      ? []
      : [sql<boolean>`(${takenHalfDays(tx, account)}) + ${halfDays} <= ${limits.halfDays}`]),
  ])
  const values = columnsOf(tx, award)
  const columns = Object.keys(values) as (keyof typeof values)[]
  const row = await tx.db
    .insertInto('awards')
    .columns(columns)
    .expression(
      tx.db
        .selectNoFrom(columns.map((column) => sql.val(values[column]).as(column)))
        .where((eb) => eb.and(enough)),
    )
    .returning('id')
    .executeTakeFirst()
  if (!row) return false
  await tx.db
    .insertInto('award_shares')
    .values(
      award.shares.map((share, position) => ({
        workspace_id: tx.workspaceId,
        award_id: award.id,
        person_id: share.personId,
        position,
        money_minor: share.moneyMinor,
        half_days: share.halfDays,
        state: share.state,
        awarded_at: award.awardedAt,
      })),
    )
    .execute()
  return true
}

/** Moves shares of an award from one of these states; all of them, or those of these people. @returns the shares that moved */
export async function updateShares(
  tx: Tx,
  awardId: string,
  {
    from,
    to,
    personIds,
  }: { from: readonly ShareState[]; to: ShareState; personIds?: readonly string[] | undefined },
): Promise<Share[]> {
  const rows = await tx.db
    .updateTable('award_shares')
    .set({ state: to })
    .where('workspace_id', '=', tx.workspaceId)
    .where('award_id', '=', awardId)
    .where('state', 'in', from)
    .$if(personIds !== undefined, (q) => q.where('person_id', 'in', personIds ?? []))
    .returningAll()
    .execute()
  return rows.map(shareOf)
}

/** From now on it is given: digests go by this. */
export async function updateAwardGiven(tx: Tx, awardId: string): Promise<void> {
  await tx.db
    .updateTable('awards')
    .set({ given_at: tx.now })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', awardId)
    .execute()
}

export async function findAward(reader: Reader, id: string): Promise<Award | undefined> {
  return (await listAwards(reader, [id]))[0]
}

/** In the order of the ids. Asked for the workspace, too, SQLite would go through all that is in it. */
export async function listAwards(reader: Reader, ids: readonly string[]): Promise<Award[]> {
  const rows = await reader.db.selectFrom('awards').selectAll().where('id', 'in', anyOf(ids)).execute()
  const own = rows.filter((row) => row.workspace_id === reader.workspaceId)
  const found = new Map((await withShares(reader, own)).map((award) => [award.id, award]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** The prize that a round gave. */
export async function findRoundAward(reader: Reader, roundId: string): Promise<Award | undefined> {
  const row = await reader.db
    .selectFrom('awards')
    .select('id')
    .where('round_id', '=', roundId)
    .executeTakeFirst()
  return row && findAward(reader, row.id)
}

/** All awards of these stories, oldest first. */
export async function listAwardsFor(reader: Reader, storyIds: readonly string[]): Promise<Award[]> {
  const rows = await reader.db
    .selectFrom('awards')
    .selectAll()
    .where('workspace_id', '=', reader.workspaceId)
    .where('story_id', 'in', anyOf(storyIds))
    .orderBy('awarded_at')
    .orderBy('id')
    .execute()
  return withShares(reader, rows)
}

async function withShares(reader: Reader, rows: readonly Selectable<Schema['awards']>[]): Promise<Award[]> {
  if (rows.length === 0) return []
  const shares = await reader.db
    .selectFrom('award_shares')
    .selectAll()
    .where('award_id', 'in', anyOf(rows.map((row) => row.id)))
    .orderBy('position')
    .execute()
  const byAward = Map.groupBy(shares, (share) => share.award_id)
  return rows.map((row) => fromRow(row, (byAward.get(row.id) ?? []).map(shareOf)))
}

const columnsOf = (tx: Tx, award: Award) => ({
  id: award.id,
  workspace_id: tx.workspaceId,
  story_id: award.storyId ?? null,
  round_id: award.roundId ?? null,
  prize_id: award.prize.id,
  prize_kind: award.prize.kind,
  prize_builtin: award.prize.builtin ?? null,
  prize_name: award.prize.name ?? null,
  prize_minor: award.prize.cost.moneyMinor,
  prize_half_days: award.prize.cost.halfDays,
  currency: award.prize.currency,
  split: award.split,
  is_private: award.isPrivate ? 1 : 0,
  reason: award.reason,
  given_by: award.givenBy,
  awarded_at: award.awardedAt,
  awarded_on: award.awardedOn,
  given_at: award.givenAt ?? null,
})

const shareOf = (row: Selectable<Schema['award_shares']>): Share => ({
  personId: row.person_id,
  moneyMinor: row.money_minor,
  halfDays: row.half_days,
  state: row.state,
})

const fromRow = (row: Selectable<Schema['awards']>, shares: readonly Share[]): Award => ({
  id: row.id,
  ...(row.story_id === null ? { roundId: row.round_id ?? '' } : { storyId: row.story_id }),
  prize: {
    id: row.prize_id,
    kind: row.prize_kind,
    builtin: (row.prize_builtin ?? undefined) as BuiltinPrize | undefined,
    name: row.prize_name ?? undefined,
    cost: { moneyMinor: row.prize_minor, halfDays: row.prize_half_days },
    currency: row.currency,
  },
  split: row.split satisfies Split,
  isPrivate: row.is_private === 1,
  reason: row.reason,
  givenBy: row.given_by,
  awardedAt: row.awarded_at,
  awardedOn: row.awarded_on,
  givenAt: row.given_at ?? undefined,
  shares,
})
