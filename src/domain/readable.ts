const UNSEEN = /^[\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u{2800}]$/u

/**
 * The text as those read it who look for private data: digits of every script as 0–9, wide and circled forms plain, dashes and spaces of
 * every kind as `-` and ` `, nothing invisible in between; with the place in the text that each character came from.
 */
export function asReadable(text: string): { plain: string; starts: number[]; ends: number[] } {
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
