/** Which stories can be evidence: those that credit a person, and stand. */
import type { Instant } from '../domain/time.ts'
import { anyOf } from './each.ts'
import type { Reader } from './store.ts'

/** Of these stories, those that stand and credit this person. */
export async function listAbleEvidence(
  reader: Reader,
  personId: string,
  storyIds: readonly string[],
): Promise<Set<string>> {
  const rows = await reader.db
    .selectFrom('champions')
    .leftJoin('retractions', 'retractions.story_id', 'champions.story_id')
    .select(['champions.story_id as id', 'champions.workspace_id as workspaceId'])
    .where('champions.story_id', 'in', anyOf(storyIds))
    .where('person_id', '=', personId)
    .where('retracted_at', 'is', null)
    .execute()
  return new Set(rows.flatMap(({ id, workspaceId }) => (workspaceId === reader.workspaceId ? id : [])))
}

/** The story after which the next page begins. */
type Last = { readonly id: string; readonly toldAt: Instant }

/** The latest stories that credit a person with all that can be searched of them, newest first, after `last`. */
export async function listEvidenceTexts(
  reader: Reader,
  personId: string,
  { most, last }: { most: number; last?: Last | undefined },
): Promise<(Last & { text: string })[]> {
  const rows = await reader.db
    .selectFrom('champions')
    .innerJoin('stories', 'stories.id', 'champions.story_id')
    .leftJoin('retractions', 'retractions.story_id', 'champions.story_id')
    .select(['stories.id', 'words', 'lesson', 'deeds', 'customer_name', 'champions.told_at as toldAt'])
    .where('champions.workspace_id', '=', reader.workspaceId)
    .where('champions.person_id', '=', personId)
    .where('retracted_at', 'is', null)
    // Several may be told in the same moment.
    .$if(last !== undefined, (q) =>
      q.where((eb) =>
        eb(
          eb.refTuple('champions.told_at', 'champions.story_id'),
          '<',
          eb.tuple(last?.toldAt ?? '', last?.id ?? ''),
        ),
      ),
    )
    .orderBy('champions.told_at', 'desc')
    .orderBy('champions.story_id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ id, toldAt, words, lesson, deeds, customer_name }) => ({
    id,
    toldAt,
    text: [words, lesson, deeds, customer_name].join('\n'),
  }))
}
