import type { Round, RoundState } from './round.ts'
import type { Named } from './shown.ts'
import type { Instant } from './time.ts'

/** A round and what came of it: a row. Who nominated and who voted for whom is in no export. */
export type ExportedRound = Pick<
  Round,
  | 'id'
  | 'title'
  | 'honours'
  | 'criteria'
  | 'decidedBy'
  | 'opensAt'
  | 'nominationsCloseAt'
  | 'votesOpenAt'
  | 'votesCloseAt'
> & {
  readonly state: RoundState
  readonly nominations: number
  /** Once it is decided: everybody who was nominated and did not step aside, by name. */
  readonly nominees: readonly Named[]
  readonly turnout: number
  readonly winners: readonly Named[]
  /** When it was decided, or ended without a champion. */
  readonly endedAt?: Instant | undefined
  readonly awardId?: string | undefined
}
