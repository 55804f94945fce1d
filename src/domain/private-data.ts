import { type Find, findBankAccounts, findCards, findEmails, type PrivateKind } from './private-numbers.ts'
import { findPhones } from './private-phones.ts'

export type { PrivateKind } from './private-numbers.ts'

/** A text cut into what may be shown and what is hidden. What is hidden is not in it. */
export type Segment = { readonly text: string } | { readonly mask: PrivateKind }

/** What is kept in place of private data: the same in every language, and no longer than what it hides. */
export const marks: Readonly<Record<PrivateKind, string>> = {
  email: '✉ •••',
  phone: '☎ •••',
  card: '💳 •••',
  'bank-account': '🏦 •••',
}

/** Whether something in the text was masked before. */
export function isMasked(text: string): boolean {
  return Object.values(marks).some((mark) => text.includes(mark))
}

/** The one that hides most names a place where finds overlap. */
const priority: readonly PrivateKind[] = ['bank-account', 'card', 'email', 'phone']

/**
 * The text with its e-mail addresses, phone, card and bank account numbers replaced by `marks`, and the kinds that were
 * replaced, in order. Masking again changes nothing. `country` (ISO 3166, `GB`) is where numbers without a country
 * code belong; without it only those are found that look like phone numbers anywhere.
 */
export function maskPrivateData(text: string, country?: string): { text: string; masks: PrivateKind[] } {
  const segments = segmentsOf(text, country)
  return {
    text: said(segments, (kind) => marks[kind]),
    masks: segments.flatMap((segment) => ('mask' in segment ? [segment.mask] : [])),
  }
}

/** As `maskPrivateData`, for who wants to say something else in place of what is hidden. */
export function segmentsOf(text: string, country?: string): Segment[] {
  const segments: Segment[] = []
  let from = 0
  for (const find of findsIn(text, country)) {
    if (find.start > from) segments.push({ text: text.slice(from, find.start) })
    segments.push({ mask: find.kind })
    from = find.end
  }
  if (from < text.length) segments.push({ text: text.slice(from) })
  return segments
}

export function said(segments: readonly Segment[], say: (kind: PrivateKind) => string): string {
  return segments.map((segment) => ('mask' in segment ? say(segment.mask) : segment.text)).join('')
}

/** Where private data is, as offsets in the text, apart from each other and in order. */
function findsIn(text: string, country: string | undefined): Find[] {
  const { plain, starts, ends } = readable(text)
  const finds: Find[] = []
  let rest = plain
  // What stands beside a find may only come to light when that is gone.
  for (let found = findsOnce(rest, country); found.length > 0; found = findsOnce(rest, country)) {
    finds.push(...found)
    rest = withoutFinds(rest, found)
  }
  const offsets = finds.map(({ kind, start, end }) => ({
    kind,
    start: starts[start] ?? 0,
    end: ends[end - 1] ?? text.length,
  }))
  return merged(offsets)
}

function findsOnce(plain: string, country: string | undefined): Find[] {
  return merged([
    ...findBankAccounts(plain),
    ...findCards(plain),
    ...findEmails(plain),
    ...findPhones(plain, country),
  ])
}

function withoutFinds(plain: string, finds: readonly Find[]): string {
  let rest = ''
  let from = 0
  for (const { start, end } of finds) {
    rest += plain.slice(from, start) + '•'.repeat(end - start)
    from = end
  }
  return rest + plain.slice(from)
}

function merged(finds: readonly Find[]): Find[] {
  const apart: Find[] = []
  for (const find of finds.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1)
    if (last === undefined || find.start >= last.end) {
      apart.push(find)
      continue
    }
    const kind = priority.indexOf(find.kind) < priority.indexOf(last.kind) ? find.kind : last.kind
    apart[apart.length - 1] = { kind, start: last.start, end: Math.max(last.end, find.end) }
  }
  return apart
}

const UNSEEN = /^[\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u{2800}]$/u

/**
 * The text as the finders read it: digits of every script as 0–9, wide and circled forms plain, dashes and spaces of
 * every kind as `-` and ` `, nothing invisible in between; with the place in the text that each character came from.
 */
function readable(text: string): { plain: string; starts: number[]; ends: number[] } {
  let plain = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    const read = plainly(character)
    for (let unit = 0; unit < read.length; unit++) {
      starts.push(at)
      ends.push(at + character.length)
    }
    plain += read
    at += character.length
  }
  return { plain, starts, ends }
}

function plainly(character: string): string {
  if (character <= '~')
    return character === '\n' || character === '\t' || character === '\r' ? ' ' : character
  if (UNSEEN.test(character)) return ''
  if (/\p{Nd}/u.test(character)) return String(digitValue(character))
  if (/[\p{Pd}\u2212]/u.test(character)) return '-'
  if (/\s/u.test(character)) return ' '
  return character.normalize('NFKC')
}

/** Unicode keeps the decimal digits of a script together, from zero to nine. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let first = code
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
  return (code - first) % 10
}
