import { describe, expect, test } from '@jest/globals'
import { wordingFor } from '../../src/wording/index.ts'

const w = wordingFor()

describe('English', () => {
  test.each([
    [[], ''],
    [['Bob'], 'Bob'],
    [['Bob', 'Ana'], 'Bob and Ana'],
    [['Bob', 'Ana', 'Cem'], 'Bob, Ana and Cem'],
  ])('lists %j', (names, said) => {
    expect(w.list(names)).toBe(said)
  })

  test('counts who does not fit into a list', () => {
    expect(w.listUpTo(['a', 'b', 'c', 'd', 'e'], 3)).toBe('a, b and 3 more')
    expect(w.listUpTo(['a', 'b', 'c'], 3)).toBe('a, b and c')
  })

  test.each([
    [1, '1 cheered'],
    [12, '12 cheered'],
    [12_345, '12,345 cheered'],
  ])('says that %i cheered', (n, said) => {
    expect(w.story.cheered(n)).toBe(said)
  })

  test('knows one from many', () => {
    expect(w.digest.facts('1 May', 1, 1, 1)).toContain('1 story about 1 colleague')
    expect(w.digest.facts('1 May', 2, 3, 4)).toContain('2 stories about 3 colleagues')
    expect(w.board.own.champions(1, 2)).toBe('You are in 1 story, and 2 cheers came for it.')
    expect(w.board.own.champions(2, 0)).toBe('You are in 2 stories.')
  })

  test('says days', () => {
    expect(w.day('2026-11-20')).toBe('20 November')
    expect(w.days('2026-11-20', '2026-11-20')).toBe('20 November')
    expect(w.days('2026-11-28', '2026-12-04')).toMatch(/^28 November\s–\s4 December$/)
    expect(w.month('2026-11-01')).toBe('November 2026')
  })

  test.each([
    [5000, 'EUR', '€50'],
    [5050, 'EUR', '€50.50'],
    [123_456_700, 'USD', '$1,234,567'],
    [0, 'EUR', '€0'],
    [-5050, 'EUR', '-€50.50'],
    [1500, 'JPY', '¥1,500'],
    [5050, 'HUF', 'HUF\u00a050.50'],
    [1500, 'KWD', 'KWD\u00a01.500'],
    [1_000, 'KWD', 'KWD\u00a01'],
  ])('says %i of %s', (minor, currency, said) => {
    expect(w.money({ minor, currency })).toBe(said)
  })

  test.each([
    [0, '0 days'],
    [1, 'half a day'],
    [2, '1 day'],
    [3, '1½ days'],
    [4, '2 days'],
    [2001, '1,000½ days'],
    [-1, '−½ day'],
    [-2, '−1 day'],
    [-3, '−1½ days'],
  ])('says %i half days', (halfDays, said) => {
    expect(w.daysOff(halfDays)).toBe(said)
  })

  test('says moments on the wall of the zone', () => {
    expect(w.moment('2026-11-20T23:30:00.000Z', 'Europe/London')).toBe('Friday 20 November, 23:30')
    expect(w.moment('2026-11-20T23:30:00.000Z', 'Asia/Kolkata')).toBe('Saturday 21 November, 05:00')
  })

  test.each([
    ['week', '2026-11-16', 'week of 16 November'],
    ['month', '2026-11-01', 'November 2026'],
    ['quarter', '2026-10-01', 'quarter 4 of 2026'],
    ['year', '2026-01-01', '2026'],
  ] as const)('names a %s', (period, startsOn, said) => {
    expect(w.board.period(period, startsOn)).toBe(said)
  })
})
