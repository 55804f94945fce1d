import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Named } from '../../src/domain/shown.ts'
import { captureForm } from '../../src/views/capture-form.ts'
import {
  authorNote,
  captureAnswer,
  captureAsk,
  captureRequest,
  toldAlready,
} from '../../src/views/capture-notes.ts'
import { storyCard } from '../../src/views/story-card.ts'
import { storyForm } from '../../src/views/story-form.ts'
import { storyGone } from '../../src/views/story-notes.ts'
import { voiceForm } from '../../src/views/voice-form.ts'
import { problemsOf } from '../support/block-kit.ts'
import { hostileText } from '../support/hostile-text.ts'
import { submit } from '../support/submit.ts'
import { aFullLetter, aLongStory, aStory, look } from './gallery/cast.ts'

const at = { channel: 'C1', ts: '1.000100' }
const named = (id: string): fc.Arbitrary<Named> => hostileText(80).map((name) => ({ id, name }))
const people = fc.tuple(named('UAUTHOR'), named('UASKER'), named('UVOICE'))
const runs = { numRuns: 60 }

/** Nothing of it is markup, and nobody but the champions is mentioned. */
function expectSafe(shown: unknown, mentioned: readonly string[] = []): void {
  expect(problemsOf(shown)).toEqual([])
  expect(JSON.stringify(shown)).not.toMatch(/"type":"(mrkdwn|broadcast|usergroup|emoji)"/)
  const mentions = [...JSON.stringify(shown).matchAll(/"user_id":"([^"]*)"/g)].map(([, id]) => id)
  expect(mentions).toEqual(mentioned)
  for (const [, url] of JSON.stringify(shown).matchAll(/"url":"([^"]*)"/g))
    expect(url).toMatch(/^https:\/\/acme\.slack\.com\//)
}

describe('whatever people type in a message or a voice', () => {
  test('stays text on the card, as many voices as there are', () => {
    const voices = fc.array(fc.record({ by: named('UVOICE'), words: hostileText(500) }), { maxLength: 40 })
    fc.assert(
      fc.property(people, voices, ([author], told) => {
        const story = aStory({ source: { author, at }, voices: told })
        expectSafe(storyCard(story, look), ['UBOB'])
        expectSafe(storyCard({ ...aLongStory(1), source: { author, at }, voices: told }, look), [
          ...aLongStory(1).champions.map(({ id }) => id),
        ])
      }),
      runs,
    )
  })

  test('stays text in every note', () => {
    fc.assert(
      fc.property(people, hostileText(2800), fc.boolean(), ([author, askedBy, teller], words, isCard) => {
        const story = aStory({ teller, words, source: { author, at } })
        const gone = { ...story, retracted: { by: author, nobodyLeft: false } }
        const request = { id: 'R1', at, askedBy, author, isOpen: true }
        for (const shown of [
          captureAsk({ id: 'Q1', at, kind: 'wow', story }, look),
          captureRequest(request, look),
          captureRequest({ ...request, answer: 'yes' }, look),
          captureAnswer({ ...request, answer: 'yes' }, look),
          captureAnswer({ ...request, answer: 'no' }, look),
          authorNote(story, look),
          storyGone(gone, { id: teller.id, as: 'teller' }, look),
          toldAlready(story, isCard, look),
          voiceForm.render({ storyId: 'S1', story, words, isAdded: isCard }, look),
        ])
          expectSafe(shown)
      }),
      runs,
    )
  })

  test('fits beside the longest letter', () => {
    const story = aFullLetter({ ...aLongStory(1), kind: 'letter' })
    const words = 'wow '.repeat(125)
    const voices = Array.from({ length: 40 }, (_, n) => ({
      by: { id: `U${n}`, name: 'x'.repeat(80) },
      words,
    }))
    expect(problemsOf(storyCard({ ...story, voices, source: { at } }, look))).toEqual([])
  })
})

describe('what was filled in comes back as it was', () => {
  const source = { at, authorId: 'U1', isPrivate: true }
  const photo = fc.option(fc.record({ fileId: fc.constant('F1'), isTaken: fc.boolean() }), { nil: undefined })

  test('in the form of a message, as a story and as a letter', () => {
    fc.assert(
      fc.property(
        hostileText(2800),
        hostileText(80),
        photo,
        fc.boolean(),
        (words, authorName, taken, isLetter) => {
          const capture = { source, authorName, ...(taken ? { photo: taken } : {}) }
          const input = { championIds: ['U2'], words, ...(isLetter ? { letter: {} } : {}) }
          const once = storyForm.read(submit(storyForm.render({ input, capture }, look)))
          expect(once.capture).toEqual(capture)
          expect(once.input.words).toBe(words)
          expect(once.input.photo?.fileId).toBe(taken?.isTaken ? 'F1' : undefined)
          const twice = storyForm.read(submit(storyForm.render(once, look)))
          expect([twice.capture, twice.input.photo?.fileId]).toEqual([capture, once.input.photo?.fileId])
        },
      ),
      runs,
    )
  })

  test('in the form of a voice, also when it comes back masked', () => {
    fc.assert(
      fc.property(hostileText(500), fc.boolean(), fc.nat(3), (words, isAdded, masked) => {
        const view = voiceForm.render({ storyId: 'S1', words, isAdded, masked }, look)
        expect(voiceForm.read(submit(view))).toEqual({ storyId: 'S1', words, isAdded, masked })
      }),
      runs,
    )
  })

  test('in the form of reactions', () => {
    const only = { channel: 'C1', story: ['star2'], letter: ['love_letter', 'heart'] }
    expect(captureForm.read(submit(captureForm.render([only], look)))).toEqual({
      channel: 'C1',
      story: ':star2:',
      letter: ':love_letter: :heart:',
    })
    expect(captureForm.read(submit(captureForm.render([], look)))).toEqual({
      channel: undefined,
      story: ':star2:',
      letter: ':love_letter:',
    })
  })
})
