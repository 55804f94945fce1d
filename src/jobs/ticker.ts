/** Looks at the clock every few seconds, one look after the other. */
import type { Meter } from '../meter.ts'
import type { Plaudit } from '../usecases/plaudit.ts'
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

export function createTicker(app: Plaudit, log: Log, meter: Meter): Ticker {
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()

  const lookOnce = async () => {
    try {
      const ran = await tick(app, (job, dueAt) =>
        log.warn({ job, dueAt }, 'a run was missed for too long and is skipped'),
      )
      for (const { job, dueAt, lateSeconds } of ran) {
        meter.jobRan(job, lateSeconds)
        log.info({ job, dueAt, lateSeconds }, 'a job ran')
      }
    } catch (error) {
      log.error({ err: error }, 'the schedule could not be followed')
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
