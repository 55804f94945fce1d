/** The clocks of the process. Civil time can be set in tests, and runs on from there; real time cannot. */
import type { Clock } from './domain/clock.ts'
import { type Instant, toInstant, toMs } from './domain/time.ts'

export type SettableClock = Clock & { readonly setCivil: (at: Instant) => void }

export function createClock(): SettableClock {
  let ahead = 0
  return {
    civil: () => toInstant(Date.now() + ahead),
    real: () => toInstant(Date.now()),
    setCivil: (at) => {
      ahead = toMs(at) - Date.now()
    },
  }
}
