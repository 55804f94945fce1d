/** How English counts, lists, dates and pays. */
import { decimalsOf, type Money } from '../../domain/money.ts'
import type { Day, Instant, Zone } from '../../domain/time.ts'

const numbers = new Intl.NumberFormat('en-GB')
const lists = new Intl.ListFormat('en-GB', { type: 'conjunction' })

export const number = (n: number): string => numbers.format(n)

/** `1 story`, `2 stories`. */
export const counted = (n: number, one: string, many: string): string =>
  `${number(n)} ${n === 1 ? one : many}`

/** `Bob, Ana and Cem`. */
export const list = (items: readonly string[]): string => lists.format(items)

/** `Bob, Ana and 3 more`. */
export const listUpTo = (items: readonly string[], max: number): string =>
  items.length <= max
    ? list(items)
    : list([...items.slice(0, max - 1), `${number(items.length - max + 1)} more`])

// Formats are made once for each currency, and for each zone: making one costs more than a hundred amounts.
const moneyFormats = new Map<string, Intl.NumberFormat>()

function moneyFormat(currency: string): Intl.NumberFormat {
  const known = moneyFormats.get(currency)
  if (known) return known
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    minimumFractionDigits: decimalsOf(currency),
    maximumFractionDigits: decimalsOf(currency),
    trailingZeroDisplay: 'stripIfInteger',
  })
  moneyFormats.set(currency, format)
  return format
}

/** `€50`, `€50.50`, `KWD 1.500`: the decimals that the currency has, or none. */
export const money = ({ minor, currency }: Money): string =>
  moneyFormat(currency).format(minor / 10 ** decimalsOf(currency))

/** `half a day`, `1 day`, `1½ days`; what is below zero has a minus, `−½ day`. */
export function daysOff(halfDays: number): string {
  if (halfDays === 1) return 'half a day'
  const size = Math.abs(halfDays)
  const whole = size === 1 ? '' : number(Math.floor(size / 2))
  const half = size % 2 === 1 ? '½' : ''
  return `${halfDays < 0 ? '−' : ''}${whole}${half} ${size === 1 || size === 2 ? 'day' : 'days'}`
}

const dayFormat = formatter({ day: 'numeric', month: 'long' }, 'UTC')
const monthFormat = formatter({ month: 'long', year: 'numeric' }, 'UTC')

/** `20 November`. */
export const day = (on: Day): string => dayFormat.format(atNoon(on))

/** `14–20 November`; the same day twice is that day. */
export const days = (first: Day, last: Day): string => dayFormat.formatRange(atNoon(first), atNoon(last))

/** `November 2026`. */
export const month = (on: Day): string => monthFormat.format(atNoon(on))

/** `Friday 20 November, 16:00`. */
export function moment(at: Instant, zone: Zone): string {
  const { date, time } = momentFormat(zone)
  return `${date.format(new Date(at))}, ${time.format(new Date(at))}`
}

type MomentFormat = { readonly date: Intl.DateTimeFormat; readonly time: Intl.DateTimeFormat }

const momentFormats = new Map<Zone, MomentFormat>()

function momentFormat(zone: Zone): MomentFormat {
  const known = momentFormats.get(zone)
  if (known) return known
  const format = {
    date: formatter({ weekday: 'long', day: 'numeric', month: 'long' }, zone),
    time: formatter({ hour: '2-digit', minute: '2-digit' }, zone),
  }
  momentFormats.set(zone, format)
  return format
}

function formatter(options: Intl.DateTimeFormatOptions, timeZone: Zone): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone })
}

const atNoon = (on: Day): Date => new Date(`${on}T12:00:00Z`)
