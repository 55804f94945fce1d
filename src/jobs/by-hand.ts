/** The schedule, for whoever looks at it or runs a job of it by hand. */
import { Problem } from '../domain/problem.ts'
import { type Instant, toMs } from '../domain/time.ts'
import type { Reader } from '../store/store.ts'
import type { Plaudit } from '../usecases/plaudit.ts'
import { jobs } from './schedule.ts'
import { dueFor, runOnce } from './tick.ts'

/**
 * Runs a job as if it were due at that instant, in the same ledger as the schedule. Throws `invalid` Problems on `name`
 * and, for an instant that is still to come, on `at`.
 * @returns whether it ran: false when that run was settled before
 */
export function runByHand(app: Plaudit, name: string, at: Instant): Promise<boolean> {
  const job = jobs.find((one) => one.name === name)
  const names = jobs.map((one) => one.name)
  if (!job) throw new Problem('invalid', 'job.unknown', 'name', { name, names })
  if (at > app.clock.civil()) throw new Problem('invalid', 'job.at-in-the-future', 'at', { at })
  return runOnce(app, job, at, 'ran')
}

export type LateJob = { readonly name: string; readonly dueAt: Instant; readonly lateMs: number }

/** What is due and has not run, and for how long. */
export async function listLate(reader: Reader, now: Instant): Promise<LateJob[]> {
  const late: LateJob[] = []
  for (const job of jobs) {
    const { due } = await dueFor(job, reader, now)
    if (due !== undefined) late.push({ name: job.name, dueAt: due, lateMs: toMs(now) - toMs(due) })
  }
  return late
}
