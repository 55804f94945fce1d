/** Announces praise as it comes: looks again after every commit that kept some, and once in a while besides. */
import { listUnannounced } from '../store/waiting-praises.ts'
import type { Plaudit } from './plaudit.ts'
import { announcePraises, MOST_APART } from './triage.ts'

const EVERY_MS = 30_000
/** It failed: the database was locked, or full. That passes. */
const RETRY_MS = 1_000

export type Announcer = { start(): void; stop(): Promise<void> }

/**
 * @param prepare finds out whom praise is for, where that takes asking elsewhere. It is not waited for when many come at
 * once; and when it fails, the praise is announced without.
 */
export function createAnnouncer(
  app: Plaudit,
  prepare: (praiseIds: readonly string[]) => Promise<void>,
  onError: (error: unknown) => void,
): Announcer {
  let running = false
  let again = false
  let timer: NodeJS.Timeout | undefined
  let retry: NodeJS.Timeout | undefined
  let current: Promise<void> = Promise.resolve()

  async function announce(): Promise<void> {
    const ids = await app.store.read((reader) => listUnannounced(reader, MOST_APART + 1))
    if (ids.length === 0) return
    if (ids.length <= MOST_APART) await prepare(ids).catch(onError)
    await app.store.write(announcePraises)
  }

  async function loop(): Promise<void> {
    while (again && running) {
      again = false
      await announce().catch((error: unknown) => {
        onError(error)
        clearTimeout(retry)
        retry = setTimeout(wake, RETRY_MS)
      })
    }
  }

  const wake = () => {
    if (again || !running) return
    again = true
    current = current.then(loop)
  }
  app.store.on('praises', wake)

  return {
    start() {
      running = true
      timer = setInterval(wake, EVERY_MS)
      wake()
    },
    async stop() {
      running = false
      clearInterval(timer)
      await current
      clearTimeout(retry)
    },
  }
}
