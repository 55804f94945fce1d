/** The announcement of a champion, and the words that each nominee reads. */
import type { Announcement, ShownNominee, ShownWords } from '../domain/shown-rounds.ts'
import { hasSteppedAside, listNomineeIds } from '../store/nominees.ts'
import { listNames } from '../store/people.ts'
import { listSteps } from '../store/round-steps.ts'
import { findRound } from '../store/rounds.ts'
import type { Reader } from '../store/store.ts'
import { listWinnersOf } from '../store/winners.ts'
import { showNominees } from './reason-showing.ts'
import { showStoredRound } from './round-showing.ts'

/** Undefined until it is decided. Of the reasons only those that may be quoted; who stepped aside is not named. */
export async function showAnnouncement(reader: Reader, roundId: string): Promise<Announcement | undefined> {
  const round = await findRound(reader, roundId)
  if (round?.state !== 'decided') return undefined
  const winnerIds = (await listWinnersOf(reader, [roundId])).map(({ personId }) => personId)
  const others = (await listNomineeIds(reader, roundId)).filter((id) => !winnerIds.includes(id))
  const nameOf = await listNames(reader, others)
  return {
    round: await showStoredRound(reader, round),
    tie: await tieOf(reader, roundId, winnerIds.length),
    winners: (await showNominees(reader, round, winnerIds)).map(forAll),
    others: others.map(nameOf),
  }
}

/** Where all but one of them stepped aside or left, nothing is shared. */
async function tieOf(reader: Reader, roundId: string, winners: number): Promise<Announcement['tie']> {
  const steps = await listSteps(reader, roundId)
  if (!steps.some(({ step }) => step === 'tied')) return undefined
  if (steps.findLast(({ step }) => step === 'decided')?.by) return 'hosts'
  return winners > 1 ? 'shared' : undefined
}

function forAll({ person, reasons }: ShownNominee) {
  const evidence = new Map(reasons.flatMap((reason) => reason.evidence).map((story) => [story.id, story]))
  return {
    person,
    reasons: reasons.filter(({ quotable }) => quotable),
    evidence: [...evidence.values()],
  }
}

/** What was written about one person. Undefined when nothing was, or for a round that there is not. */
export async function showWords(
  reader: Reader,
  roundId: string,
  personId: string,
): Promise<ShownWords | undefined> {
  const round = await findRound(reader, roundId)
  const [nominee] = round ? await showNominees(reader, round, [personId]) : []
  if (!round || !nominee || nominee.reasons.length === 0) return undefined
  const winners = await listWinnersOf(reader, [roundId])
  return {
    ...nominee,
    round: await showStoredRound(reader, round),
    won: winners.some((winner) => winner.personId === personId),
    steppedAside: await hasSteppedAside(reader, roundId, personId),
  }
}
