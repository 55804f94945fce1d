/** Which stories can be evidence: those that credit a person, and stand. */
import type { Story } from '../domain/story.ts'
import type { Day } from '../domain/time.ts'
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

/** A story as far as it can be searched. */
export type EvidenceTexts = Pick<
  Story,
  'id' | 'toldAt' | 'toldOn' | 'words' | 'lesson' | 'deeds' | 'customerName'
>

/** The latest stories that credit a person, also those that were taken back, newest first, after `last`. */
export async function listEvidenceTexts(
  reader: Reader,
  personId: string,
  { most, last }: { most: number; last?: Pick<Story, 'id' | 'toldAt'> | undefined },
): Promise<EvidenceTexts[]> {
  const rows = await reader.db
    .selectFrom('champions')
    .innerJoin('stories', 'stories.id', 'champions.story_id')
    .select(['stories.id', 'champions.told_at', 'told_on', 'words', 'lesson', 'deeds', 'customer_name'])
    .where('champions.workspace_id', '=', reader.workspaceId)
    .where('champions.person_id', '=', personId)
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
  return rows.map(({ id, told_at, told_on, words, lesson, deeds, customer_name }) => ({
    ...{ id, words, toldAt: told_at, toldOn: told_on as Day },
    lesson: lesson ?? undefined,
    deeds: deeds ?? undefined,
    customerName: customer_name ?? undefined,
  }))
}
