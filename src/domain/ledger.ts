import type { Share, ShareState } from './award.ts'
import type { Used } from './budget.ts'
import type { Instant } from './time.ts'

/** What happened to a share of an award. */
export const entryKinds = ['reserved', 'approved', 'declined', 'lapsed', 'fulfilled', 'cancelled'] as const
export type EntryKind = (typeof entryKinds)[number]

export type Entry = {
  readonly awardId: string
  readonly personId: string
  readonly entry: EntryKind
  readonly enteredAt: Instant
  /** Absent: nobody, it lapsed. */
  readonly enteredBy?: string | undefined
  /** Why it was declined or cancelled; the note or reference of what was handed over. */
  readonly note?: string | undefined
}

/** From which states an entry leads to which: the whole life of a share. A `reserved` one begins it. */
export const moves: Readonly<
  Record<Exclude<EntryKind, 'reserved'>, { readonly from: readonly ShareState[]; readonly to: ShareState }>
> = {
  approved: { from: ['waiting'], to: 'open' },
  declined: { from: ['waiting'], to: 'declined' },
  lapsed: { from: ['waiting'], to: 'lapsed' },
  fulfilled: { from: ['open'], to: 'fulfilled' },
  cancelled: { from: ['waiting', 'open'], to: 'cancelled' },
}

/** What an entry adds to the sums of the budget: what is reserved becomes spent, or is given back. */
export function effectOf(
  entry: EntryKind,
  { moneyMinor, halfDays }: Pick<Share, 'moneyMinor' | 'halfDays'>,
): Used {
  const reserved = entry === 'reserved' ? 1 : entry === 'approved' ? 0 : -1
  const spent = entry === 'fulfilled' ? 1 : 0
  return {
    reservedMinor: reserved * moneyMinor || 0,
    spentMinor: spent * moneyMinor,
    reservedHalfDays: reserved * halfDays || 0,
    spentHalfDays: spent * halfDays,
  }
}

/** The state that a share's entries lead to; `undefined` when they are no life of a share. */
export function stateAfter(entries: readonly EntryKind[], first: ShareState): ShareState | undefined {
  let state: ShareState | undefined
  for (const entry of entries) {
    if (entry === 'reserved') {
      if (state !== undefined) return undefined
      state = first
      continue
    }
    const { from, to } = moves[entry]
    if (state === undefined || !from.includes(state)) return undefined
    state = to
  }
  return state
}
