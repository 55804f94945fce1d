/** What was written about nominees, without who wrote it. */
import type { Nomination } from '../domain/nomination.ts'
import type { Round } from '../domain/round.ts'
import type { ShownNominee, ShownReason } from '../domain/shown-rounds.ts'
import { listNominations } from '../store/nominations.ts'
import { listNames } from '../store/people.ts'
import type { Reader } from '../store/store.ts'
import { hidingAuthors } from './hidden-authors.ts'
import { showStoriesById } from './showing.ts'

/** In the order of the ids; each with everything that was written about them, oldest first. */
export async function showNominees(
  reader: Reader,
  round: Round,
  nomineeIds: readonly string[],
): Promise<ShownNominee[]> {
  if (nomineeIds.length === 0) return []
  const nominations = await listNominations(reader, round.id, { about: nomineeIds })
  const reasons = await showReasonsOf(reader, round, nominations)
  const nameOf = await listNames(reader, nomineeIds)
  return nomineeIds.map((id) => ({
    person: nameOf(id),
    reasons: nominations.flatMap((one) => (one.nomineeId === id ? (reasons.get(one.id) ?? []) : [])),
  }))
}

/**
 * By nomination. A customer's name that may not be shown stands in nobody's reason; a story that was
 * taken back, or that the nominee is not named in any more, is no evidence.
 */
export async function showReasonsOf(
  reader: Reader,
  { criteria }: Round,
  nominations: readonly Nomination[],
): Promise<Map<string, ShownReason>> {
  const storyIds = [...new Set(nominations.flatMap(({ evidenceIds }) => evidenceIds))]
  const hideAuthor = await hidingAuthors(reader, storyIds)
  const stories = await showStoriesById(reader, storyIds)
  return new Map(
    nominations.map((one) => [
      one.id,
      {
        nominationId: one.id,
        words: one.evidenceIds.reduce((words, storyId) => hideAuthor(storyId, words), one.reason),
        quotable: one.quotable,
        criterion: one.criterion === undefined ? undefined : criteria[one.criterion],
        evidence: one.evidenceIds.flatMap((storyId) => {
          const story = stories.get(storyId)
          const isTheirs = story?.champions.some(({ id }) => id === one.nomineeId)
          return story && isTheirs && !story.retracted ? [story] : []
        }),
      },
    ]),
  )
}
