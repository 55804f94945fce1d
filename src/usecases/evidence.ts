/** Finding stories that show what a nominee did, while somebody types. */
import { shownAuthor, withoutAuthor } from '../domain/letter.ts'
import { asWords, folded } from '../domain/search.ts'
import type { ShownEvidence } from '../domain/shown-rounds.ts'
import { type EvidenceTexts, listAbleEvidence, listEvidenceTexts } from '../store/evidence.ts'
import { listLetters } from '../store/letters.ts'
import type { Reader } from '../store/store.ts'
import { type Actor, look, type Plaudit } from './plaudit.ts'

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
): Promise<ShownEvidence[]> =>
  look(app, actor, async (reader, by) => {
    if (by.isGuest && !actor.inCelebrationChannel) return []
    const asked = asWords(typed)
    const most = asked.length === 0 ? MOST : AT_A_TIME
    const found: ShownEvidence[] = []
    let last: EvidenceTexts | undefined
    for (let searched = 0; searched < MOST_SEARCHED && found.length < MOST; searched += most) {
      const texts = await listEvidenceTexts(reader, nomineeId, { most, last })
      const having = texts.filter((story) => has(story, asked))
      found.push(...(await showAble(reader, nomineeId, having)).filter((story) => has(story, asked)))
      last = texts.at(-1)
      if (texts.length < most) break
    }
    return found.slice(0, MOST)
  })

/** Those that stand. What may not be shown is not found either: a customer's name is out of what is shown. */
async function showAble(
  reader: Reader,
  nomineeId: string,
  stories: readonly EvidenceTexts[],
): Promise<(EvidenceTexts & ShownEvidence)[]> {
  const ids = stories.map(({ id }) => id)
  const able = await listAbleEvidence(reader, nomineeId, ids)
  const letters = await listLetters(reader, ids)
  return stories
    .filter(({ id }) => able.has(id))
    .map((story) => {
      const letter = letters.get(story.id)
      if (!letter) return story
      const shown = (text: string) => withoutAuthor(text, letter)
      return {
        ...story,
        words: shown(story.words),
        lesson: story.lesson && shown(story.lesson),
        deeds: story.deeds && shown(story.deeds),
        customerName: story.customerName && shown(story.customerName),
        letter: { author: shownAuthor(letter) },
      }
    })
}

function has({ words, lesson, deeds, customerName }: EvidenceTexts, asked: readonly string[]): boolean {
  const text = folded([words, lesson, deeds, customerName].join('\n'))
  return asked.every((word) => text.includes(word))
}
