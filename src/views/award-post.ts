import type { KnownBlock } from '@slack/types'
import type { ShownPrize } from '../domain/shown.ts'
import type { ShownAward } from '../domain/shown-prizes.ts'
import { sharesIn } from './award-facts.ts'
import { bold, fill, lines, mentions, quote, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'
import { publicPrize } from './public-prize.ts'

/** In the story's thread, for everybody: who gave what to whom, and why. The champions are mentioned, nobody else. */
export function awardPost(shown: ShownPrize, look: Look): Message {
  const { w } = look
  const names = w.list(shown.people.map(({ name }) => name))
  const said = w.award.headline(shown.givenBy.name, names, publicPrize(shown, look))
  return {
    text: spoken(`${said}: ${w.award.because(shown.reason)}`),
    blocks: awardParts(shown, look),
  }
}

/** In the thread of a round's announcement: what the champions of it get. Undefined once nobody keeps it. */
export function roundPrizePost(award: ShownAward, look: Look): Message | undefined {
  const kept = sharesIn(award, 'open', 'fulfilled').map(({ person }) => person)
  if (kept.length === 0) return undefined
  const { amountsPublic, prize, split } = award
  const gift = publicPrize({ prize, split, people: kept, amountsPublic }, look)
  const names = look.w.list(kept.map(({ name }) => name))
  const champions = mentions(
    look,
    kept.map(({ id }) => id),
    { bold: true },
  )
  return {
    text: spoken(look.w.award.ofRound(names, gift)),
    blocks: lines([words('🎁 '), ...fill(look.w.award.ofRound, [champions, bold(gift)], { bold: true })]),
  }
}

export function awardParts(shown: ShownPrize, look: Look): KnownBlock[] {
  const champions = mentions(
    look,
    shown.people.map(({ id }) => id),
    { bold: true },
  )
  const places = [bold(shown.givenBy.name), champions, bold(publicPrize(shown, look))]
  const headline = fill(look.w.award.headline, places, { bold: true })
  return [...lines([words('🎁 '), ...headline]), ...quote(shown.reason)]
}
