/** What was written about nominees, as it stands in posts, notes and forms: never with who wrote it. */
import type { KnownBlock } from '@slack/types'
import type { ShownStory } from '../domain/shown.ts'
import type { ShownReason } from '../domain/shown-rounds.ts'
import { excerpt, lengthOf } from '../domain/text.ts'
import { cut, type Inline, type Line, link, type Quoted, quotes, sizeOf, words } from './kit.ts'
import type { Look } from './look.ts'

/** How much of a story's words stands in the link to it. */
const FIRST_WORDS = 80

/** What was written, each set off in a block of its own, with what it shows and the stories below; `most` characters of each. */
export const reasonParts = (reasons: readonly ShownReason[], look: Look, most?: number): KnownBlock[] =>
  reasons.flatMap((reason) => quotes([quoted(reason, look, most)]))

function quoted({ words: text, criterion, evidence }: ShownReason, look: Look, most?: number): Quoted {
  const shows = criterion ? [words(look.w.reasons.shows(criterion), { italic: true })] : []
  const below = [...(shows.length > 0 ? [shows] : []), ...evidence.map((story) => storyLine(story, look))]
  return {
    text: most === undefined ? text : cut(text, most),
    below: below.flatMap((line, index): Line => (index === 0 ? line : [words('\n'), ...line])),
  }
}

/** The first words of a story, as a link to its card; of a letter, in the customer's words. */
export function storyLine(story: ShownStory, { w, link: linkTo }: Look): Inline[] {
  const label = `${story.letter ? '💌' : '🌟'} ${excerpt(story.words, FIRST_WORDS)}`
  const shown = label.trim().length > 2 ? label : `${label} ${w.reasons.letter}`
  return [story.card ? link(linkTo(story.card), shown) : words(shown)]
}

/** As many reasons as fit, in their order, and at least the first. */
export function fittingReasons(
  reasons: readonly ShownReason[],
  room: { readonly count: number; readonly size: number },
  look: Look,
  most?: number,
): ShownReason[] {
  let left = room.size
  const fits = (reason: ShownReason, index: number) => {
    left -= sizeOf(reasonParts([reason], look, most))
    return index < room.count && (index === 0 || left >= 0)
  }
  const first = reasons.findIndex((reason, index) => !fits(reason, index))
  return reasons.slice(0, first === -1 ? reasons.length : first)
}

/** Whether anything of them is cut. */
export const isCut = (reasons: readonly ShownReason[], most: number): boolean =>
  reasons.some(({ words: text }) => lengthOf(text) > most)
