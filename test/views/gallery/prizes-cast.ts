import type { AwardedPrize } from '../../../src/domain/award.ts'
import type { ShownPrize } from '../../../src/domain/shown.ts'
import type { AwardOffer, OfferedPrize, ShownAward, ShownShare } from '../../../src/domain/shown-prizes.ts'
import { aStory, bob, carol, dave, erin } from './cast.ts'

export const dayOff: AwardedPrize = {
  id: 'P1',
  kind: 'day_off',
  builtin: 'day-off',
  cost: { moneyMinor: 0, halfDays: 2 },
  currency: 'GBP',
}
export const voucher: AwardedPrize = {
  id: 'P2',
  kind: 'gift',
  builtin: 'voucher',
  cost: { moneyMinor: 50_00, halfDays: 0 },
  currency: 'GBP',
}
export const bonus: AwardedPrize = {
  id: 'P3',
  kind: 'money',
  name: 'a bonus',
  cost: { moneyMinor: 100_00, halfDays: 0 },
  currency: 'GBP',
}
const REASON = 'The customer was warm that night, and nobody had asked him to go back.'

/** What everybody sees of a prize. */
export const aPrize = (more: Partial<ShownPrize> = {}): ShownPrize => ({
  awardId: 'A1',
  prize: dayOff,
  split: 'each',
  people: [bob],
  givenBy: carol,
  reason: REASON,
  amountsPublic: false,
  ...more,
})

/** A public reason of any length. */
export const longReason = (index: number): string => `${index} Thank you! `.repeat(60).slice(0, 500)

export const aShare = (more: Partial<ShownShare> = {}): ShownShare => ({
  person: bob,
  hasLeft: false,
  isUnnamed: false,
  isUncredited: false,
  moneyMinor: 0,
  halfDays: 2,
  state: 'open',
  ...more,
})

export const anAward = (more: Partial<Omit<ShownAward, 'storyId' | 'roundId'>> = {}): ShownAward => ({
  id: 'A1',
  storyId: aStory().id,
  story: aStory(),
  prize: dayOff,
  split: 'each',
  isPrivate: false,
  reason: REASON,
  givenBy: carol,
  awardedAt: '2026-11-18T10:00:00.000Z',
  awardedOn: '2026-11-18',
  givenAt: '2026-11-18T10:00:00.000Z',
  shares: [aShare()],
  amountsPublic: false,
  approvers: [],
  ...more,
})

export const handedOver = { by: dave, at: '2026-11-20T23:30:00.000Z' }

export const offered = (prize: AwardedPrize, more: Partial<OfferedPrize> = {}): OfferedPrize => ({
  ...prize,
  revision: 1,
  hasPhoto: false,
  createdAt: '2026-11-01T09:00:00.000Z',
  ...more,
})

const free: AwardedPrize = { ...dayOff, id: 'P4', kind: 'gift', cost: { moneyMinor: 0, halfDays: 0 } }
export const offers: readonly OfferedPrize[] = [
  offered({ ...free, builtin: 'card' }),
  offered({ ...free, id: 'P5', builtin: 'lunch' }),
  offered(dayOff),
  offered(voucher, { stock: 3 }),
]

/** The form's prizes, and half of a budget left. */
export const anOffer = (more: Partial<AwardOffer> = {}): AwardOffer => ({
  story: aStory(),
  prizes: offers,
  currency: 'GBP',
  period: 'month',
  left: { moneyMinor: 75_50, halfDays: 2 },
  hasBudget: true,
  approvalAbove: {},
  people: [bob],
  ...more,
})

export const threePeople = [bob, erin, dave]
