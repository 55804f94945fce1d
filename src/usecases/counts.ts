/** What boards count, moved in the transaction of its cause. */
import { type CountChange, updateCounts } from '../store/boards.ts'
import type { Tx } from '../store/store.ts'
import type { StoredStory } from '../store/stories.ts'

/** A story begins to count (+1) or ceases to (−1): for its teller, and with its cheers for its champions. */
export async function countStory(
  tx: Tx,
  story: Omit<StoredStory, 'retraction'>,
  sign: 1 | -1,
): Promise<void> {
  const on = story.toldOn
  await updateCounts(tx, [
    { view: 'storytellers', on, personId: story.tellerId, count: sign, cheers: 0 },
    ...story.championIds.map(
      (personId): CountChange => ({
        view: 'champions',
        on,
        personId,
        count: sign,
        cheers: sign * story.cheers,
      }),
    ),
  ])
}
