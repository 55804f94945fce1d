/** How a round ends: counted, decided, or without a champion. */
import { countBallots, scoresInput, votesInput } from '../domain/ballot.ts'
import { isColleague } from '../domain/person.ts'
import type { Round } from '../domain/round.ts'
import { countTurnout, deleteBallotsFor, listChosenIds, takeSheets, takeVotes } from '../store/ballots.ts'
import { insertCount } from '../store/counts.ts'
import { listNominations } from '../store/nominations.ts'
import { listNomineeIds } from '../store/nominees.ts'
import { listPeople } from '../store/people.ts'
import { listSteps } from '../store/round-steps.ts'
import type { Reader, Tx } from '../store/store.ts'
import { insertWinners } from '../store/winners.ts'
import { moveRound, type Taken, takeStep } from './round-moves.ts'
import { askHosts, sayInChannel, tellHostsOfEnd, tellPerson } from './round-notes.ts'
import { giveRoundPrize } from './round-prizes.ts'

/** The count, which is made once; or with too few ballots nothing is counted, and hosts say what follows. */
export async function closeVotes(tx: Tx, round: Round, taken: Taken): Promise<void> {
  if (await isDeserted(tx, round)) return endUnwon(tx, round, 'nobody-left', taken)
  await dropBallotsForGone(tx, round)
  if ((await countTurnout(tx, round.id)) >= round.quorum) return countRound(tx, round, taken)
  const short = { from: ['voting'], to: 'short', step: 'fell-short' } as const
  if (await moveRound(tx, round, short, taken)) await askHosts(tx, round, 'short')
}

/** Nobody has voted who voted for somebody who has left. */
async function dropBallotsForGone(tx: Tx, { id }: Round): Promise<void> {
  const stillIn = new Set(await listNomineeIds(tx, id))
  for (const nomineeId of await listChosenIds(tx, id))
    if (!stillIn.has(nomineeId)) await deleteBallotsFor(tx, id, nomineeId)
}

/** Counts what is in the box: from then on nobody can say who voted for whom. */
export async function countRound(tx: Tx, round: Round, taken: Taken): Promise<void> {
  const nomineeIds = await listNomineeIds(tx, round.id)
  const inputs =
    round.decidedBy === 'judges'
      ? scoresInput(nomineeIds, await takeSheets(tx, round.id, round.criteria.length))
      : votesInput(nomineeIds, await takeVotes(tx, round.id))
  const outcome = countBallots(inputs)
  await insertCount(tx, round.id, inputs, outcome)
  await takeStep(tx, round.id, 'counted', taken)
  const { firstIds } = outcome
  if (firstIds.length === 0)
    return endUnwon(tx, round, nomineeIds.length > 0 ? 'too-few' : 'nobody-left', taken)
  if (firstIds.length === 1) return decide(tx, round, firstIds, taken)
  const tied = { from: ['voting', 'short'], to: 'tied', step: 'tied' } as const
  if (await moveRound(tx, round, tied, { ...taken, details: { personIds: firstIds } }))
    await askHosts(tx, round, 'tie')
}

/** Who is first together, and still in it. */
export async function listTied(reader: Reader, round: Round): Promise<string[]> {
  const tied = (await listSteps(reader, round.id)).findLast(({ step }) => step === 'tied')
  const stillIn = new Set(await listNomineeIds(reader, round.id))
  return ((tied?.details?.personIds as string[] | undefined) ?? []).filter((id) => stillIn.has(id))
}

/** Whether there is nobody any more who could become the champion of a round that is being decided. */
export async function isDeserted(reader: Reader, round: Round): Promise<boolean> {
  const { id, state } = round
  if (state === 'tied') return (await listTied(reader, round)).length === 0
  return (state === 'voting' || state === 'short') && (await listNomineeIds(reader, id)).length === 0
}

/** They are the champions of it: of those who are still here, and in it. It is announced, and every nominee reads their words. */
export async function decide(
  tx: Tx,
  round: Round,
  personIds: readonly string[],
  taken: Taken,
): Promise<void> {
  const stillIn = new Set(await listNomineeIds(tx, round.id))
  const winnerIds = personIds.filter((id) => stillIn.has(id))
  if (winnerIds.length === 0) return endUnwon(tx, round, 'nobody-left', taken)
  const decided = { from: ['voting', 'short', 'tied'], to: 'decided', step: 'decided' } as const
  if (!(await moveRound(tx, round, decided, { ...taken, details: { personIds: winnerIds } }))) return
  await insertWinners(tx, { roundId: round.id, title: round.title }, winnerIds)
  const announcement = await sayInChannel(tx, round, 'round.announced')
  await giveRoundPrize(tx, round, winnerIds, announcement)
  await tellWords(tx, round)
}

/** Everybody who was nominated hears what was written about them, whether they won or not. */
async function tellWords(tx: Tx, round: Round): Promise<void> {
  const nominations = await listNominations(tx, round.id)
  const people = await listPeople(tx, [...new Set(nominations.map(({ nomineeId }) => nomineeId))])
  for (const person of people.values())
    if (isColleague(person)) await tellPerson(tx, round, 'round.words', person.id)
}

export type WhyUnwon = 'no-nominations' | 'nobody-left' | 'too-few' | 'missed'

/** It ends without a champion. Nothing is announced; hosts hear why, and nominees read what was written about them. */
export async function endUnwon(tx: Tx, round: Round, why: WhyUnwon, taken: Taken): Promise<void> {
  const from = ['planned', 'closed', 'voting', 'short', 'tied'] as const
  const details = { why }
  if (!(await moveRound(tx, round, { from, to: 'unwon', step: 'unwon' }, { ...taken, details }))) return
  await dropBallots(tx, round)
  await tellHostsOfEnd(tx, round, why)
  await tellWords(tx, round)
}

/** Nothing is counted any more: nobody will ever know them. */
export async function dropBallots(tx: Tx, round: Round): Promise<void> {
  await takeVotes(tx, round.id)
  await takeSheets(tx, round.id, round.criteria.length)
}
