import type { KnownBlock } from '@slack/types'
import type { Named, ShownStory } from '../domain/shown.ts'
import { isByAuthor } from './capture-notes.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { context, type Line, lines, link, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'
import { championNames, storyAloud, storyParts } from './story-parts.ts'
import { authorOf } from './voice-parts.ts'

/** To a champion: the story in full, where it is, and the way out of it. Quiet once it, or their name, is gone. */
export function creditNote(story: ShownStory, readerId: string, look: Look): Message {
  const { w } = look
  if (story.retracted) return quiet(w.story.retracted)
  if (!story.champions.some(({ id }) => id === readerId)) return quiet(w.notes.creditNameOff)
  const { creditIntro, creditSpoken } = story.letter ? w.letterNotes : w.notes
  const author = authorOf(story, look)
  const off = button(w.story.nameOff, actions.storyNameOff, story.id, { confirm: w.story.nameOffConfirm })
  return {
    text: spoken(creditSpoken(story.teller.name), ...storyAloud(story, look)),
    blocks: [
      ...lines([words(creditIntro(story.teller.name))]),
      ...storyParts(story, look),
      ...(author ? [context(author)] : []),
      ...lines(linkToStory(story, look)),
      row([off]),
    ],
  }
}

/** To the teller: their story's link, or why it is not there yet (`error` is Slack's own code). */
export function storyReceipt(story: ShownStory, error: string | undefined, look: Look): Message {
  const { notes } = look.w
  if (story.retracted) return quiet(notes.receiptGone)
  const names = championNames(story, look)
  const { receipt } = story.letter ? look.w.letterNotes : notes
  if (story.card) return note(receipt(names), linkToStory(story, look))
  if (error === undefined) return note(notes.receiptWaiting(names))
  return note(notes.receiptFailed(names, notes.why[error] ?? notes.whyElse))
}

/** To the teller and the champions of a story that was taken back: why. */
export function storyGone(story: ShownStory, reader: Reader, look: Look): Message {
  const { notes } = look.w
  const reason = story.retracted?.reason
  const why = reason ? [words(notes.reason(reason))] : undefined
  return note(goneSentence(story, reader, look), why, why && notes.reason(reason ?? ''))
}

type Reader = { readonly id: string; readonly as: 'teller' | 'champion' }

function goneSentence(story: ShownStory, reader: Reader, { w: { notes, captureNotes } }: Look): string {
  const { retracted, teller } = story
  const by = retracted?.by ?? teller
  if (reader.as === 'champion')
    return retracted?.nobodyLeft ? notes.goneNobodyLeftToChampion : notes.goneToChampion(by.name)
  if (retracted?.nobodyLeft) return notes.goneNobodyLeft
  if (isByAuthor(story)) return captureNotes.goneToTeller(by.name)
  return by.id === reader.id ? notes.goneBySelf : notes.goneToTeller(by.name)
}

/** To the teller: a champion took their name off. With nobody left, that took the story back. */
export function nameOffNote(story: ShownStory, champion: Named, look: Look): Message {
  const { notes } = look.w
  if (story.retracted?.nobodyLeft) return note(notes.goneNobodyLeft)
  return note(notes.nameOff(champion.name), story.retracted ? undefined : linkToStory(story, look))
}

function linkToStory({ card }: ShownStory, { w, link: linkTo }: Look): Line | undefined {
  return card && [link(linkTo(card), w.story.openIt)]
}

const quiet = (sentence: string): Message => ({ text: spoken(sentence), blocks: [context(sentence)] })

function note(sentence: string, then?: Line, thenSpoken?: string): Message {
  const blocks: KnownBlock[] = lines([words(sentence)], then)
  return { text: spoken(sentence, thenSpoken), blocks }
}
