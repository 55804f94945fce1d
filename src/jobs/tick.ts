/** One look at the clock: what is due is claimed and done, each run once, whatever the restarts and processes. */
import { type Instant, toMs } from '../domain/time.ts'
import { findLastRunAt, insertJobRun } from '../store/job-runs.ts'
import { findSettingChangedAt, getSettings } from '../store/settings.ts'
import type { Reader } from '../store/store.ts'
import type { Plaudit } from '../usecases/plaudit.ts'
import { type Job, jobs } from './schedule.ts'

export type Ran = { readonly job: string; readonly dueAt: Instant; readonly lateSeconds: number }

/** @returns what ran; what was missed for too long is reported to `onSkipped` once */
export async function tick(
  app: Plaudit,
  onSkipped: (job: string, dueAt: Instant) => void,
  all: readonly Job[] = jobs,
): Promise<Ran[]> {
  const ran: Ran[] = []
  for (const job of all) {
    const { due, skipped } = await app.store.read((reader) => dueFor(job, reader, app.clock.civil()))
    for (const dueAt of skipped) {
      if (await runOnce(app, job, dueAt, 'skipped')) onSkipped(job.name, dueAt)
    }
    if (due === undefined || !(await runOnce(app, job, due, 'ran'))) continue
    ran.push({ job: job.name, dueAt: due, lateSeconds: (toMs(app.clock.civil()) - toMs(due)) / 1000 })
  }
  return ran
}

/** What is due of a job now, and what was missed for too long. */
export async function dueFor(job: Job, reader: Reader, now: Instant) {
  const lastRunAt = await findLastRunAt(reader, job.name)
  const changedAt = job.follows.length > 0 ? await findSettingChangedAt(reader, job.follows) : undefined
  const settledAt = [lastRunAt, changedAt]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1)
  const due = job.due(await getSettings(reader), now, settledAt)
  return job.waits && due.due !== undefined && !(await job.waits(reader, now)) ? { skipped: [] } : due
}

/** The claim and the job's effect are one transaction. @returns whether the run was still to be claimed */
export function runOnce(
  app: Plaudit,
  job: Job,
  dueAt: Instant,
  outcome: 'ran' | 'skipped',
): Promise<boolean> {
  return app.store.write(async (tx) => {
    if (!(await insertJobRun(tx, { job: job.name, dueAt, outcome }))) return false
    if (outcome === 'ran') await job.run(tx, dueAt)
    return true
  })
}
