/** The week's public prizes in the digest: with their reasons, under their stories. */
import type { KnownBlock } from '@slack/types'
import type { ShownDigest, ShownPrize, ShownStory } from '../domain/shown.ts'
import { context, cut, type Line, lines, link, quote, sizeOf, words } from './kit.ts'
import type { Look } from './look.ts'
import { prizeLine, prizeWithReason } from './public-prize.ts'

/** How many prizes of the leading story are shown, and how many characters they get. */
const LEAD_PRIZES = { count: 5, room: 1_200 }
/** How many prizes are named below a story in a list. */
const SHORT_PRIZES = 2

/** The prizes of the leading story with their reasons in full, as many as there is room for. */
export function leadPrizes({ prizes }: ShownStory, look: Look): KnownBlock[] {
  const shown: KnownBlock[][] = []
  for (const prize of prizes.slice(0, LEAD_PRIZES.count)) {
    const parts = [...lines([words(`🎁 ${prizeLine(prize, look)}`)]), ...quote(cut(prize.reason, 500))]
    if (sizeOf(shown) + sizeOf(parts) > LEAD_PRIZES.room) break
    shown.push(parts)
  }
  const more = prizes.length - shown.length
  return [...shown.flat(), ...(more > 0 ? [context(look.w.award.more(more))] : [])]
}

/** Below a story in a list: its first prizes, and the beginning of their reasons. */
export function shortPrizes({ prizes }: ShownStory, look: Look): string[] {
  const shown = prizes.slice(0, SHORT_PRIZES).map((prize) => `🎁 ${prizeWithReason(prize, 80, look)}`)
  const more = prizes.length - shown.length
  return more > 0 ? [...shown, look.w.award.more(more)] : shown
}

/** A prize that was given in the week for a story of an earlier digest. */
export type LatePrize = { readonly story: ShownStory; readonly prize: ShownPrize }

export const latePrizesIn = ({ latePrizes }: Pick<ShownDigest, 'latePrizes'>): LatePrize[] =>
  latePrizes.flatMap(({ story, prizes }) => prizes.map((prize) => ({ story, prize })))

/** `A day off for Bob, from Carol: “…” Read it`. */
export const latePrize = ({ story, prize }: LatePrize, look: Look): Line => [
  words(`${prizeWithReason(prize, 120, look)} `),
  story.card && link(look.link(story.card), look.w.digest.readIt),
]
