/** Counts, as they were made: the database refuses to change one. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { CountInputs, CountOutcome } from '../domain/ballot.ts'
import type { Instant } from '../domain/time.ts'
import type { Reader, Tx } from './store.ts'

/** A count as it was made. */
export type StoredCount = {
  readonly roundId: string
  readonly countedAt: Instant
  readonly inputs: CountInputs
  readonly outcome: CountOutcome
  readonly checksum: string
  /** Of the inputs as they stand now. */
  readonly checksumNow: string
}

const checksumOf = (inputs: string): string => createHash('sha256').update(inputs).digest('hex')

/** Once; the database refuses a second one. */
export async function insertCount(
  tx: Tx,
  roundId: string,
  inputs: CountInputs,
  outcome: CountOutcome,
): Promise<void> {
  const text = JSON.stringify(inputs)
  await tx.db
    .insertInto('counts')
    .values({
      workspace_id: tx.workspaceId,
      round_id: roundId,
      counted_at: tx.now,
      inputs: text,
      outcome: JSON.stringify(outcome),
      checksum: checksumOf(text),
    })
    .execute()
}

/** All counts, or one round's, oldest first. */
export async function listCounts(reader: Reader, roundId?: string): Promise<StoredCount[]> {
  const rows = await reader.db
    .selectFrom('counts')
    .selectAll()
    .where('workspace_id', '=', reader.workspaceId)
    .$if(roundId !== undefined, (q) => q.where('round_id', '=', roundId ?? ''))
    .orderBy('counted_at')
    .orderBy('round_id')
    .execute()
  return rows.map((row) => ({
    roundId: row.round_id,
    countedAt: row.counted_at,
    inputs: JSON.parse(row.inputs) as CountInputs,
    outcome: JSON.parse(row.outcome) as CountOutcome,
    checksum: row.checksum,
    checksumNow: checksumOf(row.inputs),
  }))
}

/** Whether the database still refuses to change or delete a count. */
export async function areCountsSealed(reader: Reader): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_schema
     where type = 'trigger' and name in ('counts_stay', 'counts_remain', 'counts_once')`.execute(reader.db)
  return rows.length === 3
}
