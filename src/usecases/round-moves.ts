/** Moving a round from state to state: a step with who and when, what is due next, and every place that shows the round. */

import { Problem } from '../domain/problem.ts'
import type { Round, RoundState, RoundStep } from '../domain/round.ts'
import { nextStep } from '../domain/round-steps.ts'
import type { Instant } from '../domain/time.ts'
import { insertStep, listSteps } from '../store/round-steps.ts'
import { findRound, updateRoundDue, updateRoundState } from '../store/rounds.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader, Tx } from '../store/store.ts'
import { refreshPosts } from './deliveries.ts'

/** By whom, unless it was due; and what else there is to remember. */
export type Taken = {
  readonly by?: string | undefined
  readonly dueAt?: Instant | undefined
  readonly details?: Readonly<Record<string, unknown>> | undefined
}

/** Throws `not_found` `round.not-found`. */
export async function getRound(reader: Reader, id: string): Promise<Round> {
  const round = await findRound(reader, id)
  if (!round) throw new Problem('not_found', 'round.not-found')
  return round
}

/** @returns whether it was in that state: of two who move it at the same time one does */
export async function moveRound(
  tx: Tx,
  { id }: Round,
  { from, to, step }: { from: readonly RoundState[]; to: RoundState; step: RoundStep },
  taken: Taken,
): Promise<boolean> {
  if (!(await updateRoundState(tx, id, { from, to }))) return false
  await takeStep(tx, id, step, taken)
  return true
}

/** Something happened to a round, whose state may be the same as before. */
export async function takeStep(tx: Tx, roundId: string, step: RoundStep, taken: Taken): Promise<void> {
  await insertStep(tx, roundId, { step, ...taken })
  await setDue(tx, roundId)
  await refreshPosts(tx, roundId)
}

/** Reckons anew what happens to it next. */
export async function setDue(tx: Tx, roundId: string): Promise<void> {
  await updateRoundDue(tx, roundId, (await findNextStep(tx, await getRound(tx, roundId), tx.now))?.at)
}

export const findNextStep = async (reader: Reader, round: Round, now: Instant) =>
  nextStep(round, await listSteps(reader, round.id), now, await getSettings(reader))
