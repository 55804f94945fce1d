import type { KnownBlock } from '@slack/types'
import { digestRoom } from '../domain/digest.ts'
import type { ShownDigest, ShownStory } from '../domain/shown.ts'
import { isBlank } from '../domain/text.ts'
import { letterItems } from './digest-letters.ts'
import { boardLines, fitting, lessonLines, type Note, noteParts, storyItem } from './digest-parts.ts'
import { type LatePrize, latePrize, latePrizesIn, leadPrizes } from './digest-prizes.ts'
import { bold, bullets, lines, sizeOf, words } from './kit.ts'
import { origin } from './letter-parts.ts'
import type { Look } from './look.ts'
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

/** The rest as pages of the thread: notes, then stories with more of their words, lessons, prizes. */
export function* digestRest({ rest }: Digest, look: Look): Generator<KnownBlock[]> {
  let page: KnownBlock[] = []
  let left = MESSAGE
  for (const piece of piecesOf(rest, look)) {
    const size = sizeOf(piece)
    if (page.length > 0 && (left < size || page.length + piece.length > 40)) {
      yield page
      page = []
      left = MESSAGE
    }
    page.push(...piece)
    left -= size
  }
  if (page.length > 0) yield page
}

function* piecesOf(rest: Digest['rest'], look: Look): Generator<KnownBlock[]> {
  for (const note of rest.notes) yield noteParts(note, look)
  for (const story of rest.stories)
    yield story.letter ? letterItems([story], 600, look) : lines(storyItem(story, 280, look))
  for (const story of rest.lessons) yield lessonLines([story], look)
  for (const prize of rest.late) yield lines([words('🎁 '), ...latePrize(prize, look)])
}
