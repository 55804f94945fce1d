/** Whether a vote is what its voter believes, before the count and after it, and whether the champions are whom people chose. */
import { NOTHING, possible } from './belief.ts'
import type { RoundTale } from './round-hands.ts'

/** What is stored of a count, as this reads it. */
export type Counted = {
  readonly nomineeIds: readonly string[]
  readonly votes: readonly string[]
  readonly firstIds: readonly string[]
}

type Stored = {
  readonly state: string
  readonly nominees: readonly string[]
  readonly asides: ReadonlyMap<string, string>
  readonly votes: ReadonlyMap<string, string>
  readonly turnout: readonly string[]
  readonly winners: readonly string[]
  readonly count: Counted | undefined
}

export function ballotsOf(tale: RoundTale, stored: Stored): string[] {
  const { state, count, votes } = stored
  const wasOpen = state === 'voting' || state === 'short'
  if (count)
    return [
      ...auditCount(tale, stored, count),
      ...(votes.size > 0 ? ['it was counted, and votes are left'] : []),
    ]
  if (!wasOpen) return votes.size > 0 ? [`it is ${state}, and has votes`] : []
  const isIn = (id: string) => !stored.asides.has(id)
  return [...auditTurnout(tale, stored, isIn), ...auditVotes(tale, stored, isIn)]
}

/** Whom each voter may have voted for: NOTHING stands for no vote, as it is when their nominee stepped aside. */
function choicesOf({ votes }: RoundTale, voter: string, isIn: (id: string) => boolean): Set<string> {
  const belief = votes.get(voter)
  return new Set([...(belief ? possible(belief) : [NOTHING])].map((id) => (isIn(id) ? id : NOTHING)))
}

/** Turn-out is who voted, and nobody else. */
function auditTurnout(tale: RoundTale, { turnout }: Stored, isIn: (id: string) => boolean): string[] {
  const voted = new Set(turnout)
  return [...new Set([...tale.votes.keys(), ...turnout])].flatMap((voter) => {
    const choices = choicesOf(tale, voter, isIn)
    const isKnown = voted.has(voter) ? [...choices].some((id) => id !== NOTHING) : choices.has(NOTHING)
    return isKnown
      ? []
      : [`${voter} ${voted.has(voter) ? 'did not vote, and is' : 'voted, and is not'} in the turn-out`]
  })
}

/** Before the count each voter has the vote that they believe to have, and is in the turn-out. */
function auditVotes(tale: RoundTale, { votes, turnout }: Stored, isIn: (id: string) => boolean): string[] {
  const wrong = [...votes].filter(([voter, id]) => !choicesOf(tale, voter, isIn).has(id))
  return [
    ...wrong.map(
      ([voter, id]) =>
        `the vote of ${voter} is for ${id}, which should be for ${said(choicesOf(tale, voter, isIn))}`,
    ),
    ...([...votes.keys()].sort().join() === [...turnout].sort().join()
      ? []
      : ['who voted is not the turn-out']),
  ]
}

function auditCount(tale: RoundTale, stored: Stored, count: Counted): string[] {
  const { nominees, asides, turnout } = stored
  const entered = new Set(count.nomineeIds)
  const isIn = (id: string) => entered.has(id)
  const forgotten = nominees.filter((id) => !isIn(id) && !asides.has(id))
  const strange = count.nomineeIds.filter((id) => !nominees.includes(id))
  const lines = [
    ...forgotten.map((id) => `${id} was nominated, and not in the count`),
    ...strange.map((id) => `${id} was not nominated, and in the count`),
    ...auditTurnout(tale, stored, isIn),
    ...(turnout.length < tale.quorum
      ? [`${turnout.length} voted, and were counted; it takes ${tale.quorum}`]
      : []),
  ]
  const choices = turnout.map((voter) => [...choicesOf(tale, voter, isIn)].filter((id) => id !== NOTHING))
  if (!mayHaveBeen(choices, count.votes))
    lines.push(
      `${count.votes.join(', ') || 'nothing'} was counted, and people chose ${choices
        .map((all) => all.join(' or '))
        .sort()
        .join(', ')}`,
    )
  return [...lines, ...auditWinners(stored, count)]
}

/** Whether the ballots are one choice of each voter's. There are few of them. */
function mayHaveBeen([own, ...others]: readonly (readonly string[])[], votes: readonly string[]): boolean {
  if (!own) return votes.length === 0
  return own.some((id) => {
    const at = votes.indexOf(id)
    return at >= 0 && mayHaveBeen(others, votes.toSpliced(at, 1))
  })
}

/** Whoever has most votes; of several those who did not step aside later, while hosts had the tie. */
function auditWinners({ state, winners, asides }: Stored, { votes, firstIds }: Counted): string[] {
  const tallies = Map.groupBy(votes, (id) => id)
  const most = Math.max(0, ...[...tallies.values()].map(({ length }) => length))
  const first = [...tallies].filter(([, all]) => all.length === most).map(([id]) => id)
  const lines = isSame(first, firstIds) ? [] : [`first is ${said(firstIds)}, and should be ${said(first)}`]
  const expected = state === 'tied' ? [] : first.filter((id) => !asides.has(id))
  if (!isSame(expected, winners))
    lines.push(`the champion is ${said(winners)}, and should be ${said(expected)}`)
  return lines
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join()
const said = (ids: Iterable<string>): string => [...ids].sort().join(' or ') || 'nobody'
