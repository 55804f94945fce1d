import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decisions } from '../../src/domain/round.ts'
import { locksOf } from '../../src/domain/round-locks.ts'
import { type RoundFormModel, roundForm } from '../../src/views/round-form.ts'
import { roundConfirmForm, roundDecideForm, roundExamineForm } from '../../src/views/round-host-forms.ts'
import { hostileText } from '../support/hostile-text.ts'
import { submit } from '../support/submit.ts'
import { aBallot } from './gallery/ballots-cast.ts'
import { look } from './gallery/cast.ts'
import { catalogue } from './gallery/prizes.ts'

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const ids = (kind: string, max: number) =>
  fc.uniqueArray(
    fc.integer({ min: 1, max: 99 }).map((n) => `${kind}${n}`),
    { maxLength: max },
  )
const two = (n: number) => String(n).padStart(2, '0')
const moment = fc.record({
  on: fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${two(day)}`),
  at: fc.integer({ min: 0, max: 23 }).map((hour) => `${two(hour)}:30`),
})

const typed = fc.record({
  title: hostileText(100),
  honours: maybe(hostileText(500)),
  criteria: hostileText(300),
  judgeIds: ids('U', 50),
  repeats: maybe(fc.constantFrom('month', 'quarter')),
  plan: fc.record({ opens: moment, nominationsClose: moment, votesOpen: moment, votesClose: moment }),
  channel: fc.constant('C1'),
  prizeId: maybe(fc.constantFrom('P1', 'P3')),
  quorum: fc.constantFrom('1', '200'),
  restRounds: fc.constantFrom('0', '12'),
})
const groups = fc.uniqueArray(fc.record({ value: fc.uuid(), text: hostileText(70) }), {
  maxLength: 20,
  selector: ({ value }) => value,
})
const kept = fc.record({ roundId: maybe(fc.uuid()), reopen: fc.boolean(), inList: fc.boolean() })

test('what a round’s form was filled in with comes back as it was, as far as it asks', () => {
  fc.assert(
    fc.property(typed, groups, kept, fc.constantFrom(...decisions), (input, chosen, about, decidedBy) => {
      const groupIds = chosen.map(({ value }) => value)
      const model: RoundFormModel = {
        ...about,
        groups: chosen,
        input: { ...input, decidedBy, groupIds },
        locks: locksOf({ state: 'planned' }, false),
        prizes: catalogue,
        currency: 'GBP',
        zone: 'Europe/London',
      }
      const read = roundForm.read(submit(roundForm.render(model, look)))
      expect(read).toEqual({
        ...about,
        groups: chosen.map(({ value }) => ({ value, text: expect.any(String) })),
        input: {
          ...input,
          decidedBy,
          groupIds,
          judgeIds: decidedBy === 'judges' ? input.judgeIds : [],
          quorum: decidedBy === 'host' ? undefined : input.quorum,
        },
      })
    }),
    { numRuns: 60 },
  )
})

test('hosts’ other forms know which round they are about, and where they stand', () => {
  const round = aBallot()
  const about = { roundId: round.id, inList: true }
  const nominees = ['U1', 'U2'].map((id) => ({ person: { id, name: id }, reasons: [] }))
  const decision = { round, why: 'choose' as const, nominees }
  const chosen = { winnerIds: { selected_options: [{ value: 'U2' }] } }
  expect(
    roundDecideForm.read(submit(roundDecideForm.render({ decision, inList: true }, look), chosen)),
  ).toEqual({ ...about, winnerIds: ['U2'] })
  expect(
    roundConfirmForm.read(submit(roundConfirmForm.render({ round, verb: 'stop', inList: true }, look))),
  ).toEqual({ ...about, verb: 'stop' })
  const why = { why: { value: 'It seems odd.' } }
  expect(
    roundExamineForm.read(submit(roundExamineForm.render({ round, before: [], inList: true }, look), why)),
  ).toEqual({
    ...about,
    why: 'It seems odd.',
  })
})
