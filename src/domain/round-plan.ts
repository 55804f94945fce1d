import { addDays, addWorkingDays, type Calendar, isWorkingDay, periodStart } from './calendar.ts'
import { Problem } from './problem.ts'
import { isTimeOfDay } from './settings.ts'
import { addTo, type Day, type Instant, instantAt, type TimeOfDay, type Zone } from './time.ts'

/** A day and a time as a host gave them: on the wall of the workspace's zone. */
export type Moment = { readonly on: Day; readonly at: TimeOfDay }

/** The four moments of a round. Nominees are told between the second and the third. */
export type RoundPlan = {
  readonly opens: Moment
  readonly nominationsClose: Moment
  readonly votesOpen: Moment
  readonly votesClose: Moment
}

/** The same four as instants. */
export type RoundTimes = {
  readonly opensAt: Instant
  readonly nominationsCloseAt: Instant
  readonly votesOpenAt: Instant
  readonly votesCloseAt: Instant
}

export type Repeats = 'month' | 'quarter'

/** What comes from a form: anything of it may be missing. */
export type TypedPlan = {
  readonly [Key in keyof RoundPlan]?: Partial<Record<'on' | 'at', string | undefined>> | undefined
}

const keys = ['opens', 'nominationsClose', 'votesOpen', 'votesClose'] as const

/**
 * The plan of a form. Adds to `problems`, on the four fields: `round.moment-needed`; `round.not-in-order` on the first that
 * comes before the one it follows; `round.is-past` on a close that has passed: of nominations, unless they are closed. What opens
 * in the past opens at once.
 */
export function readPlan(
  typed: TypedPlan,
  problems: Problem[],
  { zone, now, isBegun }: { zone: Zone; now: Instant; isBegun: boolean },
): RoundPlan | undefined {
  const refuse = (key: string, field: string) => {
    problems.push(new Problem('invalid', key, field))
    return undefined
  }
  const missing = keys.filter((key) => !isMoment(typed[key]))
  for (const key of missing) refuse('round.moment-needed', key)
  if (missing.length > 0) return undefined
  const plan = typed as RoundPlan
  const times = timesOf(plan, zone)
  if (times.nominationsCloseAt <= times.opensAt) return refuse('round.not-in-order', 'nominationsClose')
  if (times.votesOpenAt < times.nominationsCloseAt) return refuse('round.not-in-order', 'votesOpen')
  if (times.votesCloseAt <= times.votesOpenAt) return refuse('round.not-in-order', 'votesClose')
  if (times.votesCloseAt <= now) return refuse('round.is-past', 'votesClose')
  if (!isBegun && times.nominationsCloseAt <= now) return refuse('round.is-past', 'nominationsClose')
  return plan
}

function isMoment(moment: TypedPlan[keyof RoundPlan]): moment is Moment {
  const { on = '', at = '' } = moment ?? {}
  return /^\d{4}-\d\d-\d\d$/.test(on) && !Number.isNaN(Date.parse(on)) && isTimeOfDay(at)
}

export const timesOf = (plan: RoundPlan, zone: Zone): RoundTimes => ({
  opensAt: instantAt(plan.opens.on, plan.opens.at, zone),
  nominationsCloseAt: instantAt(plan.nominationsClose.on, plan.nominationsClose.at, zone),
  votesOpenAt: instantAt(plan.votesOpen.on, plan.votesOpen.at, zone),
  votesCloseAt: instantAt(plan.votesClose.on, plan.votesClose.at, zone),
})

const MONTHS = { month: 1, quarter: 3 } as const

/**
 * The plan so many periods later: the same days of the month, the last one where a month is shorter. What was planned for a
 * working day is on a working day again, the next one.
 */
export function planAfter(
  plan: RoundPlan,
  repeats: Repeats,
  turns: number,
  { zone, workingDays }: Calendar,
): RoundPlan {
  let earliest: Instant | undefined
  const shift = ({ on, at }: Moment): Moment => {
    let day = addMonths(on, turns * MONTHS[repeats])
    const works = isWorkingDay(on, workingDays)
    if (works && !isWorkingDay(day, workingDays)) day = addWorkingDays(day, 1, workingDays)
    // Where days off push two of them together, they keep their order.
    while (earliest !== undefined && instantAt(day, at, zone) <= earliest)
      day = works ? addWorkingDays(day, 1, workingDays) : addDays(day, 1)
    earliest = instantAt(day, at, zone)
    return { on: day, at }
  }
  const opens = shift(plan.opens)
  const nominationsClose = shift(plan.nominationsClose)
  // Votes may open the moment nominations close.
  earliest = earliest && addTo(earliest, { ms: -1 })
  const votesOpen = shift(plan.votesOpen)
  return { opens, nominationsClose, votesOpen, votesClose: shift(plan.votesClose) }
}

function addMonths(day: Day, months: number): Day {
  const date = new Date(`${day}T00:00:00.000Z`)
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)
  const start = new Date(first).toISOString().slice(0, 10)
  const last = addDays(periodStart('month', addDays(start, 31)), -1)
  const same = addDays(start, date.getUTCDate() - 1)
  return [same, last].sort()[0] ?? same
}

const MONTH_NAMES = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month, 1)),
)
const NAMES = new RegExp(`\\b(?:${MONTH_NAMES.join('|')})\\b`, 'gu')

/**
 * The title one period later: a month's name becomes the next one's, “Q4” becomes “Q1”, and the year follows. A title
 * without them stays as it is.
 */
export function titleAfter(title: string, repeats: Repeats): string {
  const months = MONTHS[repeats]
  let isNextYear = false
  const turned = (at: number, size: number) => {
    isNextYear ||= at >= size
    return at % size
  }
  const named = title
    .replace(NAMES, (name) => MONTH_NAMES[turned(MONTH_NAMES.indexOf(name) + months, 12)] ?? name)
    .replace(/\bQ([1-4])\b/gu, (_, quarter) => `Q${turned(Number(quarter) - 1 + months / 3, 4) + 1}`)
  if (!isNextYear) return named
  return named.replace(/\b20\d\d\b/gu, (year) => String(Number(year) + 1))
}
