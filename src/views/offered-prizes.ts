/** What the form says of each prize: what giving it would leave, and why some cannot be given. */
import { isFree } from '../domain/prize.ts'
import type { AwardOffer, OfferedPrize } from '../domain/shown-prizes.ts'
import type { Choice } from './controls.ts'
import { cut } from './kit.ts'
import type { Look } from './look.ts'
import { capitalized, prizeInSentence, prizeName } from './prize-parts.ts'

type Left = Pick<AwardOffer, 'left' | 'currency' | 'period'>

/** `A voucher (£50)`, and below it `leaves you £50 this month, 3 left`. */
export function prizeChoice(prize: OfferedPrize, offer: Left, look: Look): Omit<Choice, 'value'> {
  const { currency } = offer
  const text = capitalized(prizeInSentence({ ...prize, currency }, look.w))
  return { text, description: description(prize, offer, look).join(', ') }
}

function description(prize: OfferedPrize, { left, currency, period }: Left, { w }: Look): string[] {
  const s = w.awardForm
  const { moneyMinor, halfDays } = prize.cost
  const leaves: string[] = []
  if (moneyMinor > 0 && left.moneyMinor !== undefined)
    leaves.push(w.money({ minor: left.moneyMinor - moneyMinor, currency }))
  if (halfDays > 0 && left.halfDays !== undefined) leaves.push(someDays(left.halfDays - halfDays, w))
  return [
    ...(isFree(prize) ? [s.free] : []),
    ...(prize.stock === undefined ? [] : [s.pieces(prize.stock)]),
    ...(leaves.length > 0 ? [s.leaves(w.list(leaves), period)] : []),
  ]
}

const someDays = (halfDays: number, w: Look['w']): string =>
  halfDays === 0 ? w.awardForm.noDays : w.daysOff(halfDays)

const reasons = ['no-budget', 'money-spent', 'days-spent', 'sold-out'] as const

/** A line for each reason why some cannot be given now, with what would help. */
export function refusedLines({ prizes, left, currency, period }: AwardOffer, { w }: Look): string[] {
  const leftFor = {
    'money-spent': w.money({ minor: left.moneyMinor ?? 0, currency }),
    'days-spent': someDays(left.halfDays ?? 0, w),
    'no-budget': '',
    'sold-out': '',
  }
  return reasons.flatMap((reason) => {
    const names = prizes
      .filter(({ refused }) => refused === reason)
      .map((prize) =>
        reason === 'sold-out' ? prizeName(prize, w) : prizeInSentence({ ...prize, currency }, w),
      )
    if (names.length === 0) return []
    const listed = w.listUpTo(
      names.map((name) => cut(name, 80)),
      MOST_NAMES,
    )
    return [w.awardForm.refused[reason](listed, leftFor[reason], period)]
  })
}

const MOST_NAMES = 5

/** Whether some may have to wait: above which limits. Nothing when none do. */
export function approvalNote({ approvalAbove, currency }: AwardOffer, { w }: Look): string[] {
  const { moneyMinor, halfDays } = approvalAbove
  const limits = [
    ...(moneyMinor === undefined ? [] : [w.money({ minor: moneyMinor, currency })]),
    ...(halfDays === undefined ? [] : [someDays(halfDays, w)]),
  ]
  return limits.length > 0 ? [w.awardForm.approval(limits)] : []
}
