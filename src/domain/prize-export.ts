/** The export of prizes: of which days, in which format, and what is in a row of it. */
import type { AwardedPrize, ShareState } from './award.ts'
import { addDays, nextPeriodStart, periodStart } from './calendar.ts'
import { Problem, throwAny } from './problem.ts'
import type { Named } from './shown.ts'
import type { Day, Instant } from './time.ts'

export const exportFormats = ['csv', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Days, both of them included, in the workspace's zone. */
export type DaySpan = { readonly firstOn: Day; readonly lastOn: Day }

/** A span as it was typed or chosen. */
export type TypedSpan = { readonly from?: string | undefined; readonly to?: string | undefined }

/** Who did something to a share of an award, and when. Nobody, when it lapsed. */
export type Deed = {
  readonly at: Instant
  readonly by?: Named | undefined
  readonly note?: string | undefined
}

/** What one person got of one award: a row. */
export type AwardedShare = {
  readonly awardId: string
  readonly awardedOn: Day
  readonly awardedAt: Instant
  readonly person: Named
  readonly manager: Named
  /** What it was for: a story, or a round. */
  readonly storyId?: string | undefined
  readonly roundId?: string | undefined
  readonly prize: AwardedPrize
  /** The person's own part of it, in the prize's currency. */
  readonly moneyMinor: number
  readonly halfDays: number
  readonly isShared: boolean
  readonly isPrivate: boolean
  readonly reason: string
  readonly state: ShareState
  readonly approved?: Deed | undefined
  readonly declined?: Deed | undefined
  readonly fulfilled?: Deed | undefined
  readonly cancelled?: Deed | undefined
  readonly lapsed?: Deed | undefined
}

/**
 * What was asked for: without a last day up to the end of this month, without a first one from the beginning of the
 * month of the last. Throws `Problems`: `export.day-unreadable {day}` on `from` and `to`, `export.from-after-to` on `to`.
 */
export function readSpan({ from, to }: TypedSpan, today: Day): DaySpan {
  const problems: Problem[] = []
  for (const [field, day] of [['from', from] as const, ['to', to] as const])
    if (day !== undefined && !isDay(day))
      problems.push(new Problem('invalid', 'export.day-unreadable', field, { day }))
  throwAny(problems)
  const lastOn = to ?? monthOf(today).lastOn
  const firstOn = from ?? monthOf(lastOn).firstOn
  if (firstOn > lastOn)
    throw new Problem('invalid', 'export.from-after-to', 'to', { from: firstOn, to: lastOn })
  return { firstOn, lastOn }
}

/** Throws `export.format-unknown {format, names}` on `format`. */
export function readFormat(typed: string): ExportFormat {
  const format = exportFormats.find((known) => known === typed.toLowerCase())
  if (!format)
    throw new Problem('invalid', 'export.format-unknown', 'format', { format: typed, names: exportFormats })
  return format
}

/** Exactly how Plaudit writes a day, and a day that there is. */
function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text
}

export const monthOf = (day: Day): DaySpan => ({
  firstOn: periodStart('month', day),
  lastOn: addDays(nextPeriodStart('month', day), -1),
})

/** Until this day of a month it is the month before that people ask for. */
const LAST_MONTH_UNTIL = 10

/** The month that is offered: this one, and in its first days the one before, which is to be paid. */
export function monthToExport(today: Day): DaySpan {
  const isEarly = Number(today.slice(8)) <= LAST_MONTH_UNTIL
  return monthOf(isEarly ? addDays(periodStart('month', today), -1) : today)
}

/** `2026-11` for a whole month, else `2026-11-01-to-2026-11-15`: for the name of a file. */
export function nameOfSpan({ firstOn, lastOn }: DaySpan): string {
  const month = monthOf(firstOn)
  if (month.firstOn === firstOn && month.lastOn === lastOn) return firstOn.slice(0, 7)
  return firstOn === lastOn ? firstOn : `${firstOn}-to-${lastOn}`
}
