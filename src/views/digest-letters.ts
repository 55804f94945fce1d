import type { KnownBlock } from '@slack/types'
import type { ShownLetter, ShownStory } from '../domain/shown.ts'
import { excerpt } from '../domain/text.ts'
import { shortNames } from './digest-parts.ts'
import { shortPrizes } from './digest-prizes.ts'
import { bold, cut, link, type Quoted, quotes, words } from './kit.ts'
import { authorOf, provenance } from './letter-parts.ts'
import type { Look } from './look.ts'

/** Letters in one block: the customer's words, then whom they praise, where they come from, and the way to the whole. */
export const letterItems = (stories: readonly ShownStory[], firstWords: number, look: Look): KnownBlock[] =>
  quotes(stories.map((story) => letterItem(story, firstWords, look)))

function letterItem(story: ShownStory, firstWords: number, look: Look): Quoted {
  const { w, link: linkTo } = look
  const { letter = { ownShare: false }, toldOn, cheers, card } = story
  const facts = [
    provenance(letter, toldOn, look),
    authorOf(letter, look),
    cheers > 0 ? w.digest.cheered(cheers) : undefined,
  ]
  return {
    text: cut(story.words, firstWords),
    below: [
      bold(shortNames(story, w)),
      words(` · ${facts.filter((fact) => fact !== undefined).join(' · ')} `),
      card && link(linkTo(card), w.digest.readIt),
      ...shortPrizes(story, look).map((line) => words(`\n${line}`)),
    ],
  }
}

export const letterAloud = (story: ShownStory, letter: ShownLetter, look: Look): string =>
  `${look.w.letter.aloudAbout(shortNames(story, look.w), excerpt(story.words, 280))} ${provenance(letter, story.toldOn, look)}.`
