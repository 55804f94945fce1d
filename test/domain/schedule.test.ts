import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Calendar, mondayToFriday } from '../../src/domain/calendar.ts'
import {
  dueInstants,
  dueNow,
  lastDueAt,
  nextDueAt,
  previewAt,
  type Schedule,
} from '../../src/domain/schedule.ts'
import { addTo, type Instant, toInstant, toMs } from '../../src/domain/time.ts'
import { anyTimeOfDay, anyWeekday, anyZone } from '../support/wall-clock.ts'

const LONDON: Calendar = { zone: 'Europe/London', workingDays: mondayToFriday }
const FRIDAYS: Schedule = { every: 'week', on: 5, at: '16:00' }
const DAILY: Schedule = { every: 'day', at: '09:00' }
const MONTHLY: Schedule = { every: 'month', on: 'first-working-day', at: '09:00' }
const QUARTERS: Schedule = { every: 'minutes', n: 15 }

describe('a schedule', () => {
  test.each<[string, Schedule, Instant, Instant, Instant]>([
    [
      'a week, before its hour',
      FRIDAYS,
      '2026-11-20T15:59:59.999Z',
      '2026-11-13T16:00:00.000Z',
      '2026-11-20T16:00:00.000Z',
    ],
    [
      'a week, at its hour',
      FRIDAYS,
      '2026-11-20T16:00:00.000Z',
      '2026-11-20T16:00:00.000Z',
      '2026-11-27T16:00:00.000Z',
    ],
    [
      'a week, into summer',
      FRIDAYS,
      '2026-03-28T00:00:00.000Z',
      '2026-03-27T16:00:00.000Z',
      '2026-04-03T15:00:00.000Z',
    ],
    ['a day', DAILY, '2026-11-20T08:00:00.000Z', '2026-11-19T09:00:00.000Z', '2026-11-20T09:00:00.000Z'],
    [
      'a month that begins on a Sunday',
      MONTHLY,
      '2026-11-01T12:00:00.000Z',
      '2026-10-01T08:00:00.000Z',
      '2026-11-02T09:00:00.000Z',
    ],
    [
      'a month, on its day',
      MONTHLY,
      '2026-11-02T09:00:00.000Z',
      '2026-11-02T09:00:00.000Z',
      '2026-12-01T09:00:00.000Z',
    ],
    ['minutes', QUARTERS, '2026-11-20T08:14:00.000Z', '2026-11-20T08:00:00.000Z', '2026-11-20T08:15:00.000Z'],
    [
      'minutes, on the dot',
      QUARTERS,
      '2026-11-20T08:15:00.000Z',
      '2026-11-20T08:15:00.000Z',
      '2026-11-20T08:30:00.000Z',
    ],
  ])('of %s was last due and is next due', (_case, schedule, now, last, next) => {
    expect(lastDueAt(schedule, LONDON, now)).toBe(last)
    expect(nextDueAt(schedule, LONDON, now)).toBe(next)
  })

  test('is due in a window that holds its beginning and not its end', () => {
    const window = { from: '2026-11-13T16:00:00.000Z', to: '2026-11-27T16:00:00.000Z' }
    expect(dueInstants(FRIDAYS, LONDON, window)).toEqual([
      '2026-11-13T16:00:00.000Z',
      '2026-11-20T16:00:00.000Z',
    ])
    expect(dueInstants(FRIDAYS, LONDON, { from: window.to, to: window.from })).toEqual([])
  })

  test('is due once when a skipped day and the next day share their instant', () => {
    const samoa: Calendar = { zone: 'Pacific/Apia', workingDays: [] }
    const window = { from: '2011-12-28T10:00:00.000Z', to: '2012-01-01T00:00:00.000Z' }
    expect(dueInstants({ every: 'day', at: '00:00' }, samoa, window)).toEqual([
      '2011-12-28T10:00:00.000Z',
      '2011-12-29T10:00:00.000Z',
      '2011-12-30T10:00:00.000Z',
      '2011-12-31T10:00:00.000Z',
    ])
  })

  test.each([0, -5, 1.5, Number.NaN])('of every %d minutes is refused', (n) => {
    expect(() => nextDueAt({ every: 'minutes', n }, LONDON, '2026-11-20T08:00:00.000Z')).toThrow(RangeError)
  })

  test('agrees with itself: last, next and all of a window', () => {
    const anySchedule: fc.Arbitrary<Schedule> = fc.oneof(
      fc.record({ every: fc.constant('day'), at: anyTimeOfDay }),
      fc.record({ every: fc.constant('week'), on: anyWeekday, at: anyTimeOfDay }),
      fc.record({ every: fc.constant('month'), on: fc.constant('first-working-day'), at: anyTimeOfDay }),
      fc.record({ every: fc.constant('minutes'), n: fc.integer({ min: 60, max: 5000 }) }),
    ) as fc.Arbitrary<Schedule>
    const moments = fc.integer({ min: Date.UTC(2014, 0, 1), max: Date.UTC(2030, 0, 1) })
    fc.assert(
      fc.property(anySchedule, anyZone, moments, (schedule, zone, ms) => {
        const calendar = { zone, workingDays: mondayToFriday }
        const now = toInstant(ms)
        const around = dueInstants(schedule, calendar, {
          from: addTo(now, { days: -40 }),
          to: addTo(now, { days: 40 }),
        })
        expect(around).toEqual([...new Set(around)].sort())
        expect(lastDueAt(schedule, calendar, now)).toBe(around.filter((at) => at <= now).at(-1))
        expect(nextDueAt(schedule, calendar, now)).toBe(around.find((at) => at > now))
        for (const at of around) expect(lastDueAt(schedule, calendar, at)).toBe(at)
      }),
    )
  })
})

describe('what a job should do now', () => {
  const due = (now: Instant, lastRunAt: Instant | undefined, schedule = FRIDAYS) =>
    dueNow(schedule, LONDON, now, lastRunAt, 24)

  test.each<[string, Instant, Instant | undefined, ReturnType<typeof dueNow>]>([
    ['nothing before its hour', '2026-11-20T15:59:00.000Z', '2026-11-13T16:00:00.000Z', { skipped: [] }],
    [
      'run at its hour',
      '2026-11-20T16:00:00.000Z',
      '2026-11-13T16:00:00.000Z',
      { due: '2026-11-20T16:00:00.000Z', skipped: [] },
    ],
    ['nothing once it ran', '2026-11-20T16:00:01.000Z', '2026-11-20T16:00:00.000Z', { skipped: [] }],
    [
      'nothing when the clock was set back',
      '2026-11-20T17:00:00.000Z',
      '2026-11-27T16:00:00.000Z',
      { skipped: [] },
    ],
    [
      'run late, up to a day',
      '2026-11-21T16:00:00.000Z',
      '2026-11-13T16:00:00.000Z',
      { due: '2026-11-20T16:00:00.000Z', skipped: [] },
    ],
    [
      'skip after a day',
      '2026-11-21T16:00:00.001Z',
      '2026-11-13T16:00:00.000Z',
      { skipped: ['2026-11-20T16:00:00.000Z'] },
    ],
    [
      'run the latest, skip the others',
      '2026-11-20T18:00:00.000Z',
      '2026-11-01T00:00:00.000Z',
      { due: '2026-11-20T16:00:00.000Z', skipped: ['2026-11-06T16:00:00.000Z', '2026-11-13T16:00:00.000Z'] },
    ],
    [
      'run when it never ran',
      '2026-11-20T18:00:00.000Z',
      undefined,
      { due: '2026-11-20T16:00:00.000Z', skipped: [] },
    ],
    [
      'nothing when it never ran and its hour is long past',
      '2026-11-23T18:00:00.000Z',
      undefined,
      { skipped: [] },
    ],
    [
      'nothing for hours before the schedule was made',
      '2026-11-20T18:00:00.000Z',
      '2026-11-20T17:00:00.000Z',
      { skipped: [] },
    ],
  ])('%s', (_case, now, lastRunAt, expected) => {
    expect(due(now, lastRunAt)).toEqual(expected)
  })

  test('an interval runs once after any downtime and skips nothing', () => {
    const expected = { due: '2026-11-20T16:00:00.000Z', skipped: [] }
    expect(dueNow(QUARTERS, LONDON, '2026-11-20T16:07:00.000Z', '2026-01-01T00:00:00.000Z', 0)).toEqual(
      expected,
    )
    expect(dueNow(QUARTERS, LONDON, '2026-11-20T16:07:00.000Z', '2026-11-20T16:00:00.000Z', 0)).toEqual({
      skipped: [],
    })
  })

  test('through ticks and downtimes of any length every due instant is run or skipped exactly once', () => {
    const waits = fc.array(fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 30_000 })), {
      maxLength: 60,
    })
    const schedules = fc.oneof(
      fc.constant(DAILY),
      fc.record({ every: fc.constant('week' as const), on: anyWeekday, at: anyTimeOfDay }),
    )
    fc.assert(
      fc.property(schedules as fc.Arbitrary<Schedule>, anyZone, waits, (schedule, zone, minutes) => {
        const calendar = { zone, workingDays: mondayToFriday }
        const start = '2026-03-01T00:00:00.000Z'
        let now = start
        let lastRunAt = start
        const settled: Instant[] = []
        for (const wait of minutes) {
          now = addTo(now, { minutes: wait })
          const { due, skipped } = dueNow(schedule, calendar, now, lastRunAt, 24)
          if (due) expect(toMs(now) - toMs(due)).toBeLessThanOrEqual(24 * 3_600_000)
          settled.push(...skipped, ...(due ? [due] : []))
          lastRunAt = settled.at(-1) ?? lastRunAt
        }
        const window = { from: addTo(start, { ms: 1 }), to: addTo(now, { ms: 1 }) }
        expect(settled).toEqual(dueInstants(schedule, calendar, window))
      }),
    )
  })
})

describe('the preview', () => {
  test.each([
    ['six hours before', '2026-11-20T16:00:00.000Z', '2026-11-20T10:00:00.000Z'],
    ['at eight, six hours before two', '2026-11-20T14:00:00.000Z', '2026-11-20T08:00:00.000Z'],
    ['the day before when that is too early', '2026-11-20T13:59:00.000Z', '2026-11-19T13:59:00.000Z'],
    ['on Friday for a Monday morning', '2026-11-23T09:00:00.000Z', '2026-11-20T09:00:00.000Z'],
    ['on Friday for a Sunday morning', '2026-11-22T09:00:00.000Z', '2026-11-20T09:00:00.000Z'],
    ['on the same Saturday for a Saturday evening', '2026-11-21T18:00:00.000Z', '2026-11-21T12:00:00.000Z'],
    ['not before eight on the day before', '2026-11-20T03:00:00.000Z', '2026-11-19T08:00:00.000Z'],
    [
      'at the same time of day across a change of clocks',
      '2026-03-30T08:00:00.000Z',
      '2026-03-27T09:00:00.000Z',
    ],
  ])('comes %s', (_case, digestDueAt, expected) => {
    expect(previewAt(digestDueAt, LONDON)).toBe(expected)
  })

  test('comes on the day before where every day is a working day', () => {
    expect(previewAt('2026-11-23T09:00:00.000Z', { ...LONDON, workingDays: [] })).toBe(
      '2026-11-22T09:00:00.000Z',
    )
  })
})
