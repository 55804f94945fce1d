/** Looks at the clock every few seconds, one look after the other. */
import type { Meter } from '../meter.ts'
import type { Plaudit } from '../usecases/plaudit.ts'
import { type Job, jobs } from './schedule.ts'
import { tick } from './tick.ts'

const EVERY_MS = 5_000

type Log = {
  info: (about: object, text: string) => void
  warn: (about: object, text: string) => void
  error: (about: object, text: string) => void
}

export type Ticker = {
  start(): void
  /** Looks now, and resolves when everything due is done. */
  tickNow(): Promise<void>
  stop(): Promise<void>
}

export function createTicker(app: Plaudit, log: Log, meter: Meter, all: readonly Job[] = jobs): Ticker {
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()

  const onSkipped = (job: string, dueAt: string) =>
    log.warn({ job, dueAt }, 'a run was missed for too long and is skipped')

  /** One job that cannot run keeps none of the others from running. */
  const lookOnce = async () => {
    for (const one of all) {
      try {
        for (const { job, dueAt, lateSeconds } of await tick(app, onSkipped, [one])) {
          meter.jobRan(job, lateSeconds)
          log.info({ job, dueAt, lateSeconds }, 'a job ran')
        }
      } catch (error) {
        log.error({ err: error, job: one.name }, 'a job could not run')
      }
    }
  }
  const tickNow = () => {
    looking = looking.then(lookOnce)
    return looking
  }
  return {
    start() {
      void tickNow()
      timer = setInterval(() => void tickNow(), EVERY_MS)
    },
    tickNow,
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}
