/** What the teller of a letter decides about its masks. */
import { letterLimits } from './letter.ts'
import { type Hiding, holdsWords, type PrivateKind } from './private-data.ts'
import { Problem } from './problem.ts'
import { maskedIn, type Texts, textsIn } from './story-texts.ts'
import { cleaned, lengthOf, oneLine } from './text.ts'

/** Something private, as it is written in the letter. */
export type Hidden = { readonly kind: PrivateKind; readonly text: string }

export type MaskChoices = {
  /** What is shown all the same, as it is written. */
  readonly lifted: readonly string[]
  /** What is hidden, too. */
  readonly words: readonly string[]
}

/** As they were chosen and typed: what to hide, each on a line of its own. */
export type TypedChoices = { readonly lifted: readonly string[]; readonly hide?: string | undefined }

export const hideLimits = { max: 500 } as const

/** Each once. */
export const linesOf = (typed = ''): string[] => [
  ...new Set(cleaned(typed).split('\n').map(oneLine).filter(Boolean)),
]

/**
 * Adds to `problems` on `hide`: `letter.hide-not-found {words}` for what is nowhere in the letter as it is written, and
 * `letter.hide-too-much` when masks would not fit any more.
 */
export function readChoices(
  { lifted, hide }: TypedChoices,
  letter: Texts,
  hiding: Hiding,
  problems: Problem[],
): MaskChoices {
  const words = linesOf(hide)
  const texts = textsIn(letter, hiding).map(({ text }) => text)
  const unknown = words.filter((one) => !texts.some((text) => holdsWords(text, one)))
  if (unknown.length > 0)
    problems.push(new Problem('invalid', 'letter.hide-not-found', 'hide', { words: unknown }))
  const masked = maskedIn(letter, { ...hiding, lifted, words })
  if (masked.some(({ text }) => lengthOf(text) > letterLimits.words.max))
    problems.push(new Problem('invalid', 'letter.hide-too-much', 'hide'))
  return { lifted, words }
}
