/** Whether a ballot is what its voter or judge believes, before the count and after it, and whether those come first whom people chose. */
import { NOTHING, possible } from '../belief.ts'
import { type Count, isSame, type StoredRound, said } from './stored.ts'
import type { RoundTale } from './tale.ts'

/** A place in the box that one person fills: a voter's one, or a judge's for one nominee; with all that may be in it. */
type Slot = { readonly key: string; readonly voter: string; readonly choices: ReadonlySet<string> }

const voterOf = (key: string): string => key.split(' ')[0] ?? ''
const nomineeOf = (ballot: string): string => ballot.split(' ')[0] ?? ''

export function auditBallots(tale: RoundTale, stored: StoredRound): string[] {
  const { state, count, ballots, asides } = stored
  const isIn = (id: string) => (count ? count.nomineeIds.includes(id) : !asides.has(id))
  const slots = slotsOf(tale, stored, isIn)
  const isOpen = state === 'voting' || state === 'short'
  return [
    ...auditTurnout(slots, stored),
    ...auditJudging(tale, stored),
    ...(isOpen ? auditBox(slots, stored) : []),
    ...(!isOpen && ballots.size > 0 ? [`it is ${state}, and has ballots`] : []),
    ...(count ? auditCount(slots, stored, count) : []),
  ]
}

/** NOTHING stands for no ballot, as it is when the nominee stepped aside, or the judge is none any more. */
function slotsOf(
  { ballots, decidedBy }: RoundTale,
  { judges }: StoredRound,
  isIn: (id: string) => boolean,
): Slot[] {
  const mayHave = (voter: string) => decidedBy === 'everybody' || judges.includes(voter)
  return [...ballots].map(([key, belief]) => {
    const voter = voterOf(key)
    const counts = (ballot: string) => mayHave(voter) && isIn(nomineeOf(ballot))
    return {
      key,
      voter,
      choices: new Set([...possible(belief)].map((ballot) => (counts(ballot) ? ballot : NOTHING))),
    }
  })
}

/** Turn-out is who voted, or scored somebody, and nobody else. */
function auditTurnout(slots: readonly Slot[], { turnout }: StoredRound): string[] {
  const own = Map.groupBy(slots, ({ voter }) => voter)
  return [...new Set([...own.keys(), ...turnout])].flatMap((voter) => {
    const all = own.get(voter) ?? []
    const isIn = turnout.includes(voter)
    const isKnown = isIn
      ? all.some(({ choices }) => [...choices].some((ballot) => ballot !== NOTHING))
      : all.every(({ choices }) => choices.has(NOTHING))
    return isKnown ? [] : [`${voter} ${isIn ? 'did not vote, and is' : 'voted, and is not'} in the turn-out`]
  })
}

/** Nobody was asked to score themselves, or whom they nominated. */
const auditJudging = ({ ballots, decidedBy }: RoundTale, { nominations }: StoredRound): string[] =>
  decidedBy !== 'judges'
    ? []
    : [...ballots.keys()]
        .filter((key) => nominations.has(key) || key.split(' ')[0] === key.split(' ')[1])
        .map((key) => `a judge was asked to score whom they may not: ${key}`)

/** Before the count everybody has the ballots that they believe to have, and is in the turn-out. */
function auditBox(slots: readonly Slot[], { ballots, turnout }: StoredRound): string[] {
  const known = new Set(slots.map(({ key }) => key))
  const wrong = slots.flatMap(({ key, choices }) => {
    const is = ballots.get(key) ?? NOTHING
    return choices.has(is)
      ? []
      : [`the ballot of ${key} is “${is}”, which should be “${[...choices].join('” or “')}”`]
  })
  const strange = [...ballots.keys()].filter((key) => !known.has(key))
  return [
    ...wrong,
    ...strange.map((key) => `nobody knows of the ballot of ${key}`),
    ...(isSame(new Set([...ballots.keys()].map(voterOf)), turnout) ? [] : ['who voted is not the turn-out']),
  ]
}

function auditCount(
  slots: readonly Slot[],
  { nominees, asides, turnout }: StoredRound,
  count: Count,
): string[] {
  const forgotten = nominees.filter((id) => !count.nomineeIds.includes(id) && !asides.has(id))
  const strange = count.nomineeIds.filter((id) => !nominees.includes(id))
  const own = slots.filter(({ voter }) => turnout.includes(voter))
  const first = firstOf(count.ballots)
  return [
    ...forgotten.map((id) => `${id} was nominated, and not in the count`),
    ...strange.map((id) => `${id} was not nominated, and in the count`),
    ...(mayHaveBeen(own, count.ballots)
      ? []
      : [
          `${said(count.ballots)} was counted, and people chose ${said(own.map(({ choices }) => [...choices].join(' or ')))}`,
        ]),
    ...(isSame(first, count.firstIds)
      ? []
      : [`first is ${said(count.firstIds)}, and should be ${said(first)}`]),
  ]
}

/** Whether the ballots are one choice of each slot's. There are few of them. */
function mayHaveBeen([own, ...others]: readonly Slot[], ballots: readonly string[]): boolean {
  if (!own) return ballots.length === 0
  return [...own.choices].some((ballot) => {
    if (ballot === NOTHING) return mayHaveBeen(others, ballots)
    const at = ballots.indexOf(ballot)
    return at >= 0 && mayHaveBeen(others, ballots.toSpliced(at, 1))
  })
}

/** Whoever has most votes, or on average the best scores. */
function firstOf(ballots: readonly string[]): string[] {
  const worth = [...Map.groupBy(ballots, nomineeOf)].map(([id, own]) => ({ id, worth: worthOf(own) }))
  const most = Math.max(...worth.map((one) => one.worth))
  return worth.filter((one) => one.worth === most).map(({ id }) => id)
}

function worthOf(ballots: readonly string[]): number {
  const scores = ballots.flatMap((ballot) => [...(ballot.split(' ')[1] ?? '')].map(Number))
  return scores.length === 0 ? ballots.length : scores.reduce((sum, score) => sum + score, 0) / scores.length
}
