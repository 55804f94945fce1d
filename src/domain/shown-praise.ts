/** Praise from another system as the triage channel sees it. */
import type { Address } from './delivery.ts'
import type { Via } from './letter.ts'
import type { Named } from './shown.ts'
import type { Day } from './time.ts'

export type ShownPraise = {
  readonly id: string
  readonly sourceName: string
  /** Absent once it is forgotten. */
  readonly words?: string
  readonly customerName?: string
  readonly customerCompany?: string
  readonly via?: Via
  readonly receivedOn: Day
  readonly reference?: string
  readonly url?: string
  readonly rating?: number
  /** Whom it names, as far as they are known. */
  readonly people: readonly Named[]
  /** The others, as they were written. */
  readonly others: readonly string[]
  /** Absent while it waits. */
  readonly settled?:
    | { readonly what: 'shared'; readonly by: Named; readonly card?: Address }
    | { readonly what: 'dismissed'; readonly by: Named; readonly reason?: string }
}

/** Many that arrived at once: how many there were, how many still wait, and the oldest of those. */
export type ShownPraises = {
  readonly count: number
  readonly waiting: number
  readonly first: readonly ShownPraise[]
}

/** A page of what waits, oldest first. Pages count from 0. */
export type PraisePage = {
  readonly praises: readonly ShownPraise[]
  readonly page: number
  readonly pages: number
  readonly total: number
  /** Whether this reader may change settings and sources. */
  readonly mayRun: boolean
  readonly triageChannel?: string
}
