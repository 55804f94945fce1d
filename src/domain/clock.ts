import type { Instant } from './time.ts'

/**
 * Two clocks. Civil time is what a calendar and people see: schedules, dates, when a story was told; tests may set it.
 * Real time only ever runs on: leases, back-off, the pace of posts, signatures. One clock for both, and a jump would
 * expire leases and say things twice.
 */
export type Clock = { readonly civil: () => Instant; readonly real: () => Instant }
