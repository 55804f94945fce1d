import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { composeDigest, type DigestChoices, type DigestStory, digestWindow } from '../../src/domain/digest.ts'

const FIRST = '2026-11-16T09:00:00.000Z'
const LAST = '2026-11-18T09:00:00.000Z'
const story = (id: string, rest: Partial<DigestStory> = {}): DigestStory => ({
  id,
  kind: 'wow',
  customerKind: 'customer',
  toldAt: FIRST,
  cheers: 0,
  championIds: [`champion-of-${id}`],
  ...rest,
})
const nobody = new Set<string>()
const compose = (stories: DigestStory[], choices: Partial<DigestChoices> = {}, recent = nobody) =>
  composeDigest(stories, { leftOut: nobody, ...choices }, recent)

describe('the window of a digest', () => {
  const DUE = '2026-11-20T16:00:00.000Z'
  test.each([
    ['nothing before the first story', undefined, undefined, undefined],
    ['the first one begins with the first story', undefined, FIRST, FIRST],
    [
      'later ones begin where the last one ended',
      '2026-11-13T16:00:00.000Z',
      FIRST,
      '2026-11-13T16:00:00.000Z',
    ],
    ['a skipped week joins the next', '2026-11-06T16:00:00.000Z', FIRST, '2026-11-06T16:00:00.000Z'],
    ['a quiet week has a digest too', '2026-11-13T16:00:00.000Z', undefined, '2026-11-13T16:00:00.000Z'],
    ['a story told at its hour waits for the next', undefined, DUE, undefined],
    ['none twice for one hour', DUE, FIRST, undefined],
    ['none after a later one', '2026-11-27T16:00:00.000Z', FIRST, undefined],
  ])('%s', (_case, lastIssuedTo, firstStoryAt, from) => {
    expect(digestWindow(lastIssuedTo, firstStoryAt, DUE)).toEqual(from && { from, to: DUE })
  })
})

describe('the story of the week', () => {
  test.each<[string, DigestStory[], string | undefined]>([
    ['is none in a quiet week', [], undefined],
    ['has most cheers', [story('a', { cheers: 1 }), story('b', { cheers: 2 })], 'b'],
    ['is the earliest of those with as many cheers', [story('a', { toldAt: LAST }), story('b')], 'b'],
    ['is a letter, whatever the cheers', [story('a', { cheers: 99 }), story('b', { kind: 'letter' })], 'b'],
    [
      'is the letter with most cheers',
      [story('a', { kind: 'letter', cheers: 1 }), story('b', { kind: 'letter', cheers: 2 })],
      'b',
    ],
    [
      'is about an outside customer rather than a colleague',
      [story('a', { customerKind: 'colleague', cheers: 99 }), story('b', { customerKind: 'supplier' })],
      'b',
    ],
    [
      'is the favour among colleagues when that is all there was',
      [story('a', { customerKind: 'colleague' }), story('b', { customerKind: 'colleague', cheers: 1 })],
      'b',
    ],
    [
      'ranks a turnaround with the other stories',
      [story('a', { kind: 'turnaround', cheers: 3 }), story('b', { cheers: 2 })],
      'a',
    ],
  ])('%s', (_case, stories, lead) => {
    expect(compose(stories).lead).toBe(lead)
    expect(compose([...stories].reverse()).lead).toBe(lead)
  })

  test.each(['supplier', 'partner', 'community'] as const)(
    'counts a %s as an outside customer',
    (customerKind) => {
      expect(compose([story('a', { customerKind }), story('b', { cheers: 1 })]).lead).toBe('b')
    },
  )

  test('is not about somebody who led in the last four weeks, alone or with others', () => {
    const stories = [story('a', { cheers: 9, championIds: ['bob', 'carol'] }), story('b', { cheers: 1 })]
    expect(compose(stories, {}, new Set(['carol']))).toMatchObject({ lead: 'b', others: ['a'] })
  })

  test('passes a letter by when its champion led lately', () => {
    const stories = [story('a', { kind: 'letter', championIds: ['bob'] }), story('b')]
    expect(compose(stories, {}, new Set(['bob']))).toMatchObject({ lead: 'b', others: ['a'] })
  })

  test('is none when everybody led lately', () => {
    const content = compose([story('a', { championIds: ['bob'] })], {}, new Set(['bob']))
    expect(content).toMatchObject({ others: ['a'] })
    expect(content).not.toHaveProperty('lead')
  })

  test('is the one the host chose, even when its champion led lately', () => {
    const stories = [story('a', { kind: 'letter' }), story('b', { championIds: ['bob'] })]
    expect(compose(stories, { leadId: 'b' }, new Set(['bob']))).toMatchObject({ lead: 'b', others: ['a'] })
  })

  test('falls back to the rule when the chosen one is gone or left out', () => {
    const stories = [story('a'), story('b')]
    expect(compose(stories, { leadId: 'taken-back' }).lead).toBe('a')
    expect(compose(stories, { leadId: 'b', leftOut: new Set(['b']) })).toMatchObject({
      lead: 'a',
      others: [],
    })
  })
})

describe('the rest of the digest', () => {
  test('has letters first, then outside customers, then most cheers, then the earliest', () => {
    const stories = [
      story('favour', { customerKind: 'colleague', cheers: 50 }),
      story('late', { cheers: 2, toldAt: LAST }),
      story('early', { cheers: 2 }),
      story('loved', { cheers: 3 }),
      story('inner-letter', { kind: 'letter', customerKind: 'colleague', cheers: 60 }),
      story('letter', { kind: 'letter' }),
      story('lead', { kind: 'letter', cheers: 1 }),
    ]
    expect(compose(stories)).toMatchObject({
      lead: 'lead',
      others: ['letter', 'inner-letter', 'loved', 'early', 'late', 'favour'],
    })
  })

  test('lists the lessons in the order of the stories, and no blank ones', () => {
    const stories = [
      story('a', { lesson: 'Ask first.' }),
      story('b', { cheers: 1, lesson: '  ' }),
      story('c', { cheers: 2 }),
      story('d', { cheers: 3, lesson: 'Call back.' }),
    ]
    expect(compose(stories).lessons).toEqual(['d', 'a'])
  })

  test('sums up every champion, most stories first, then most cheers', () => {
    const stories = [
      story('a', { cheers: 5, championIds: ['bob', 'carol'] }),
      story('b', { cheers: 1, championIds: ['carol'] }),
      story('c', { cheers: 7, championIds: ['dave', 'dave'] }),
    ]
    expect(compose(stories).champions).toEqual([
      { personId: 'carol', stories: 2, cheers: 6 },
      { personId: 'dave', stories: 1, cheers: 7 },
      { personId: 'bob', stories: 1, cheers: 5 },
    ])
  })

  test('leaves a left-out story out of everything', () => {
    const stories = [story('a', { lesson: 'Ask first.', championIds: ['bob'] })]
    expect(compose(stories, { leftOut: new Set(['a']) })).toEqual({
      ...{ others: [], lessons: [], champions: [] },
      cheers: 0,
    })
  })

  test('shows every story exactly once, in an order that does not depend on how they came', () => {
    const anyStory = fc.record({
      kind: fc.constantFrom('wow', 'letter', 'turnaround'),
      customerKind: fc.constantFrom('customer', 'supplier', 'partner', 'colleague', 'community'),
      toldAt: fc.constantFrom(FIRST, LAST),
      cheers: fc.integer({ min: 0, max: 2 }),
      championIds: fc.uniqueArray(fc.constantFrom('bob', 'carol', 'dave'), { minLength: 1 }),
    })
    const recent = fc.uniqueArray(fc.constantFrom<string>('bob', 'carol', 'dave'))
    fc.assert(
      fc.property(fc.array(anyStory, { maxLength: 12 }), recent, fc.nat(), (drawn, leaders, turn) => {
        const stories = drawn.map((rest, i) => story(`s${i}`, rest as Partial<DigestStory>))
        const at = turn % (stories.length + 1)
        const content = compose(stories, {}, new Set(leaders))
        expect(compose([...stories.slice(at), ...stories.slice(0, at)], {}, new Set(leaders))).toEqual(
          content,
        )
        const shown = [content.lead, ...content.others].filter((id) => id !== undefined)
        expect(shown.sort()).toEqual(stories.map((s) => s.id).sort())
        const lead = stories.find((s) => s.id === content.lead)
        expect(lead?.championIds.some((id) => leaders.includes(id)) ?? false).toBe(false)
      }),
    )
  })
})
