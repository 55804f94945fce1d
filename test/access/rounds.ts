/** A round in each state that somebody could want to meddle with: the champion and alice are nominated in all of them. */
import type { Nomination } from '../../src/domain/nomination.ts'
import type { Round, RoundState } from '../../src/domain/round.ts'
import { insertExamination } from '../../src/store/examinations.ts'
import { upsertNomination } from '../../src/store/nominations.ts'
import { insertRound } from '../../src/store/rounds.ts'
import type { Store, Tx } from '../../src/store/store.ts'
import { insertWinners } from '../../src/store/winners.ts'
import { idOf } from './roles.ts'

const moment = { on: '2026-03-01', at: '09:00' }
/** It is the 12th; nothing happens to them by itself. */
const [past, before, soon, later] = ['01', '02', '20', '30'].map((day) => `2026-03-${day}T09:00:00.000Z`)

function round(id: string, state: RoundState, more: Partial<Round> = {}): Round {
  const isOpen = state === 'nominating'
  return {
    ...{ id, seriesId: id, turn: 0, title: `The round ${id}`, criteria: ['It helped'], groupIds: [] },
    ...{ decidedBy: 'everybody', judgeIds: [], channel: 'CCHEERS', quorum: 1, restRounds: 0, state },
    plan: { opens: moment, nominationsClose: moment, votesOpen: moment, votesClose: moment },
    opensAt: past ?? '',
    nominationsCloseAt: (isOpen ? soon : before) ?? '',
    votesOpenAt: (isOpen ? soon : before) ?? '',
    votesCloseAt: later ?? '',
    ...{ createdAt: past ?? '', createdBy: idOf('host') },
    ...more,
  }
}

export const rounds = {
  nominating: round('r-nominating', 'nominating', { repeats: 'month' }),
  closed: round('r-closed', 'closed', { votesOpenAt: soon ?? '' }),
  voting: round('r-voting', 'voting'),
  judging: round('r-judging', 'voting', { decidedBy: 'judges', judgeIds: [idOf('judge')] }),
  short: round('r-short', 'short'),
  hosts: round('r-hosts', 'voting', { decidedBy: 'host' }),
  decided: round('r-decided', 'decided'),
} satisfies Readonly<Record<string, Round>>

const nomination = (roundId: string, nomineeId: string, nominatorId: string): Nomination => ({
  ...{ id: `${roundId}-${nomineeId}`, roundId, nomineeId, nominatorId },
  ...{ reason: 'They are always there for a customer.', quotable: true, evidenceIds: [] },
  ...{ madeAt: past ?? '', changedAt: past ?? '' },
})

/** Where the champion is nominated in that round. */
export const nominationIn = ({ id }: Round): string => `${id}-${idOf('champion')}`

/** @returns the id of an examination by the host */
export const holdRounds = (store: Store): Promise<string> =>
  store.write(async (tx: Tx) => {
    for (const one of Object.values(rounds)) {
      await insertRound(tx, one, undefined)
      await upsertNomination(tx, nomination(one.id, idOf('champion'), idOf('teller')))
      await upsertNomination(tx, nomination(one.id, 'UALICE', 'UBOB'))
    }
    const { id: roundId, title } = rounds.decided
    await insertWinners(tx, { roundId, title }, [idOf('champion')])
    return insertExamination(tx, { roundId: rounds.voting.id, by: idOf('host'), why: 'It looked odd.' })
  })
