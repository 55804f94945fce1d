import type { ShownDigest, ShownStory } from '../domain/shown.ts'
import type { Window } from '../domain/time.ts'
import { listAwardIdsGiven } from '../store/award-lists.ts'
import { listAwards } from '../store/awards.ts'
import type { Reader } from '../store/store.ts'
import { showStories } from './showing.ts'

/** Public prizes that were given in the window for stories that were told in earlier digests. */
export async function showLatePrizes(
  reader: Reader,
  window: Window,
  told: readonly ShownStory[],
): Promise<ShownDigest['latePrizes']> {
  const here = new Set(told.map(({ id }) => id))
  const awards = await listAwards(reader, await listAwardIdsGiven(reader, window))
  const storyIds = [...new Set(awards.flatMap(({ storyId }) => storyId ?? []))].filter((id) => !here.has(id))
  const given = new Set(awards.map(({ id }) => id))
  return (await showStories(reader, storyIds))
    .filter((story) => !story.retracted)
    .map((story) => ({ story, prizes: story.prizes.filter(({ awardId }) => given.has(awardId)) }))
    .filter(({ prizes }) => prizes.length > 0)
}
