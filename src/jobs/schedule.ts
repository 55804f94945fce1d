/** Everything that Plaudit does by itself, on one page. Civil time, in the workspace's zone. */
import { firstWeekday } from '../domain/calendar.ts'
import { type DueNow, dueNow, nextDueAt, previewAt, type Schedule } from '../domain/schedule.ts'
import type { Settings } from '../domain/settings.ts'
import type { Instant } from '../domain/time.ts'
import { findDueRound } from '../store/round-lists.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader, Tx } from '../store/store.ts'
import { lapseAwards, remindApprovers } from '../usecases/approvals.ts'
import { postMonthBoard } from '../usecases/boards.ts'
import { digestSchedule, issueDigest, previewDigest } from '../usecases/digests.ts'
import { remindFulfillers } from '../usecases/handing-over.ts'
import { prune } from '../usecases/housekeeping.ts'
import { takeDueSteps } from '../usecases/round-life.ts'
import { remindOfPraises } from '../usecases/triage.ts'

export type Job = {
  readonly name: string
  /** What is due now, when everything up to `settledAt` is settled. */
  readonly due: (settings: Settings, now: Instant, settledAt: Instant | undefined) => DueNow
  /** Runs in the transaction that claims the run: it happens once, or not at all. */
  readonly run: (tx: Tx, dueAt: Instant) => Promise<void>
  /** Without it, something always waits. With it, a run that would find nothing to do is no run. */
  readonly waits?: (reader: Reader, now: Instant) => Promise<boolean>
  /** Settings whose change begins the schedule anew: what would have been due before is not owed. */
  readonly follows: readonly (keyof Settings)[]
}

/** How long after its hour a missed run is still made good; later than that it is skipped, with a log line. */
const hours = { digest: 24, board: 72, prizes: 72, reminder: 8 }

export const jobs: readonly Job[] = [
  {
    name: 'digest-preview',
    due: onceSetUp((settings, now, settledAt) => {
      const digestAt = nextDueAt(digestSchedule(settings), settings, now)
      const due = previewAt(digestAt, settings)
      return due <= now && (settledAt === undefined || settledAt < due)
        ? { due, skipped: [] }
        : { skipped: [] }
    }),
    run: previewNextDigest,
    follows: [], // a digest that was moved after its preview is still the same digest
  },
  {
    name: 'digest',
    due: onceSetUp(scheduled(digestSchedule, hours.digest)),
    run: issueDigest,
    follows: ['digestDay', 'digestTime', 'zone'],
  },
  {
    name: 'month-board',
    due: onceSetUp(scheduled(() => ({ every: 'month', on: 'first-working-day', at: '09:00' }), hours.board)),
    run: postMonthBoard,
    follows: ['zone', 'workingDays'],
  },
  {
    name: 'awards-waiting',
    due: onceSetUp(everyHour()),
    run: async (tx) => {
      await lapseAwards(tx) // first: nobody is reminded of what has just lapsed
      await remindApprovers(tx)
    },
    follows: [],
  },
  {
    name: 'prizes-reminder',
    due: onceSetUp(
      scheduled(
        ({ workingDays }) => ({ every: 'week', on: firstWeekday(workingDays), at: '09:00' }),
        hours.prizes,
      ),
    ),
    run: remindFulfillers,
    follows: ['zone', 'workingDays'],
  },
  {
    name: 'praise-reminder',
    due: latestOnly(onceSetUp(scheduled(() => ({ every: 'day', at: '09:00' }), hours.reminder))),
    run: remindOfPraises,
    follows: ['zone', 'workingDays'],
  },
  {
    name: 'rounds',
    due: scheduled(() => ({ every: 'minutes', n: 1 }), 1),
    waits: async (reader, now) => (await findDueRound(reader, now)) !== undefined,
    run: takeDueSteps,
    follows: [],
  },
  {
    name: 'housekeeping',
    due: scheduled(() => ({ every: 'minutes', n: 24 * 60 }), 24), // a night that was missed is not missed
    run: prune,
    follows: [],
  },
]

/** Before the setup nothing is owed, and nothing is settled either. */
function onceSetUp(due: Job['due']): Job['due'] {
  return (settings, now, settledAt) =>
    settings.celebrationChannel === undefined ? { skipped: [] } : due(settings, now, settledAt)
}

/** It says what is so now: whoever hears it today has missed nothing yesterday. */
function latestOnly(due: Job['due']): Job['due'] {
  return (...facts) => ({ ...due(...facts), skipped: [] })
}

function scheduled(schedule: (settings: Settings) => Schedule, catchUpHours: number): Job['due'] {
  return (settings, now, settledAt) => dueNow(schedule(settings), settings, now, settledAt, catchUpHours)
}

/** What was missed is not owed hour by hour: the next look at the clock does it all. */
function everyHour(): Job['due'] {
  return scheduled(() => ({ every: 'minutes', n: 60 }), 1)
}

/** The digest that a preview due at that instant is for: it may run when that digest is due itself. */
async function previewNextDigest(tx: Tx, dueAt: Instant): Promise<void> {
  const settings = await getSettings(tx)
  await previewDigest(tx, nextDueAt(digestSchedule(settings), settings, dueAt))
}
