import { type Instant, instantAt, toInstant, toMs } from '../../../src/domain/time.ts'

/** A Thursday before spring: London's clocks are on UTC until the 29th. */
export const START = '2026-03-12 10:00'
export const ZONE = 'Europe/London'

/** `2026-03-13 16:00` on the wall in London; or an instant, as it is. */
export function inLondon(when: string): Instant {
  if (when.endsWith('Z')) return when
  const [day = '', time = '00:00'] = when.split(' ')
  return instantAt(day, time, ZONE)
}

/** Both clocks, running; civil time can be set, and time can pass at once. */
export function createTestClock(civilStart: Instant) {
  let civilAhead = toMs(civilStart) - Date.now()
  let realAhead = 0
  return {
    civil: (): Instant => toInstant(Date.now() + civilAhead),
    real: (): Instant => toInstant(Date.now() + realAhead),
    setCivil(at: Instant): void {
      civilAhead = toMs(at) - Date.now()
    },
    pass(ms: number): void {
      civilAhead += ms
      realAhead += ms
    },
  }
}
