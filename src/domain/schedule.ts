import {
  addDays,
  type Calendar,
  firstWorkingDayOfMonth,
  nextPeriodStart,
  previousPeriodStart,
  workingDayBefore,
} from './calendar.ts'
import {
  addTo,
  type Day,
  dayOf,
  type Instant,
  instantAt,
  type TimeOfDay,
  timeOf,
  toInstant,
  toMs,
  type Weekday,
  type Window,
} from './time.ts'

/** At a time of day on the wall clock of the workspace. */
type Appointment =
  | { readonly every: 'day'; readonly at: TimeOfDay }
  | { readonly every: 'week'; readonly on: Weekday; readonly at: TimeOfDay }
  | { readonly every: 'month'; readonly on: 'first-working-day'; readonly at: TimeOfDay }
/** Every n minutes of real time (a whole number, at least 1), counted from 1970, so that restarts do not shift it. */
type Interval = { readonly every: 'minutes'; readonly n: number }
/** When a job is due, as data. Due-ness is a pure function of a schedule, a calendar and the instants passed in. */
export type Schedule = Appointment | Interval

/** What a job should do now: run once for `due`, and say that it left out `skipped` (oldest first). */
export type DueNow = { readonly due?: Instant; readonly skipped: readonly Instant[] }

const HOUR = 60 * 60_000
const EARLIEST_PREVIEW = '08:00'

/** The latest due instant that is not after `now`. */
export function lastDueAt(schedule: Schedule, calendar: Calendar, now: Instant): Instant {
  if (schedule.every === 'minutes') return tick(schedule, now, 0)
  let start = nextStart(schedule, dayOf(now, calendar.zone))
  while (dueIn(schedule, calendar, start) > now) start = previousStart(schedule, start)
  return dueIn(schedule, calendar, start)
}

/** The first due instant after `now`. */
export function nextDueAt(schedule: Schedule, calendar: Calendar, now: Instant): Instant {
  if (schedule.every === 'minutes') return tick(schedule, now, 1)
  let start = previousStart(schedule, dayOf(now, calendar.zone))
  while (dueIn(schedule, calendar, start) <= now) start = nextStart(schedule, start)
  return dueIn(schedule, calendar, start)
}

/** Every due instant of the window, in order. Two days that a gap pushes onto one instant are due once. */
export function dueInstants(schedule: Schedule, calendar: Calendar, window: Window): Instant[] {
  const found: Instant[] = []
  let at = nextDueAt(schedule, calendar, addTo(window.from, { ms: -1 }))
  while (at < window.to) {
    found.push(at)
    at = nextDueAt(schedule, calendar, at)
  }
  return found
}

/**
 * What is due at `now`, when everything up to and including `lastRunAt` is settled: pass the due instant of the last
 * run, or the moment since which the schedule stands when that is later (a schedule changed at noon owes nothing
 * for that morning). After downtime the latest missed run is caught up within `catchUpHours` real hours; a longer
 * wait and the runs before it are skipped. A job that has never run has missed nothing, so it skips nothing; and an
 * interval is no appointment: it runs when it can and skips nothing either.
 */
export function dueNow(
  schedule: Schedule,
  calendar: Calendar,
  now: Instant,
  lastRunAt: Instant | undefined,
  catchUpHours: number,
): DueNow {
  const latest = lastDueAt(schedule, calendar, now)
  if (lastRunAt !== undefined && latest <= lastRunAt) return { skipped: [] }
  if (schedule.every === 'minutes') return { due: latest, skipped: [] }
  const earlier =
    lastRunAt === undefined
      ? []
      : dueInstants(schedule, calendar, { from: addTo(lastRunAt, { ms: 1 }), to: latest })
  if (toMs(now) - toMs(latest) <= catchUpHours * HOUR) return { due: latest, skipped: earlier }
  return { skipped: lastRunAt === undefined ? [] : [...earlier, latest] }
}

/**
 * When hosts see the digest that is due at `digestDueAt`: six real hours before it, so that they have the same time
 * to act on the night the clocks change. Nobody is asked before 8:00: a digest too early in the day for that is
 * previewed on the working day before, at the digest's own time of day and again not before 8:00.
 */
export function previewAt(digestDueAt: Instant, { zone, workingDays }: Calendar): Instant {
  const day = dayOf(digestDueAt, zone)
  const sixHoursBefore = addTo(digestDueAt, { hours: -6 })
  if (sixHoursBefore >= instantAt(day, EARLIEST_PREVIEW, zone)) return sixHoursBefore
  const time = timeOf(digestDueAt, zone)
  const dayBefore = workingDayBefore(day, workingDays)
  return instantAt(dayBefore, time < EARLIEST_PREVIEW ? EARLIEST_PREVIEW : time, zone)
}

/** The due instant of the day, week or month that starts on `start`. */
function dueIn(schedule: Appointment, { zone, workingDays }: Calendar, start: Day): Instant {
  switch (schedule.every) {
    case 'day':
      return instantAt(start, schedule.at, zone)
    case 'week':
      return instantAt(addDays(start, schedule.on - 1), schedule.at, zone)
    case 'month':
      return instantAt(firstWorkingDayOfMonth(start, workingDays), schedule.at, zone)
  }
}

const nextStart = ({ every }: Appointment, day: Day): Day =>
  every === 'day' ? addDays(day, 1) : nextPeriodStart(every, day)

const previousStart = ({ every }: Appointment, day: Day): Day =>
  every === 'day' ? addDays(day, -1) : previousPeriodStart(every, day)

/** The interval's last tick that is not after `now`, or one that many ticks later. */
function tick({ n }: Interval, now: Instant, later: number): Instant {
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`every ${n} minutes: expected a whole number from 1`)
  const length = n * 60_000
  return toInstant((Math.floor(toMs(now) / length) + later) * length)
}
