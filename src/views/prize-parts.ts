/** What prizes and amounts are called, wherever a sentence or a list names them. Plain text. */
import type { PrizeCost, PrizeKind, PrizeName } from '../domain/prize.ts'
import type { Wording } from '../wording/index.ts'
import { spoken } from './kit.ts'

/** As it reads inside a sentence: `a day off`, or what a host called it. */
export const prizeName = ({ name, builtin }: PrizeName, w: Wording): string =>
  name ?? (builtin ? w.prizeParts.names[builtin] : '')

/** As it stands in a list, with a capital letter: `A day off`. */
export const prizeTitle = (prize: PrizeName, w: Wording): string => capitalized(prizeName(prize, w))

/** What a cost is worth: `£50`, `1½ days`; `undefined` when it costs nothing. */
export function worth({ moneyMinor, halfDays }: PrizeCost, currency: string, w: Wording): string | undefined {
  const money = moneyMinor > 0 ? w.money({ minor: moneyMinor, currency }) : undefined
  const days = halfDays > 0 ? w.daysOff(halfDays) : undefined
  return money && days ? w.prizeParts.both(money, days) : (money ?? days)
}

/**
 * Inside a sentence, with what one of it is worth: `a voucher (£50)`. An amount that its name says already is not said
 * twice. For those who may see amounts.
 */
export function prizeInSentence(
  prize: PrizeName & { readonly kind: PrizeKind; readonly cost: PrizeCost; readonly currency: string },
  w: Wording,
): string {
  const name = prizeName(prize, w)
  const value = worth(prize.cost, prize.currency, w)
  const isSaid = value === undefined || name.includes(value) || isADayOff(prize)
  return isSaid ? name : w.prizeParts.worth(name, value)
}

/** Plaudit's own `a day off`, while it is one day. */
const isADayOff = ({ name, builtin, cost }: PrizeName & { readonly cost: PrizeCost }): boolean =>
  name === undefined && builtin === 'day-off' && cost.halfDays === 2

/** A gift's photo: what is said beside it, and the text that stands for it, which is what the gift is called. */
export const giftPhoto = (prize: PrizeName, w: Wording): { readonly note: string; readonly alt: string } => ({
  note: spoken(w.prizeParts.photoNote),
  alt: prizeTitle(prize, w),
})

/** Text with its first letter in capitals; scripts without them stay as they are. */
export const capitalized = (text: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
