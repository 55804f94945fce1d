import type { KnownBlock } from '@slack/types'
import { digestRoom } from '../domain/digest.ts'
import type { ShownDigest, ShownStory } from '../domain/shown.ts'
import { isBlank } from '../domain/text.ts'
import { letterItems } from './digest-letters.ts'
import { boardLines, fitting, lessonLines, type Note, noteParts, storyItem } from './digest-parts.ts'
import { type LatePrize, latePrize, latePrizesIn, leadPrizes } from './digest-prizes.ts'
import { bold, bullets, lines, sizeOf, spoken, words } from './kit.ts'
import { origin } from './letter-parts.ts'
import type { Look, Message } from './look.ts'
import { details } from './story-parts.ts'
import { titlesWon } from './title-parts.ts'

/** What fits into the digest's message, and the rest, which its thread holds. */
export type Digest = {
  readonly notes: readonly Note[]
  readonly others: readonly ShownStory[]
  readonly lessons: readonly ShownStory[]
  readonly late: readonly LatePrize[]
  /** How many stories the message does not show. */
  readonly moreStories: number
  readonly rest: {
    readonly notes: readonly Note[]
    readonly stories: readonly ShownStory[]
    readonly lessons: readonly ShownStory[]
    readonly late: readonly LatePrize[]
  }
}

// Characters of block text. Slack refuses a message at about 13,200; a preview adds its own to the digest's.
const MESSAGE = 9_800
const NOTES = 3_000
const LESSONS = 1_200
const LATE_PRIZES = 900
const TITLES = 600

/**
 * Deals out the room of the message: the leading story has it in full, titles, notes, lessons and champions keep
 * what they need, then prizes for earlier stories, and the other stories share what is left, in their order.
 */
export function splitDigest(digest: ShownDigest, look: Look): Digest {
  const { notes, lead, others, unread, champions, titles } = digest
  const written = notes.filter(({ words: said }) => !isBlank(said))
  const won = titles.length > 0 ? sizeOf(titlesWon(titles, look)) + 100 : 0
  const shownNotes = fitting(written.slice(0, 6), NOTES - won, (note) => noteParts(note, look))
  const taught = others.filter(({ lesson }) => lesson)
  const lessons = fitting(taught.slice(0, digestRoom.lessons), LESSONS, (story) => lessonLines([story], look))
  const late = latePrizesIn(digest)
  const taken =
    TITLES +
    sizeOf(shownNotes.flatMap((note) => noteParts(note, look))) +
    (lead ? 400 + leadSize(lead, look) : 0) +
    sizeOf(lessonLines(lessons, look)) +
    sizeOf(boardLines(champions, look)) +
    won
  const asLate = (prize: LatePrize) => bullets([latePrize(prize, look)])
  const shownLate = fitting(late, Math.min(LATE_PRIZES, MESSAGE - taken), asLate)
  const left = MESSAGE - taken - sizeOf(shownLate.map(asLate))
  const shown = fitting(others.slice(0, digestRoom.stories), left, (story) =>
    story.letter ? letterItems([story], 280, look) : bullets([storyItem(story, 120, look)]),
  )
  return {
    notes: shownNotes,
    others: shown,
    lessons,
    late: shownLate,
    moreStories: others.length - shown.length + unread.length,
    rest: {
      notes: written.slice(shownNotes.length),
      stories: others.slice(shown.length),
      lessons: taught.slice(lessons.length),
      late: late.slice(shownLate.length),
    },
  }
}

const leadSize = (lead: ShownStory, look: Look): number =>
  sizeOf([
    ...lines([bold(look.w.list(lead.champions.map(({ name }) => name)))]),
    ...lines([bold(lead.words)]),
    ...details(lead, look),
    ...(lead.letter ? origin(lead.letter, lead.toldOn, look) : []),
    ...leadPrizes(lead, look),
  ])

/** The rest as messages of the thread: notes, then stories with more of their words, lessons, prizes. */
export function digestRest({ rest }: Digest, look: Look): Message[] {
  const pieces = [
    ...rest.notes.map((note) => noteParts(note, look)),
    ...rest.stories.map((story) =>
      story.letter ? letterItems([story], 600, look) : lines(storyItem(story, 280, look)),
    ),
    ...rest.lessons.map((story) => lessonLines([story], look)),
    ...rest.late.map((prize) => lines([words('🎁 '), ...latePrize(prize, look)])),
  ]
  const pages = inPages(pieces)
  return pages.map((blocks, index) => {
    const title = look.w.digest.pageTitle(index + 1, pages.length)
    return { text: spoken(title), blocks: [...lines([bold(title)]), ...blocks] }
  })
}

function inPages(pieces: readonly KnownBlock[][]): KnownBlock[][] {
  const pages: KnownBlock[][] = []
  let left = 0
  for (const piece of pieces) {
    const page = pages.at(-1)
    left -= sizeOf(piece)
    if (page && left >= 0 && page.length + piece.length <= 40) {
      page.push(...piece)
    } else {
      pages.push([...piece])
      left = MESSAGE - sizeOf(piece)
    }
  }
  return pages
}
