import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Calendar, type WorkingDays, weekdayOf } from '../../src/domain/calendar.ts'
import { digestWindow } from '../../src/domain/digest.ts'
import { dueInstants, lastDueAt, nextDueAt, previewAt, type Schedule } from '../../src/domain/schedule.ts'
import { addTo, type Instant, toInstant, toMs, type Weekday, type Window } from '../../src/domain/time.ts'
import { anyTimeOfDay, anyWeekday, anyZone, DAY_MS, wallClockAt, ZONES } from '../support/wall-clock.ts'

// Three years of Friday digests, and of digests on any other day and at any other minute.
const YEARS = 3
type Weekly = { readonly every: 'week'; readonly on: Weekday; readonly at: string }
const anyDigest = fc.record({
  every: fc.constant('week'),
  on: anyWeekday,
  at: anyTimeOfDay,
}) as fc.Arbitrary<Weekly>
const anyStart = fc.integer({ min: Date.UTC(2014, 0, 1), max: Date.UTC(2030, 0, 1) }).map(toInstant)
const anyWorkingDays = fc.uniqueArray(anyWeekday) as fc.Arbitrary<WorkingDays>

/** Walks from due instant to due instant, as the running process does. */
function walk(schedule: Schedule, calendar: Calendar, start: Instant): Instant[] {
  const found: Instant[] = []
  const end = addTo(start, { days: YEARS * 365 })
  for (let at = nextDueAt(schedule, calendar, start); at < end; at = nextDueAt(schedule, calendar, at))
    found.push(at)
  return found
}

function expectYearsInOrder(schedule: Weekly, calendar: Calendar, start: Instant): void {
  const dues = walk(schedule, calendar, start)
  expect(dues.length).toBeGreaterThanOrEqual(YEARS * 52 - 1)
  const mondays = dues.map((due) => mondayOf(wallClockAt(toMs(due), calendar.zone)))
  expect(mondays).toEqual(mondays.map((_, i) => (mondays[0] ?? 0) + i * 7 * DAY_MS))
  for (const due of dues) {
    expectAskedWallClock(schedule, calendar, due)
    expectPreviewInTime(calendar, due)
    expect(lastDueAt(schedule, calendar, addTo(due, { ms: -1 })) < due).toBe(true)
    expect(lastDueAt(schedule, calendar, due)).toBe(due)
  }
  const window = { from: addTo(start, { ms: 1 }), to: addTo(start, { days: YEARS * 365 }) }
  expect(dueInstants(schedule, calendar, window)).toEqual(dues)
}

const mondayOf = (wall: string): number => {
  const day = wall.slice(0, 10)
  return Date.parse(day) - (weekdayOf(day) - 1) * DAY_MS
}

/** The wall shows what was asked, for the first time; or jumps over it at that very millisecond. */
function expectAskedWallClock({ on, at }: Weekly, { zone }: Calendar, due: Instant): void {
  const shown = wallClockAt(toMs(due), zone)
  const asked = `${toInstant(mondayOf(shown) + (on - 1) * DAY_MS).slice(0, 10)} ${at}`
  const justBefore = wallClockAt(toMs(due) - 1, zone)
  expect(justBefore < asked).toBe(true)
  if (shown !== asked) expect(shown > asked).toBe(true)
  for (const earlier of [0.5, 1])
    expect(wallClockAt(toMs(due) - (earlier * DAY_MS) / 24, zone)).not.toBe(asked)
}

function expectPreviewInTime(calendar: Calendar, due: Instant): void {
  const preview = previewAt(due, calendar)
  expect(preview < due).toBe(true)
  expect(wallClockAt(toMs(preview), calendar.zone).slice(11) >= '08:00').toBe(true)
}

test.each(ZONES)('in %s a digest comes once a week, at its hour on the wall, after its preview', (zone) => {
  fc.assert(
    fc.property(anyDigest, anyWorkingDays, anyStart, (schedule, workingDays, start) => {
      expectYearsInOrder(schedule, { zone, workingDays }, start)
    }),
    { numRuns: 8 },
  )
})

test.each([
  // zone, weekday and time of a gap or of a repeated hour, a start with such days ahead
  ['Europe/London', 7, '01:30', '2025-01-01'],
  ['America/New_York', 7, '02:30', '2025-01-01'],
  ['America/New_York', 7, '01:30', '2025-01-01'],
  ['Africa/Cairo', 5, '00:00', '2024-01-01'],
  ['Africa/Cairo', 5, '00:30', '2024-01-01'],
  ['Africa/Cairo', 4, '23:30', '2024-01-01'],
  ['Australia/Lord_Howe', 7, '02:15', '2025-01-01'],
  ['Australia/Lord_Howe', 7, '01:45', '2025-01-01'],
  ['Pacific/Auckland', 7, '02:30', '2025-01-01'],
  ['America/Sao_Paulo', 7, '00:30', '2016-01-01'],
  ['America/Sao_Paulo', 6, '23:30', '2016-01-01'],
] as const)('in %s on day %i at %s the odd nights are walked through', (zone, on, at, start) => {
  expectYearsInOrder(
    { every: 'week', on, at },
    { zone, workingDays: [1, 2, 3, 4, 5] },
    `${start}T00:00:00.000Z`,
  )
})

test('windows of consecutive digests abut, with skipped weeks and changed settings too: every story is in one', () => {
  // A host may skip a week, and move the digest to another day, hour or zone, whenever they like.
  const weeks = fc.array(
    fc.record({ digest: anyDigest, zone: anyZone, skip: fc.boolean(), stay: fc.nat({ max: 30 }) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  const stories = fc.array(fc.nat({ max: 400 * DAY_MS }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(weeks, anyStart, stories, (phases, start, told) => {
      const storyTimes = told.map((ms) => addTo(start, { ms })).sort()
      const windows: Window[] = []
      let now = start
      for (const { digest, zone, skip, stay } of phases) {
        const calendar = { zone, workingDays: [] }
        for (let i = 0; i <= stay; i++) {
          now = nextDueAt(digest, calendar, now)
          const first = storyTimes.find((at) => at < now)
          const window = digestWindow(windows.at(-1)?.to, first, now)
          if (window && !(skip && i % 2)) windows.push(window)
        }
      }
      for (const [i, window] of windows.entries()) {
        expect(window.from < window.to).toBe(true)
        if (i > 0) expect(window.from).toBe(windows[i - 1]?.to)
      }
      const end = windows.at(-1)?.to ?? start
      for (const at of storyTimes.filter((at) => at < end)) {
        expect(windows.filter(({ from, to }) => from <= at && at < to)).toHaveLength(1)
      }
    }),
  )
})
