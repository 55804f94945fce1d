import { letterLimits } from './letter.ts'
import { maskPrivateData } from './private-data.ts'
import { firstCodePoints, lengthOf } from './text.ts'

/** The words of a letter of any length with their private data masked. */
export const maskedWords = (words: string): string =>
  inPieces(words)
    .map((piece) => maskPrivateData(piece, { inLetter: true }).text)
    .join('')

/** Between words, where no number goes on. */
const SEAM = /(?<=[\p{Ll}\p{Lo}.!?])\s+(?=\p{L})/gu
const PIECE = 2_000

/**
 * The text in pieces, so that a very long one takes a time that grows with its length and no faster. Private data is found
 * in pieces, too: they end between words.
 */
export function inPieces(text: string): string[] {
  const pieces: string[] = []
  let from = 0
  for (const { index } of text.matchAll(SEAM)) {
    if (index - from < PIECE) continue
    pieces.push(text.slice(from, index))
    from = index
  }
  pieces.push(text.slice(from))
  // No words at all for so long are no letter: there the cut falls where it may.
  return pieces.flatMap((piece) =>
    piece.length > 4 * PIECE ? (piece.match(new RegExp(`[^]{1,${PIECE / 4}}`, 'gu')) ?? []) : [piece],
  )
}

/** As much of the words as a letter quotes: all, or what ends with a sentence before it gets too long. */
export function firstPassage(words: string, max: number = letterLimits.words.max): string {
  return lengthOf(words) <= max ? words : `${words.slice(0, endOfPassage(words, max - 2)).trimEnd()} …`
}

/** All of it in order: each page ends with a sentence, or else between words. */
export function pagesOf(words: string, max: number = letterLimits.words.max): string[] {
  const pages: string[] = []
  let rest = words.trim()
  while (rest !== '') {
    const end = endOfPassage(rest, max)
    pages.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return pages
}

const SENTENCE_END = /[.!?。！？…]["”»’)]?(?=\s|$)|\n/gu

/** Where to cut so that at most `max` code points come before: after a sentence, a word, or wherever there is neither. */
function endOfPassage(words: string, max: number): number {
  const head = firstCodePoints(words, max)
  if (head.length === words.length) return head.length
  const after = (found: IterableIterator<RegExpExecArray>) =>
    Math.max(0, ...[...found].map(({ 0: { length }, index }) => index + length))
  const sentence = after(head.matchAll(SENTENCE_END))
  if (sentence > head.length / 2) return sentence
  return after(head.matchAll(/\s+/gu)) || head.length
}
