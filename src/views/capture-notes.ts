/** What is said to one person about a message that may become a story, or has. */
import type { KnownBlock } from '@slack/types'
import type { Address } from '../domain/delivery.ts'
import type { Named, ShownStory } from '../domain/shown.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { context, cut, type Line, lines, link, quote, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'

/** To who reacted. `story`: somebody was faster. */
export type ShownAsk = {
  readonly id: string
  readonly at: Address
  readonly kind: 'wow' | 'letter'
  readonly story?: ShownStory
}

export function captureAsk({ id, at, kind, story }: ShownAsk, look: Look): Message {
  const { captureNotes: s, voice } = look.w
  const asks = kind === 'letter' ? s.askLetter : s.ask
  const sentence = story ? s.askTold(story.teller.name) : asks
  const [label, action, value] = story
    ? [voice.add, actions.voiceAdd, story.id]
    : [kind === 'letter' ? s.yesLetter : s.yesPlease, actions.captureShare, id]
  return note(sentence, [row([button(label, action, value, { style: 'primary' })])], openMessage(at, look))
}

/** To the author of words that were not written for everybody. */
export type ShownRequest = {
  readonly id: string
  readonly at: Address
  readonly askedBy: Named
  readonly author: Named
  /** Not settled, and not open for too long. */
  readonly isOpen: boolean
  readonly answer?: 'yes' | 'no'
  /** Where the story stands that was made of it. */
  readonly story?: ShownStory
}

export function captureRequest(request: ShownRequest, look: Look): Message {
  const { captureNotes: s } = look.w
  const { answer, askedBy, isOpen, story } = request
  const name = cut(askedBy.name, 80)
  if (answer === 'no') return quiet(s.refused)
  if (story) return quiet(s.requestShared)
  if (!isOpen) return quiet(s.requestOld)
  if (answer === 'yes') return quiet(s.allowed(name))
  return {
    text: spoken(s.requestSpoken(name)),
    blocks: [
      ...lines([words(s.request(name))]),
      ...lines(openMessage(request.at, look)),
      row([
        button(s.allow, actions.captureAllow, request.id, { style: 'primary' }),
        button(s.refuse, actions.captureRefuse, request.id),
      ]),
    ],
  }
}

/** To who would like to share them. */
export function captureAnswer(request: ShownRequest, look: Look): Message {
  const { captureNotes: s } = look.w
  const name = cut(request.author.name, 80)
  const tell = button(s.tell, actions.storyTell, 'capture', { style: 'primary' })
  if (request.answer === 'no') return note(s.no(name), [row([tell])])
  if (request.story) return quiet(s.answerShared)
  if (!request.answer) return note(s.noAnswer(name), [row([tell])])
  if (!request.isOpen) return quiet(s.answerOld)
  return note(s.yes(name), [], openMessage(request.at, look))
}

/** To the author: their words are a story now. */
export function authorNote(story: ShownStory, look: Look): Message {
  const { captureNotes: s, story: t } = look.w
  if (story.retracted) return quiet(isByAuthor(story) ? s.tookBack : t.retracted)
  const back = button(s.takeBack, actions.captureTakeBack, story.id, { confirm: s.takeBackConfirm })
  const open: Line | undefined = story.card && [link(look.link(story.card), t.openIt)]
  return note(s.author(cut(story.teller.name, 80)), [...quote(cut(story.words, 500)), row([back])], open)
}

/** To who wants to make a story of what is one already, or of its card. */
export function toldAlready(story: ShownStory, isCard: boolean, look: Look): Message {
  const { w } = look
  const teller = cut(story.teller.name, 80)
  const open: Line | undefined =
    story.card && !isCard ? [link(look.link(story.card), w.story.openIt)] : undefined
  const add = button(w.voice.add, actions.voiceAdd, story.id, { style: 'primary' })
  return note(isCard ? w.capture.ownCard(teller) : w.capture.told(teller), [row([add])], open)
}

/** The author of the message took the story back, not its teller nor a host. */
export const isByAuthor = ({ source, retracted }: ShownStory): boolean =>
  retracted !== undefined && source?.author?.id === retracted.by.id

const openMessage = (at: Address, { w, link: linkTo }: Look): Line => [
  link(linkTo(at), w.captureNotes.openMessage),
]

const quiet = (sentence: string): Message => ({ text: spoken(sentence), blocks: [context(sentence)] })

const note = (sentence: string, then: readonly KnownBlock[], where?: Line): Message => ({
  text: spoken(sentence),
  blocks: [...lines([words(sentence)], where), ...then],
})
