/** How large the database is that everything is measured in, and when it is now in it. */

export type Sizes = {
  readonly people: number
  readonly stories: number
  /** About so many: each story has its own number of them. */
  readonly cheers: number
  readonly awards: number
  readonly praises: number
}

/** @param history 1 is what the goals are for; a tenth of it shows what ten times the history costs */
export const sizesOf = (history: number, people = 10_000): Sizes => ({
  people,
  stories: Math.round(1_000_000 * history),
  cheers: Math.round(10_000_000 * history),
  awards: Math.round(100_000 * history),
  praises: Math.round(30_000 * history),
})

/** Small enough for everybody's machine: it shows that everything works, and nothing else. */
export const quickSizes = (history: number): Sizes => sizesOf(history * 0.004, 400)

export const WORKSPACE = 'T1'
export const ROOM = 'CCHEERS'
export const TRIAGE = 'CTRIAGE'
/** A Monday: three years and a week before it is now. */
export const FIRST_DAY = '2023-11-13T00:00:00.000Z'
/** When the last digest was issued. What was told since is the week that the next one is about. */
export const LAST_DIGEST = '2026-11-13T16:00:00.000Z'
export const NOW = '2026-11-20T15:30:00.000Z'
/** Told since the last digest. */
export const storiesOfTheWeek = ({ stories }: Sizes): number => Math.min(500, Math.round(stories / 10))

/** People by their number: the first are hosts, then come approvers, fulfillers and managers. */
export const personId = (n: number): string => `U${String(n).padStart(7, '0')}`
export const HOST = personId(0)
export const APPROVER = personId(10)
export const FULFILLER = personId(12)
export const FIRST_MANAGER = 20
export const managers = ({ people }: Sizes): number => Math.round(people / 25)
export const MANAGER = personId(FIRST_MANAGER)
