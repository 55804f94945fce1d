import { plainNumeral } from './numeral.ts'
import { Problem } from './problem.ts'
import { isBlank } from './text.ts'

/** The most days that one person can be given, or give, at once. */
const MOST_DAYS = 60

/**
 * Typed days (`1`, `0.5`, `1,5`, `½`, `1 1/2`) as a whole number of half days; `undefined` when blank, or when there is
 * something to mend. `min` is in half days, `most` in days. Adds to `problems`: `days.unreadable`, `days.not-half`,
 * `days.too-few {min}` in half days, `days.too-many {max}` in days.
 */
export function readHalfDays(
  typed: string | undefined,
  problems: Problem[],
  { field, min = 0, most = MOST_DAYS }: { field: string; min?: number; most?: number },
): number | undefined {
  const refuse = (key: string, details: Problem['details'] = {}): undefined => {
    problems.push(new Problem('invalid', key, field, details))
  }
  if (typed === undefined || isBlank(typed)) return undefined
  const text = plainNumeral(typed).replace(/ ?½$|(?:^| )1\/2$/, '.5')
  const match = /^([-+]?) ?(?=[.,]?\d)(\d*)(?:[.,](\d+))?$/.exec(text)
  if (!match) return refuse('days.unreadable')
  const [, sign, whole, fraction = '0'] = match
  // Three decimals are none of ours: 1,000 may be a thousand.
  if (!/^(?:00?|50?)$/.test(fraction)) return refuse('days.not-half')
  const halfDays = Number(whole) * 2 + (fraction.startsWith('5') ? 1 : 0)
  if (halfDays < min || (sign === '-' && halfDays > 0)) return refuse('days.too-few', { min })
  if (halfDays > most * 2) return refuse('days.too-many', { max: most })
  return halfDays
}

/** As a form shows it, `2` or `1.5`: `readHalfDays` reads it back. */
export function typedDays(halfDays: number): string {
  return String(halfDays / 2)
}
