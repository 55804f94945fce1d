import type { KnownBlock } from '@slack/types'
import type { ShownLetter, ShownStory } from '../domain/shown.ts'
import { bold, fill, italic, type Line, lines, mentions, photo, words } from './kit.ts'
import { customerWords, origin, originAloud } from './letter-parts.ts'
import type { Look } from './look.ts'
import { authorOf } from './voice-parts.ts'

/** A story in full: whoever made it happen first, then the words, what to learn, and whom it was for. */
export function storyParts(story: ShownStory, look: Look): KnownBlock[] {
  if (story.letter) return letterStory(story, story.letter, look)
  return [
    ...lines(headline(idsOf(story), look)),
    ...lines([words(story.words)]),
    ...details(story, look),
    ...photoOf(story, look),
  ]
}

/** A letter in full: the customer's words first. */
const letterStory = (story: ShownStory, letter: ShownLetter, look: Look): KnownBlock[] => [
  ...customerWords(story.words, look),
  ...lines(headline(idsOf(story), look)),
  ...details(story, look),
  ...photoOf(story, look),
  ...origin(letter, story.toldOn, look),
]

/** The champions as mentions: only where the story itself is told, to them or about them. */
export function headline(championIds: readonly string[], look: Look): Line {
  const champions = mentions(look, championIds, { bold: true })
  return [words('🌟 '), fill(look.w.story.headline, [champions], { bold: true })]
}

const idsOf = ({ champions }: ShownStory): string[] => champions.map(({ id }) => id)

type Details = {
  readonly [key in 'lesson' | 'customerName' | 'deeds' | 'thanks']?: string | undefined
} & Pick<ShownStory, 'customerKind'> & { readonly letter?: unknown }

/** The lesson, and the quiet facts around a story, one under the other. */
export function details(story: Details, { w }: Look): KnownBlock[] {
  const labelled = (label: string, text: string | undefined): Line | undefined =>
    text ? [bold(`${label}: `), words(text)] : undefined
  const customer = w.story.customer[story.customerKind]
  // A letter is from its customer: that is said below it.
  const whose = story.letter ? undefined : [italic(customer)]
  return [
    ...lines(story.lesson ? [words('💡 '), bold(`${w.story.lesson}: `), words(story.lesson)] : undefined),
    ...lines(
      story.customerName ? labelled(customer, story.customerName) : whose,
      labelled(w.story.deeds, story.deeds),
      labelled(w.story.thanks, story.thanks),
    ),
  ]
}

export function photoOf(story: ShownStory, look: Look): KnownBlock[] {
  return story.photo?.fileId ? [photo(story.photo.fileId, photoAlt(story, look))] : []
}

/** What stands for the photo where it cannot be seen. */
export function photoAlt(story: ShownStory, look: Look): string {
  const { photoOf: photoBeside } = story.letter ? look.w.letter : look.w.story
  return story.photo?.description || photoBeside(championNames(story, look))
}

export const championNames = (story: ShownStory, { w }: Look): string =>
  w.list(story.champions.map(({ name }) => name))

/** The story as it reads aloud. Not escaped: for `spoken`. */
export function storyAloud(story: ShownStory, look: Look): string[] {
  const { w } = look
  const customer = w.story.customer[story.customerKind]
  const whose = story.letter ? [] : [`${customer}.`]
  const author = authorOf(story, look)
  const headlineAloud = w.story.headline(championNames(story, look))
  return [
    ...(story.letter ? [w.letter.aloud(story.words), headlineAloud] : [headlineAloud, story.words]),
    ...(story.lesson ? [`${w.story.lesson}: ${story.lesson}`] : []),
    ...(story.customerName ? [`${customer}: ${story.customerName}.`] : whose),
    ...(story.deeds ? [`${w.story.deeds}: ${story.deeds}`] : []),
    ...(story.thanks ? [`${w.story.thanks}: ${story.thanks}`] : []),
    ...(story.letter ? [originAloud(story.letter, story.toldOn, look)] : []),
    ...(author ? [`${author}.`] : []),
  ]
}
