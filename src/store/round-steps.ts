/** The steps that were taken in a round. */
import { v7 as newId } from 'uuid'
import type { RoundStep } from '../domain/round.ts'
import type { Instant } from '../domain/time.ts'
import type { Reader, Tx } from './store.ts'

/** What happened to a round: when it was due, or done; and by whom, unless it happened by itself. */
export type TakenStep = {
  readonly step: RoundStep
  readonly at: Instant
  readonly by?: string | undefined
  readonly details?: Readonly<Record<string, unknown>> | undefined
}

export async function insertStep(
  tx: Tx,
  roundId: string,
  {
    step,
    by,
    dueAt,
    details,
  }: {
    step: RoundStep
    by?: string | undefined
    dueAt?: Instant | undefined
    details?: Readonly<Record<string, unknown>> | undefined
  },
): Promise<void> {
  await tx.db
    .insertInto('round_steps')
    .values({
      id: newId(),
      workspace_id: tx.workspaceId,
      round_id: roundId,
      step,
      due_at: dueAt ?? null,
      taken_at: tx.now,
      taken_by: by ?? null,
      details: details ? JSON.stringify(details) : null,
    })
    .execute()
}

/** Oldest first. */
export async function listSteps(reader: Reader, roundId: string): Promise<TakenStep[]> {
  const rows = await reader.db
    .selectFrom('round_steps')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    step: row.step,
    at: row.taken_at,
    by: row.taken_by ?? undefined,
    details: row.details ? (JSON.parse(row.details) as Record<string, unknown>) : undefined,
  }))
}
