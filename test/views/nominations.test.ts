import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ShownStory } from '../../src/domain/shown.ts'
import { blockFor } from '../../src/views/form.ts'
import { afterChoice } from '../../src/views/nomination-draft.ts'
import { evidenceOptions, nominationForm } from '../../src/views/nomination-form.ts'
import { nominationInstead, nominationSent, nomineeNote } from '../../src/views/nomination-notes.ts'
import { roundOpened, roundReminder } from '../../src/views/round-posts.ts'
import { problemsOf } from '../support/block-kit.ts'
import { hostileText } from '../support/hostile-text.ts'
import { submit } from '../support/submit.ts'
import { aBallot, aReason, someWords } from './gallery/ballots-cast.ts'
import { aStory, bob, carol, look } from './gallery/cast.ts'
import { anOffer } from './gallery/nominations.ts'

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const runs = { numRuns: 60 }
const story = (id: string): ShownStory => ({ ...aStory(), id })

describe('the form of a nomination', () => {
  test('gives back what was filled in beforehand', () => {
    const typed = fc.record({
      reason: maybe(hostileText(1500)),
      quotable: fc.boolean(),
      criterion: maybe(fc.constantFrom(0, 1)),
    })
    const ids = fc.uniqueArray(fc.uuid(), { maxLength: 10 })
    fc.assert(
      fc.property(typed, ids, fc.nat(3), fc.boolean(), (words, evidenceIds, version, isFixed) => {
        const offer = anOffer({ nominee: bob, evidence: evidenceIds.map(story), story: story('S1') })
        const view = nominationForm.render({ offer, typed: words, version, isFixed, turn: 'T' }, look)
        expect(nominationForm.read(submit(view))).toEqual({
          ...words,
          ...{ roundId: offer.round.id, nomineeId: bob.id, evidenceIds, version, isFixed, turn: 'T' },
          ...{ storyId: 'S1', ownId: undefined },
        })
      }),
      runs,
    )
  })

  test('says a problem on its field, also when the field has another name', () => {
    const offer = anOffer({ nominee: bob })
    const sent = submit(nominationForm.render({ offer, version: 2 }, look))
    expect(blockFor(nominationForm, sent, 'reason')).toBe('reason-2')
    expect(blockFor(nominationForm, sent, 'evidenceIds')).toBe('evidence-2:UBOB')
    expect(blockFor(nominationForm, sent, 'criterion')).toBe(`criterion-2:${offer.round.id}`)
    expect(blockFor(nominationForm, sent, undefined)).toBe('nomineeId')
  })

  test('does not read what belongs to a nominee or round that is chosen no more', () => {
    const other = aBallot({ id: 'R2', criteria: ['Quick', 'Kind'] })
    const offer = anOffer({ nominee: bob, evidence: [story('S1')] })
    const rounds = [offer.round, other]
    const view = nominationForm.render(
      { offer: { ...offer, rounds }, typed: { quotable: false, criterion: 1 } },
      look,
    )
    const sent = nominationForm.read(
      submit(view, { nomineeId: { selected_user: carol.id }, roundId: { selected_option: { value: 'R2' } } }),
    )
    expect(sent).toMatchObject({ nomineeId: carol.id, roundId: 'R2', evidenceIds: [], criterion: undefined })
  })

  test('keeps its fields when somebody is chosen about whom nothing is written yet', () => {
    const sent = nominationForm.read(submit(nominationForm.render({ offer: anOffer() }, look)))
    expect(afterChoice({ ...sent, reason: 'Typed' }, anOffer({ nominee: bob }))).toMatchObject({
      ...{ version: 0, typed: { reason: 'Typed' } },
    })
  })
})

const hostile = hostileText(80)
describe('what is said of nominations', () => {
  test('shows words of people as they are, pings nobody, and keeps to the limits', () => {
    fc.assert(
      fc.property(hostileText(100), hostile, hostileText(500), (title, name, honours) => {
        const round = aBallot({ title, honours, state: 'nominating', winners: [{ id: 'U1', name }] })
        const nominee = { id: 'U1', name }
        const closed = { ...round, state: 'closed' as const }
        const all = [
          roundOpened(round, undefined, look),
          roundOpened({ ...round, state: 'decided' }, undefined, look),
          roundReminder(round, look),
          nomineeNote(someWords({ round: closed, reasons: [aReason()] }), look),
          nominationSent({ nominationId: 'N1', nominee, round, isChange: true }, look),
          nominationInstead(name, { storyId: 'S1', title, names: [name] }, look),
          nominationForm.render(
            { offer: anOffer({ round, nominee, among: [nominee, { id: 'U2', name }] }), isMasked: true },
            look,
          ),
        ]
        expect(all.flatMap((one) => problemsOf(one))).toEqual([])
        expect(JSON.stringify(all)).not.toMatch(/"type":"(user|mrkdwn|usergroup|broadcast)"/)
      }),
      runs,
    )
  })

  test('stories to choose from have a day, a customer, and the first words', () => {
    const shown = evidenceOptions(
      [
        aStory({ customerName: 'St Mary’s school in Leeds, by the river' }),
        aStory({ letter: { ownShare: false, author: { name: 'Ida Miller' } } }),
      ],
      look,
    )
    expect(shown.map(({ text }) => text.text)).toEqual([
      expect.stringMatching(/^18 November · St Mary’s school in.*… · A customer stood .*…$/),
      expect.stringMatching(/^18 November · Ida Miller · 💌 A customer stood .*…$/),
    ])
    fc.assert(
      fc.property(hostileText(2800), (words) => {
        expect(evidenceOptions([aStory({ words })], look)[0]?.text.text.length).toBeLessThanOrEqual(150)
      }),
      runs,
    )
  })
})
