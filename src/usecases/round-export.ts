/** All rounds and who won them: for the company's own books. */
import { setImmediate } from 'node:timers/promises'
import type { Round } from '../domain/round.ts'
import type { ExportedRound } from '../domain/round-export.ts'
import { findRoundAward } from '../store/awards.ts'
import { countTurnout } from '../store/ballots.ts'
import { countNominations } from '../store/nominations.ts'
import { listNomineeIds } from '../store/nominees.ts'
import { listNames } from '../store/people.ts'
import { listLatestRounds } from '../store/round-lists.ts'
import { listSteps } from '../store/round-steps.ts'
import type { Reader } from '../store/store.ts'
import { listWinnersOf } from '../store/winners.ts'
import type { Plaudit } from './plaudit.ts'

/** Oldest first. Between rounds everybody else has their turn. */
export const exportRoundsAsOperator = (app: Plaudit): Promise<ExportedRound[]> =>
  app.store.read(async (reader) => {
    const rounds: ExportedRound[] = []
    for (const round of (await listLatestRounds(reader, Number.MAX_SAFE_INTEGER)).toReversed()) {
      rounds.push(await exportRound(reader, round))
      await setImmediate()
    }
    return rounds
  })

async function exportRound(reader: Reader, round: Round): Promise<ExportedRound> {
  const { id, title, honours, criteria, decidedBy, state } = round
  const { opensAt, nominationsCloseAt, votesOpenAt, votesCloseAt } = round
  // Who was nominated is told with the champion, and not before.
  const nomineeIds = state === 'decided' ? await listNomineeIds(reader, id) : []
  const winnerIds = (await listWinnersOf(reader, [id])).map(({ personId }) => personId)
  const nameOf = await listNames(reader, [...nomineeIds, ...winnerIds])
  const ends = ['decided', 'unwon', 'cancelled']
  return {
    ...{ id, title, honours, criteria, decidedBy, state },
    ...{ opensAt, nominationsCloseAt, votesOpenAt, votesCloseAt },
    nominations: await countNominations(reader, id),
    nominees: nomineeIds.map(nameOf).toSorted((a, b) => a.name.localeCompare(b.name)),
    turnout: await countTurnout(reader, id),
    winners: winnerIds.map(nameOf),
    endedAt: (await listSteps(reader, id)).findLast(({ step }) => ends.includes(step))?.at,
    awardId: (await findRoundAward(reader, id))?.id,
  }
}
