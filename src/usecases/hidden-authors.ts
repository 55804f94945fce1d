/** The names that may not be shown, in what others write about a letter: a prize's reason, a note of handing over. */
import { withoutAuthor } from '../domain/letter.ts'
import { listLetters } from '../store/letters.ts'
import type { Reader } from '../store/store.ts'

/** Takes the name of a story's letter out of a text, as far as that may not be shown. */
export type HideAuthor = (storyId: string, text: string) => string

export async function hidingAuthors(reader: Reader, storyIds: readonly string[]): Promise<HideAuthor> {
  const letters = await listLetters(reader, [...new Set(storyIds)])
  return (storyId, text) => {
    const letter = letters.get(storyId)
    return letter ? withoutAuthor(text, letter) : text
  }
}
