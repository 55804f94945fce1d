/** A customer's name, as somebody typed it: what of it is a first name, and how it is hidden in a text. */
import { asWord, lengthOf, NO_NAME } from './text.ts'

/** What stands before a name and is none of it. */
const titles: ReadonlySet<string> = new Set(
  `mr mrs ms miss mx sir lady dr prof professor doctor herr frau hr fr m mme mlle monsieur madame
   sr sra srta señor señora señorita don doña sig signor signora signore dhr mevr mevrouw fru pan pani`.split(
    /\s+/,
  ),
)
const isTitle = (word: string): boolean => titles.has(word.toLowerCase().replace(/\.$/u, ''))

/** Where the family's name stands first, and often without a space. */
const FAMILY_FIRST = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** How far from the end of a text somebody signs, in whatever letters: `thx, anna`. */
const SIGNATURE = 40

/** `Anna` of `Dr. Anna Miller` and of `Miller, Anna`; `undefined` of `Mrs. Miller` and wherever it cannot be told. */
export function firstNameOf(name: string): string | undefined {
  const [before = '', after] = name.split(',')
  const isReversed = after !== undefined && wordsOf(before).filter((word) => !isTitle(word)).length === 1
  const typed = wordsOf(isReversed ? after : before)
  const words = typed.filter((word) => !isTitle(word))
  const [first] = words
  if (first === undefined) return undefined
  if (FAMILY_FIRST.test(first)) return words.length > 1 ? words.at(-1) : undefined
  // After a title alone there is a family's name.
  return words.length === 1 && typed.length > 1 && !isReversed ? undefined : first
}

/**
 * The text without that name, the whole of it and each of its parts: as it was typed, with a capital, in capitals, and
 * where somebody signs in any letters. Whole words only. What every text has stays: the `de` of `Bob de Vries`, a
 * title, a single letter.
 */
export function hideName(text: string, name: string, { exceptFirst = false } = {}): string {
  const whole = exceptFirst ? text : text.replace(asWord(name.trim(), { anyCase: true }), NO_NAME)
  const parts = hiddenParts(name, exceptFirst)
  const left = parts
    .flatMap((part) => [part, capitalized(part), part.toUpperCase()])
    .reduce((rest, part) => rest.replace(asWord(part), NO_NAME), whole)
  const from = left.length - SIGNATURE
  return parts.reduce(
    (rest, part) =>
      rest.replace(asWord(part, { anyCase: true }), (word, at: number) => (at >= from ? NO_NAME : word)),
    left,
  )
}

/** Whether the name or a part of it is anywhere in the text, in any letters, also inside a word. */
export function holdsName(text: string, name: string, { exceptFirst = false } = {}): boolean {
  const plain = text.toLowerCase()
  return hiddenParts(name, exceptFirst).some((part) => plain.includes(part.toLowerCase()))
}

/** The longest first, so that none leaves a piece of another. */
function hiddenParts(name: string, exceptFirst: boolean): string[] {
  const shown = new Set(exceptFirst ? partsOf(firstNameOf(name) ?? '') : [])
  const parts = partsOf(name).filter((part) => !isTitle(part) && !shown.has(part))
  const written = parts.filter((part) => !/^\p{Ll}/u.test(part))
  const known = written.length > 0 ? written : parts
  return [...new Set(known)]
    .filter((part) => lengthOf(part) > 1 || FAMILY_FIRST.test(part))
    .sort((a, b) => b.length - a.length)
}

const wordsOf = (name: string): string[] => name.split(/[\s,]+/u).filter((word) => word !== '')

/** Also those of `Meyer-Schmidt`. */
const partsOf = (name: string): string[] => {
  const words = wordsOf(name).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
  return [...words, ...words.flatMap((word) => word.split(/[-–./]+/u))].filter((part) => part !== '')
}

const capitalized = (part: string): string => part.charAt(0).toUpperCase() + part.slice(1)
