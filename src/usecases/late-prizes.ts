import type { ShownDigest, ShownStory } from '../domain/shown.ts'
import type { Window } from '../domain/time.ts'
import { listGiven } from '../store/award-lists.ts'
import type { Reader } from '../store/store.ts'

export type LatePrizes = {
  /** The stories that they are for. */
  readonly storyIds: readonly string[]
  readonly awardIds: ReadonlySet<string>
}

/** Public prizes that were given in the window for stories of earlier digests, not for those that are told in this one. */
export async function findLatePrizes(
  reader: Reader,
  window: Window,
  told: ReadonlySet<string | undefined>,
): Promise<LatePrizes> {
  const given = await listGiven(reader, window)
  const late = given.filter(({ storyId }) => !told.has(storyId))
  return {
    storyIds: [...new Set(late.map(({ storyId }) => storyId))],
    awardIds: new Set(late.map(({ awardId }) => awardId)),
  }
}

/** Of what was taken back there is nothing to show, and neither of who took their name off it. */
export const showLatePrizes = (
  stories: readonly ShownStory[],
  awardIds: ReadonlySet<string>,
): ShownDigest['latePrizes'] =>
  stories
    .filter((story) => !story.retracted)
    .map((story) => ({ story, prizes: story.prizes.filter(({ awardId }) => awardIds.has(awardId)) }))
    .filter(({ prizes }) => prizes.length > 0)
