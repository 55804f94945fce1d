/** Empties the inbox: as soon as something is in it, batch after batch, never two at a time. */
import { setTimeout as pause } from 'node:timers/promises'
import { failOldestEvent } from '../store/failed-events.ts'
import { drainInbox } from './hearing.ts'
import type { Plaudit } from './plaudit.ts'

/**
 * From the end of a batch to the next: nobody waits for what is drained, and many wait for what is kept. What comes
 * meanwhile is drained as one set, for hardly more than one event costs.
 */
const REST_MS = 10
const RETRY_MS = 1_000
/** Another process may have died before it acted on what it kept: look now and then. */
const IDLE_MS = 5_000

/** Full, locked or broken: that is no event's fault, and passes. A broken rule of a table is. */
function isOfTheDatabase(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && code.startsWith('SQLITE_') && !code.startsWith('SQLITE_CONSTRAINT')
}

export type Drain = {
  start(): void
  /** Resolves when nothing is being drained. */
  stop(): Promise<void>
}

export function createDrain(app: Plaudit, onFault: (error: unknown) => void): Drain {
  let running = false
  let wanted = false
  let draining: Promise<void> | undefined
  let retry: NodeJS.Timeout | undefined
  let look: NodeJS.Timeout | undefined

  function wake() {
    wanted = true
    if (!running) return
    draining ??= drain().finally(() => {
      draining = undefined
      if (wanted) wake()
    })
  }

  async function drain() {
    try {
      while (wanted && running) {
        wanted = false
        while (running && (await drainOrPart(app)) > 0) await pause(REST_MS)
      }
    } catch (error) {
      onFault(error)
      clearTimeout(retry)
      retry = setTimeout(wake, RETRY_MS)
    }
  }

  /** When a batch fails, one of its events may be to blame: then they go one by one, and that one is set aside. */
  async function drainOrPart(app: Plaudit): Promise<number> {
    try {
      return await drainInbox(app)
    } catch (error) {
      if (isOfTheDatabase(error)) throw error
      return await drainOne(app)
    }
  }

  async function drainOne(app: Plaudit): Promise<number> {
    try {
      return await drainInbox(app, 1)
    } catch (error) {
      if (isOfTheDatabase(error)) throw error
      onFault(error)
      await app.store.write(failOldestEvent)
      return 1
    }
  }

  app.store.on('inbox', wake)
  return {
    start() {
      running = true
      look = setInterval(wake, IDLE_MS)
      wake()
    },
    async stop() {
      running = false
      clearInterval(look)
      clearTimeout(retry)
      await draining
      clearTimeout(retry)
    },
  }
}
