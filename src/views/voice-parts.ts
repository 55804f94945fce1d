import type { KnownBlock } from '@slack/types'
import type { ShownStory } from '../domain/shown.ts'
import { excerpt } from '../domain/text.ts'
import { cut, fill, type Line, lines, link, words } from './kit.ts'
import type { Look } from './look.ts'

/** So many voices in full, and so many more by name. */
const QUOTED = 3
const NAMED = 3
const WORDS = 280

/** Who told it, too: a few in their own words, the others by name. */
export function voicesOf({ voices = [] }: ShownStory, look: Look): KnownBlock[] {
  const more = moreVoices(voices, look)
  return lines(
    ...quotedVoices(voices, look).map((said): Line => [words(said)]),
    more ? [words(more)] : undefined,
  )
}

export const voicesAloud = ({ voices = [] }: ShownStory, look: Look): string[] => [
  ...quotedVoices(voices, look),
  ...[moreVoices(voices, look) ?? []].flat(),
]

type Voices = NonNullable<ShownStory['voices']>

const quotedVoices = (voices: Voices, { w }: Look): string[] =>
  voices.slice(0, QUOTED).map(({ by, words: said }) => w.voice.said(cut(by.name, 80), excerpt(said, WORDS)))

function moreVoices(voices: Voices, { w }: Look): string | undefined {
  const rest = voices.slice(QUOTED).map(({ by }) => cut(by.name, 80))
  return rest.length > 0 ? w.voice.more(rest.slice(0, NAMED), Math.max(0, rest.length - NAMED)) : undefined
}

/** Whose message it was made of, when somebody else wrote it: the words are theirs wherever they are quoted in full. */
export const authorOf = ({ source }: ShownStory, { w }: Look): string | undefined =>
  source?.author && w.capture.from(cut(source.author.name, 80))

/** The message that it was made of, and the way there. */
export function sourceOf(story: ShownStory, look: Look): KnownBlock[] {
  const { source } = story
  const { w, link: linkTo } = look
  if (!source || (!source.author && !source.at)) return []
  const from = authorOf(story, look) ?? w.capture.fromOwn
  return lines(
    source.at
      ? fill((there) => `${from} · ${there}`, [link(linkTo(source.at), w.capture.see)])
      : [words(from)],
  )
}
