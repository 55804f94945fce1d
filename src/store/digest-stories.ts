/** Stories as far as the order of a digest depends on them: their words are read for those that are shown. */
import type { DigestStory } from '../domain/digest.ts'
import type { CustomerKind, StoryKind } from '../domain/story.ts'
import type { Window } from '../domain/time.ts'
import { anyOf } from './each.ts'
import type { Reader } from './store.ts'
import { listChampions } from './stories.ts'

const columns = [
  'stories.id',
  'stories.workspace_id',
  'stories.kind',
  'stories.customer_kind',
  'stories.told_at',
  'stories.lesson',
  'stories.cheer_count',
] as const

/**
 * Those told before `to` that are in no digest yet and were not taken back, in the order in which they were told. `since`
 * only keeps the search short: what was in no digest is found by that, not by its time, so nothing falls between two.
 */
export async function listUndigested(reader: Reader, { from: since, to }: Window): Promise<DigestStory[]> {
  const rows = await reader.db
    .selectFrom('stories')
    .leftJoin('digest_stories', 'digest_stories.story_id', 'stories.id') // first: it leaves the fewest
    .leftJoin('retractions', 'retractions.story_id', 'stories.id')
    .select(columns)
    .where('stories.workspace_id', '=', reader.workspaceId)
    .where('stories.told_at', '>=', since)
    .where('stories.told_at', '<', to)
    .where('retracted_at', 'is', null)
    .where('digest_stories.digest_id', 'is', null)
    .orderBy('stories.told_at')
    .execute()
  return withChampions(reader, rows)
}

/** Those of the ids that still stand, by id. */
export async function listStanding(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DigestStory>> {
  const rows = await reader.db
    .selectFrom('stories')
    .leftJoin('retractions', 'retractions.story_id', 'stories.id')
    .select(columns)
    .where('stories.id', 'in', anyOf(ids))
    .where('retracted_at', 'is', null)
    .execute()
  const own = rows.filter((row) => row.workspace_id === reader.workspaceId)
  return new Map((await withChampions(reader, own)).map((story) => [story.id, story]))
}

/** By story: what was told. */
export async function listWords(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.db
    .selectFrom('stories')
    .select(['id', 'words'])
    .where('id', 'in', anyOf(ids))
    .execute()
  return new Map(rows.map(({ id, words }) => [id, words]))
}

type Row = {
  readonly id: string
  readonly kind: string
  readonly customer_kind: string
  readonly told_at: string
  readonly lesson: string | null
  readonly cheer_count: number
}

async function withChampions(reader: Reader, rows: readonly Row[]): Promise<DigestStory[]> {
  const champions = await listChampions(
    reader,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as StoryKind,
    customerKind: row.customer_kind as CustomerKind,
    toldAt: row.told_at,
    lesson: row.lesson ?? undefined,
    cheers: row.cheer_count,
    championIds: champions.get(row.id) ?? [],
  }))
}
