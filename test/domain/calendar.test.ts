import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  addDays,
  addWorkingDays,
  firstWeekday,
  firstWorkingDayOfMonth,
  isWorkingDay,
  mondayToFriday,
  nextPeriodStart,
  periodStart,
  periodStarts,
  periods,
  periodWindow,
  previousPeriodStart,
  type WorkingDays,
  weekdayOf,
  workingDayBefore,
} from '../../src/domain/calendar.ts'
import { dayOf, toInstant } from '../../src/domain/time.ts'
import { anyWeekday, anyZone, DAY_MS, HOUR_MS } from '../support/wall-clock.ts'

const SUNDAY_TO_THURSDAY: WorkingDays = [7, 1, 2, 3, 4]
const anyDay = fc.integer({ min: 10_000, max: 30_000 }).map((n) => toInstant(n * DAY_MS).slice(0, 10))
const anyPeriod = fc.constantFrom(...periods)
const anyWorkingDays = fc.uniqueArray(anyWeekday) as fc.Arbitrary<WorkingDays>

describe('days', () => {
  test.each([
    ['2026-11-16', 1],
    ['2026-11-20', 5],
    ['2026-11-22', 7],
    ['2024-02-29', 4],
  ] as const)('%s is weekday %i', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday)
  })

  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-29', 0, '2026-03-29'],
  ])('%s and %i days is %s', (day, n, expected) => {
    expect(addDays(day, n)).toBe(expected)
  })
})

describe('periods', () => {
  test.each([
    // day, this week, this month, this quarter, this year
    ['2026-11-20', '2026-11-16', '2026-11-01', '2026-10-01', '2026-01-01'],
    ['2026-11-16', '2026-11-16', '2026-11-01', '2026-10-01', '2026-01-01'],
    ['2027-01-01', '2026-12-28', '2027-01-01', '2027-01-01', '2027-01-01'],
    ['2024-12-31', '2024-12-30', '2024-12-01', '2024-10-01', '2024-01-01'],
    ['2024-02-29', '2024-02-26', '2024-02-01', '2024-01-01', '2024-01-01'],
    ['2026-06-30', '2026-06-29', '2026-06-01', '2026-04-01', '2026-01-01'],
  ])(
    '%s is in the week of %s, the month of %s, the quarter of %s, the year of %s',
    (day, week, month, quarter, year) => {
      expect(periodStarts(day)).toEqual({ week, month, quarter, year })
    },
  )

  test.each([
    ['week', '2026-12-30', '2026-12-21', '2027-01-04'],
    ['month', '2026-12-31', '2026-11-01', '2027-01-01'],
    ['month', '2026-01-31', '2025-12-01', '2026-02-01'],
    ['quarter', '2026-02-10', '2025-10-01', '2026-04-01'],
    ['year', '2024-02-29', '2023-01-01', '2025-01-01'],
  ] as const)('the %s around %s comes between those of %s and %s', (period, day, previous, next) => {
    expect(previousPeriodStart(period, day)).toBe(previous)
    expect(nextPeriodStart(period, day)).toBe(next)
  })

  test('abut: every day is in exactly one period of each kind', () => {
    fc.assert(
      fc.property(anyPeriod, anyDay, (period, day) => {
        const start = periodStart(period, day)
        const next = nextPeriodStart(period, day)
        expect(start <= day && day < next).toBe(true)
        expect(periodStart(period, addDays(next, -1))).toBe(start)
        expect(periodStart(period, next)).toBe(next)
        expect(previousPeriodStart(period, next)).toBe(start)
      }),
    )
  })

  test('last from midnight to midnight on the wall, so a week with a change of clocks is an hour shorter', () => {
    const window = periodWindow('week', '2026-03-23', 'Europe/London')
    expect(window).toEqual({ from: '2026-03-23T00:00:00.000Z', to: '2026-03-29T23:00:00.000Z' })
  })

  test('begin after the gap where midnight is skipped', () => {
    const september = periodWindow('month', '2017-09-01', 'America/Asuncion')
    const october = periodWindow('month', '2017-10-01', 'America/Asuncion')
    expect([september.to, october.from]).toEqual(['2017-10-01T04:00:00.000Z', '2017-10-01T04:00:00.000Z'])
    expect(dayOf(october.from, 'America/Asuncion')).toBe('2017-10-01')
  })

  test('hold, as windows, exactly the instants of their days', () => {
    const moments = fc.integer({ min: Date.UTC(2014, 0, 1) / HOUR_MS, max: Date.UTC(2030, 0, 1) / HOUR_MS })
    fc.assert(
      fc.property(anyPeriod, anyZone, moments, (period, zone, hour) => {
        const at = toInstant(hour * HOUR_MS)
        const { from, to } = periodWindow(period, periodStart(period, dayOf(at, zone)), zone)
        expect(from <= at && at < to).toBe(true)
      }),
    )
  })
})

describe('working days', () => {
  test.each([
    ['2026-11-20', mondayToFriday, true],
    ['2026-11-21', mondayToFriday, false],
    ['2026-11-22', SUNDAY_TO_THURSDAY, true],
    ['2026-11-20', SUNDAY_TO_THURSDAY, false],
    ['2026-11-21', [], true],
  ] as const)('%s, working %j: %s', (day, workingDays, expected) => {
    expect(isWorkingDay(day, workingDays)).toBe(expected)
  })

  test.each([
    ['a Friday', '2026-11-20', mondayToFriday, '2026-11-19'],
    ['a Monday', '2026-11-23', mondayToFriday, '2026-11-20'],
    ['a Sunday', '2026-11-22', mondayToFriday, '2026-11-20'],
    ['a Sunday that is worked', '2026-11-22', SUNDAY_TO_THURSDAY, '2026-11-19'],
    ['every day worked', '2026-11-22', [], '2026-11-21'],
    ['one day worked', '2026-11-18', [3], '2026-11-11'],
  ] as const)('the one before %s', (_case, day, workingDays, expected) => {
    expect(workingDayBefore(day, workingDays)).toBe(expected)
  })

  test.each([
    ['2026-11-20', mondayToFriday, '2026-11-02'],
    ['2026-10-31', mondayToFriday, '2026-10-01'],
    ['2026-08-01', mondayToFriday, '2026-08-03'],
    ['2026-05-31', SUNDAY_TO_THURSDAY, '2026-05-03'],
    ['2026-08-15', [], '2026-08-01'],
    ['2026-09-15', [1], '2026-09-07'],
  ] as const)('the first of the month of %s, working %j, is %s', (day, workingDays, expected) => {
    expect(firstWorkingDayOfMonth(day, workingDays)).toBe(expected)
  })

  test.each([
    ['2026-11-20', 1, mondayToFriday, '2026-11-23'],
    ['2026-11-20', 5, mondayToFriday, '2026-11-27'],
    ['2026-11-21', 1, mondayToFriday, '2026-11-23'],
    ['2026-11-21', 0, mondayToFriday, '2026-11-21'],
    ['2026-11-23', -2, mondayToFriday, '2026-11-19'],
    ['2026-11-20', 3, [], '2026-11-23'],
  ] as const)('from %s, %i of them, working %j, lead to %s', (day, n, workingDays, expected) => {
    expect(addWorkingDays(day, n, workingDays)).toBe(expected)
  })

  test('are counted the same there and back', () => {
    fc.assert(
      fc.property(anyDay, anyWorkingDays, fc.integer({ min: 1, max: 40 }), (day, workingDays, n) => {
        const start = workingDayBefore(day, workingDays)
        const there = addWorkingDays(start, n, workingDays)
        expect(isWorkingDay(there, workingDays)).toBe(true)
        expect(addWorkingDays(there, -n, workingDays)).toBe(start)
      }),
    )
  })
})

describe('the first day of a working week', () => {
  test.each([
    [mondayToFriday, 1],
    [SUNDAY_TO_THURSDAY, 7],
    [[3, 4, 5], 3],
    [[1, 3, 5], 1],
    [[1, 2, 3, 4, 5, 6, 7], 1],
    [[], 1],
  ] as const)('of %j is %i', (workingDays, first) => {
    expect(firstWeekday(workingDays)).toBe(first)
  })
})
