import type { KnownBlock } from '@slack/types'
import type { ShownStory } from '../domain/shown.ts'
import { button, type Choice, menu, row } from './controls.ts'
import { actions, menuValue } from './ids.ts'
import { context, lines, spoken, words } from './kit.ts'
import { sharedBy, thankedBy } from './letter-parts.ts'
import type { Look, Message } from './look.ts'
import { prizeLine } from './public-prize.ts'
import { storyAloud, storyParts } from './story-parts.ts'
import { sourceOf, voicesAloud, voicesOf } from './voice-parts.ts'

/** How many prizes the quiet line names. */
const MOST_PRIZES = 5

/** A story as everybody reads it in the celebration channel. Taken back, it is a quiet line without a name. */
export function storyCard(story: ShownStory, look: Look): Message {
  if (story.retracted) return retractedCard(look)
  return {
    text: spoken(
      ...storyAloud(story, look),
      ...voicesAloud(story, look),
      `${sharedBy(story, look)}.`,
      ...story.prizes.slice(0, MOST_PRIZES).map((prize) => `${prizeLine(prize, look)}.`),
    ),
    blocks: [
      ...storyParts(story, look),
      ...voicesOf(story, look),
      ...prizesOf(story, look),
      ...sourceOf(story, look),
      byline(story, look),
      buttons(story, look),
    ],
  }
}

/** What is said in the card's thread beside the photo, and the text that stands for the photo. */
export function storyPhoto(story: ShownStory, look: Look): { readonly note: Message; readonly alt: string } {
  if (story.retracted) return { note: retractedCard(look), alt: look.w.story.retracted }
  const { photoNote } = story.letter ? look.w.letter : look.w.story
  // The file keeps its name for good, so it names nobody: a champion may take their name off.
  const alt = story.photo?.description || photoNote
  return { note: { text: spoken(photoNote), blocks: lines([words(photoNote)]) }, alt }
}

function retractedCard({ w }: Look): Message {
  return { text: spoken(w.story.retracted), blocks: [context(w.story.retracted)] }
}

/** A quiet line for all of them: the reasons are in the thread. */
function prizesOf({ prizes }: ShownStory, look: Look): KnownBlock[] {
  if (prizes.length === 0) return []
  const shown = prizes.slice(0, MOST_PRIZES).map((prize) => prizeLine(prize, look))
  const rest = prizes.length - shown.length
  return [context(`🎁 ${shown.join(' · ')}`, rest > 0 ? look.w.award.more(rest) : undefined)]
}

function byline(story: ShownStory, look: Look): KnownBlock {
  const { w } = look
  return context(
    sharedBy(story, look),
    thankedBy(story, look),
    story.cheers > 0 ? w.story.cheered(story.cheers) : undefined,
    story.edited ? w.story.edited : undefined,
  )
}

function buttons({ id, letter }: ShownStory, { w }: Look): KnownBlock {
  return row([
    button(`👏 ${w.story.cheer}`, actions.storyCheer, id, { style: 'primary' }),
    button(`🎁 ${w.award.button}`, actions.prizeAward, id),
    ...(letter?.hasWhole ? [button(w.wholeLetter.open, actions.letterWhole, id)] : []),
    menu(actions.storyMenu, [
      { text: w.story.tellOneToo, value: menuValue('tell', id) },
      { text: w.voice.add, value: menuValue('voice', id) },
      { text: w.nomination.item, value: menuValue('nominate', id) },
      ...(letter ? [{ text: w.letter.thank, value: menuValue('thank', id) }] : []),
      ...ownItems(id, letter !== undefined, w),
    ]),
  ])
}

/** A menu has five places: in a letter's, what tellers do and what champions do share one. */
function ownItems(id: string, isShared: boolean, { story, ownStory }: Look['w']): Choice[] {
  if (isShared) return [{ text: ownStory.item, value: menuValue('own', id) }]
  return [
    { text: story.editOrRetract, value: menuValue('edit', id) },
    { text: story.nameOff, value: menuValue('name-off', id) },
  ]
}
