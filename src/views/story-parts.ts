import type { KnownBlock } from '@slack/types'
import type { ShownStory } from '../domain/shown.ts'
import { bold, fill, italic, type Line, lines, mentions, photo, words } from './kit.ts'
import type { Look } from './look.ts'

/** A story in full: whoever made it happen first, then the words, what to learn, and whom it was for. */
export function storyParts(story: ShownStory, look: Look): KnownBlock[] {
  return [
    ...lines(headline(idsOf(story), look)),
    ...lines([words(story.words)]),
    ...details(story, look),
    ...photoOf(story, look),
  ]
}

/** The champions as mentions: only where the story itself is told, to them or about them. */
export function headline(championIds: readonly string[], look: Look): Line {
  const champions = mentions(look, championIds, { bold: true })
  return [words('🌟 '), fill(look.w.story.headline, [champions], { bold: true })]
}

const idsOf = ({ champions }: ShownStory): string[] => champions.map(({ id }) => id)

type Details = {
  readonly [key in 'lesson' | 'customerName' | 'deeds' | 'thanks']?: string | undefined
} & Pick<ShownStory, 'customerKind'>

/** The lesson, and the quiet facts around a story, one under the other. */
export function details(story: Details, { w }: Look): KnownBlock[] {
  const labelled = (label: string, text: string | undefined): Line | undefined =>
    text ? [bold(`${label}: `), words(text)] : undefined
  const customer = w.story.customer[story.customerKind]
  return [
    ...lines(story.lesson ? [words('💡 '), bold(`${w.story.lesson}: `), words(story.lesson)] : undefined),
    ...lines(
      story.customerName ? labelled(customer, story.customerName) : [italic(customer)],
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
  return story.photo?.description || look.w.story.photoOf(championNames(story, look))
}

export const championNames = (story: ShownStory, { w }: Look): string =>
  w.list(story.champions.map(({ name }) => name))

/** The story as it reads aloud. Not escaped: for `spoken`. */
export function storyAloud(story: ShownStory, look: Look): string[] {
  const { w } = look
  const customer = w.story.customer[story.customerKind]
  return [
    w.story.headline(championNames(story, look)),
    story.words,
    ...(story.lesson ? [`${w.story.lesson}: ${story.lesson}`] : []),
    story.customerName ? `${customer}: ${story.customerName}.` : `${customer}.`,
    ...(story.deeds ? [`${w.story.deeds}: ${story.deeds}`] : []),
    ...(story.thanks ? [`${w.story.thanks}: ${story.thanks}`] : []),
  ]
}
