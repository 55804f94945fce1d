import { firstNameOf, hideName, holdsName } from './author-name.ts'
import { readText } from './field.ts'
import type { Hiding } from './private-data.ts'
import { Problem } from './problem.ts'
import type { Day } from './time.ts'

/** How a letter arrived. */
export const vias = ['email', 'review', 'call', 'card', 'survey', 'chat', 'in_person'] as const
export type Via = (typeof vias)[number]

/** May we show the customer's name? Not asked is not shown. */
export const permissions = ['yes', 'first_name', 'no', 'not_asked'] as const
export type Permission = (typeof permissions)[number]

/** What is known of a customer's letter besides its words, which are the story's. */
export type Letter = {
  readonly authorName?: string | undefined
  /** Company or role. */
  readonly authorRole?: string | undefined
  readonly via?: Via | undefined
  readonly receivedOn?: Day | undefined
  /** A link or a ticket number. */
  readonly reference?: string | undefined
  readonly permission: Permission
  /** Who asked the customer, and when. */
  readonly askedBy?: string | undefined
  readonly askedOn?: Day | undefined
  /** The teller says that the scan or photo names nobody. */
  readonly scanIsClear: boolean
}

/** As typed. */
export type LetterInput = {
  readonly authorName?: string | undefined
  readonly authorRole?: string | undefined
  readonly via?: string | undefined
  readonly receivedOn?: string | undefined
  readonly reference?: string | undefined
  /** Default `not_asked`. */
  readonly permission?: string | undefined
  readonly askedBy?: string | undefined
  readonly askedOn?: string | undefined
  readonly scanIsClear?: boolean | undefined
}

/** What a person types about it in words: cleaned, masked, limited. */
export const letterTexts = ['authorName', 'authorRole', 'reference'] as const
export type LetterText = (typeof letterTexts)[number]

/** In code points. */
export const letterLimits = {
  words: { min: 10, max: 2800 },
  authorName: { max: 80 },
  authorRole: { max: 80 },
  reference: { max: 300 },
} as const

/**
 * A letter as it is kept. Adds to `problems`: `text.too-long` on its texts, `letter.day-unreadable` and
 * `letter.day-to-come` on `receivedOn` and `askedOn`, `letter.via-unknown` on `via`, `letter.permission-unknown` on `permission`.
 */
export function readLetter(
  input: LetterInput,
  problems: Problem[],
  { today, hiding = {} }: { readonly today: Day; readonly hiding?: Hiding },
): Letter {
  const text = (field: LetterText) =>
    readText(input[field], letterLimits[field], problems, { field, ...hidingIn(field, hiding) })
  const day = (field: 'receivedOn' | 'askedOn'): Day | undefined => {
    const on = input[field]
    if (!on) return undefined
    if (!isDay(on)) problems.push(new Problem('invalid', 'letter.day-unreadable', field))
    else if (on > today) problems.push(new Problem('invalid', 'letter.day-to-come', field))
    return on
  }
  const via = input.via === undefined ? undefined : vias.find((known) => known === input.via)
  if (input.via !== undefined && !via) problems.push(new Problem('invalid', 'letter.via-unknown', 'via'))
  const permission = permissions.find((known) => known === (input.permission ?? 'not_asked'))
  if (!permission) problems.push(new Problem('invalid', 'letter.permission-unknown', 'permission'))
  return {
    authorName: text('authorName'),
    authorRole: text('authorRole'),
    via,
    receivedOn: day('receivedOn'),
    reference: text('reference'),
    permission: permission ?? 'not_asked',
    askedBy: input.askedBy,
    askedOn: day('askedOn'),
    scanIsClear: input.scanIsClear ?? false,
  }
}

/** A ticket number is what the reference is for. */
export const hidingIn = (field: string, hiding: Hiding): Hiding =>
  field === 'reference' ? { ...hiding, inLetter: false } : hiding

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** What may be shown of who wrote it: nothing, a first name, or all. Of a company or role, no name that is hidden. */
export function shownAuthor(letter: Letter): { readonly name?: string; readonly role?: string } {
  const { authorName, authorRole, permission } = letter
  if (permission !== 'yes' && permission !== 'first_name') return {}
  const name = permission === 'yes' ? authorName : authorName && firstNameOf(authorName)
  // Beside a first name; alone only when all may be shown.
  const role = name || permission === 'yes' ? authorRole && withoutAuthor(authorRole, letter) : undefined
  return { ...(name ? { name } : {}), ...(role ? { role } : {}) }
}

/** What everybody may see of it besides its words: never more than its permission allows. */
export type LetterOrigin = {
  readonly author?: { readonly name?: string; readonly role?: string }
  readonly via?: Via
  readonly receivedOn?: Day
  readonly reference?: string
}

export function shownOf(letter: Letter): LetterOrigin {
  const { via, receivedOn } = letter
  const reference = shownReference(letter)
  return {
    author: shownAuthor(letter),
    ...(via ? { via } : {}),
    ...(receivedOn ? { receivedOn } : {}),
    ...(reference ? { reference } : {}),
  }
}

/** The text without the name that may not be shown; with a first name allowed, that stays. */
export function withoutAuthor(text: string, { authorName, permission }: Letter): string {
  if (!authorName || permission === 'yes') return text
  return hideName(text, authorName, { exceptFirst: permission === 'first_name' })
}

/** The link or ticket number, unless the hidden name is in it. */
export function shownReference({ reference, authorName, permission }: Letter): string | undefined {
  if (!reference || !authorName || permission === 'yes') return reference
  return holdsName(reference, authorName, { exceptFirst: permission === 'first_name' })
    ? undefined
    : reference
}

/** A scan or photo may name whom the letter may not name, until the teller confirms that it does not. */
export const mayShowScan = ({ permission, scanIsClear }: Letter): boolean =>
  permission === 'yes' || scanIsClear
