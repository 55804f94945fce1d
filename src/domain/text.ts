/** What fonts draw as nothing although Unicode calls it a letter, a symbol or an assigned character. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Default_Ignorable_Code_Point}\u{2800}\u{1D159}]/gu
/** None of those, and neither a space nor a lone mark. */
const VISIBLE = /[^\s\p{Z}\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Default_Ignorable_Code_Point}\u{2800}\u{1D159}]/u
/** What takes two units of a string: all characters beyond the first 65,536. */
const PAIRS = /[\u{10000}-\u{10ffff}]/gu
const LINE_BREAKS = /\r\n|[\r\v\f\u{85}\u{2028}\u{2029}]/gu
/** Several in a row, or another than a space: what stands already as it should is passed over. */
const TO_ONE_SPACE = /\s{2,}|[^\S ]/gu
const CONTROLS = /[^\P{Cc}\n]|\p{Cs}/gu

/** How long a text is, in code points: the unit of every limit. */
export function lengthOf(text: string): number {
  return text.length - (text.match(PAIRS)?.length ?? 0)
}

/** As `lengthOf`, without what nobody can see (zero-width, fillers, controls): padding does not make a story. */
export function seenLengthOf(text: string): number {
  return lengthOf(text.replace(INVISIBLE, ''))
}

/** Nothing that a person can see: spaces, zero-width and invisible characters, fillers, lone combining marks. */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text)
}

/**
 * What a person typed, as it is kept: composed (NFC), trimmed, line breaks as `\n`, tabs as spaces, no other control
 * characters and no broken surrogates. Writing direction and emoji sequences stay as they are.
 */
export function cleaned(text: string): string {
  return text.replace(LINE_BREAKS, '\n').replaceAll('\t', ' ').replace(CONTROLS, '').normalize('NFC').trim()
}

/** The text on one line, one space between words. */
export function oneLine(text: string): string {
  return text.replace(TO_ONE_SPACE, ' ').trim()
}

/**
 * The first words, on one line, in at most `max` code points, the `…` of a cut text included. Cuts between words, also
 * where a language writes them without spaces; inside a word only when the first one is too long; never inside what
 * people see as one character.
 */
export function excerpt(text: string, max: number): string {
  const line = oneLine(text)
  if (lengthOf(line) <= max) return line
  const room = firstCodePoints(line, max - 1).length
  const characters = graphemes.segment(line)
  const words = wordParts.segment(line)
  let end = startAt(words, room)
  while (startAt(characters, end) < end) end = startAt(words, end - 1)
  const kept = beforeCut(line, end) || beforeCut(line, startAt(characters, room))
  return `${kept}…`
}

/** As many as there are, never half of one. */
export function firstCodePoints(text: string, count: number): string {
  let end = 0
  for (const character of text) {
    if (count-- <= 0) break
    end += character.length
  }
  return text.slice(0, end)
}

// Made once: making one costs more than a hundred cuts.
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const wordParts = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Where the character or word begins that holds this place of the text. */
const startAt = (segments: Intl.Segments, at: number): number => segments.containing(at)?.index ?? 0

/** Without the space or the punctuation that only led on to what was cut. */
function beforeCut(text: string, end: number): string {
  return text.slice(0, end).replace(/[\s,;:.\-–—(["“‘«¿¡]+$/u, '')
}

/** What stands where somebody's name stood: in no language, and no longer than the shortest name. */
export const NO_NAME = '•••'

/**
 * The text without somebody's name: the whole one, and each part of it that is written like a name (`Bob`, but not the
 * `de` of `Bob de Vries`). Only whole words, as they are written; a bobsleigh stays.
 */
export function withoutName(text: string, name: string): string {
  const parts = name.split(/\s+/u).filter((part) => lengthOf(part) > 1 && /^\p{Lu}/u.test(part))
  const known = [name.trim(), ...parts].filter((part) => part !== '').sort((a, b) => b.length - a.length)
  return known.reduce((left, part) => left.replace(asWord(part), NO_NAME), text)
}

/** Finds a word, or some in a row with any space between. Where a script writes words apart, whole words only. */
export function asWord(part: string, { anyCase = false } = {}): RegExp {
  const literal = part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/gu, '\\s+')
  const isApart = /^[\p{Lu}\p{Ll}\p{N}]/u.test(part)
  return new RegExp(
    isApart ? `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])` : literal,
    anyCase ? 'giu' : 'gu',
  )
}
