import { tzOffset } from '@date-fns/tz'

/** ISO-8601 UTC text with milliseconds, `2026-11-20T16:00:00.000Z`: sorts as text. */
export type Instant = string
/** A calendar day, `2026-11-20`. */
export type Day = string
/** A time of day, `16:00`. */
export type TimeOfDay = string
/** An IANA zone name, `Europe/London`. */
export type Zone = string
/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7
/** Half-open: `from` belongs to it, `to` does not. */
export type Window = { readonly from: Instant; readonly to: Instant }
/** A stretch of real time. */
export type Duration = {
  readonly days?: number
  readonly hours?: number
  readonly minutes?: number
  readonly ms?: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Milliseconds since 1970, as instant text. Throws a RangeError when `ms` is no time at all. */
export const toInstant = (ms: number): Instant => new Date(ms).toISOString()

/** An instant as milliseconds since 1970; NaN when the text is no instant. */
export const toMs = (at: Instant): number => Date.parse(at)

/** Whether the text is exactly how Plaudit writes an instant: a real moment, in UTC, with milliseconds. */
export function isInstant(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return false
  const ms = toMs(text)
  return !Number.isNaN(ms) && toInstant(ms) === text
}

/** Whether the text names a zone of the IANA database. A bare offset (`+01:00`) does not: it knows no summer. */
export function isZone(text: string): boolean {
  if (!/^[a-z]/i.test(text)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}

/** The instant that much real time later (or earlier, when negative): a day is always 24 hours here. */
export function addTo(at: Instant, { days = 0, hours = 0, minutes = 0, ms = 0 }: Duration): Instant {
  return toInstant(toMs(at) + days * DAY + hours * HOUR + minutes * MINUTE + ms)
}

/** The calendar day on the wall at this instant in this zone. */
export const dayOf = (at: Instant, zone: Zone): Day => wallClock(at, zone).slice(0, 10)

/** The time of day on the wall at this instant in this zone, the minute begun. */
export const timeOf = (at: Instant, zone: Zone): TimeOfDay => wallClock(at, zone).slice(11, 16)

/**
 * The instant when the wall clock of `zone` shows `time` on `day`. One rule for the two odd nights of the year:
 * a time that the clock skips is the first instant after the gap; a time that it shows twice is its first showing.
 * So a later wall time never comes at an earlier instant. Throws a RangeError on a day, time or zone that is none.
 */
export function instantAt(day: Day, time: TimeOfDay, zone: Zone): Instant {
  const wall = toMs(`${day}T${time}:00.000Z`)
  // Offsets lie within -12 and +14 hours: a day to either side is surely before and after the instant sought.
  const before = offsetAt(wall - DAY, zone)
  const after = offsetAt(wall + DAY, zone)
  if (offsetAt(wall - before, zone) === before) return toInstant(wall - before)
  if (offsetAt(wall - after, zone) === after) return toInstant(wall - after)
  return toInstant(endOfGap(wall - after, wall - before, zone))
}

/** The first millisecond with the new offset: `early` still has the old one, `late` has the new one. */
function endOfGap(early: number, late: number, zone: Zone): number {
  if (!(late - early > 1)) return late
  const middle = Math.floor((early + late) / 2)
  return offsetAt(middle, zone) === offsetAt(early, zone)
    ? endOfGap(middle, late, zone)
    : endOfGap(early, middle, zone)
}

function wallClock(at: Instant, zone: Zone): string {
  const ms = toMs(at)
  return toInstant(ms + offsetAt(ms, zone))
}

/** How far the wall clock is ahead of UTC, in milliseconds. */
const offsetAt = (ms: number, zone: Zone): number => Math.round(tzOffset(zone, new Date(ms)) * MINUTE)
