/** Who was asked whether to make a story of a message, because they reacted to it. */
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { CaptureKind } from '../domain/capture.ts'
import type { Address } from '../domain/delivery.ts'
import { type Instant, toMs } from '../domain/time.ts'
import { parts } from './parts.ts'
import type { Reader, Tx } from './store.ts'

export type CaptureAsk = {
  readonly id: string
  readonly at: Address
  readonly personId: string
  readonly kind: CaptureKind
}

/** Each person once for each message. @returns those that are new */
export async function insertAsks(tx: Tx, asks: readonly CaptureAsk[]): Promise<CaptureAsk[]> {
  const fresh = new Set<string>()
  for (const part of parts(asks, 200)) {
    const rows = await tx.db
      .insertInto('capture_asks')
      .values(
        part.map(({ id, at, personId, kind }) => ({
          ...{ id, workspace_id: tx.workspaceId, channel: at.channel, ts: at.ts },
          ...{ person_id: personId, kind, asked_at: tx.now },
        })),
      )
      .onConflict((oc) => oc.doNothing())
      .returning('id')
      .execute()
    for (const { id } of rows) fresh.add(id)
  }
  return asks.filter(({ id }) => fresh.has(id))
}

export async function findAsk(reader: Reader, id: string): Promise<CaptureAsk | undefined> {
  const row = await reader.db
    .selectFrom('capture_asks')
    .selectAll()
    .where('workspace_id', '=', reader.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && { id: row.id, at: { channel: row.channel, ts: row.ts }, personId: row.person_id, kind: row.kind }
  )
}

/** At most so many: then their messages may be asked about once more. @returns how many */
export async function deleteAsksBefore(tx: Tx, before: Instant, most: number): Promise<number> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('capture_asks')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('capture_asks')
        .select('id')
        .where('id', '<', firstIdAt(before))
        .where(sql`+workspace_id`, '=', tx.workspaceId) // the index of ids is the one to use
        .orderBy('id')
        .limit(most),
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Ids begin with the real time at which they were made, so that the oldest are found without an index of their own. */
const firstIdAt = (at: Instant): string => newId({ msecs: toMs(at), seq: 0, random: new Uint8Array(16) })
