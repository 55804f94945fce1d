/** What takes long to make is made piece by piece, and others have their turn meanwhile. */
import { setImmediate } from 'node:timers/promises'

/** The process stands still for no longer than this, and one piece. */
const AT_ONCE_MS = 10

/** All that is made, in its order. */
export async function inTurns<T>(pieces: Iterable<T>): Promise<T[]> {
  const made: T[] = []
  let since = performance.now()
  for (const piece of pieces) {
    made.push(piece)
    if (performance.now() - since < AT_ONCE_MS) continue
    await setImmediate()
    since = performance.now()
  }
  return made
}
