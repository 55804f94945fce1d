import type { Limits } from './budget.ts'
import { readText } from './field.ts'
import { splitEvenly } from './money.ts'
import type { Person } from './person.ts'
import { isFree, isOnOffer, type Prize, type PrizeCost, type PrizeKind, type PrizeName } from './prize.ts'
import { Problem, throwAny } from './problem.ts'
import type { Story } from './story.ts'
import { addTo, type Day, type Instant } from './time.ts'

/** One for each of them, or one for all of them together (charged once). */
export const splits = ['each', 'shared'] as const
export type Split = (typeof splits)[number]

/**
 * Where a share of an award stands: waits for an approver; open, to be handed over; or one of four ends. `fulfilled` is
 * spent, the other ends gave back what was reserved.
 */
export const shareStates = ['waiting', 'open', 'fulfilled', 'declined', 'lapsed', 'cancelled'] as const
export type ShareState = (typeof shareStates)[number]

/** What one person gets of it. Shares add up to what the award costs. */
export type Share = {
  readonly personId: string
  readonly moneyMinor: number
  readonly halfDays: number
  readonly state: ShareState
}

/** The prize as it was when it was awarded: what it is called, and what one of it cost. */
export type AwardedPrize = PrizeName & {
  readonly id: string
  readonly kind: PrizeKind
  readonly cost: PrizeCost
  readonly currency: string
}

/** What a prize is given for: a story, or the title of a round. */
export type Occasion =
  | { readonly storyId: string; readonly roundId?: undefined }
  | { readonly storyId?: undefined; readonly roundId: string }

export const subjectOf = ({ storyId, roundId }: Occasion): string => storyId ?? roundId

/** A prize that was given, with its reason and who signs for it. */
export type Award = Occasion & {
  readonly id: string
  readonly prize: AwardedPrize
  readonly split: Split
  /** Only the champions are told. */
  readonly isPrivate: boolean
  readonly reason: string
  readonly givenBy: string
  readonly awardedAt: Instant
  /** The day of `awardedAt` in the workspace's zone: the budget it is charged to. */
  readonly awardedOn: Day
  /** Absent while it waits for approval, and when it never was given. */
  readonly givenAt?: Instant | undefined
  readonly shares: readonly Share[]
}

/** An award as it was typed. */
export type AwardInput = {
  readonly storyId: string
  readonly prizeId?: string | undefined
  /** Of the prize as the form showed it. */
  readonly revision?: number | undefined
  readonly personIds: readonly string[]
  /** Default `each`. */
  readonly split?: Split | undefined
  readonly reason?: string | undefined
  readonly isPrivate: boolean
}

/** In code points. */
export const reasonLimits = { min: 10, max: 500 } as const

export type AwardContext = {
  readonly id: string
  readonly giver: Person
  readonly story: Story
  readonly prize: Prize | undefined
  readonly currency: string
  /** Whether hosts have said what a manager may give. */
  readonly hasBudget: boolean
  readonly people: ReadonlyMap<string, Person>
  /** ISO 3166: where phone numbers without a country code belong. */
  readonly country?: string | undefined
  readonly approvalAbove: Limits
  readonly now: Instant
  readonly awardedOn: Day
}

/**
 * An award, given now or waiting for approval. Throws `Problems`: on `prizeId` `award.prize-needed`, `prize.retired`,
 * `prize.changed`, `prize.sold-out`, `budget.not-yet`; on `personIds` `award.nobody`, `award.not-oneself`,
 * `award.not-champions {names}`, `award.gone {names}`; on `split` `award.days-not-divisible`; on `reason`
 * `award.reason-…` (see `readText`). Whether a budget has enough is for the store to say.
 */
export function newAward(input: AwardInput, context: AwardContext): Award {
  const { id, giver, story, prize, currency, now, awardedOn } = context
  const problems: Problem[] = []
  const personIds = story.championIds.filter((championId) => input.personIds.includes(championId))
  const split: Split = personIds.length > 1 ? (input.split ?? 'each') : 'each'
  problems.push(...prizeProblems(input, context), ...personProblems(input, personIds, context))
  const reason = readText(input.reason, reasonLimits, problems, {
    field: 'reason',
    keys: 'award.reason-',
    country: context.country,
  })
  if (prize && split === 'shared' && prize.cost.halfDays % Math.max(1, personIds.length) !== 0)
    problems.push(new Problem('invalid', 'award.days-not-divisible', 'split'))
  throwAny(problems)
  if (!prize || reason === undefined) throw new Problem('invalid', 'award.prize-needed', 'prizeId')
  const { kind, name, builtin, cost } = prize
  const total = costOf(cost, split, personIds.length)
  const waits = needsApproval(total, context.approvalAbove)
  return {
    id,
    storyId: story.id,
    prize: { id: prize.id, kind, name, builtin, cost, currency },
    split,
    isPrivate: input.isPrivate,
    reason,
    givenBy: giver.id,
    awardedAt: now,
    awardedOn,
    ...(waits ? {} : { givenAt: now }),
    shares: sharesOf(total, personIds, waits ? 'waiting' : 'open'),
  }
}

function prizeProblems(input: AwardInput, { prize, hasBudget }: AwardContext): Problem[] {
  const refuse = (key: string) => [new Problem('invalid', key, 'prizeId')]
  if (!input.prizeId) return refuse('award.prize-needed')
  if (!prize || prize.retiredAt !== undefined) return refuse('prize.retired')
  if (prize.revision !== input.revision) return refuse('prize.changed')
  if (!isOnOffer(prize)) return refuse('prize.sold-out')
  if (!isFree(prize) && !hasBudget) return refuse('budget.not-yet')
  return []
}

function personProblems(
  input: AwardInput,
  personIds: readonly string[],
  { giver, story, people }: AwardContext,
): Problem[] {
  const refuse = (key: string, ids: readonly string[] = []) => {
    const names = ids.map((id) => people.get(id)?.name || id)
    return [new Problem('invalid', key, 'personIds', { names })]
  }
  if (input.personIds.length === 0) return refuse('award.nobody')
  if (input.personIds.includes(giver.id)) return refuse('award.not-oneself')
  const others = input.personIds.filter((id) => !story.championIds.includes(id))
  if (others.length > 0) return refuse('award.not-champions', others)
  const gone = personIds.filter((id) => people.get(id)?.leftAt !== undefined)
  return gone.length > 0 ? refuse('award.gone', gone) : []
}

/** What an award takes from the budget as a whole. */
export const costOf = ({ moneyMinor, halfDays }: PrizeCost, split: Split, people: number): PrizeCost => {
  const times = split === 'each' ? people : 1
  return { moneyMinor: moneyMinor * times, halfDays: halfDays * times }
}

/** How many prizes leave the shelf. */
export const piecesOf = ({ split, shares }: Pick<Award, 'split' | 'shares'>): number =>
  split === 'each' ? shares.length : 1

export function needsApproval(total: PrizeCost, above: Limits): boolean {
  const { moneyMinor = Number.POSITIVE_INFINITY, halfDays = Number.POSITIVE_INFINITY } = above
  return total.moneyMinor > moneyMinor || total.halfDays > halfDays
}

/** What each of them gets, in their order. */
export function sharesOf(total: PrizeCost, personIds: readonly string[], state: ShareState): Share[] {
  const money = splitEvenly(total.moneyMinor, personIds.length)
  const days = splitEvenly(total.halfDays, personIds.length)
  return personIds.map((personId, index) => ({
    personId,
    moneyMinor: money[index] ?? 0,
    halfDays: days[index] ?? 0,
    state,
  }))
}

/** It lapses after so many days, and what it reserved is given back. */
export const LAPSES_AFTER_DAYS = 14

/** Until when somebody can decide about it. */
export const lapsesAt = ({ awardedAt }: Pick<Award, 'awardedAt'>): Instant =>
  addTo(awardedAt, { days: LAPSES_AFTER_DAYS })

/** Nobody approves what they gave, or get. */
export const mayApprove = (award: Award, person: Person): boolean =>
  award.givenBy !== person.id && !award.shares.some(({ personId }) => personId === person.id)
