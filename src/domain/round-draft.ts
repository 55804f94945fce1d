/** What the form of a round is filled in with. */
import { addWorkingDays, type Calendar } from './calendar.ts'
import type { Round } from './round.ts'
import type { RoundInput } from './round-input.ts'
import { momentOf } from './round-locks.ts'
import type { RoundPlan } from './round-plan.ts'
import { dayOf, type Instant, instantAt, timeOf, type Zone } from './time.ts'

/** Two weeks to nominate, a working day for nominees, a week to decide. At noon people are there. */
const WORKING_DAYS = { nominating: 10, between: 1, voting: 5 } as const
const NOON = '12:00'

/** A round that opens now. */
export function defaultPlan(now: Instant, { zone, workingDays }: Calendar): RoundPlan {
  const later = (day: string, days: number) => ({ on: addWorkingDays(day, days, workingDays), at: NOON })
  const opens = momentOf(now, zone)
  const nominationsClose = later(opens.on, WORKING_DAYS.nominating)
  const votesOpen = later(nominationsClose.on, WORKING_DAYS.between)
  return { opens, nominationsClose, votesOpen, votesClose: later(votesOpen.on, WORKING_DAYS.voting) }
}

/** A round as its host would have typed it. */
export const inputOf = (round: Round, zone: Zone): RoundInput => ({
  title: round.title,
  honours: round.honours,
  criteria: round.criteria.join('\n'),
  groupIds: round.groupIds,
  decidedBy: round.decidedBy,
  judgeIds: round.judgeIds,
  repeats: round.repeats,
  plan: {
    opens: momentOf(round.opensAt, zone),
    nominationsClose: momentOf(round.nominationsCloseAt, zone),
    votesOpen: momentOf(round.votesOpenAt, zone),
    votesClose: momentOf(round.votesCloseAt, zone),
  },
  channel: round.channel,
  prizeId: round.prizeId,
  ...(round.decidedBy === 'host' ? {} : { quorum: String(round.quorum) }),
  restRounds: String(round.restRounds),
})

/** How long nominations stay open again, unless a host says otherwise. */
const MORE_WORKING_DAYS = 3

/** The same, with nominations that close some days from now, and what follows them as much later. */
export function reopenedInput(round: Round, now: Instant, { zone, workingDays }: Calendar): RoundInput {
  const input = inputOf(round, zone)
  const on = addWorkingDays(dayOf(now, zone), MORE_WORKING_DAYS, workingDays)
  const closes = { on, at: timeOf(round.nominationsCloseAt, zone) }
  const behind = (days: number, at: Instant) => {
    const day = addWorkingDays(on, days, workingDays)
    const time = timeOf(at, zone)
    return instantAt(day, time, zone) > at ? { on: day, at: time } : momentOf(at, zone)
  }
  const { between, voting } = WORKING_DAYS
  return {
    ...input,
    plan: {
      ...input.plan,
      nominationsClose: closes,
      votesOpen: behind(between, round.votesOpenAt),
      votesClose: behind(between + voting, round.votesCloseAt),
    },
  }
}
