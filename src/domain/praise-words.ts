import { letterLimits } from './letter.ts'
import { maskPrivateData } from './private-data.ts'

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
function inPieces(text: string): string[] {
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
  const points = [...words]
  if (points.length <= max) return words
  const head = points.slice(0, max - 2).join('')
  const end = Math.max(
    ...[...head.matchAll(/[.!?。！？…]["”»’)]?(?=\s|$)|\n/gu)].map((found) => found.index + found[0].length),
    0,
  )
  const passage = end > head.length / 2 ? head.slice(0, end) : head
  return `${passage.trimEnd()} …`
}
