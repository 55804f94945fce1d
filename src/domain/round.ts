/** A round: who is the champion of it, who may be nominated, how it is decided, and what happens when. */
import type { Repeats, RoundPlan, RoundTimes } from './round-plan.ts'
import type { Instant } from './time.ts'

export const decisions = ['everybody', 'judges', 'host'] as const
export type DecidedBy = (typeof decisions)[number]

/**
 * `closed`: nominations are, and votes are not open yet. In `voting` judges score and hosts choose, too. `short`: too few
 * voted, hosts say what follows. `tied`: hosts decide. `unwon`: it ended without a champion.
 */
export type RoundState =
  | 'planned'
  | 'nominating'
  | 'closed'
  | 'voting'
  | 'short'
  | 'tied'
  | 'decided'
  | 'unwon'
  | 'cancelled'

/** What happens to a round. */
export type RoundStep =
  | 'planned'
  | 'changed'
  | 'opened'
  | 'reminded'
  | 'closed'
  | 'reopened'
  | 'votes-opened'
  | 'judges-reminded'
  | 'counted'
  | 'fell-short'
  | 'tied'
  | 'asked-again'
  | 'decided'
  | 'unwon'
  | 'cancelled'
  | 'stopped-repeating'

export type Round = RoundTimes & {
  readonly id: string
  /** The first round of those that repeat each other. */
  readonly seriesId: string
  /** How many periods after the plan this one is. */
  readonly turn: number
  readonly title: string
  /** What it honours. */
  readonly honours?: string | undefined
  readonly criteria: readonly string[]
  /** User groups whose members may be nominated; none for everybody. */
  readonly groupIds: readonly string[]
  readonly decidedBy: DecidedBy
  readonly judgeIds: readonly string[]
  readonly repeats?: Repeats | undefined
  readonly plan: RoundPlan
  readonly channel: string
  readonly prizeId?: string | undefined
  /** With fewer voters, or judges, hosts are asked what follows. At least 1. */
  readonly quorum: number
  /** Who won in so many of the last rounds is kept out. */
  readonly restRounds: number
  readonly state: RoundState
  readonly createdAt: Instant
  readonly createdBy: string
}

/** In code points. Criteria are choices in a list, which takes 75. */
export const roundLimits = {
  title: { min: 3, max: 100 },
  honours: { max: 500 },
  criterion: { max: 75 },
  criteria: 5,
  quorum: 100_000,
  restRounds: 24,
  judges: 50,
  groups: 20,
} as const

/** Whether nominations are taken at this instant: from the opening to the close, which does not belong to it. */
export const takesNominations = ({ state, nominationsCloseAt }: Round, now: Instant): boolean =>
  state === 'nominating' && now < nominationsCloseAt

/** As `takesNominations`, for votes, scores, and a host's choice, which has no end. */
export const takesVotes = ({ state, decidedBy, votesCloseAt }: Round, now: Instant): boolean =>
  state === 'voting' && (decidedBy === 'host' || now < votesCloseAt)

export const isOver = ({ state }: Pick<Round, 'state'>): boolean =>
  state === 'decided' || state === 'unwon' || state === 'cancelled'
