import { type Award, type AwardContext, costOf, sharesOf } from './award.ts'
import type { Prize } from './prize.ts'

/**
 * The prize of a round: one for each champion of it, in the name of the host who attached it. It is given at once, and charged
 * to the workspace's budget alone.
 */
export function roundAward(
  round: { readonly id: string; readonly title: string; readonly createdBy: string },
  personIds: readonly string[],
  {
    id,
    prize: { id: prizeId, kind, name, builtin, cost },
    currency,
    now,
    awardedOn,
  }: Pick<AwardContext, 'id' | 'currency' | 'now' | 'awardedOn'> & { prize: Prize },
): Award {
  return {
    id,
    roundId: round.id,
    prize: { id: prizeId, kind, name, builtin, cost, currency },
    split: 'each',
    isPrivate: false,
    reason: round.title,
    givenBy: round.createdBy,
    awardedAt: now,
    awardedOn,
    givenAt: now,
    shares: sharesOf(costOf(cost, 'each', personIds.length), personIds, 'open'),
  }
}
