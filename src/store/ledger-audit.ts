/** Whether what was awarded and what the ledger says agree. For doctor: it reads all of both. */
import { sql } from 'kysely'
import { listUnbalanced } from './ledger.ts'
import type { Reader } from './store.ts'

/** What is wrong with an award. */
export type Contradiction = {
  readonly awardId: string
  readonly what: 'ledger' | 'charge' | 'given' | 'cost'
}

/**
 * Awards that contradict themselves, each with the first thing that is wrong: `ledger`, a share's entries do not add up to
 * its state; `charge`, they are charged to another budget than the award's; `given`, it is given and its shares are not,
 * or the other way round; `cost`, its shares do not add up to what it costs. In order.
 */
export async function listContradictions(reader: Reader): Promise<Contradiction[]> {
  const found = new Map<string, Contradiction>()
  const add = (what: Contradiction['what'], rows: readonly Found[]) => {
    for (const { awardId } of rows) if (!found.has(awardId)) found.set(awardId, { awardId, what })
  }
  add('ledger', await listUnbalanced(reader))
  add('charge', (await mischarged(reader).execute(reader.db)).rows)
  add('given', (await misgiven(reader).execute(reader.db)).rows)
  add('cost', (await miscounted(reader).execute(reader.db)).rows)
  return [...found.values()].toSorted((a, b) => (a.awardId < b.awardId ? -1 : 1))
}

type Found = { readonly awardId: string }

const mischarged = ({ workspaceId }: Reader) => sql<Found>`
  select distinct a.id as awardId
    from ledger_entries e join awards a on a.id = e.award_id
   where e.workspace_id = ${workspaceId}
     and (e.given_by, e.charged_on, e.currency) <> (iif(a.round_id is null, a.given_by, ''), a.awarded_on, a.currency)`

const misgiven = ({ workspaceId }: Reader) => sql<Found>`
  select distinct a.id as awardId
    from awards a join award_shares s on s.award_id = a.id
   where a.workspace_id = ${workspaceId}
     and case when a.given_at is null then s.state in ('open', 'fulfilled')
              else s.state in ('waiting', 'declined', 'lapsed') end`

const miscounted = ({ workspaceId }: Reader) => sql<Found>`
  select a.id as awardId
    from awards a left join award_shares s on s.award_id = a.id
   where a.workspace_id = ${workspaceId}
   group by a.id
  having count(s.person_id) = 0
      or (a.split = 'shared' and (sum(s.money_minor), sum(s.half_days)) <> (a.prize_minor, a.prize_half_days))
      or (a.split = 'each' and (min(s.money_minor), max(s.money_minor), min(s.half_days), max(s.half_days))
                            <> (a.prize_minor, a.prize_minor, a.prize_half_days, a.prize_half_days))`

/** Whether the database still refuses to change or delete what stands in the ledger. */
export async function isLedgerSealed(reader: Reader): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_schema
     where type = 'trigger'
       and name in ('ledger_entries_stay', 'ledger_entries_remain', 'ledger_entries_once')`.execute(reader.db)
  return rows.length === 3
}
