/** Everything here is said in a person's own zone, as Slack does. */
const LANGUAGE = 'en-GB'

const at = (ts: string): Date => new Date(Number(ts) * 1000)

const format = (tz: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${tz} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(LANGUAGE, { timeZone: tz, ...options })
  formats.set(key, known)
  return known
}
const formats = new Map<string, Intl.DateTimeFormat>()

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

export const sayTime = (ts: string, tz: string): string => format(tz, TIME).format(at(ts))

export const sayDay = (ts: string, tz: string): string =>
  format(tz, { weekday: 'long', day: 'numeric', month: 'long' }).format(at(ts))

export const sayDayAndTime = (ts: string, tz: string): string => `${sayDay(ts, tz)} at ${sayTime(ts, tz)}`

/** `2026-11-20` */
export const dayOf = (ts: string, tz: string): string =>
  format(tz, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at(ts))

/** `Thursday 14:02` */
export const sayWeekdayAndTime = (ms: number, tz: string): string =>
  format(tz, { weekday: 'long', ...TIME })
    .format(ms)
    .replace(/,? at |, /, ' ')

/** `Thursday, 19 November 2026, 14:02` */
export const sayInFull = (ms: number, tz: string): string =>
  format(tz, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', ...TIME }).format(ms)

export type Parts = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  weekday: number
}

/** The clock on the wall in a zone; weekday 1 is Monday. */
export function partsAt(ms: number, tz: string): Parts {
  const shown = format(tz, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    ...TIME,
  }).formatToParts(ms)
  const part = (type: string) => Number(shown.find((entry) => entry.type === type)?.value)
  const [year, month, day] = [part('year'), part('month'), part('day')]
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7
  return { year, month, day, hour: part('hour'), minute: part('minute'), weekday }
}

/** The instant at which the wall in a zone shows this; days and months may overflow. */
export function instantOf(tz: string, year: number, month: number, day: number, hour: number): number {
  const wanted = Date.UTC(year, month - 1, day, hour)
  let guess = wanted
  // Twice, because the first correction may cross a change of clocks.
  for (let round = 0; round < 2; round += 1) {
    const shown = partsAt(guess, tz)
    guess += wanted - Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute)
  }
  return guess
}
