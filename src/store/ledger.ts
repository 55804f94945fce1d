/** The ledger: what happened to each share of an award. Entries are only ever added; the database sees to it. */
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Award, Share } from '../domain/award.ts'
import { type Entry, type EntryKind, effectOf } from '../domain/ledger.ts'
import { anyOf } from './each.ts'
import type { Reader, Tx } from './store.ts'

/** Enters the same for each of these shares. An entry that a share has already is refused by the database. */
export async function insertEntries(
  tx: Tx,
  award: Award,
  shares: readonly Share[],
  { entry, by, note }: { entry: EntryKind; by: string | undefined; note?: string | undefined },
): Promise<void> {
  if (shares.length === 0) return
  await tx.db
    .insertInto('ledger_entries')
    .values(
      shares.map((share) => {
        const effect = effectOf(entry, share)
        return {
          id: newId(),
          workspace_id: tx.workspaceId,
          award_id: award.id,
          person_id: share.personId,
          entry,
          entered_at: tx.now,
          entered_by: by ?? null,
          note: note ?? null,
          given_by: award.roundId ? '' : award.givenBy, // a round's prize is charged to no manager
          charged_on: award.awardedOn,
          currency: award.prize.currency,
          reserved_minor: effect.reservedMinor,
          spent_minor: effect.spentMinor,
          reserved_half_days: effect.reservedHalfDays,
          spent_half_days: effect.spentHalfDays,
        }
      }),
    )
    .execute()
}

/** Everything that was entered for these awards, in order. */
export async function listEntries(reader: Reader, awardIds: readonly string[]): Promise<Entry[]> {
  const rows = await reader.db
    .selectFrom('ledger_entries')
    .select(['award_id', 'person_id', 'entry', 'entered_at', 'entered_by', 'note'])
    .where('award_id', 'in', anyOf(awardIds))
    .orderBy('entered_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    awardId: row.award_id,
    personId: row.person_id,
    entry: row.entry,
    enteredAt: row.entered_at,
    enteredBy: row.entered_by ?? undefined,
    note: row.note ?? undefined,
  }))
}

/** A share whose entries do not lead to the state and the sums that it has. */
export type Unbalanced = { readonly awardId: string; readonly personId: string }

/**
 * Where the ledger and the shares disagree: what is reserved and spent by the entries is not what the share's state says,
 * or a share was never reserved. For doctor: it reads all of both.
 */
export async function listUnbalanced(reader: Reader): Promise<Unbalanced[]> {
  const { rows } = await sql<{ award_id: string; person_id: string }>`
    with sums as (
      select award_id, person_id,
             sum(entry = 'reserved') as reservations,
             sum(entry in ('declined', 'lapsed', 'fulfilled', 'cancelled')) as endings,
             max(case when entry in ('declined', 'lapsed', 'fulfilled', 'cancelled') then entry end) as ending,
             sum(entry = 'approved') as approvals,
             sum(reserved_minor) as reserved_minor, sum(spent_minor) as spent_minor,
             sum(reserved_half_days) as reserved_half_days, sum(spent_half_days) as spent_half_days
        from ledger_entries where workspace_id = ${reader.workspaceId}
       group by award_id, person_id
    )
    select s.award_id, s.person_id
      from award_shares s left join sums e on e.award_id = s.award_id and e.person_id = s.person_id
     where s.workspace_id = ${reader.workspaceId}
       and not coalesce(
         e.reservations = 1
         and e.endings <= 1
         and coalesce(e.ending, '') = case when s.state in ('waiting', 'open') then '' else s.state end
         and (e.approvals = 0 or s.state not in ('waiting', 'declined', 'lapsed'))
         and e.reserved_minor = case when s.state in ('waiting', 'open') then s.money_minor else 0 end
         and e.spent_minor = case when s.state = 'fulfilled' then s.money_minor else 0 end
         and e.reserved_half_days = case when s.state in ('waiting', 'open') then s.half_days else 0 end
         and e.spent_half_days = case when s.state = 'fulfilled' then s.half_days else 0 end, 0)
  `.execute(reader.db)
  return rows.map((row) => ({ awardId: row.award_id, personId: row.person_id }))
}
