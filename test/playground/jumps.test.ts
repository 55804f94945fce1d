import { describe, expect, test } from '@jest/globals'
import { instantOf, sayWeekdayAndTime } from '../../playground/page/time/civil.ts'
import { jumpsFrom } from '../../playground/page/time/jumps.ts'

const jumps = (now: string, tz: string): string[] =>
  jumpsFrom(Date.parse(now), tz).map(
    ({ label, at }) => `${label}: ${new Date(at).toISOString().slice(0, 16)}`,
  )

describe('the time machine', () => {
  test('offers Friday afternoon, an hour, and the first working day of next month', () => {
    expect(jumps('2026-11-19T14:02:00Z', 'Europe/London')).toEqual([
      'Friday 16:00: 2026-11-20T16:00',
      '+1 hour: 2026-11-19T15:02',
      'First working day of next month: 2026-12-01T09:00',
    ])
  })

  test('offers the Friday after when it is Friday afternoon already', () => {
    expect(jumps('2026-11-20T16:00:00Z', 'Europe/London')[0]).toBe('Next Friday 16:00: 2026-11-27T16:00')
    expect(jumps('2026-11-20T16:00:20Z', 'Europe/London')[0]).toBe('Next Friday 16:00: 2026-11-27T16:00')
  })

  test('skips a weekend and New Year’s turn', () => {
    expect(jumps('2026-12-30T12:00:00Z', 'Asia/Kolkata')[2]).toBe(
      'First working day of next month: 2027-01-01T03:30',
    )
    expect(jumps('2026-07-10T12:00:00Z', 'Europe/London')[2]).toBe(
      'First working day of next month: 2026-08-03T08:00',
    )
  })

  test.each([
    ['Europe/London', 2026, 3, 29, 16, '2026-03-29T15:00'],
    ['America/New_York', 2026, 11, 1, 16, '2026-11-01T21:00'],
    ['Australia/Lord_Howe', 2026, 10, 4, 16, '2026-10-04T05:00'],
  ])('knows the wall clock of %s on a day when the clocks change', (tz, year, month, day, hour, instant) => {
    expect(new Date(instantOf(tz, year, month, day, hour)).toISOString().slice(0, 16)).toBe(instant)
  })

  test('says weekday and time as a person would', () => {
    expect(sayWeekdayAndTime(Date.parse('2026-07-09T13:02:00Z'), 'Europe/London')).toBe('Thursday 14:02')
  })
})
