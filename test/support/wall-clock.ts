import fc from 'fast-check'

/** Zones with something to trip over: gaps at midnight, half hours, the southern summer, none at all. */
export const ZONES = [
  'Europe/London',
  'America/New_York',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Asia/Kolkata',
  'America/Sao_Paulo',
] as const

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

const formats = new Map<string, Intl.DateTimeFormat>()

/** What the wall clock shows, `2026-11-20 16:00`, asked of Intl alone: the witness against our own reckoning. */
export function wallClockAt(ms: number, timeZone: string): string {
  const known = formats.get(timeZone)
  const format =
    known ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  if (!known) formats.set(timeZone, format)
  return format.format(ms)
}

/** The UTC days, as milliseconds, in which the zone's clock is changed. */
export function daysOfChange(zone: string, fromYear: number, toYear: number): number[] {
  const found: number[] = []
  const noonish = (ms: number) => wallClockAt(ms, zone).slice(11)
  for (let day = Date.UTC(fromYear, 0, 1); day < Date.UTC(toYear, 0, 1); day += DAY_MS) {
    if (noonish(day) !== noonish(day + DAY_MS)) found.push(day)
  }
  return found
}

export const anyZone = fc.constantFrom(...ZONES)
export const anyWeekday = fc.constantFrom(1, 2, 3, 4, 5, 6, 7)
const clock = (hour: number, minute: number) =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
/** Any minute of the day, the small hours (when clocks change) as often as all the others. */
export const anyTimeOfDay = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 23 })),
    fc.integer({ min: 0, max: 59 }),
  )
  .map(([hour, minute]) => clock(hour, minute))
