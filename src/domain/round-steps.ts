/** What happens to a round by itself. */
import { addWorkingDays, type Calendar } from './calendar.ts'
import type { Round, RoundStep } from './round.ts'
import { addTo, dayOf, type Instant, instantAt, timeOf } from './time.ts'

export type DueStep = { readonly step: RoundStep; readonly at: Instant }

/** How long hosts have for a tie, or when too few voted; and how often they are asked to choose. */
const WORKING_DAYS_TO_DECIDE = 3
const REMIND_WORKING_DAYS_BEFORE = 2

/**
 * What happens to a round next by itself, and when. `taken` are its steps so far with their times, oldest first. A reminder is
 * not given once what it reminds of is over, nor on the day that it all begins.
 */
export function nextStep(
  round: Round,
  taken: readonly { readonly step: RoundStep; readonly at: Instant }[],
  now: Instant,
  calendar: Calendar,
): DueStep | undefined {
  const has = (step: RoundStep) => taken.some((one) => one.step === step)
  const last = (...steps: RoundStep[]) => taken.findLast(({ step }) => steps.includes(step))?.at
  switch (round.state) {
    case 'planned':
      return { step: 'opened', at: round.opensAt }
    case 'nominating': {
      const at = workingDaysFrom(round.nominationsCloseAt, -REMIND_WORKING_DAYS_BEFORE, calendar)
      if (!has('reminded') && at > round.opensAt && now < round.nominationsCloseAt)
        return { step: 'reminded', at }
      return { step: 'closed', at: round.nominationsCloseAt }
    }
    case 'closed':
      return { step: 'votes-opened', at: round.votesOpenAt }
    case 'voting': {
      if (round.decidedBy === 'host') {
        const asked = last('asked-again')
        return { step: 'asked-again', at: asked ? daysToDecide(asked, calendar) : round.votesCloseAt }
      }
      const at = addTo(round.votesCloseAt, { days: -1 })
      // A reminder of a close that was moved since was of another one.
      const isReminded = (last('judges-reminded') ?? '') >= at
      if (round.decidedBy === 'judges' && !isReminded && at > round.votesOpenAt && now < round.votesCloseAt)
        return { step: 'judges-reminded', at }
      return { step: 'counted', at: round.votesCloseAt }
    }
    case 'short':
      return { step: 'unwon', at: daysToDecide(last('fell-short') ?? now, calendar) }
    case 'tied':
      return { step: 'decided', at: daysToDecide(last('tied') ?? now, calendar) }
    default:
      return undefined
  }
}

const daysToDecide = (since: Instant, calendar: Calendar): Instant =>
  workingDaysFrom(since, WORKING_DAYS_TO_DECIDE, calendar)

/** So many working days later (or earlier), at the same time of day. */
const workingDaysFrom = (at: Instant, days: number, { zone, workingDays }: Calendar): Instant =>
  instantAt(addWorkingDays(dayOf(at, zone), days, workingDays), timeOf(at, zone), zone)
