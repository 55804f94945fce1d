import { describe, expect, test } from '@jest/globals'
import { mondayToFriday } from '../../src/domain/calendar.ts'
import type { Round } from '../../src/domain/round.ts'
import { defaultPlan, inputOf, reopenedInput } from '../../src/domain/round-draft.ts'
import { changedRound, newRound, type RoundInput } from '../../src/domain/round-input.ts'
import { locksOf, withLocked } from '../../src/domain/round-locks.ts'

const calendar = { zone: 'Europe/London', workingDays: mondayToFriday }
const now = '2026-10-22T08:07:30.000Z' // a Thursday; London leaves summer time on the 25th
const context = { id: 'R1', by: 'U1', calendar, now, ableIds: new Set(['U2', 'U3']) }
const typed: RoundInput = {
  title: 'Champion of October',
  criteria: 'One\nTwo',
  decidedBy: 'everybody',
  plan: defaultPlan(now, calendar),
  channel: 'C1',
  quorum: '2',
  restRounds: '1',
}
const planned = newRound(typed, context)
const asked = (round: Round, input: RoundInput, hasNominations = true) =>
  changedRound(round, input, { ...context, hasNominations })

describe('a round’s form is filled in', () => {
  test('with two weeks, a day and a week, at noon, by working days and across a change of clocks', () => {
    expect(typed.plan).toEqual({
      opens: { on: '2026-10-22', at: '09:07' },
      nominationsClose: { on: '2026-11-05', at: '12:00' },
      votesOpen: { on: '2026-11-06', at: '12:00' },
      votesClose: { on: '2026-11-13', at: '12:00' },
    })
    expect(planned.nominationsCloseAt).toBe('2026-11-05T12:00:00.000Z')
  })

  test('with the round as it is: sent like that, it changes nothing', () => {
    expect(asked(planned, inputOf(planned, 'Europe/London'))).toEqual(planned)
  })

  test('with three more working days when nominations open again, and what follows only as far as it must', () => {
    const closed: Round = { ...planned, state: 'closed' }
    expect(reopenedInput(closed, '2026-11-05T15:00:00.000Z', calendar).plan).toMatchObject({
      nominationsClose: { on: '2026-11-10', at: '12:00' },
      votesOpen: { on: '2026-11-11', at: '12:00' },
      votesClose: { on: '2026-11-18', at: '12:00' },
    })
    expect(reopenedInput(closed, '2026-10-30T15:00:00.000Z', calendar).plan).toMatchObject({
      nominationsClose: { on: '2026-11-04', at: '12:00' },
      votesOpen: { on: '2026-11-06', at: '12:00' },
      votesClose: { on: '2026-11-13', at: '12:00' },
    })
  })
})

describe('what is locked', () => {
  const voting: Round = { ...planned, state: 'voting' }
  const { title, channel, restRounds } = typed
  const { votesClose } = typed.plan
  const unasked: RoundInput = { title, channel, restRounds, plan: { votesClose } }

  test('need not be asked for, and stays', () => {
    expect(asked(voting, unasked)).toEqual(voting)
  })

  test('stays when somebody says something else', () => {
    const over = (more: Partial<RoundInput>) => () => asked(voting, { ...unasked, ...more })
    expect(over({ criteria: 'Three' })).toThrow('round.criteria-locked')
    expect(over({ decidedBy: 'host' })).toThrow('round.decision-locked')
    expect(over({ quorum: '1' })).toThrow('round.decision-locked')
    for (const moment of ['opens', 'nominationsClose', 'votesOpen'] as const)
      expect(over({ plan: { ...unasked.plan, [moment]: { on: '2026-11-01', at: '10:00' } } })).toThrow(
        /round\.(moment-passed|not-in-order)/,
      )
  })

  test('is nothing before a round has begun: then all has to be said', () => {
    const locks = locksOf(planned, false)
    expect(Object.values(locks)).not.toContain(true)
    expect(withLocked(planned, unasked, locks, 'Europe/London').criteria).toBeUndefined()
    expect(() => asked(planned, unasked, false)).toThrow('round.criteria-needed')
  })
})

test('criteria are lines, with or without marks before them', () => {
  const criteriaOf = (criteria: string) => newRound({ ...typed, criteria }, context).criteria
  expect(criteriaOf('- One\n• - Two\n\n*  Three \nOne')).toEqual(['One', 'Two', 'Three'])
  expect(() => criteriaOf('-\n•\n \u200b')).toThrow('round.criteria-needed')
})

test('it takes no more judges than there are', () => {
  const judged = { ...typed, decidedBy: 'judges', judgeIds: ['U2', 'U3'] }
  expect(() => newRound({ ...judged, quorum: '3' }, context)).toThrow('round.quorum-above-judges')
  expect(newRound({ ...judged, quorum: '2' }, context).quorum).toBe(2)
})
