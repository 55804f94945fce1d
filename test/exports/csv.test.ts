import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { harmless, toCsv } from '../../src/exports/csv.ts'
import { readCsv, readLoosely, withoutGuards } from '../support/csv.ts'

const columns = ['name', 'reason', 'note'] as const
const csvOf = (...rows: string[][]) =>
  toCsv(
    columns,
    rows.map(([name = '', reason = '', note = '']) => ({ name, reason, note })),
  )

/** Everything that makes trouble in a table, in any order. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'=+-@＝＋－＠−﹢\t\r\n;,|"\'  \u00a0\u200b\ufeff\u2028\u0085\v\f',
        '\r\n',
        '=1+1',
        "'=",
        '""',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('a table', () => {
  test('gives back every word to who reads it as CSV', () => {
    const rows = fc.array(fc.tuple(nasty, nasty, nasty), { maxLength: 4 })
    fc.assert(
      fc.property(rows, (typed) => {
        const [header, ...read] = readCsv(csvOf(...typed))
        expect(header).toEqual([...columns])
        expect(read.map((row) => row.map(withoutGuards))).toEqual(typed)
      }),
      { numRuns: 500 },
    )
  })

  test.each([',', ';', '\t'])('shows no formula to a spreadsheet that separates by %j', (separator) => {
    fc.assert(
      fc.property(nasty, nasty, (one, other) => {
        const cells = readLoosely(csvOf([one, other, one]), separator).flat()
        expect(cells.filter((cell) => /^[\s"\p{Cf}\p{Cc}]*[=+\-@＝＋－＠−﹢]/u.test(cell))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['+44 20', "'+44 20"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['＝1', "'＝1"],
    ['  =1', "'  =1"],
    ['"=1"', '\'"=1"'],
    ['\n\n=1', "'\n\n'=1"],
    ['stayed;=1+1', "stayed;'=1+1"],
    ['two things:\n- one', "two things:\n'- one"],
    ["'=1", "''=1"],
  ])('makes %j harmless', (typed, written) => {
    expect(harmless(typed)).toBe(written)
  })

  test.each(['’t Hooft', "'t Hooft", 'a-b', 'x = y', 'mail me @ work', '33.34', 'one, -two', 'a; b', ''])(
    'leaves %j as it is',
    (typed) => {
      expect(harmless(typed)).toBe(typed)
    },
  )

  test('is in UTF-8 with the mark that spreadsheets look for, and has its names also without rows', () => {
    expect(csvOf()).toBe('\ufeffname,reason,note\r\n')
    expect(csvOf(['Zoë', 'said “so”', 'a "b"'])).toBe('\ufeffname,reason,note\r\nZoë,said “so”,"a ""b"""\r\n')
  })
})
