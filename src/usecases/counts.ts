/** What boards count, moved in the transaction of its cause. */
import { addDays, nextPeriodStart, periodStart, periods, periodWindow } from '../domain/calendar.ts'
import { dayOf, instantAt } from '../domain/time.ts'
import { type CountChange, deleteCounts, listCounts, updateCounts } from '../store/boards.ts'
import { findCountedSpan, insertCountsOf, updateToldOn } from '../store/recount.ts'
import { getSettings } from '../store/settings.ts'
import type { Tx } from '../store/store.ts'
import type { StoredStory } from '../store/stories.ts'
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
  await deleteCounts(tx)
  const span = await findCountedSpan(tx)
  if (!span) return
  const { zone } = await getSettings(tx)
  const first = dayOf(span.first, zone)
  const last = dayOf(span.last, zone)
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const window = { from: instantAt(day, '00:00', zone), to: instantAt(addDays(day, 1), '00:00', zone) }
    await updateToldOn(tx, day, window)
  }
  for (const period of periods) {
    for (let day = periodStart(period, first); day <= last; day = nextPeriodStart(period, day)) {
      await insertCountsOf(tx, { period, startsOn: day, window: periodWindow(period, day, zone) })
    }
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
