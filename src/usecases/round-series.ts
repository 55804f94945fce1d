/** Rounds that repeat each other: the next one is planned while one is open. */
import { v7 as newId } from 'uuid'
import { isColleague } from '../domain/person.ts'
import { Problem } from '../domain/problem.ts'
import type { Round } from '../domain/round.ts'
import { planAfter, timesOf, titleAfter } from '../domain/round-plan.ts'
import { listNominations } from '../store/nominations.ts'
import { listPeople } from '../store/people.ts'
import { listOpenRounds } from '../store/round-lists.ts'
import { listSteps } from '../store/round-steps.ts'
import { findRoundIdAt, insertRound, updateRound } from '../store/rounds.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader, Tx } from '../store/store.ts'
import { dropBallots } from './round-deciding.ts'
import { moveRound, takeStep } from './round-moves.ts'
import { tellPerson } from './round-notes.ts'
import { mayJudge } from './round-people.ts'

/**
 * Of a round that repeats: the next one whose nominations are still to close, unless one is planned. One that was cancelled by
 * itself is passed over.
 */
export async function planNext(tx: Tx, round: Round): Promise<void> {
  const { repeats, seriesId } = round
  if (!repeats || (await listPlanned(tx, seriesId)).length > 0) return
  const settings = await getSettings(tx)
  let { turn, title } = round
  let times = timesOf(round.plan, settings.zone)
  let there: string | undefined
  do {
    turn += 1
    title = titleAfter(title, repeats)
    times = timesOf(planAfter(round.plan, repeats, turn, settings), settings.zone)
    there = await findRoundIdAt(tx, seriesId, times.opensAt)
  } while (times.nominationsCloseAt <= tx.now || (there && !(await wentWithSeries(tx, there))))
  const anew = { id: there ?? newId(), state: 'planned', createdAt: tx.now } as const
  const next: Round = { ...round, ...times, turn, title, ...(await judgesOf(tx, round)), ...anew }
  if (there) await updateRound(tx, next, next.opensAt, next.createdBy)
  else await insertRound(tx, next, next.opensAt)
  await takeStep(tx, next.id, 'planned', {})
}

/** It was not left out by itself: nothing was to repeat any more, and now it is again. */
async function wentWithSeries(reader: Reader, roundId: string): Promise<boolean> {
  const last = (await listSteps(reader, roundId)).at(-1)
  return last?.step === 'cancelled' && last.details?.with === 'series'
}

/** Those who are still here; when nobody is, all of them, so that hosts see whom to replace. */
async function judgesOf(reader: Reader, { judgeIds, quorum, decidedBy }: Round) {
  const people = await listPeople(reader, judgeIds)
  const here = judgeIds.filter((id) => mayJudge(people.get(id)))
  if (decidedBy !== 'judges' || here.length === 0) return { judgeIds, quorum }
  return { judgeIds: here, quorum: Math.min(quorum, here.length) }
}

const WITH_SERIES = { with: 'series' } as const

const listPlanned = async (reader: Reader, seriesId: string): Promise<Round[]> =>
  (await listOpenRounds(reader, ['planned'])).filter((one) => one.seriesId === seriesId)

/**
 * Nothing comes of it: nominators are told, and no vote is ever counted. Of those that repeat only this one: the next one is
 * planned instead. `details` are kept with the step. Throws `closed` `round.is-over`.
 */
export async function cancel(
  tx: Tx,
  round: Round,
  by: string,
  details?: Readonly<Record<string, unknown>>,
): Promise<void> {
  const from = ['planned', 'nominating', 'closed', 'voting', 'short', 'tied'] as const
  const moved = await moveRound(tx, round, { from, to: 'cancelled', step: 'cancelled' }, { by, details })
  if (!moved) throw new Problem('closed', 'round.is-over')
  await dropBallots(tx, round)
  const nominatorIds = new Set((await listNominations(tx, round.id)).map(({ nominatorId }) => nominatorId))
  for (const nominator of (await listPeople(tx, [...nominatorIds])).values())
    if (isColleague(nominator)) await tellPerson(tx, round, 'round.cancelled', nominator.id)
  if (round.state === 'planned') await planNext(tx, round)
}

/** This round goes on, and none follows it: what is planned after it goes. */
export async function endSeries(tx: Tx, { id, seriesId }: Round, by: string): Promise<void> {
  for (const round of (await listOpenRounds(tx)).filter((one) => one.seriesId === seriesId)) {
    const last: Round = { ...round, repeats: undefined }
    if (round.state === 'planned' && round.id !== id) await cancel(tx, last, by, WITH_SERIES)
    else if (round.repeats) {
      await updateRound(tx, last, undefined, by)
      await takeStep(tx, round.id, 'stopped-repeating', { by })
    }
  }
}

/** A host says of a round that has begun that it repeats, or how often, or no more. */
export async function followRepeats(tx: Tx, before: Round, after: Round, by: string): Promise<void> {
  if (before.repeats === after.repeats || after.state === 'planned') return
  for (const planned of await listPlanned(tx, after.seriesId))
    await cancel(tx, { ...planned, repeats: undefined }, by, WITH_SERIES)
  await planNext(tx, after)
}
