/** Making every count again, and comparing it with what was announced. For the command and doctor: it reads all of them. */
import { type CountOutcome, countBallots } from '../domain/ballot.ts'
import { countTurnout } from '../store/ballots.ts'
import { listCounts } from '../store/counts.ts'
import { findRound } from '../store/rounds.ts'
import type { Reader } from '../store/store.ts'
import { listWinnersOf } from '../store/winners.ts'

/** What is wrong with a count: its inputs were changed, it comes out otherwise now, somebody else was announced, or ballots are missing. */
export type CountProblem = 'inputs' | 'outcome' | 'winners' | 'turnout'

export type Verified = {
  readonly roundId: string
  readonly title: string
  readonly countedAt: string
  readonly ballots: number
  readonly outcome: CountOutcome
  readonly problems: readonly CountProblem[]
}

export async function verifyCounts(reader: Reader, roundId?: string): Promise<Verified[]> {
  const verified: Verified[] = []
  for (const count of await listCounts(reader, roundId)) {
    const round = await findRound(reader, count.roundId)
    const { inputs, outcome } = count
    const winnerIds = (await listWinnersOf(reader, [count.roundId])).map(({ personId }) => personId)
    const turnout = await countTurnout(reader, count.roundId)
    const problems: CountProblem[] = []
    if (count.checksum !== count.checksumNow) problems.push('inputs')
    if (JSON.stringify(countBallots(inputs)) !== JSON.stringify(outcome)) problems.push('outcome')
    if (winnerIds.some((id) => !outcome.firstIds.includes(id))) problems.push('winners')
    if (inputs.of === 'votes' && inputs.votes.length !== turnout) problems.push('turnout')
    verified.push({
      roundId: count.roundId,
      title: round?.title ?? '',
      countedAt: count.countedAt,
      ballots: inputs.of === 'votes' ? inputs.votes.length : inputs.sheets.length,
      outcome,
      problems,
    })
  }
  return verified
}
