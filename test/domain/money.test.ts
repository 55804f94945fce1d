import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  currencyOfCountry,
  decimalsOf,
  inCurrency,
  isCurrency,
  listCurrencies,
  readAmount,
  sayAmountPlain,
  splitEvenly,
  typedAmount,
} from '../../src/domain/money.ts'
import type { Problem } from '../../src/domain/problem.ts'

const MOST = 1_000_000_000_000

/** Minor units, or what has to be mended: its key and details. */
function read(typed: string | undefined, currency = 'EUR', min = 0) {
  const problems: Problem[] = []
  const minor = readAmount(typed, currency, problems, { field: 'amount', min })
  const [problem, ...more] = problems
  expect(more).toEqual([])
  if (!problem) return minor
  expect(minor).toBeUndefined()
  expect(problem).toMatchObject({ code: 'invalid', field: 'amount' })
  return [problem.key, problem.details]
}

const anyCurrency = fc.constantFrom(...listCurrencies().map(({ code }) => code))
const anyMinor = fc.integer({ min: 0, max: MOST })

describe('a currency', () => {
  test.each(['EUR', 'USD', 'JPY', 'XOF', 'XAF', 'XCD', 'XCG', 'XPF', 'ZWG'])(
    '%s can be paid with',
    (code) => {
      expect(isCurrency(code)).toBe(true)
    },
  )

  test.each(['XAU', 'XTS', 'XDR', 'XSU', 'BOV', 'CHE', 'CHW', 'CLF', 'COU', 'MXV', 'USN', 'UYI', 'UYW'])(
    '%s is no money',
    (code) => {
      expect(isCurrency(code)).toBe(false)
    },
  )

  test.each(['ANG', 'BGN', 'CUC', 'HRK', 'DEM'])('%s is not paid with any more', (code) => {
    expect(isCurrency(code)).toBe(false)
  })

  test.each(['', 'eur', 'Eur', 'EURO', '€', 'constructor', '__proto__', 'ZZZ'])('%j is none', (code) => {
    expect(isCurrency(code)).toBe(false)
  })

  test.each([
    ['EUR', 2],
    ['JPY', 0],
    ['ISK', 0],
    ['KWD', 3],
    ['HUF', 2],
    ['IDR', 2],
    ['XCG', 2],
    ['ZZZ', 2],
  ])('%s has %i decimals', (code, decimals) => {
    expect(decimalsOf(code)).toBe(decimals)
  })

  test('is listed once, by its code, with a name to search for', () => {
    const codes = listCurrencies().map(({ code }) => code)
    expect(codes).toEqual([...new Set(codes)].sort())
    expect(codes.length).toBeGreaterThan(145)
    expect(codes.every(isCurrency)).toBe(true)
    expect(listCurrencies()).toContainEqual({ code: 'BDT', name: 'Bangladeshi Taka' })
    expect(listCurrencies('de')).toContainEqual({ code: 'CHF', name: 'Schweizer Franken' })
    expect(listCurrencies().filter(({ code, name }) => code === name)).toEqual([])
  })

  test.each([
    ['DE', 'EUR'],
    ['gb', 'GBP'],
    ['BG', 'EUR'],
    ['HR', 'EUR'],
    ['CW', 'XCG'],
    ['AN', undefined],
    ['ZZ', undefined],
    ['', undefined],
    ['constructor', undefined],
    [undefined, undefined],
  ])('of %j is %j', (region, currency) => {
    expect(currencyOfCountry(region)).toBe(currency)
  })
})

describe('a typed amount', () => {
  test.each([
    ['100', 10_000],
    ['100.5', 10_050],
    ['100,50', 10_050],
    ['0', 0],
    ['-0', 0],
    ['0.01', 1],
    ['007', 700],
    ['.5', 50],
    ['+5', 500],
    [' 100 ', 10_000],
    ['1 000.50', 100_050],
    ['1\u00a0000,5', 100_050],
    ['1\u202f000\u202f000', 100_000_000],
    ["1'000", 100_000],
    ['1’000.5', 100_050],
    ['1,000.50', 100_050],
    ['1.000,50', 100_050],
    ['1,000,000', 100_000_000],
    ['1.000.000', 100_000_000],
    ['１００．５０', 10_050],
    ['١٠٠٫٥', 10_050],
    ['١٬٠٠٠', 100_000],
    ['۱۲۳', 12_300],
    ['९९.९', 9_990],
    ['\u200e€100\u200e', 10_000],
    ['€ 100', 10_000],
    ['100€', 10_000],
    ['€1 000.50', 100_050],
    ['100 EUR', 10_000],
    ['eur 100', 10_000],
    ['EUR 100 €', 10_000],
    ['100 euros', 10_000],
    ['100,-', 10_000],
    ['100.', 10_000],
    ['10000000000', MOST],
  ])('%j is read', (typed, minor) => {
    expect(read(typed)).toBe(minor)
  })

  test.each([
    ['JPY', '1000', 1000],
    ['JPY', '¥1 000', 1000],
    ['JPY', '￥1,000,000', 1_000_000],
    ['KWD', '1.5', 1500],
    ['KWD', '1.500', 1500],
    ['KWD', '1,234.567', 1_234_567],
    ['USD', '$100', 10_000],
    ['USD', 'US$100', 10_000],
    ['AUD', 'A$ 100', 10_000],
    ['AUD', '$100', 10_000],
    ['CHF', "CHF 1'000.-", 100_000],
    ['SEK', '100 kr', 10_000],
    ['PLN', '100 zł', 10_000],
    ['XCG', 'Cg. 100', 10_000],
    ['XCG', 'Cg 100', 10_000],
  ])('in %s, %j is read', (currency, typed, minor) => {
    expect(read(typed, currency)).toBe(minor)
  })

  test.each([undefined, '', ' ', '\u200b\u00a0', '\ufe0f'])('%j is nothing, which is no problem', (typed) => {
    expect(read(typed)).toBeUndefined()
  })

  test.each([
    ['EUR', '1,000', '1000'],
    ['EUR', '1.000', '1000'],
    ['EUR', '€ 12.345', '12345'],
    ['EUR', '１，０００', '1000'],
    ['EUR', '1.000,-', '1000'],
    ['JPY', '1,000', '1000'],
    ['KWD', '1,000', '1000'],
  ])('in %s, %j can be two amounts', (currency, typed, example) => {
    expect(read(typed, currency)).toEqual(['money.ambiguous', { example }])
  })

  test.each([
    'a hundred',
    '1e3',
    '0x10',
    'NaN',
    'Infinity',
    '100k',
    '1 00',
    '1,00,000',
    "1'000 000",
    '1,000,00',
    '1.000.50',
    '10.5.1',
    '5-10',
    '--5',
    '(50)',
    '100²',
    '①',
    '½',
    '100 %',
    'abc 100',
    '-',
    '.',
    '€',
    '=1+1',
  ])('%j cannot be read', (typed) => {
    expect(read(typed)).toEqual(['money.unreadable', { example: '100.50' }])
  })

  test('shows how to write it in its currency', () => {
    expect(read('x')).toEqual(['money.unreadable', { example: '100.50' }])
    expect(read('x', 'KWD')).toEqual(['money.unreadable', { example: '100.500' }])
    expect(read('x', 'JPY')).toEqual(['money.unreadable', { example: '100' }])
  })

  test.each(['100 USD', 'usd 100', '$100', '100 £', 'CHF 100 €'])('%j is of another currency', (typed) => {
    expect(read(typed)).toEqual(['money.other-currency', { currency: 'EUR' }])
  })

  test.each([
    ['EUR', '1.234567', 2],
    ['EUR', '0.005', 2],
    ['EUR', '1000,500', 2],
    ['EUR', '1,000.505', 2],
    ['JPY', '100.5', 0],
    ['KWD', '1.2345', 3],
  ])('in %s, %j is too fine', (currency, typed, decimals) => {
    expect(read(typed, currency)).toEqual(['money.too-fine', { decimals, currency }])
  })

  test.each([
    ['-1', 0],
    ['€ -1', 0],
    ['−0.01', 0],
    ['-€5', 0],
    ['0', 1],
    ['-0', 1],
    ['5.49', 550],
    ['-10', 550],
  ])('%j is too little when %i is the least', (typed, min) => {
    expect(read(typed, 'EUR', min)).toEqual(['money.too-little', { min, currency: 'EUR' }])
  })

  test.each(['10000000000.01', '99 999 999 999', '9'.repeat(400)])('%s is too much', (typed) => {
    expect(read(typed)).toEqual(['money.too-much', { max: MOST, currency: 'EUR' }])
  })

  test('is either an amount, nothing, or one problem, whatever was typed', () => {
    const marks = fc.constantFrom(..."0123456789٣९ .,'’-+€$½²eE", 'EUR', 'JPY', '\u00a0')
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(marks, { maxLength: 12 }).map((typed) => typed.join('')),
    )
    fc.assert(
      fc.property(anyText, anyCurrency, (typed, currency) => {
        const minor = read(typed, currency)
        if (typeof minor === 'number')
          expect(Number.isInteger(minor) && minor >= 0 && minor <= MOST).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('is taken in the digits of every script', () => {
    const digits = Array.from({ length: 0x1_fc00 }, (_, at) => String.fromCodePoint(at)).filter((one) =>
      /\p{Nd}/u.test(one),
    )
    expect(digits.length % 10).toBe(0)
    expect(digits.map((digit) => read(digit, 'JPY'))).toEqual(digits.map((_, index) => index % 10))
  })

  test('does not take long, however long it is', () => {
    const begun = performance.now()
    for (const typed of ['1 '.repeat(3000), '1,'.repeat(3000), ' ,.'.repeat(2000), '1,000'.repeat(1000)])
      read(`${typed}x`)
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})

describe('an amount in a field', () => {
  test('is read back, in every currency', () => {
    for (const { code } of listCurrencies())
      for (const minor of [0, 1, 50, 100, 1000, 1500, 10_050, 1_234_567, MOST])
        expect([code, read(typedAmount(minor, code), code)]).toEqual([code, minor])
    fc.assert(
      fc.property(anyMinor, anyCurrency, (minor, currency) => {
        expect(read(typedAmount(minor, currency), currency)).toBe(minor)
        expect(read(`${currency} ${typedAmount(minor, currency)}`, currency)).toBe(minor)
      }),
    )
  })

  test.each([
    [10_000, 'EUR', '100', '100.00'],
    [10_050, 'EUR', '100.50', '100.50'],
    [5, 'EUR', '0.05', '0.05'],
    [0, 'EUR', '0', '0.00'],
    [-50, 'EUR', '-0.50', '-0.50'],
    [100, 'JPY', '100', '100'],
    [1500, 'KWD', '1.500', '1.500'],
  ])('%i of %s is %s; for machines, %s', (minor, currency, typed, plain) => {
    expect(typedAmount(minor, currency)).toBe(typed)
    expect(sayAmountPlain(minor, currency)).toBe(plain)
  })
})

describe('an amount that is shared', () => {
  test.each([
    [100, 3, [34, 33, 33]],
    [2, 3, [1, 1, 0]],
    [0, 2, [0, 0]],
    [7, 1, [7]],
  ])('%i among %i', (minor, parts, shares) => {
    expect(splitEvenly(minor, parts)).toEqual(shares)
  })

  test('is given out to the last cent, and nobody gets more than a cent more', () => {
    fc.assert(
      fc.property(anyMinor, fc.integer({ min: 1, max: 60 }), (minor, parts) => {
        const shares = splitEvenly(minor, parts)
        expect(shares).toHaveLength(parts)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(minor)
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
        expect(shares).toEqual(shares.toSorted((a, b) => b - a))
      }),
    )
  })
})

describe('another currency', () => {
  test.each([
    [10_000, 'EUR', 'JPY', 100],
    [10_050, 'EUR', 'JPY', 101],
    [100, 'JPY', 'KWD', 100_000],
    [10_050, 'EUR', 'USD', 10_050],
    [1_005, 'KWD', 'EUR', 101],
  ])('%i of %s are as many %s', (minor, from, to, expected) => {
    expect(inCurrency(minor, from, to)).toBe(expected)
  })
})
