import type { KnownBlock } from '@slack/types'
import type { ShownPrize } from '../domain/shown.ts'
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
