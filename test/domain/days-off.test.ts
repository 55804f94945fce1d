import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readHalfDays, typedDays } from '../../src/domain/days-off.ts'
import type { Problem } from '../../src/domain/problem.ts'

/** Half days, or what has to be mended: its key and details. */
function read(typed: string | undefined, min = 0) {
  const problems: Problem[] = []
  const halfDays = readHalfDays(typed, problems, { field: 'days', min })
  const [problem, ...more] = problems
  expect(more).toEqual([])
  if (!problem) return halfDays
  expect(halfDays).toBeUndefined()
  expect(problem).toMatchObject({ code: 'invalid', field: 'days' })
  return [problem.key, problem.details]
}

describe('typed days', () => {
  test.each([
    ['1', 2],
    ['0', 0],
    ['-0', 0],
    ['0.5', 1],
    ['.5', 1],
    ['1,5', 3],
    ['1.0', 2],
    ['1.50', 3],
    ['½', 1],
    ['1½', 3],
    ['1 ½', 3],
    ['1/2', 1],
    ['1 1/2', 3],
    ['٢', 4],
    ['１．５', 3],
    [' 60 ', 120],
  ])('%j are read', (typed, halfDays) => {
    expect(read(typed)).toBe(halfDays)
  })

  test.each([undefined, '', ' \u200b'])('%j are none, which is no problem', (typed) => {
    expect(read(typed)).toBeUndefined()
  })

  test.each(['one', '1 day', '1e1', '11/2', '1.5½', '1 000', '²', '-', '.', '¼', '1.5.5'])(
    '%j cannot be read',
    (typed) => {
      expect(read(typed)).toEqual(['days.unreadable', {}])
    },
  )

  test.each(['0.25', '1.4', '0.333', '1,000', '1.000', '0.55'])('%j are no half days', (typed) => {
    expect(read(typed)).toEqual(['days.not-half', {}])
  })

  test.each([
    ['-1', 0],
    ['-½', 0],
    ['0', 1],
    ['0.5', 2],
  ])('%j are too few when %i half days are the least', (typed, min) => {
    expect(read(typed, min)).toEqual(['days.too-few', { min }])
  })

  test.each(['60.5', '61', '1000', '9'.repeat(400)])('%s are too many', (typed) => {
    expect(read(typed)).toEqual(['days.too-many', { max: 60 }])
  })

  test('are read, or are one problem, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (typed) => {
        const halfDays = read(typed)
        if (typeof halfDays === 'number') expect(Number.isInteger(halfDays) && halfDays >= 0).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('are read back from a field', () => {
    for (let halfDays = 0; halfDays <= 120; halfDays++) expect(read(typedDays(halfDays))).toBe(halfDays)
    expect([0, 1, 2, 3].map(typedDays)).toEqual(['0', '0.5', '1', '1.5'])
  })
})
