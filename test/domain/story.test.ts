import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { withoutChampion } from '../../src/domain/name-off.ts'
import type { Person } from '../../src/domain/person.ts'
import { Problem, Problems } from '../../src/domain/problem.ts'
import {
  editedStory,
  mayEdit,
  mayRetract,
  newStory,
  type Story,
  type StoryInput,
  storyLimits,
} from '../../src/domain/story.ts'
import { maskedIn } from '../../src/domain/story-texts.ts'
import { lengthOf } from '../../src/domain/text.ts'

const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: id.charAt(0).toUpperCase() + id.slice(1),
  isBot: false,
  isGuest: false,
  isAdmin: false,
  isForeign: false,
  isKnown: true,
  ...more,
})
const alice = person('alice')
const leftAt = '2026-10-01T09:00:00.000Z'
const cast = [
  alice,
  person('bob'),
  person('carol'),
  person('erin', { isGuest: true }),
  person('robot', { isBot: true }),
  person('frank', { leftAt }),
  person('grace', { isForeign: true }),
  person('heidi', { isKnown: false }),
  ...Array.from({ length: 11 }, (_, at) => person(`p${at}`)),
]
const people = new Map(cast.map((one) => [one.id, one]))
const WORDS = 'Bob stayed two hours to find a lost suitcase.'
const now = '2026-11-20T16:00:00.000Z'

const told = (input: Partial<StoryInput>, teller = alice) =>
  newStory(
    { championIds: ['bob'], words: WORDS, ...input },
    { teller, people, id: 'story-1', workspaceId: 'w', now, today: '2026-11-20' },
  )
const edited = (story: Story, input: Partial<StoryInput>, declined: string[] = [], editor = alice) =>
  editedStory(
    story,
    { championIds: ['bob'], words: WORDS, ...input },
    { editor, people, declinedIds: new Set(declined), today: '2026-11-20' },
  )

function refused(act: () => unknown): [string | undefined, string, object][] {
  try {
    act()
  } catch (error) {
    const problems =
      error instanceof Problems ? error.problems : error instanceof Problem ? [error] : undefined
    if (problems === undefined) throw error
    return problems.map(({ field, key, details }) => [field, key, details])
  }
  return []
}

describe('a story', () => {
  test('needs only champions and words', () => {
    expect(told({})).toEqual({
      id: 'story-1',
      workspaceId: 'w',
      kind: 'wow',
      tellerId: 'alice',
      championIds: ['bob'],
      words: WORDS,
      customerKind: 'customer',
      toldAt: now,
      toldOn: '2026-11-20',
    })
  })

  test('keeps everything else that was said', () => {
    const more = {
      lesson: 'Ask where it was seen last.',
      customerKind: 'supplier',
      customerName: 'A tired pilot',
      deeds: 'Bob searched, Carol called.',
      thanks: 'The night guard',
      photo: { fileId: 'F1', description: 'A suitcase' },
    } as const
    expect(told({ ...more, championIds: ['bob', 'erin'] })).toMatchObject({
      ...more,
      championIds: ['bob', 'erin'],
    })
  })

  test('cleans every text, and leaves out what is blank', () => {
    const story = told({
      words: `\r\n ${WORDS}\r\nTwice.\u0000 `,
      lesson: ' \u200b ',
      customerName: '\tIda ',
    })
    expect(story).toMatchObject({ words: `${WORDS}\nTwice.`, customerName: 'Ida' })
    expect(story.lesson).toBeUndefined()
  })

  test('masks private data in every text', () => {
    const secret = 'card 4111 1111 1111 1111, ida@example.com'
    const texts = { words: secret, lesson: secret, customerName: secret, deeds: secret, thanks: secret }
    const story = told({ ...texts, photo: { fileId: 'F1', description: secret } })
    expect(JSON.stringify(story)).not.toMatch(/4111|ida@/)
    expect(story.words).toBe('card 💳 •••, ✉ •••')
    expect(maskedIn({ ...texts, lesson: 'Listen.' })).toEqual(
      ['words', 'customerName', 'deeds', 'thanks'].map((field) => ({
        field,
        text: 'card 💳 •••, ✉ •••',
        masks: ['card', 'email'],
      })),
    )
  })

  test('has no preview when nothing is masked', () => {
    expect(maskedIn({ words: WORDS })).toEqual([])
  })

  test('counts a champion once', () => {
    expect(told({ championIds: ['bob', 'carol', 'bob'] }).championIds).toEqual(['bob', 'carol'])
  })
})

describe('who can be credited', () => {
  const ten = Array.from({ length: 10 }, (_, at) => `p${at}`)

  test.each<[string, string[], string, object]>([
    ['nobody', [], 'story.champions-missing', {}],
    ['oneself alone', ['alice'], 'story.about-someone-else', { others: 0 }],
    ['oneself among others', ['bob', 'alice', 'carol'], 'story.about-someone-else', { others: 2 }],
    ['a bot', ['bob', 'robot'], 'story.champion-is-bot', { names: ['Robot'] }],
    ['somebody who left', ['frank'], 'story.champion-has-left', { names: ['Frank'] }],
    ['somebody of another company', ['grace'], 'story.champion-is-foreign', { names: ['Grace'] }],
    ['somebody the directory is about to meet', ['heidi'], 'story.champion-unknown', { names: ['Heidi'] }],
    ['somebody nobody ever heard of', ['U0'], 'story.champion-unknown', { names: ['U0'] }],
    ['eleven', [...ten, 'bob'], 'story.champions-too-many', { max: 10, count: 11 }],
  ])('not %s', (_name, championIds, key, details) => {
    expect(refused(() => told({ championIds }))).toEqual([['championIds', key, details]])
  })

  test('ten people, guests among them', () => {
    expect(told({ championIds: [...ten.slice(1), 'erin'] }).championIds).toHaveLength(10)
  })
})

describe('texts', () => {
  test.each<[string, string, string, object]>([
    ['too short', 'Bob is great.', 'story.words-too-short', { min: 20, length: 13 }],
    [
      'padded with what nobody sees',
      `Bob${'\u200b'.repeat(40)}`,
      'story.words-too-short',
      { min: 20, length: 3 },
    ],
    ['too long', 'x'.repeat(2801), 'story.words-too-long', { max: 2800, length: 2801 }],
    ['blank', ' \n\u3164\u200d ', 'story.words-missing', { min: 20 }],
  ])('words that are %s are refused', (_name, words, key, details) => {
    expect(refused(() => told({ words }))).toEqual([['words', key, details]])
  })

  test.each([
    ['lesson', 500],
    ['customerName', 80],
    ['deeds', 500],
    ['thanks', 500],
  ] as const)('%s may be %i characters long, whatever they are', (field, max) => {
    expect(told({ [field]: '😀'.repeat(max) })[field]).toHaveLength(max * 2)
    expect(refused(() => told({ [field]: '😀'.repeat(max + 1) }))).toEqual([
      [field, 'text.too-long', { max, length: max + 1 }],
    ])
  })

  test('a photo’s description has its own field', () => {
    expect(refused(() => told({ photo: { fileId: 'F', description: 'x'.repeat(501) } }))).toEqual([
      ['photoDescription', 'text.too-long', { max: 500, length: 501 }],
    ])
  })

  test('lengths are those of the cleaned text, before masks', () => {
    expect(told({ words: `${' '.repeat(50)}${'x'.repeat(2800)}\r\n` }).words).toHaveLength(2800)
    expect(refused(() => told({ words: 'ida.example@example.com'.slice(0, 19) }))).toHaveLength(1)
    expect(told({ words: 'ida.e@example.com ok' }).words).toBe('✉ ••• ok')
  })

  test('everything to mend is told at once, on its field', () => {
    const input = {
      championIds: ['alice', 'robot'],
      words: 'Wow',
      lesson: 'x'.repeat(501),
      customerKind: 'enemy' as never,
    }
    expect(refused(() => told(input)).map(([field, key]) => [field, key])).toEqual([
      ['championIds', 'story.about-someone-else'],
      ['championIds', 'story.champion-is-bot'],
      ['words', 'story.words-too-short'],
      ['lesson', 'text.too-long'],
      ['customerKind', 'story.customer-kind-unknown'],
    ])
  })

  test('whatever is typed is refused on its field, or kept within its limits', () => {
    const text = fc.string({ unit: 'binary', maxLength: 90 })
    fc.assert(
      fc.property(text, text, (words, customerName) => {
        const input = { words, customerName }
        const problems = refused(() => told(input))
        if (problems.length > 0) return
        const story = told(input)
        expect(lengthOf(story.words)).toBeLessThanOrEqual(storyLimits.words.max)
        expect(lengthOf(story.customerName ?? '')).toBeLessThanOrEqual(storyLimits.customerName.max)
      }),
    )
  })
})

describe('who may tell', () => {
  test.each([
    person('robot', { isBot: true }),
    person('frank', { leftAt }),
    person('grace', { isForeign: true }),
  ])('not $name', (teller) => {
    expect(refused(() => told({}, teller))).toEqual([[undefined, 'story.may-not-tell', {}]])
  })
})

describe('an edit', () => {
  const story = told({ championIds: ['bob', 'carol'], photo: { fileId: 'F1' }, lesson: 'Listen.' })

  test('changes what is told, not when and by whom', () => {
    const after = edited(story, { championIds: ['erin'], words: `${WORDS} Twice.`, customerKind: 'partner' })
    expect(after).toMatchObject({
      id: 'story-1',
      tellerId: 'alice',
      toldAt: now,
      championIds: ['erin'],
      words: `${WORDS} Twice.`,
      customerKind: 'partner',
      photo: { fileId: 'F1' },
    })
    expect(after.lesson).toBeUndefined()
  })

  test('is the teller’s alone', () => {
    const bob = person('bob', { isAdmin: true })
    expect(refused(() => edited(story, {}, [], bob))).toEqual([[undefined, 'story.only-teller-edits', {}]])
    expect(mayEdit(story, alice)).toBe(true)
  })

  test('keeps the rules of a new story', () => {
    expect(refused(() => edited(story, { championIds: ['alice'], words: '' })).map(([, key]) => key)).toEqual(
      ['story.about-someone-else', 'story.words-missing'],
    )
  })

  test('does not credit again who took their name off', () => {
    expect(refused(() => edited(story, { championIds: ['bob', 'carol'] }, ['carol']))).toEqual([
      ['championIds', 'story.name-taken-off', { names: ['Carol'] }],
    ])
  })

  test('does not name again in its words who took their name off', () => {
    const again = { words: 'Carol stayed two hours to find a lost suitcase.', lesson: 'Ask Carol' }
    expect(refused(() => edited(story, again, ['carol']))).toEqual([
      ['words', 'story.name-taken-off', { names: ['Carol'] }],
      ['lesson', 'story.name-taken-off', { names: ['Carol'] }],
    ])
    expect(edited(story, { words: 'A caroller stayed two hours for it.' }, ['carol']).words).toContain('car')
  })

  test('may name a champion who is called like one who took their name off', () => {
    const bobs = new Map([...people, ['b2', person('b2', { name: 'Bob Best' })]])
    const words = 'Bob Best stayed, and Bob stayed until the end.'
    const by = { editor: alice, people: bobs, declinedIds: new Set(['bob']), today: '2026-11-20' }
    expect(editedStory(story, { championIds: ['b2'], words }, by).words).toBe(words)
  })

  test('may leave a champion in who has left since, and may not add one', () => {
    const old = { ...story, championIds: ['bob', 'frank'] }
    expect(edited(old, { championIds: ['bob', 'frank'] }).championIds).toEqual(['bob', 'frank'])
    expect(refused(() => edited(story, { championIds: ['frank'] }))).toHaveLength(1)
  })

  test('of what is masked already masks nothing more', () => {
    const masked = told({ words: `${WORDS} Call +44 20 7946 0958.` })
    expect(masked.words).toBe(`${WORDS} Call ☎ •••.`)
    expect(edited(masked, { words: masked.words }).words).toBe(masked.words)
    expect(maskedIn({ words: masked.words })).toEqual([])
  })

  test('of words that were long enough before they were masked is not too short', () => {
    const masked = told({ words: 'ida.e@example.com ok' })
    expect(edited(masked, { words: masked.words }).words).toBe('✉ ••• ok')
  })
})

describe('taking back and taking off', () => {
  const story = told({ championIds: ['bob', 'carol'] })

  test('the teller and hosts take a story back, nobody else', () => {
    expect(mayRetract(story, alice, false)).toBe(true)
    expect(mayRetract(story, person('dave'), true)).toBe(true)
    expect(mayRetract(story, person('bob'), false)).toBe(false)
    expect(mayRetract(story, { ...alice, leftAt }, false)).toBe(false)
  })

  test('a name taken off leaves the others, and the last one leaves nobody, in no text', () => {
    const without = withoutChampion({ ...story, words: 'Bob called, then Carol' }, person('bob'))
    expect(without).toMatchObject({ championIds: ['carol'], words: '••• called, then Carol' })
    expect(withoutChampion(without, person('carol'))).toMatchObject({
      championIds: [],
      words: '••• called, then •••',
    })
  })
})
