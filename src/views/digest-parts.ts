import type { KnownBlock } from '@slack/types'
import type { Board } from '../domain/board.ts'
import type { ShownDigest, ShownStory } from '../domain/shown.ts'
import { excerpt } from '../domain/text.ts'
import { shortPrizes } from './digest-prizes.ts'
import { bold, bullets, context, cut, type Line, lines, link, quote, sizeOf, words } from './kit.ts'
import type { Look } from './look.ts'

export type Note = ShownDigest['notes'][number]

/** How long a name may be in a list: nobody's fills it alone. */
const NAME = 40
const SHOWN_NAMES = 3

/** A leader's words, set off, under their name. */
export const noteParts = ({ by, words: said }: Note, { w }: Look): KnownBlock[] => [
  ...lines([bold(w.digest.noteBy(cut(by.name, NAME)))]),
  ...quote(cut(said, 1000)),
]

/** `Bob and Ana · 12 cheered: They stayed two hours… Read it`. */
export function storyItem(story: ShownStory, firstWords: number, look: Look): Line {
  const { w, link: linkTo } = look
  const cheers = story.cheers > 0 ? ` · ${w.digest.cheered(story.cheers)}` : ''
  return [
    bold(shortNames(story, w)),
    words(`${cheers}: ${excerpt(story.words, firstWords)} `),
    story.card && link(linkTo(story.card), w.digest.readIt),
    ...shortPrizes(story, look).map((line) => words(`\n${line}`)),
  ]
}

/** As many as fit into the room, in their order. */
export function fitting<T>(items: readonly T[], room: number, render: (item: T) => KnownBlock[]): T[] {
  let left = room
  const count = items.findIndex((item) => {
    left -= sizeOf(render(item))
    return left < 0
  })
  return items.slice(0, count === -1 ? items.length : count)
}

export const shortNames = ({ champions }: Pick<ShownStory, 'champions'>, w: Look['w']): string =>
  w.listUpTo(
    champions.map(({ name }, index) => (index < SHOWN_NAMES ? cut(name, NAME) : name)),
    SHOWN_NAMES,
  )

/** Each lesson with whom it was learned from. */
export const lessonLines = (stories: readonly ShownStory[], { w }: Look): KnownBlock[] =>
  bullets(
    stories.map((story) => [
      words(excerpt(story.lesson ?? '', 160)),
      { type: 'text', text: ` (${shortNames(story, w)})`, style: { italic: true } },
    ]),
  )

/** The champions of the week; nothing when boards are off. */
export function boardLines(board: Board | undefined, { w }: Look): KnownBlock[] {
  if (!board) return []
  const rows = board.rows.slice(0, 10)
  const more = board.more + board.rows.length - rows.length
  return [
    ...bullets(
      rows.map(
        ({ name, count, cheers }): Line => [
          bold(cut(name, NAME)),
          words(`: ${w.digest.championLine(count, cheers)}`),
        ],
      ),
    ),
    ...(more > 0 ? [context(w.digest.more(more))] : []),
  ]
}
