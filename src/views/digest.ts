import type { KnownBlock } from '@slack/types'
import type { ShownDigest, ShownStory } from '../domain/shown.ts'
import { excerpt } from '../domain/text.ts'
import { button, row } from './controls.ts'
import { letterAloud, letterItems } from './digest-letters.ts'
import { boardLines, lessonLines, noteParts, shortNames, storyItem } from './digest-parts.ts'
import { latePrize, leadPrizes } from './digest-prizes.ts'
import { type Digest, digestRest, splitDigest } from './digest-room.ts'
import { actions } from './ids.ts'
import { bold, bullets, context, header, lines, link, spoken, words } from './kit.ts'
import { customerWords, origin, sharedBy, thankedBy } from './letter-parts.ts'
import type { Look, Message } from './look.ts'
import { prizeLine, prizeWithReason } from './public-prize.ts'
import { championNames, details, photoOf, storyAloud } from './story-parts.ts'
import { titleAloud, titlesWon } from './title-parts.ts'
import { authorOf } from './voice-parts.ts'

/** How a digest is read: posted for everybody, as its preview, or as the week so far for one person. */
type Reading = 'posted' | 'preview' | 'so-far'

export const digestPosted = (digest: ShownDigest, look: Look): Message =>
  digestMessage(digest, 'posted', look)

/** What the thread of a posted digest holds because its message is full, page by page: of many stories there are many. */
export const digestThread = (digest: ShownDigest, look: Look): Generator<KnownBlock[]> =>
  digestRest(splitDigest(digest, look), look)

/** A page of the thread, from 0. Stories that were taken back can leave one without anything to show. */
export function digestPage(pages: readonly KnownBlock[][], page: number, look: Look): Message {
  const { pageGone, pageTitle } = look.w.digest
  const blocks = pages[page]
  if (!blocks) return { text: spoken(pageGone), blocks: [context(pageGone)] }
  const title = pageTitle(page + 1, pages.length)
  return { text: spoken(title), blocks: [...lines([bold(title)]), ...blocks] }
}

/** The answer to `/wow digest`: only for the one who asks. */
export const digestSoFar = (digest: ShownDigest, look: Look): Message => digestMessage(digest, 'so-far', look)

/** The digest in one message. */
export function digestMessage(digest: ShownDigest, reading: Reading, look: Look): Message {
  const { w } = look
  const title = reading === 'so-far' ? w.digest.soFarTitle : w.digest.title
  const split = splitDigest(digest, look)
  const tell = row([button(w.digest.tell, actions.storyTell, 'digest')])
  return {
    text: spoken(`${title}.`, ...aloud(digest, split, reading, look)),
    blocks: [
      header(title),
      ...lines([words(facts(digest, reading, look))]),
      ...split.notes.flatMap((note) => noteParts(note, look)),
      ...titlesWon(digest.titles, look),
      ...leadParts(digest.lead, look),
      ...otherParts(split, reading, digest.lead !== undefined, look),
      ...latePrizeParts(split, reading, look),
      ...titled(w.digest.lessons, lessonLines(split.lessons, look)),
      ...titled(w.digest.champions, boardLines(digest.champions, look)),
      ...(reading === 'preview' ? [] : [tell]),
    ],
  }
}

/** One warm line: whose week it was. */
function facts(
  { firstOn, lastOn, lead, others, unread, cheers, championCount }: ShownDigest,
  reading: Reading,
  { w }: Look,
) {
  const stories = others.length + unread.length + (lead ? 1 : 0)
  const days = w.days(firstOn, lastOn)
  if (stories > 0) return w.digest.facts(days, stories, championCount, cheers)
  return reading === 'so-far' ? w.digest.quietSoFar : w.digest.quiet(days)
}

/** The story of the week in full. Names, not mentions: its champions were told on the day. */
function leadParts(lead: ShownStory | undefined, look: Look): KnownBlock[] {
  if (!lead) return []
  const { w, link: linkTo } = look
  return [
    ...lines([bold(`🌟 ${w.digest.lead}`)], [bold(w.digest.leadHeadline(championNames(lead, look)))]),
    ...(lead.letter ? customerWords(lead.words, look) : lines([words(lead.words)])),
    ...details(lead, look),
    ...photoOf(lead, look),
    ...(lead.letter ? origin(lead.letter, lead.toldOn, look) : []),
    ...leadPrizes(lead, look),
    context(
      sharedBy(lead, look),
      authorOf(lead, look),
      thankedBy(lead, look),
      lead.cheers > 0 ? w.digest.cheered(lead.cheers) : undefined,
    ),
    ...lines(lead.card && [link(linkTo(lead.card), w.digest.readIt)]),
  ]
}

/** Letters first, in their customers' words. */
function otherParts(
  { others, moreStories }: Digest,
  reading: Reading,
  hasLead: boolean,
  look: Look,
): KnownBlock[] {
  const { w } = look
  const more = reading === 'posted' ? w.digest.moreInThread : w.digest.more
  const letters = others.filter(({ letter }) => letter)
  const stories = others.filter(({ letter }) => !letter)
  return [
    ...titled(`💌 ${w.letter.digestTitle}`, letterItems(letters, 280, look)),
    ...titled(
      hasLead || letters.length > 0 ? w.digest.others : w.digest.storiesInAll,
      bullets(stories.map((story) => storyItem(story, 120, look))),
    ),
    ...(moreStories > 0 ? [context(more(moreStories))] : []),
  ]
}

function latePrizeParts({ late, rest }: Digest, reading: Reading, look: Look): KnownBlock[] {
  const { w } = look
  const more = reading === 'posted' ? w.digest.moreInThread : w.digest.more
  return titled(`🎁 ${w.award.late}`, [
    ...bullets(late.map((prize) => latePrize(prize, look))),
    ...(rest.late.length > 0 ? [context(more(rest.late.length))] : []),
  ])
}

const titled = (title: string, blocks: KnownBlock[]): KnownBlock[] =>
  blocks.length > 0 ? [...lines([bold(title)]), ...blocks] : []

function aloud(digest: ShownDigest, { notes, others, late }: Digest, reading: Reading, look: Look): string[] {
  const { w } = look
  return [
    facts(digest, reading, look),
    ...digest.titles.map((title) => `🏆 ${titleAloud(title, look)}.`),
    ...notes.map(({ by, words: said }) => `${w.digest.noteBy(by.name)} ${said}`),
    ...(digest.lead ? [`${w.digest.lead}.`, ...storyAloud(digest.lead, look)] : []),
    ...(digest.lead?.prizes ?? []).map((prize) => prizeWithReason(prize, 500, look)),
    ...others.flatMap((story) => [
      story.letter
        ? letterAloud(story, story.letter, look)
        : `${shortNames(story, w)}: ${excerpt(story.words, 120)}`,
      ...story.prizes.map((prize) => prizeLine(prize, look)),
    ]),
    ...(late.length > 0 ? [`${w.award.late}.`] : []),
    ...late.map(({ prize }) => prizeWithReason(prize, 120, look)),
  ]
}
