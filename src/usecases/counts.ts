/** What boards count, moved in the transaction of its cause. */
import { dayOf } from '../domain/time.ts'
import { type CountChange, deleteCounts, listCounts, updateCounts } from '../store/boards.ts'
import { listCheersAfter } from '../store/cheers.ts'
import { getSettings } from '../store/settings.ts'
import type { Tx } from '../store/store.ts'
import { listStoriesAfter, type StoredStory, updateToldOn } from '../store/stories.ts'
import type { Plaudit } from './plaudit.ts'

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

/** Counts everything anew, by the days of the zone as it is now: when the zone changed, or somebody asks for it. */
export async function rebuildCounts(tx: Tx): Promise<void> {
  const { zone } = await getSettings(tx)
  await deleteCounts(tx)
  for (let after = ''; ; ) {
    const stories = await listStoriesAfter(tx, after, 1_000)
    for (const story of stories) {
      const toldOn = dayOf(story.toldAt, zone)
      if (toldOn !== story.toldOn) await updateToldOn(tx, story.id, toldOn)
      if (!story.retraction) await countStory(tx, { ...story, toldOn }, 1)
    }
    const last = stories.at(-1)
    if (!last) break
    after = last.id
  }
  for (let after = { storyId: '', personId: '' }; ; ) {
    const cheers = await listCheersAfter(tx, after, 1_000)
    await updateCounts(
      tx,
      cheers.map(({ personId, at }) => ({
        view: 'cheerers',
        on: dayOf(at, zone),
        personId,
        count: 1,
        cheers: 0,
      })),
    )
    const last = cheers.at(-1)
    if (!last) break
    after = last
  }
}

/** Counts everything anew. @returns how many numbers were not as they should be */
export const rebuildBoards = (app: Plaudit): Promise<number> =>
  app.store.write(async (tx) => {
    const before = await listCounts(tx)
    await rebuildCounts(tx)
    const after = await listCounts(tx)
    const keys = new Set([...before.keys(), ...after.keys()])
    return [...keys].filter((key) => before.get(key) !== after.get(key)).length
  })
