import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Board, BoardView } from '../../src/domain/board.ts'
import { vias } from '../../src/domain/letter.ts'
import type { Named, ShownDigest, ShownLetter, ShownStory } from '../../src/domain/shown.ts'
import { customerKinds } from '../../src/domain/story.ts'
import { boardAnswer, boardMonth } from '../../src/views/board.ts'
import { cheerAnswer } from '../../src/views/cheer-answers.ts'
import { digestSoFar } from '../../src/views/digest.ts'
import { digestAsk, digestPreview, leaveOutOptions } from '../../src/views/digest-preview.ts'
import { homePage } from '../../src/views/home.ts'
import { letterThanksForm } from '../../src/views/letter-thanks-form.ts'
import { notice } from '../../src/views/notice.ts'
import { setupChanged } from '../../src/views/setup-changed.ts'
import { setupHint } from '../../src/views/setup-notes.ts'
import { storyCard, storyPhoto } from '../../src/views/story-card.ts'
import { storyForm } from '../../src/views/story-form.ts'
import { creditNote, nameOffNote, storyGone, storyReceipt } from '../../src/views/story-notes.ts'
import { storyPreview } from '../../src/views/story-preview.ts'
import { welcomeForm, welcomePost } from '../../src/views/welcome.ts'
import { problemsOf } from '../support/block-kit.ts'
import { hostileText, MARK } from '../support/hostile-text.ts'
import { aDigest, aStory, digestPages, look } from './gallery/cast.ts'

const named = (id: string): fc.Arbitrary<Named> => hostileText(80).map((name) => ({ id, name }))
const champions = fc.tuple(...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => named(`UCHAMPION${n}`)))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const letters: fc.Arbitrary<ShownLetter> = fc.record({
  author: fc.record({ name: hostileText(80), role: hostileText(80) }),
  via: fc.constantFrom(...vias),
  reference: hostileText(300),
  ownShare: fc.boolean(),
  thankedBy: named('UTHANKER'),
})

const stories: fc.Arbitrary<ShownStory> = fc
  .record({
    teller: named('UTELLER'),
    champions: champions.chain((all) => fc.integer({ min: 1, max: 10 }).map((n) => all.slice(0, n))),
    words: hostileText(2800),
    lesson: maybe(hostileText(500)),
    customerKind: fc.constantFrom(...customerKinds),
    customerName: maybe(hostileText(80)),
    deeds: maybe(hostileText(500)),
    thanks: maybe(hostileText(500)),
    description: maybe(hostileText(500)),
    cheers: fc.nat(),
    edited: fc.boolean(),
    letter: maybe(letters),
  })
  .map(({ lesson, customerName, deeds, thanks, description, letter, ...story }) =>
    aStory({
      ...story,
      ...(letter && { kind: 'letter', letter }),
      ...(lesson && { lesson }),
      ...(customerName && { customerName }),
      ...(deeds && { deeds }),
      ...(thanks && { thanks }),
      photo: { fileId: 'F1', ...(description && { description }) },
    }),
  )

const boards: fc.Arbitrary<Board> = fc.array(hostileText(80), { maxLength: 20 }).map((names) => ({
  rows: names.map((name, n) => ({ personId: `U${n}`, name, count: 20 - n, cheers: n, rank: n + 1 })),
  more: names.length,
}))

const digests: fc.Arbitrary<ShownDigest> = fc
  .record({
    lead: stories,
    others: fc.array(stories, { maxLength: 30 }),
    champions: boards,
    notes: fc.array(fc.record({ by: named('ULEADER'), words: hostileText(500) }), { maxLength: 8 }),
  })
  .map((parts) => aDigest(parts))

/** Where typed text may stand: all of these are shown as they are. */
function placesOf(shown: unknown): Set<string> {
  const places = new Set<string>()
  const visit = (value: unknown, type: string, key: string): void => {
    if (typeof value === 'string' && value.includes(MARK)) places.add(`${type}.${key}`)
    if (typeof value !== 'object' || value === null) return
    const inside = (value as { type?: unknown }).type
    for (const [name, inner] of Object.entries(value))
      visit(
        inner,
        Array.isArray(value) ? type : String(inside ?? 'message'),
        Array.isArray(value) ? key : name,
      )
  }
  visit(shown, '', '')
  return places
}
const shownAsTyped = [
  'text.text',
  'plain_text.text',
  'image.alt_text',
  'plain_text_input.initial_value',
  'message.text',
  'modal.private_metadata', // kept for the form's own return; shown to nobody
]

function mentionsIn(shown: unknown): string[] {
  return [...JSON.stringify(shown).matchAll(/"user_id":"([^"]*)"/g)].map(([, id]) => id ?? '')
}

function expectSafe(shown: unknown): void {
  expect(problemsOf(shown)).toEqual([])
  expect([...placesOf(shown)].filter((place) => !shownAsTyped.includes(place))).toEqual([])
  expect(JSON.stringify(shown)).not.toMatch(/"type":"(mrkdwn|broadcast|usergroup|emoji)"/)
  for (const [, url] of JSON.stringify(shown).matchAll(/"url":"([^"]*)"/g))
    expect(url).toMatch(/^https:\/\/acme\.slack\.com\//)
}

const runs = { numRuns: 60 }
const holds = <T>(values: fc.Arbitrary<T>, check: (value: T) => void, numRuns = runs.numRuns) =>
  fc.assert(fc.property(values, check), { numRuns })

describe('whatever people type', () => {
  test('stays text in a card and mentions nobody but the champions', () => {
    holds(stories, (story) => {
      const card = storyCard(story, look)
      expectSafe(card)
      expect(mentionsIn(card)).toEqual(story.champions.map(({ id }) => id))
    })
  })

  test('is all there in a card', () => {
    holds(stories, (story) => {
      const texts = JSON.stringify(storyCard(story, look).blocks)
      for (const typed of [story.words, story.lesson, story.customerName, story.deeds, story.thanks])
        if (typed) expect(texts).toContain(JSON.stringify(typed))
    })
  })

  test('stays text in every note about a story', () => {
    holds(fc.tuple(stories, hostileText(500), named('UHOST')), ([story, reason, by]) => {
      const gone = { ...story, retracted: { by, reason, nobodyLeft: false } }
      const [champion = by] = story.champions
      const reader = { id: champion.id, as: 'champion' } as const
      expectSafe(creditNote(story, champion.id, look))
      expectSafe(storyReceipt(story, undefined, look))
      expectSafe(storyGone(gone, reader, look))
      expectSafe(storyGone(gone, { id: story.teller.id, as: 'teller' }, look))
      expectSafe(nameOffNote(story, champion, look))
      expectSafe(storyPhoto(story, look).note)
      for (const outcome of ['cheered', 'already', 'taken-back'] as const)
        expectSafe(cheerAnswer(outcome, story, look))
    })
  })

  test('is gone from a story that was taken back, with everybody’s name', () => {
    holds(fc.tuple(stories, named('UHOST')), ([story, by]) => {
      const gone = { ...story, retracted: { by, reason: `${MARK} because`, nobodyLeft: false } }
      const shown = [storyCard(gone, look), storyPhoto(gone, look).note, creditNote(gone, 'UCHAMPION1', look)]
      expect(placesOf(shown)).toEqual(new Set())
      expect(mentionsIn(shown)).toEqual([])
    })
  })

  test('stays text in a form', () => {
    holds(stories, (story) => {
      const championIds = story.champions.map(({ id }) => id)
      const input = { ...story, championIds, photo: undefined, letter: undefined }
      const { author, reference, via } = story.letter ?? {}
      const about = { authorName: author?.name, authorRole: author?.role, via, reference }
      const letter = { ...about, permission: 'yes', scanIsClear: false } as const
      for (const typed of [input, { ...input, letter }]) {
        expectSafe(storyForm.render({ input: typed, more: true, celebrationChannel: 'C1' }, look))
        expectSafe(storyPreview.render({ draftId: 'D1', preview: typed }, look))
      }
      expectSafe(letterThanksForm.render(story, look))
      expectSafe(welcomeForm.render({ channel: 'C1', words: story.words }, look))
    })
  })

  test('stays text in a digest and mentions nobody', () => {
    holds(
      digests,
      (digest) => {
        const { main, more } = digestPages(digest, look)
        const preview = {
          ...digest,
          dueAt: digest.window.to,
          zone: look.zone,
          leftOut: digest.others,
          issued: false,
        }
        const [by = { id: 'U1', name: 'Bob' }] = digest.notes.map((note) => note.by)
        const asked = digestAsk(preview, 'UREADER', { by, message: `${MARK}<!channel>` }, look)
        for (const shown of [
          main,
          ...more,
          digestSoFar(digest, look),
          digestPreview(preview, 'UREADER', look),
          asked,
        ]) {
          expectSafe(shown)
          expect(mentionsIn(shown)).toEqual([])
        }
      },
      25,
    )
  })

  test('fits into the options of a select', () => {
    holds(digests, (digest) => {
      const preview = { ...digest, dueAt: digest.window.to, zone: look.zone, leftOut: [], issued: false }
      for (const { text } of leaveOutOptions(preview, '', look)) {
        expect(text.type).toBe('plain_text')
        expect([...text.text].length).toBeLessThanOrEqual(75)
      }
    })
  })

  test('stays text on boards, on Home, and in what hosts read', () => {
    const views = fc.constantFrom<BoardView>('champions', 'storytellers', 'cheerers')
    holds(
      fc.tuple(boards, views, fc.array(stories, { maxLength: 12 }), named('UDAVE')),
      ([board, view, told, by]) => {
        const shown = { view, period: 'week', startsOn: '2026-11-16', board, hidden: false } as const
        const home = { setUp: true, boards: true, mayRun: true, mayNameHosts: true, roles: [], failed: [] }
        const change = { key: 'hosts', from: ['U1'], to: ['U1', 'U2'] }
        const hostNote = setupChanged(
          { by, changes: [change, { key: MARK, to: by.name }], currency: 'EUR' },
          () => by.name,
          look,
        )
        const titles = [{ title: by.name, wonOn: '2026-11-20', winners: [by] }]
        const page = homePage({ ...home, nominating: true, told, about: told, titles }, look)
        const hint = setupHint({ maySetUp: false, hosts: [by] }, look)
        for (const one of [boardAnswer(shown, look), boardMonth(shown, look), hint, hostNote, page]) {
          expectSafe(one)
          expect(mentionsIn(one)).toEqual([])
        }
      },
    )
  })

  test('stays text where it is all there is', () => {
    holds(hostileText(3000), (text) => {
      expectSafe(notice(text))
      expectSafe(welcomePost(text, look))
    })
  })
})
