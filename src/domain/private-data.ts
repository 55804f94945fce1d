import { findAddresses } from './private-addresses.ts'
import { type Find, findBankAccounts, findCards, findEmails, type PrivateKind } from './private-numbers.ts'
import { findOrders } from './private-orders.ts'
import { findPhones } from './private-phones.ts'
import { asReadable } from './readable.ts'
import { asWord, isBlank } from './text.ts'

export type { PrivateKind } from './private-numbers.ts'

/** What is hidden in a text, besides what always is: e-mail addresses, phone, card and bank account numbers. */
export type Hiding = {
  /** ISO 3166, `GB`: where phone numbers without a country code belong. Without it only those are found that look like
   * phone numbers anywhere. */
  readonly country?: string | undefined
  /** In a customer's letter, numbers of orders and postal addresses are hidden, too. */
  readonly inLetter?: boolean | undefined
  /** What is shown all the same, as it is written. Card and bank account numbers never are. */
  readonly lifted?: readonly string[] | undefined
  /** More words to hide, as they are written. */
  readonly words?: readonly string[] | undefined
}

/** What is kept in place of private data: the same in every language, and but for `words` no longer than what it hides. */
export const marks: Readonly<Record<PrivateKind, string>> = {
  email: '✉ •••',
  phone: '☎ •••',
  card: '💳 •••',
  'bank-account': '🏦 •••',
  order: '#•••',
  address: '🏠 •••',
  words: '•••',
}

/** Whether something in the text was masked before. */
export function isMasked(text: string): boolean {
  return Object.values(marks).some((mark) => text.includes(mark))
}

/** The one that hides most names a place where finds overlap. */
const priority: readonly PrivateKind[] = [
  'bank-account',
  'card',
  'email',
  'order',
  'phone',
  'address',
  'words',
]

/** Nothing brings them back: they are destroyed wherever they are met. */
const isDestroyed = ({ kind }: Find): boolean => kind === 'card' || kind === 'bank-account'

/**
 * The text with its private data replaced by `marks`, and the kinds that were replaced, in order. Masking again changes
 * nothing.
 */
export function maskPrivateData(text: string, hiding: Hiding = {}): { text: string; masks: PrivateKind[] } {
  const finds = findsIn(text, hiding)
  return { text: replaced(text, finds), masks: finds.map(({ kind }) => kind) }
}

/** The text without its card and bank account numbers; everything else stays. */
export function withoutAccounts(text: string, hiding: Hiding = {}): string {
  const accounts = findsIn(text, hiding).filter(isDestroyed)
  // Without one, another may come to light.
  return accounts.length === 0 ? text : withoutAccounts(replaced(text, accounts), hiding)
}

/** What is hidden in it, as it is written; not what is destroyed, nor words that somebody chose. */
export function privateIn(text: string, hiding: Hiding = {}): { kind: PrivateKind; text: string }[] {
  return findsIn(text, { ...hiding, words: [], lifted: [] })
    .filter((find) => !isDestroyed(find))
    .map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }))
}

/** Whether the words are anywhere in the text, as whole words, as they are written. */
export const holdsWords = (text: string, words: string): boolean =>
  findWords(asReadable(text).plain, [words]).length > 0

function replaced(text: string, finds: readonly Find[]): string {
  let rest = ''
  let from = 0
  for (const { kind, start, end } of finds) {
    rest += text.slice(from, start) + marks[kind]
    from = end
  }
  return rest + text.slice(from)
}

/** Where private data is, as offsets in the text, apart from each other and in order. */
function findsIn(text: string, hiding: Hiding): Find[] {
  const { plain, starts, ends } = asReadable(text)
  const placed = ({ kind, start, end }: Find): Find => ({
    kind,
    start: starts[start] ?? 0,
    end: ends[end - 1] ?? text.length,
  })
  const finds = allIn(plain, hiding).map(placed)
  const chosen = finds.filter(({ kind }) => kind === 'words')
  // Who hides a part of what was lifted hides all of it.
  const isLifted = (find: Find) =>
    !isDestroyed(find) &&
    hiding.lifted?.includes(text.slice(find.start, find.end)) &&
    !chosen.some(({ start, end }) => start < find.end && end > find.start)
  const shown = merged(finds.filter(({ kind }) => kind !== 'words')).filter(isLifted)
  const isShown = (find: Find) => shown.some(({ start, end }) => find.start >= start && find.end <= end)
  return merged(finds.filter((find) => !isShown(find)))
}

/** What stands beside a find may only come to light when that is gone. */
function allIn(plain: string, hiding: Hiding): Find[] {
  const finds: Find[] = []
  let rest = plain
  for (let found = findsOnce(rest, hiding); found.length > 0; found = findsOnce(rest, hiding)) {
    finds.push(...found)
    rest = withoutFinds(rest, merged(found))
  }
  return finds
}

function findsOnce(plain: string, { country, inLetter, words = [] }: Hiding): Find[] {
  return [
    ...findBankAccounts(plain),
    ...findCards(plain),
    ...findEmails(plain),
    ...findPhones(plain, country),
    ...(inLetter ? [...findOrders(plain), ...findAddresses(plain)] : []),
    ...findWords(plain, words),
  ]
}

function findWords(plain: string, words: readonly string[]): Find[] {
  return words
    .map((written) => asReadable(written).plain.trim())
    .filter((written) => !isBlank(written))
    .flatMap((written) => [...plain.matchAll(asWord(written))])
    .map(({ 0: { length }, index }) => ({ kind: 'words', start: index, end: index + length }))
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
