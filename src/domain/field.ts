import { type Hiding, isMasked, maskPrivateData } from './private-data.ts'
import { Problem } from './problem.ts'
import { cleaned, isBlank, lengthOf, seenLengthOf } from './text.ts'

/** In code points of the cleaned text, before masks. With `min`, the text has to be given. */
export type TextLimits = { readonly min?: number; readonly max: number }

/**
 * A typed text as it is kept: cleaned, and its private data masked; `undefined` when blank. What has to be mended is
 * added to `problems` on `field`: `missing`,
 * `too-short {min, length}` or `too-long {max, length}` after `keys` (`text.too-long`).
 */
export function readText(
  typed: string | undefined,
  limits: TextLimits,
  problems: Problem[],
  { field, keys = 'text.', ...hiding }: { field: string; keys?: string } & Hiding,
): string | undefined {
  const text = cleaned(typed ?? '')
  const length = lengthOf(text)
  const { min = 0, max } = limits
  const refuse = (what: string, details = {}) =>
    problems.push(new Problem('invalid', `${keys}${what}`, field, details))
  if (isBlank(text)) {
    if (min > 0) refuse('missing', { min })
    return undefined
  }
  // What is masked already was long enough when it was typed.
  if (seenLengthOf(text) < min && !isMasked(text)) refuse('too-short', { min, length: seenLengthOf(text) })
  if (length > max) refuse('too-long', { max, length })
  return maskPrivateData(text, hiding).text
}
