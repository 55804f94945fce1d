import { instantOf, partsAt } from './civil.ts'

export type Jump = { label: string; at: number }

const FRIDAY = 5

/** Where a visitor may want to go from here. */
export function jumpsFrom(now: number, tz: string): [Jump, ...Jump[]] {
  return [nextFriday(now, tz), { label: '+1 hour', at: now + 3_600_000 }, firstWorkingDay(now, tz)]
}

function nextFriday(now: number, tz: string): Jump {
  const { year, month, day, weekday } = partsAt(now, tz)
  const ahead = (FRIDAY - weekday + 7) % 7
  const today = instantOf(tz, year, month, day + ahead, 16)
  const at = today > now ? today : instantOf(tz, year, month, day + ahead + 7, 16)
  return { label: at === today ? 'Friday 16:00' : 'Next Friday 16:00', at }
}

/** The first Monday to Friday of next month, in the morning. */
function firstWorkingDay(now: number, tz: string): Jump {
  const { year, month } = partsAt(now, tz)
  let day = 1
  while (partsAt(instantOf(tz, year, month + 1, day, 12), tz).weekday > FRIDAY) day += 1
  return { label: 'First working day of next month', at: instantOf(tz, year, month + 1, day, 9) }
}
