/** Empties the inbox: as soon as something is in it, batch after batch, never two at a time. */
import { drainInbox } from './hearing.ts'
import type { Plaudit } from './plaudit.ts'

const RETRY_MS = 1_000
/** Another process may have died before it acted on what it kept: look now and then. */
const IDLE_MS = 5_000

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
        while (running && (await drainInbox(app)) > 0);
      }
    } catch (error) {
      onFault(error)
      clearTimeout(retry)
      retry = setTimeout(wake, RETRY_MS)
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
