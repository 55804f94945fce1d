import { addDays } from './calendar.ts'
import { readText } from './field.ts'
import { letterLimits, type Via, vias } from './letter.ts'
import { maskedWords } from './praise-words.ts'
import { Problem, throwAny } from './problem.ts'
import { cleaned, isBlank, lengthOf, seenLengthOf } from './text.ts'
import { type Day, dayOf, toInstant, type Zone } from './time.ts'

/** What a customer wrote to another system, as it is kept: every text is cleaned, and its private data masked. */
export type Praise = {
  readonly words: string
  readonly customerName?: string | undefined
  readonly customerCompany?: string | undefined
  readonly receivedOn?: Day | undefined
  readonly via?: Via | undefined
  /** What the other system calls it: a ticket number. */
  readonly reference?: string | undefined
  readonly url?: string | undefined
  /** A BCP 47 tag, `pt-BR`. */
  readonly language?: string | undefined
  readonly rating?: number | undefined
}

/** As it arrives. */
export type PraiseInput = {
  readonly words: string
  readonly customerName?: string | undefined
  readonly customerCompany?: string | undefined
  /** A day, or an instant. */
  readonly receivedAt?: string | undefined
  readonly via?: string | undefined
  readonly reference?: string | undefined
  readonly url?: string | undefined
  readonly language?: string | undefined
  readonly rating?: number | undefined
  /** E-mail addresses, names, or the chat platform's ids. */
  readonly recipients?: readonly string[] | undefined
}

/** `not_celebrated`: its rating was below what hosts celebrate. */
export type PraiseState = 'waiting' | 'shared' | 'dismissed' | 'not_celebrated'

/** In code points. What is longer than a letter may be is kept whole, and its first passage is quoted. */
export const praiseLimits = {
  words: { min: letterLimits.words.min, max: 50_000 },
  customerName: { max: 200 },
  customerCompany: { max: 200 },
  reference: { max: 300 },
  url: { max: 2000 },
  recipient: { max: 200 },
  recipients: { max: 20 },
  rating: { min: -1000, max: 1000 },
} as const

/**
 * Praise as it is kept. Throws Problems: `praise.words-missing`, `-too-short {min}` and `-too-long {max, length}`,
 * `text.too-long {max, length}` on the other texts, `praise.received-unreadable` and `praise.received-to-come` on
 * `receivedAt`, `praise.channel-unknown` on `via`, `praise.url-unreadable`, `praise.language-unreadable`,
 * `praise.rating-unreadable`, and `praise.too-many-recipients {max}`.
 */
export function readPraise(input: PraiseInput, by: { readonly today: Day; readonly zone: Zone }): Praise {
  const problems: Problem[] = []
  const text = (field: 'customerName' | 'customerCompany' | 'reference' | 'url') =>
    readText(input[field], praiseLimits[field], problems, { field })
  const praise = {
    words: readWords(input.words, problems),
    customerName: text('customerName'),
    customerCompany: text('customerCompany'),
    receivedOn: readReceived(input.receivedAt, problems, by),
    via: readVia(input.via, problems),
    reference: text('reference'),
    url: isAddress(input.url, problems) ? text('url') : undefined,
    language: readLanguage(input.language, problems),
    rating: readRating(input.rating, problems),
  }
  checkRecipients(input.recipients ?? [], problems)
  throwAny(problems)
  return praise
}

function readWords(typed: string, problems: Problem[]): string {
  const words = cleaned(typed)
  const { min, max } = praiseLimits.words
  const length = lengthOf(words)
  const refuse = (what: string) =>
    problems.push(new Problem('invalid', `praise.words-${what}`, 'words', { min, max, length }))
  if (isBlank(words)) refuse('missing')
  else if (seenLengthOf(words) < min) refuse('too-short')
  else if (length > max) refuse('too-long')
  else return maskedWords(words)
  return ''
}

function readReceived(
  typed: string | undefined,
  problems: Problem[],
  { today, zone }: { readonly today: Day; readonly zone: Zone },
): Day | undefined {
  if (typed === undefined) return undefined
  const day = dayIn(typed, zone)
  if (day === undefined) problems.push(new Problem('invalid', 'praise.received-unreadable', 'receivedAt'))
  // Clocks differ, and days end elsewhere earlier.
  else if (day > addDays(today, 1))
    problems.push(new Problem('invalid', 'praise.received-to-come', 'receivedAt'))
  return day !== undefined && day > today ? today : day
}

/** Of a day, of an instant with its zone, or of a date and time as the wall has it. */
function dayIn(typed: string, zone: Zone): Day | undefined {
  const [, date, time, offset] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:?\d\d)?)?$/i.exec(
      typed.trim(),
    ) ?? []
  if (!date) return undefined
  const ms = Date.parse(`${date}T${time?.slice(0, 8) ?? '00:00'}${offset?.toUpperCase() ?? 'Z'}`)
  if (Number.isNaN(ms) || !isDay(date)) return undefined
  return offset ? dayOf(toInstant(ms), zone) : date
}

const isDay = (date: string): boolean => {
  const ms = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(ms) && toInstant(ms).startsWith(date)
}

function readVia(typed: string | undefined, problems: Problem[]): Via | undefined {
  const via = vias.find((known) => known === typed)
  if (typed !== undefined && !via) problems.push(new Problem('invalid', 'praise.channel-unknown', 'via'))
  return via
}

function isAddress(typed: string | undefined, problems: Problem[]): boolean {
  if (typed === undefined) return false
  const isOne = URL.canParse(typed) && /^https?:$/.test(new URL(typed).protocol)
  if (!isOne) problems.push(new Problem('invalid', 'praise.url-unreadable', 'url'))
  return isOne
}

function readLanguage(typed: string | undefined, problems: Problem[]): string | undefined {
  if (typed === undefined) return undefined
  const tag = typed.trim().replaceAll('_', '-')
  if (/^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i.test(tag)) return tag
  problems.push(new Problem('invalid', 'praise.language-unreadable', 'language'))
  return undefined
}

function readRating(rating: number | undefined, problems: Problem[]): number | undefined {
  if (rating === undefined) return undefined
  const { min, max } = praiseLimits.rating
  if (!(rating >= min && rating <= max))
    problems.push(new Problem('invalid', 'praise.rating-unreadable', 'rating', { min, max }))
  return rating
}

function checkRecipients(recipients: readonly string[], problems: Problem[]): void {
  const { max } = praiseLimits.recipients
  if (recipients.length > max)
    problems.push(new Problem('invalid', 'praise.too-many-recipients', 'recipients', { max }))
  const longest = Math.max(0, ...recipients.map(lengthOf))
  if (longest > praiseLimits.recipient.max)
    problems.push(
      new Problem('invalid', 'text.too-long', 'recipients', {
        max: praiseLimits.recipient.max,
        length: longest,
      }),
    )
}

/** Whether hosts celebrate it: without a rating, or without a threshold, always. */
export const isCelebrated = ({ rating }: Pick<Praise, 'rating'>, minRating: number | undefined): boolean =>
  rating === undefined || minRating === undefined || rating >= minRating
