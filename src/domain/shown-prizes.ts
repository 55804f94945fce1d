/** What readers see of prizes: names filled in, ready for a view. No rule lives here. */
import type { AwardedPrize, Occasion, ShareState, Split } from './award.ts'
import type { Allowance, BudgetPeriod, BudgetWindow, Limits, Used } from './budget.ts'
import type { Address } from './delivery.ts'
import type { Prize } from './prize.ts'
import type { Role } from './role.ts'
import type { Settings } from './settings.ts'
import type { Named, ShownStory } from './shown.ts'
import type { Day, Instant } from './time.ts'

/** Something that happened to a share, by whom. */
export type ShownEntry = {
  readonly by?: Named | undefined
  readonly at: Instant
  readonly note?: string | undefined
}

export type ShownShare = {
  readonly person: Named
  readonly hasLeft: boolean
  /** Took their name off the story: not named in public, and the prize is theirs all the same. */
  readonly isUnnamed: boolean
  /** Not in the story any more: its teller edited it. */
  readonly isUncredited: boolean
  readonly moneyMinor: number
  readonly halfDays: number
  readonly state: ShareState
  readonly approved?: ShownEntry | undefined
  /** How it ended: declined, lapsed, cancelled or handed over. */
  readonly ended?: ShownEntry | undefined
}

/** The round whose prize it is, and where it was announced. */
export type ShownOccasion = {
  readonly id: string
  readonly title: string
  readonly post?: Address | undefined
}

export type ShownAward = Occasion & {
  readonly id: string
  /** What it is for: a story, or a round. */
  readonly story?: ShownStory | undefined
  readonly round?: ShownOccasion | undefined
  readonly prize: AwardedPrize
  readonly split: Split
  readonly isPrivate: boolean
  readonly reason: string
  readonly givenBy: Named
  readonly awardedAt: Instant
  readonly awardedOn: Day
  readonly givenAt?: Instant | undefined
  readonly shares: readonly ShownShare[]
  /** Whether everybody may see what it is worth. */
  readonly amountsPublic: boolean
  /** Who can decide while it waits. */
  readonly approvers: readonly Named[]
  /** What the champion reads about what happens next; absent: Plaudit's own words. */
  readonly nextStep?: string | undefined
  /** Its post in the story's thread. */
  readonly post?: Address | undefined
}

/** A prize in the form, with what would be left after one of it. */
export type OfferedPrize = Prize & {
  /** Why it cannot be given now. */
  readonly refused?: 'no-budget' | 'money-spent' | 'days-spent' | 'sold-out' | undefined
}

/** What the form that awards a prize shows. */
export type AwardOffer = {
  readonly story: ShownStory
  readonly prizes: readonly OfferedPrize[]
  readonly currency: string
  readonly period: BudgetPeriod
  /** Of the manager's budget and the workspace's, what is left in both. Absent: no limit. */
  readonly left: Limits
  /** Whether hosts have said what a manager may give. */
  readonly hasBudget: boolean
  readonly approvalAbove: Limits
  /** The champions who can get one: not the manager, not who left. */
  readonly people: readonly Named[]
}

/** One budget in its period. */
export type ShownBudget = {
  readonly person?: Named | undefined
  readonly limits: Limits
  readonly used: Used
  readonly left: Limits
  /** The manager has a budget of their own, not that of every manager. */
  readonly isOwn: boolean
}

/** `/wow prizes`, as this person sees it. */
export type PrizesRoom = {
  readonly roles: readonly Role[]
  readonly mayRun: boolean
  readonly isManager: boolean
  readonly isFulfiller: boolean
  readonly currency: string
  readonly period: BudgetPeriod
  readonly window: BudgetWindow
  readonly managerBudget?: Allowance | undefined
  /** A manager's own. */
  readonly own?: ShownBudget | undefined
  /** What they gave last, newest first. */
  readonly given: readonly ShownAward[]
  /** For hosts: the catalogue, retired prizes too. */
  readonly catalogue: readonly Prize[]
  /** For hosts: all together, and each manager who gave something or has a budget of their own. */
  readonly workspace?: ShownBudget | undefined
  readonly budgets: readonly ShownBudget[]
  readonly openCount: number
  readonly waitingCount: number
  /** Who may give prizes, for who sees nothing else. */
  readonly managers: readonly Named[]
}

/** Everything that hosts decide about prizes. */
export type PrizeSetup = {
  readonly settings: Settings
  readonly approvers: readonly Named[]
  readonly fulfillers: readonly Named[]
}

/** `/wow prizes todo`. */
export type PrizesTodo = {
  readonly open: readonly ShownAward[]
  /** With nobody left but people who are gone. */
  readonly ofLeavers: readonly ShownAward[]
  readonly waiting: readonly ShownAward[]
  /** How many more there are of each than are shown. */
  readonly more: number
  readonly moreOfLeavers: number
  readonly moreWaiting: number
}
