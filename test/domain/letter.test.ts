import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  type Letter,
  type LetterInput,
  mayShowScan,
  permissions,
  readLetter,
  shownAuthor,
  shownReference,
  vias,
  withoutAuthor,
} from '../../src/domain/letter.ts'
import type { Problem } from '../../src/domain/problem.ts'

const letter = (more: Partial<Letter>): Letter => ({ permission: 'not_asked', scanIsClear: false, ...more })

function read(input: LetterInput) {
  const problems: Problem[] = []
  const kept = readLetter(input, problems, { today: '2026-11-20' })
  return { kept, problems: problems.map(({ field, key }) => `${key} on ${field}`) }
}

describe('a letter', () => {
  test('needs nothing besides its words: then nobody asked whether the name may be shown', () => {
    expect(read({})).toEqual({ kept: letter({}), problems: [] })
  })

  test('keeps who wrote it, how it arrived and when, cleaned', () => {
    const typed = {
      authorName: ' Ida\tMiller ',
      authorRole: 'Acme',
      reference: 'T-12',
      receivedOn: '2026-11-12',
    }
    expect(
      read({ ...typed, via: 'email', permission: 'yes', askedBy: 'U1', askedOn: '2026-11-13' }).kept,
    ).toEqual({
      ...typed,
      authorName: 'Ida Miller',
      ...{ via: 'email', permission: 'yes', askedBy: 'U1', askedOn: '2026-11-13', scanIsClear: false },
    })
  })

  test.each([
    [{ receivedOn: 'yesterday' }, 'letter.day-unreadable on receivedOn'],
    [{ receivedOn: '2026-02-30' }, 'letter.day-unreadable on receivedOn'],
    [{ receivedOn: '2026-99-99' }, 'letter.day-unreadable on receivedOn'],
    [{ receivedOn: '2026-11-21' }, 'letter.day-to-come on receivedOn'],
    [{ askedOn: '2026-11-21' }, 'letter.day-to-come on askedOn'],
    [{ via: 'pigeon' }, 'letter.via-unknown on via'],
    [{ permission: 'maybe' }, 'letter.permission-unknown on permission'],
    [{ authorName: 'x'.repeat(81) }, 'text.too-long on authorName'],
    [{ reference: 'x'.repeat(301) }, 'text.too-long on reference'],
  ])('is refused with %j', (input, problem) => {
    expect(read(input).problems).toEqual([problem])
  })

  test('that arrived today, by any way, under any permission, is fine', () => {
    for (const via of vias)
      for (const permission of permissions)
        expect(read({ via, permission, receivedOn: '2026-11-20' }).problems).toEqual([])
  })
})

describe('who wrote it is shown', () => {
  const author = { authorName: 'Dr. Anna Miller', authorRole: 'Acme' }
  test.each([
    ['yes', { name: 'Dr. Anna Miller', role: 'Acme' }],
    ['first_name', { name: 'Anna', role: 'Acme' }],
    ['no', {}],
    ['not_asked', {}],
  ] as const)('with permission %s', (permission, shown) => {
    expect(shownAuthor(letter({ ...author, permission }))).toEqual(shown)
  })

  test.each([
    ['Anna', 'Anna'],
    ['anna miller', 'anna'],
    ['Miller, Anna', 'Anna'],
    ['Anna Miller, CEO', 'Anna'],
    ['Anna-Maria Meyer-Schmidt', 'Anna-Maria'],
    ['Mrs. Miller', undefined],
    ['Herr Doktor', undefined],
    ['Frau Dr. Schmidt', undefined],
    ['Mrs.', undefined],
    ['田中 花子', '花子'],
    ['王小明', undefined],
  ])('by first name: %s is %s', (authorName, name) => {
    expect(shownAuthor(letter({ authorName, permission: 'first_name' })).name).toBe(name)
  })

  test('without a company that tells the hidden name', () => {
    const told = { authorName: 'Anna Miller', authorRole: 'Miller & Sons', permission: 'first_name' } as const
    expect(shownAuthor(letter(told))).toEqual({ name: 'Anna', role: '••• & Sons' })
    expect(shownAuthor(letter({ ...told, authorName: 'Mrs. Miller' }))).toEqual({})
  })
})

describe('in the words', () => {
  test.each([
    ['not_asked', 'Yours, Anna Miller', 'Yours, •••'],
    ['no', 'Yours, ANNA MILLER', 'Yours, •••'],
    ['no', 'Yours, Mrs. Miller', 'Yours, Mrs. •••'],
    ['no', 'thx, anna', 'thx, •••'],
    ['no', 'Anna\nMiller', '•••'],
    ['first_name', 'Yours, Anna Miller', 'Yours, Anna •••'],
    ['yes', 'Yours, Anna Miller', 'Yours, Anna Miller'],
  ] as const)('with permission %s, %j reads %j', (permission, text, shown) => {
    expect(withoutAuthor(text, letter({ authorName: 'Anna Miller', permission }))).toBe(shown)
  })

  test.each([
    [
      'Maria de la Cruz',
      'El colega de la tienda me salvó. Maria, de la Cruz',
      'El colega de la tienda me salvó. •••, de la •••',
    ],
    [
      'Theresa May',
      'You may say that it may rain, and it was a wonderful day for all of us. Yours, T. May',
      'You may say that it may rain, and it was a wonderful day for all of us. Yours, T. •••',
    ],
    ['Bea', 'Beatrice loves the beach', 'Beatrice loves the beach'],
    [
      'Anna Meyer-Schmidt',
      'Frau Schmidt und die Familie Meyer-Schmidt danken',
      'Frau ••• und die Familie ••• danken',
    ],
    ['anna miller', 'Anna Miller, or A. Miller', '•••, or A. •••'],
    ['王小明', '谢谢你们。王小明敬上', '谢谢你们。•••敬上'],
  ])('the name of %s is hidden, and what every text has stays', (authorName, text, shown) => {
    expect(withoutAuthor(text, letter({ authorName }))).toBe(shown)
  })

  const part = fc.stringMatching(/^[A-ZÄÖÜÉ][a-zäöüßéñ]{2,9}$/)
  const filler = fc.array(
    fc.constantFrom('thank', 'you', 'so', 'much', 'for', 'it', ',', '.', '\n', '—', '•'),
    { maxLength: 30 },
  )
  const hidden = (text: string, word: string) =>
    !new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u').test(text)

  test('no part of a hidden name is left, wherever it stands and however it is written', () => {
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 4 }),
        filler,
        filler,
        fc.boolean(),
        (name, a, b, loud) => {
          const said = loud ? name.map((one) => one.toUpperCase()) : name
          const text = [...a, ...said, ...b, ...said.toReversed(), ...a].join(' ')
          for (const permission of ['no', 'not_asked'] as const) {
            const about = letter({ authorName: name.join(' '), permission })
            const shown = withoutAuthor(text, about)
            for (const one of said) expect(hidden(shown, one)).toBe(true)
            expect(shownAuthor(about)).toEqual({})
            expect(withoutAuthor(shown, about)).toBe(shown)
          }
        },
      ),
    )
  })

  test('of a name of which the first may be shown, no other part is left', () => {
    fc.assert(
      fc.property(fc.uniqueArray(part, { minLength: 2, maxLength: 4 }), filler, (name, a) => {
        const about = letter({
          authorName: name.join(' '),
          permission: 'first_name',
          authorRole: name.at(-1),
        })
        const shown = withoutAuthor([...a, ...name, ...a].join(' '), about)
        const author = shownAuthor(about)
        expect(author.name).toBe(name[0])
        for (const one of name.slice(1)) {
          expect(hidden(shown, one)).toBe(true)
          expect(hidden(author.role ?? '', one)).toBe(true)
        }
        expect(hidden(shown, name[0] ?? '')).toBe(false)
      }),
    )
  })

  test('whatever was typed as a name, a text is never lost', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.string({ unit: 'binary' }),
        (authorName, text) => {
          expect(withoutAuthor(text, letter({ authorName, permission: 'yes' }))).toBe(text)
          expect(typeof withoutAuthor(text, letter({ authorName }))).toBe('string')
        },
      ),
    )
  })
})

describe('what may tell the name', () => {
  test('is not shown while the name is not: a scan, until its teller says that it names nobody', () => {
    expect(mayShowScan(letter({}))).toBe(false)
    expect(mayShowScan(letter({ permission: 'first_name' }))).toBe(false)
    expect(mayShowScan(letter({ scanIsClear: true }))).toBe(true)
    expect(mayShowScan(letter({ permission: 'yes' }))).toBe(true)
  })

  test('a link with the name in it', () => {
    const told = { authorName: 'Anna Miller', reference: 'https://reviews.example/anna-miller-12' }
    expect(shownReference(letter(told))).toBeUndefined()
    expect(shownReference(letter({ ...told, permission: 'yes' }))).toBe(told.reference)
    expect(shownReference(letter({ ...told, reference: 'T-12' }))).toBe('T-12')
    expect(shownReference(letter({ reference: told.reference }))).toBe(told.reference)
  })
})
