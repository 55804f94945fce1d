/** Marks that Unicode has in several shapes, in the one that is read. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\p{Cf}/gu, ''],
  [/\s+/gu, ' '],
  [/[\u2018\u2019\u02BC\u066C]/gu, "'"],
  [/[\u2010-\u2015\u2212]/gu, '-'],
  [/\u066B/gu, '.'],
  [/\u2044/gu, '/'],
]

/**
 * What was typed where a number is asked for, with the digits of every script as `0`–`9`, one kind of space, apostrophe
 * and minus, and nothing invisible. A raised, circled or broken number stays as it is: 100² is no 1002.
 */
export function plainNumeral(typed: string): string {
  const composed = typed.replace(/[^\p{No}]+/gu, (part) => part.normalize('NFKC'))
  const plain = SHAPES.reduce((text, [shape, mark]) => text.replace(shape, mark), composed)
  return plain.replace(/\p{Nd}/gu, (digit) => String(worthOf(digit))).trim()
}

const DIGIT = /^\p{Nd}$/u

/** Unicode keeps the ten digits of a script side by side, so a digit is worth its distance from where they begin. */
function worthOf(digit: string): number {
  const at = digit.codePointAt(0) ?? 0
  let zero = at
  while (zero > 0 && DIGIT.test(String.fromCodePoint(zero - 1))) zero--
  return (at - zero) % 10
}
