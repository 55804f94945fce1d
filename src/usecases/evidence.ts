/** Finding stories that show what a nominee did, while somebody types. */
import { asWords } from '../domain/search.ts'
import type { ShownStory } from '../domain/shown.ts'
import { listEvidenceTexts } from '../store/evidence.ts'
import { type Actor, look, type Plaudit } from './plaudit.ts'
import { showStories } from './showing.ts'

/** What a list of choices takes; how many of a person's stories are looked through, and how many at a time. */
const MOST = 50
const MOST_SEARCHED = 1_000
const AT_A_TIME = 500

/**
 * Stories and letters that credit this person and have all the words in them, newest first. Nothing typed: the latest. None
 * for guests who are not where stories are told.
 */
export const findEvidence = (
  app: Plaudit,
  actor: Actor,
  nomineeId: string,
  typed: string,
): Promise<ShownStory[]> =>
  look(app, actor, async (reader, by) => {
    if (by.isGuest && !actor.inCelebrationChannel) return []
    const asked = asWords(typed)
    const found: string[] = []
    let last: Awaited<ReturnType<typeof listEvidenceTexts>>[number] | undefined
    for (let searched = 0; searched < MOST_SEARCHED && found.length < MOST; searched += AT_A_TIME) {
      const most = asked.length === 0 ? MOST : AT_A_TIME
      const texts = await listEvidenceTexts(reader, nomineeId, { most, last })
      for (const { id, text } of texts) if (has(text, asked)) found.push(id)
      last = texts.at(-1)
      if (texts.length < most || asked.length === 0) break
    }
    // What may not be shown is not found either: a customer's name is out of what is shown.
    const shown = await showStories(reader, found.slice(0, MOST))
    return shown.filter(
      (story) =>
        !story.retracted &&
        has([story.words, story.lesson, story.deeds, story.customerName].join('\n'), asked),
    )
  })

const has = (text: string, asked: readonly string[]): boolean => {
  const folded = asWords(text).join(' ')
  return asked.every((word) => folded.includes(word))
}
