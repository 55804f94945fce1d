import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Named } from '../../src/domain/shown.ts'
import { cleaned } from '../../src/domain/text.ts'
import { awardForm, awardModal } from '../../src/views/award-form.ts'
import { awardNote } from '../../src/views/award-note.ts'
import { awardPick } from '../../src/views/award-pick.ts'
import { awardPost } from '../../src/views/award-post.ts'
import { awardQuestionsForm } from '../../src/views/award-questions.ts'
import { digestPreview } from '../../src/views/digest-preview.ts'
import { storyCard } from '../../src/views/story-card.ts'
import { problemsOf } from '../support/block-kit.ts'
import { hostileText, MARK } from '../support/hostile-text.ts'
import { submit } from '../support/submit.ts'
import { aDigest, aPreview, aStory, bob, digestPages, erin, look } from './gallery/cast.ts'
import { fullDigest } from './gallery/giving.ts'
import { anAward, anOffer, aPrize, aShare, dayOff, offered, voucher } from './gallery/prizes-cast.ts'

const named = (id: string): fc.Arbitrary<Named> => hostileText(80).map((name) => ({ id, name }))
const people = fc
  .tuple(...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => named(`U${n}`)))
  .chain((all) => fc.integer({ min: 1, max: 10 }).map((n) => all.slice(0, n)))
const awards = fc.record({
  people,
  giver: named('UGIVER'),
  reason: hostileText(500),
  name: hostileText(60),
  split: fc.constantFrom('each', 'shared'),
  isPrivate: fc.boolean(),
  amountsPublic: fc.boolean(),
})
const holds = <T>(values: fc.Arbitrary<T>, check: (value: T) => void) =>
  fc.assert(fc.property(values, check), { numRuns: 60 })

function expectSafe(shown: unknown): void {
  expect(problemsOf(shown)).toEqual([])
  expect(JSON.stringify(shown)).not.toMatch(/"type":"(mrkdwn|broadcast|usergroup|emoji)"/)
}
const mentionsIn = (shown: unknown): string[] =>
  [...JSON.stringify(shown).matchAll(/"user_id":"([^"]*)"/g)].map(([, id]) => id ?? '')

describe('whatever people type', () => {
  test('stays text in a prize’s post, which mentions its champions and nobody else', () => {
    holds(awards, ({ people, giver, reason, name, split, amountsPublic }) => {
      const prize = { ...voucher, name }
      const shown = aPrize({ people, givenBy: giver, reason, prize, split, amountsPublic })
      expectSafe(awardPost(shown, look))
      expect(mentionsIn(awardPost(shown, look))).toEqual(people.map(({ id }) => id))
      expect(JSON.stringify(awardPost(shown, look).blocks)).toContain(JSON.stringify(reason))
      expectSafe(storyCard(aStory({ prizes: Array(20).fill(shown) }), look))
      const told = aStory({ prizes: [shown] })
      const digest = aDigest({ lead: told, others: [told], latePrizes: [{ story: told, prizes: [shown] }] })
      expectSafe(digestPages(digest, look).main)
      expect(mentionsIn(digestPages(digest, look).main)).toEqual([])
    })
  })

  test('stays text in what the champion reads', () => {
    holds(awards, ({ people, giver, reason, name, split, isPrivate }) => {
      const [first = bob] = people
      const award = anAward({
        ...{ split, isPrivate, reason, givenBy: giver, nextStep: reason },
        prize: { ...voucher, name },
        shares: people.map((person) => aShare({ person, moneyMinor: 5_00, halfDays: 0 })),
      })
      const ended = { by: giver, at: '2026-11-20T10:00:00.000Z', note: reason }
      for (const state of ['open', 'fulfilled', 'cancelled'] as const) {
        const note = awardNote(award, aShare({ person: first, state, ended }), look)
        expectSafe(note)
        expect(mentionsIn(note)).toEqual([])
      }
    })
  })

  test('stays text in the forms and in the list', () => {
    holds(awards, ({ people, giver, reason, name, split, isPrivate, amountsPublic }) => {
      const story = aStory({ champions: people, words: reason })
      const prizes = [
        offered({ ...voucher, name }),
        offered({ ...dayOff, name }, { id: 'P7', refused: 'days-spent' }),
      ]
      expectSafe(awardModal(anOffer({ story, people, prizes }), look))
      expectSafe(awardModal(anOffer({ story, people, prizes: prizes.slice(1) }), look))
      expectSafe(
        awardPick(
          Array.from({ length: 15 }, (_, n) => ({ ...story, id: `S${n}` })),
          look,
        ),
      )
      const personIds = people.map(({ id }) => id)
      const shares = personIds.map((personId) => ({
        personId,
        moneyMinor: 0,
        halfDays: 2,
        state: 'open' as const,
      }))
      const input = { storyId: 'S1', prizeId: 'P1', revision: 3, personIds, split, reason, isPrivate }
      const asked = awardQuestionsForm.render(
        {
          input,
          questions: [{ ask: 'left-out', personIds }, { ask: 'again', personIds }, { ask: 'masked' }],
          award: {
            ...anAward({ reason, prize: { ...voucher, name }, split, isPrivate }),
            givenBy: giver.id,
            shares,
          },
          ...{ story, giver, amountsPublic },
        },
        look,
      )
      expectSafe(asked)
      expect(awardQuestionsForm.read(submit(asked))).toEqual({
        input: { ...input, reason: cleaned(reason) },
        answered: ['left-out', 'again', 'masked'],
      })
    })
  })

  test('asked about fits into what a form keeps, whatever is in its reason', () => {
    const reason = `${'\u0001'.repeat(489)}for the part`
    const asked = { ...{ storyId: 'S1', prizeId: 'P1', revision: 1 }, personIds: [bob.id], isPrivate: false }
    const shown = awardQuestionsForm.render(
      {
        input: { ...asked, reason },
        questions: [{ ask: 'masked' }],
        award: { ...anAward(), givenBy: erin.id, shares: [] },
        ...{ story: aStory(), giver: erin, amountsPublic: false },
      },
      look,
    )
    expect(problemsOf(shown)).toEqual([])
    expect(awardQuestionsForm.read(submit(shown)).input.reason).toBe('for the part')
  })

  test('in a week with more prizes than fit, every message stays within the limits', () => {
    const { main, more } = digestPages(fullDigest, look)
    const preview = digestPreview(
      { ...aPreview(), ...fullDigest, leftOut: fullDigest.others.slice(0, 20) },
      'UREADER',
      look,
    )
    for (const shown of [main, ...more, preview]) expectSafe(shown)
    const all = JSON.stringify([main, ...more])
    expect(all.split('Read it').length).toBeGreaterThan(fullDigest.latePrizes.length)
  })
})

describe('the form', () => {
  const chosen = { selected_option: { value: 'P2:7' } }

  test('gives back what was chosen and typed, with the prize as it was shown', () => {
    const offer = anOffer({ story: aStory({ champions: [bob, erin] }), people: [bob, erin] })
    const form = awardForm.render(offer, look)
    const typed = {
      prizeId: chosen,
      personIds: { selected_options: [{ value: erin.id }] },
      split: { selected_option: { value: 'shared' } },
      reason: { value: `${MARK} because` },
      isPrivate: { selected_options: [{ value: 'yes' }] },
    }
    expect(awardForm.read(submit(form, typed))).toEqual({
      ...{ storyId: offer.story.id, prizeId: 'P2', revision: 7 },
      ...{ personIds: [erin.id], split: 'shared', reason: `${MARK} because`, isPrivate: true },
    })
  })

  test('has all champions in it until somebody is left out, and one each', () => {
    const offer = anOffer({ story: aStory({ champions: [bob, erin] }), people: [bob, erin] })
    expect(awardForm.read(submit(awardForm.render(offer, look)))).toEqual({
      ...{ storyId: offer.story.id, personIds: [bob.id, erin.id], split: 'each' },
      ...{ reason: undefined, isPrivate: false },
    })
  })

  test('asks nothing about a single champion', () => {
    const sent = submit(awardForm.render(anOffer(), look), { prizeId: chosen })
    expect(Object.keys(sent.state.values)).toEqual(['prizeId', 'reason', 'isPrivate'])
    expect(awardForm.read(sent).personIds).toEqual([bob.id])
  })

  test.each(['', 'P1', ':1', 'P1:', 'P1:x'])(
    'does not stumble over an option that is none of ours: %j',
    (value) => {
      const sent = submit(awardForm.render(anOffer(), look), { prizeId: { selected_option: { value } } })
      expect(() => awardForm.read(sent)).not.toThrow()
    },
  )
})
