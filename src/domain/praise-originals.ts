import type { PraiseInput } from './praise.ts'
import { inPieces } from './praise-words.ts'
import { type Hiding, maskPrivateData, withoutAccounts } from './private-data.ts'
import { cleaned } from './text.ts'

/** The texts of praise in which something is masked, as they were, under the letter's names for them; without card and
 * bank account numbers. */
export function praiseOriginals(input: PraiseInput): { field: string; text: string }[] {
  const texts: readonly [string, string | undefined, Hiding][] = [
    ['words', input.words, { inLetter: true }],
    ['authorName', input.customerName, {}],
    ['authorRole', input.customerCompany, {}],
    ['reference', input.reference, {}],
  ]
  return texts.flatMap(([field, typed = '', hiding]) => {
    const pieces = inPieces(cleaned(typed)).map((piece) => withoutAccounts(piece, hiding))
    const isMasked = pieces.some((piece) => maskPrivateData(piece, hiding).masks.length > 0)
    return isMasked ? [{ field, text: pieces.join('') }] : []
  })
}
