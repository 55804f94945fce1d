import type { KnownBlock } from '@slack/types'
import type { LetterOrigin } from '../domain/letter.ts'
import type { ShownStory } from '../domain/shown.ts'
import type { Day } from '../domain/time.ts'
import { bold, context, type Line, lines, link, quote, words } from './kit.ts'
import type { Look } from './look.ts'

/** What the customer wrote, as it was written. */
export const customerWords = (text: string, { w }: Look): KnownBlock[] => [
  ...lines([words('💌 '), bold(w.letter.writes)]),
  ...quote(text),
]

/** The quiet line: in whose words, how and when it came, who wrote it; then the link or ticket. */
export function origin(letter: LetterOrigin, toldOn: Day | undefined, look: Look): KnownBlock[] {
  return [
    ...lines(letter.reference ? referenceLine(letter.reference, look) : undefined),
    context(provenance(letter, toldOn, look), authorOf(letter, look)),
  ]
}

export const originAloud = (letter: LetterOrigin, toldOn: Day | undefined, look: Look): string =>
  `${[provenance(letter, toldOn, look), authorOf(letter, look)].filter(Boolean).join('. ')}.`

/** `In the customer’s words, by e-mail, 12 November`; with the year when it was not that of the story. */
export function provenance({ via, receivedOn }: LetterOrigin, toldOn: Day | undefined, { w }: Look): string {
  const year = receivedOn?.slice(0, 4)
  const isOld = year !== undefined && toldOn !== undefined && year !== toldOn.slice(0, 4)
  const day = receivedOn && w.day(receivedOn)
  return w.letter.provenance(via && w.letter.via[via], day && isOld ? w.letter.dayOfYear(day, year) : day)
}

/** `Mrs. Miller, Acme`, as far as it may be shown. */
export function authorOf({ author: { name, role } = {} }: LetterOrigin, { w }: Look): string | undefined {
  return name && role ? w.letter.author(name, role) : (name ?? role)
}

/** A link says where it leads; anything else is a number to look up. */
function referenceLine(reference: string, { w }: Look): Line {
  const isLink = /^https?:\/\/[!-~]+$/.test(reference) && URL.canParse(reference)
  return [
    bold(`${w.letter.reference}: `),
    isLink ? link(new URL(reference).href, reference) : words(reference),
  ]
}

/** Whose share it is; who received a letter that praises them says so. */
export function sharedBy({ letter, source, teller }: ShownStory, { w }: Look): string {
  // Of somebody else's message, its author received it.
  const isReceiver = letter?.ownShare && !source?.author
  return isReceiver ? w.letter.receivedBy(teller.name) : w.story.sharedBy(teller.name)
}

export const thankedBy = ({ letter }: ShownStory, { w }: Look): string | undefined =>
  letter?.thankedBy && w.letter.thankedBy(letter.thankedBy.name)
