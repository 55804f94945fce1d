import type { KnownBlock } from '@slack/types'
import type { ShownLetter, ShownStory } from '../domain/shown.ts'
import { excerpt } from '../domain/text.ts'
import { shortNames } from './digest-parts.ts'
import { bold, cut, link, quoted, words } from './kit.ts'
import { authorOf, provenance } from './letter-parts.ts'
import type { Look } from './look.ts'

/** The customer's words, then whom they praise, where they come from, and the way to the whole. One block. */
export function letterItem(story: ShownStory, firstWords: number, look: Look): KnownBlock[] {
  const { w, link: linkTo } = look
  const { letter = { ownShare: false }, toldOn, cheers, card } = story
  const about = [
    '',
    provenance(letter, toldOn, look),
    authorOf(letter, look),
    cheers > 0 ? w.digest.cheered(cheers) : undefined,
  ]
  return quoted(
    cut(story.words, firstWords),
    bold(shortNames(story, w)),
    words(`${about.filter((part) => part !== undefined).join(' · ')} `),
    card && link(linkTo(card), w.digest.readIt),
  )
}

export const letterAloud = (story: ShownStory, letter: ShownLetter, look: Look): string =>
  `${look.w.letter.aloudAbout(shortNames(story, look.w), excerpt(story.words, 280))} ${provenance(letter, story.toldOn, look)}.`
