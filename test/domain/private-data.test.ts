import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import validator from 'validator'
import { maskPrivateData } from '../../src/domain/private-data.ts'
import { lengthOf } from '../../src/domain/text.ts'

const shown = (text: string, country?: string) => maskPrivateData(text, { country }).text

describe('what is masked', () => {
  test.each([
    ['an e-mail address', 'Ask bob.smith+x@example.co.uk.', 'Ask ✉ •••.'],
    ['an address in brackets', 'Bob <bob@x.com>, thanks', 'Bob <✉ •••>, thanks'],
    ['an address in another script', 'bob@пример.рф', '✉ •••'],
    ['an address with wide letters', 'bob＠example．com', '✉ •••'],
    ['a phone number with its country', 'call +44 20 7946 0958 now', 'call ☎ ••• now'],
    ['dialled with zeros', 'call 0044 20 7946 0958', 'call ☎ •••'],
    ['with a zero in brackets', '+49 (0)151 12345678', '☎ •••'],
    ['out of use but likely', '+1 555 123 4567', '☎ •••'],
    ['without a country', 'Tel.: 0151/12345678, 020 7946 0958', 'Tel.: ☎ •••, ☎ •••'],
    ['in pairs', '01.02.03.04.05, 06 12 34 56 78', '☎ •••, ☎ •••'],
    ['as written in North America', '(212) 555-0142 or 1-800-555-0199', '☎ ••• or ☎ •••'],
    ['a card number and not its expiry', 'card 4111 1111 1111 1111 12/27', 'card 💳 ••• 12/27'],
    [
      'cards with dashes, dots and of fifteen digits',
      '5500-0000-0000-0004 3782.822463.10005',
      '💳 ••• 💳 •••',
    ],
    ['a card with commas', '4111,1111,1111,1111', '💳 •••'],
    ['a card digit by digit', '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', '💳 •••'],
    ['a card in pairs', '41-11-11-11-11-11-11-11', '💳 •••'],
    ['a card over two lines', '4111 1111\n1111 1111', '💳 •••'],
    ['a card in Arabic digits', '٤١١١ ١١١١ ١١١١ ١١١١', '💳 •••'],
    ['a card in wide digits', '４１１１１１１１１１１１１１１１', '💳 •••'],
    ['a card hidden by invisible characters', '4\u200b111\u206011 11\u00ad1111\u200d1111', '💳 •••'],
    ['a card between letters', 'x4111111111111111y', 'x💳 •••y'],
    ['a bank account in groups', 'to GB29 NWBK 6016 1331 9268 19 thanks', 'to 🏦 ••• thanks'],
    ['a bank account in one piece and small letters', 'iban:de89370400440532013000.', 'iban:🏦 •••.'],
    ['an e-mail address that holds a card number', '4111111111111111@example.com', '💳 •••'],
  ])('%s', (_name, text, masked) => {
    expect(shown(text)).toBe(masked)
  })

  test.each([
    ['(020) 7946 0958', 'GB', '☎ •••'],
    ['2125550142', 'US', '☎ •••'],
    ['212 555 0142', 'US', '☎ •••'],
    ['612 345 678', 'ES', '☎ •••'],
    ['22 12 34 56', 'NO', '☎ •••'],
  ])('%s, where %s is home', (text, country, masked) => {
    expect(shown(text, country)).toBe(masked)
  })

  test('the kinds are told in order', () => {
    expect(maskPrivateData('bob@x.com, +44 20 7946 0958, bob@y.com').masks).toEqual([
      'email',
      'phone',
      'email',
    ])
  })
})

describe('ordinary words and numbers stay', () => {
  const ordinary = [
    'They sold 2,800 bolts for €1.234.567,89, or $12,345,678.90, or 5,000 kr, or 612 345 678 €.',
    'We moved 12 000 000 units in 3 weeks, and +12 000 000 more, +123 000 000 in a year, 12.345.678 in all.',
    'Order 123456789, ticket #48213377, room 0815, flight LH 0123.',
    'On 2026-11-20, 20.11.2026, 11/20/2026 and 20261120 at 16:00, 9:30-10:45 and 09.15.',
    '2019 2020 2021 2022, 2026-11-20 2026-11-21, 01.02.1980 - 05.06.2020.',
    'Thanks @bob.smith @acme, 24/7, 4 x 100 m, 3:2, v1.2.3, 0.123456789, 99.999 %.',
    'Call him at home, 10 to 12. 5 5 5 4 5 stars. 100-200-300.',
    '☎ ••• and ✉ •••',
  ]

  test.each(ordinary)('%s', (text) => {
    for (const country of [undefined, 'US', 'GB', 'DE', 'FR', 'NO', 'IN', 'ES']) {
      expect(maskPrivateData(text, { country })).toEqual({ text, masks: [] })
    }
  })

  test('in any order', () => {
    const things = [
      '2,800',
      '12 000 units',
      '€49.90',
      'at 16:00',
      'on 20.11.2026,',
      'in 2026',
      'Bob',
      '3½',
      '100%',
      'no. 7',
    ]
    const texts = fc.array(fc.constantFrom(...things), { maxLength: 10 }).map((parts) => parts.join(' and '))
    fc.assert(fc.property(texts, (text) => expect(shown(text, 'DE')).toBe(text)))
  })
})

/** Digits in any script, in groups of any size, with separators, some with invisible characters between them. */
function formatted(characters: fc.Arbitrary<string>, separators: readonly string[]): fc.Arbitrary<string> {
  const style = fc.record({
    group: fc.constantFrom(1, 2, 3, 4, 5, 6, 40),
    separator: fc.constantFrom(...separators),
    zero: fc.constantFrom(0x30, 0x660, 0x966, 0xff10, 0x1d7ce),
    hiding: fc.constantFrom('', '', '\u200b', '\u2060', '\u00ad', '\ufe0f'),
  })
  return fc.tuple(characters, style).map(([plain, { group, separator, zero, hiding }]) =>
    [...plain]
      .map((one) => (/\d/.test(one) ? String.fromCodePoint(zero + Number(one)) : one))
      .map((one, at) => (at > 0 && at % group === 0 ? separator : at > 0 ? hiding : '') + one)
      .join(''),
  )
}

const SEPARATORS = [' ', '-', '.', '\u00a0', ' - ', '\u2013', '\n', '  ']
const digits = (length: { minLength: number; maxLength: number }) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), ...length })
const cards = digits({ minLength: 12, maxLength: 18 }).map((start) => {
  const check = [...'0123456789'].find((digit) => validator.isLuhnNumber(start + digit))
  return `${start}${check ?? ''}`
})
const remainder = (text: string) =>
  Number(BigInt([...text].map((one) => Number.parseInt(one, 36)).join('')) % 97n)
const banks: Record<string, string> = {
  DE: '9'.repeat(18),
  GB: `AAAA${'9'.repeat(14)}`,
  NL: `AAAA${'9'.repeat(10)}`,
  NO: '9'.repeat(11),
  MT: `AAAA99999${'X'.repeat(18)}`,
}
const accounts = fc
  .tuple(fc.constantFrom(...Object.keys(banks)), fc.infiniteStream(fc.nat({ max: 35 })), fc.boolean())
  .map(([country, stream, small]) => {
    const pick = (kind: string) => {
      const value = Number(stream.next().value)
      if (kind === '9') return String(value % 10)
      return (kind === 'A' ? 10 + (value % 26) : value).toString(36).toUpperCase()
    }
    const number = [...(banks[country] ?? '')].map(pick).join('')
    const check = String(98 - remainder(`${number}${country}00`)).padStart(2, '0')
    return small ? `${country}${check}${number}`.toLowerCase() : `${country}${check}${number}`
  })

const words = fc.constantFrom(
  '',
  'Bob ',
  'see: ',
  '«',
  'no 12 ',
  'on 20.11.2026, ',
  'naïve ',
  '👍',
  '\u202e',
  'שלום ',
  ')(',
  'a@b.co ',
)
const surroundings = fc.tuple(
  words,
  words,
  fc.constantFrom('', '.', ', ok', ' thanks', '/x', ' 12/27', ' 7 pcs', '👍'),
)
const readable = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{Nd}]/gu, '')
const ascii = (text: string) =>
  [...text].map((one) => (/\p{Nd}/u.test(one) && one > '9' ? digitOf(one) : one)).join('')
const digitOf = (one: string) => {
  const code = one.codePointAt(0) ?? 0
  return String(
    [0x660, 0x966, 0xff10, 0x1d7ce].map((zero) => code - zero).find((value) => value >= 0 && value < 10),
  )
}

describe('card and bank account numbers never come through', () => {
  test('a card number, however it is written, wherever it stands', () => {
    fc.assert(
      fc.property(
        cards.chain((card) => fc.tuple(fc.constant(card), formatted(fc.constant(card), SEPARATORS))),
        surroundings,
        ([card, typed], [before, between, after]) => {
          const text = shown(`${before}${between}${typed}${after}`)
          expect(ascii(readable(text))).not.toContain(card)
          expect(text).toMatch(/💳|🏦/u)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a bank account number, however it is written, wherever it stands', () => {
    fc.assert(
      fc.property(
        accounts.chain((account) =>
          fc.tuple(
            fc.constant(account),
            formatted(
              fc.constant(account),
              SEPARATORS.filter((one) => one !== '\n'),
            ),
          ),
        ),
        surroundings,
        ([account, typed], [before, between, after]) => {
          const text = shown(`${before}${between}${typed}${after}`)
          expect(ascii(readable(text))).not.toContain(account)
          expect(text).toMatch(/💳|🏦/u)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('masking', () => {
  const pieces = fc.oneof(
    formatted(cards, SEPARATORS),
    formatted(accounts, [' ', '-', '']),
    digits({ minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      'bob@x.com',
      '@',
      '+44 20 7946 0958',
      '0151 12345678',
      ' ',
      '+',
      '00',
      '(0)',
      '-',
      '.',
      '☎ •••',
      '\u200b',
      'order ',
      'Bestell-Nr.: ',
      '12 High Street, Leeds LS1 1AA',
      'Hauptstraße ',
      'rue de ',
      'AB-12',
      ' and ',
    ),
    fc.string({ unit: 'binary', maxLength: 10 }),
  )
  const texts = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''))
  const hidings = fc.record(
    {
      country: fc.constantFrom('US', 'DE'),
      inLetter: fc.boolean(),
      lifted: fc.subarray(['bob@x.com', '+44 20 7946 0958', '12 High Street, Leeds LS1 1AA', 'AB-12']),
      words: fc.subarray(['High', 'bob', '1', 'order', '12 High', '+44 20']),
    },
    { requiredKeys: [] },
  )

  test('again changes nothing, and no text grows', () => {
    fc.assert(
      fc.property(texts, hidings, (text, hiding) => {
        const once = maskPrivateData(text, hiding).text
        expect(maskPrivateData(once, hiding).text).toBe(once)
        if (!hiding.words) expect(lengthOf(once)).toBeLessThanOrEqual(lengthOf(text))
      }),
      { numRuns: 500 },
    )
  })

  test('leaves what has neither an @ nor a digit as it is', () => {
    const harmless = fc
      .string({ unit: 'binary', maxLength: 60 })
      .filter((text) => !/[@\p{N}]/u.test(text.normalize('NFKC')))
    fc.assert(fc.property(harmless, (text) => expect(maskPrivateData(text)).toEqual({ text, masks: [] })))
  })
})
