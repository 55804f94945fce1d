/** A prize as everybody reads of it, in one line. Plain text. */
import type { ShownPrize } from '../domain/shown.ts'
import { excerpt } from '../domain/text.ts'
import { cut } from './kit.ts'
import type { Look } from './look.ts'
import { capitalized, prizeInSentence, prizeName } from './prize-parts.ts'

/** How long a name may be in a line: nobody's fills it alone. */
const NAME = 40
const SHOWN_NAMES = 3

type Given = Pick<ShownPrize, 'prize' | 'split' | 'people' | 'amountsPublic'>

/** `a voucher`, `a voucher (£50) each`: as much as everybody may read of it. */
export const publicPrize = (shown: Given, look: Look): string =>
  inSplit(
    shown.amountsPublic ? prizeInSentence(shown.prize, look.w) : prizeName(shown.prize, look.w),
    shown,
    look,
  )

/** Each or shared is only said of several. */
function inSplit(prize: string, { split, people }: Pick<Given, 'split' | 'people'>, { w }: Look): string {
  if (people.length < 2) return prize
  return split === 'each' ? w.awardParts.each(prize) : w.awardParts.shared(prize)
}

/** `A day off for Bob, from Carol`. */
export function prizeLine(shown: ShownPrize, look: Look): string {
  const { w } = look
  const names = shown.people.map(({ name }, index) => (index < SHOWN_NAMES ? cut(name, NAME) : name))
  const prize = capitalized(publicPrize(shown, look))
  return w.award.line(prize, w.listUpTo(names, SHOWN_NAMES), cut(shown.givenBy.name, NAME))
}

/** `A day off for Bob, from Carol: “stayed until…”`. */
export const prizeWithReason = (shown: ShownPrize, firstWords: number, look: Look): string =>
  `${prizeLine(shown, look)}: ${look.w.award.because(excerpt(shown.reason, firstWords))}`
