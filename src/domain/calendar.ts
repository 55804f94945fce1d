import { type Day, instantAt, type Weekday, type Window, type Zone } from './time.ts'

/** The calendar's periods that boards count by. ISO weeks: they start on Monday. */
export type Period = 'week' | 'month' | 'quarter' | 'year'
/** The days a workspace works; none named means every day. */
export type WorkingDays = readonly Weekday[]
/** What civil time depends on: both are settings of the workspace. */
export type Calendar = { readonly zone: Zone; readonly workingDays: WorkingDays }

export const periods: readonly Period[] = ['week', 'month', 'quarter', 'year']
export const mondayToFriday: WorkingDays = [1, 2, 3, 4, 5]

const DAY = 24 * 60 * 60_000
const MONTHS = { month: 1, quarter: 3, year: 12 } as const

// Days are civil: they are reckoned in UTC, where every day has 24 hours, and no zone comes near them.
const toDay = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)
const atUtcMidnight = (day: Day): Date => new Date(`${day}T00:00:00.000Z`)

export const addDays = (day: Day, n: number): Day => toDay(atUtcMidnight(day).getTime() + n * DAY)

export const weekdayOf = (day: Day): Weekday => (atUtcMidnight(day).getUTCDay() || 7) as Weekday

/** The first day of the week, month, quarter or year that `day` is in. */
export const periodStart = (period: Period, day: Day): Day => startOf(period, day, 0)

export const nextPeriodStart = (period: Period, day: Day): Day => startOf(period, day, 1)

export const previousPeriodStart = (period: Period, day: Day): Day => startOf(period, day, -1)

/** The first days of all four periods that `day` is in: the counters that an effect on this day touches. */
export function periodStarts(day: Day): Record<Period, Day> {
  return {
    week: periodStart('week', day),
    month: periodStart('month', day),
    quarter: periodStart('quarter', day),
    year: periodStart('year', day),
  }
}

/** The instants of the period that starts on this day, from midnight to midnight on the zone's wall clock. */
export function periodWindow(period: Period, startsOn: Day, zone: Zone): Window {
  return {
    from: instantAt(startsOn, '00:00', zone),
    to: instantAt(nextPeriodStart(period, startsOn), '00:00', zone),
  }
}

function startOf(period: Period, day: Day, shift: number): Day {
  if (period === 'week') return addDays(day, 1 - weekdayOf(day) + 7 * shift)
  const date = atUtcMidnight(day)
  const length = MONTHS[period]
  const month = date.getUTCMonth()
  return toDay(Date.UTC(date.getUTCFullYear(), month - (month % length) + length * shift, 1))
}

export const isWorkingDay = (day: Day, workingDays: WorkingDays): boolean =>
  workingDays.length === 0 || workingDays.includes(weekdayOf(day))

/** The day a working week begins with: the first after days off. 1, Monday, when there are none of these. */
export function firstWeekday(workingDays: WorkingDays): Weekday {
  const isFirst = (day: Weekday) => !workingDays.includes((day === 1 ? 7 : day - 1) as Weekday)
  return workingDays.toSorted().find(isFirst) ?? 1
}

/** The last working day before `day`, never `day` itself. */
export const workingDayBefore = (day: Day, workingDays: WorkingDays): Day =>
  addWorkingDays(day, -1, workingDays)

/** The first working day of the month that `day` is in. */
export const firstWorkingDayOfMonth = (day: Day, workingDays: WorkingDays): Day =>
  addWorkingDays(addDays(periodStart('month', day), -1), 1, workingDays)

/** The nth working day after `day` (before it, when negative); `day` itself when n is 0, working or not. */
export function addWorkingDays(day: Day, n: number, workingDays: WorkingDays): Day {
  const step = Math.sign(n)
  let current = day
  for (let left = Math.abs(n); left > 0; ) {
    current = addDays(current, step)
    if (isWorkingDay(current, workingDays)) left -= 1
  }
  return current
}
