/** Customers' letters from other systems: whether somebody sees what waits. */
import { createClock } from '../../clock.ts'
import { toMs } from '../../domain/time.ts'
import { getSettings } from '../../store/settings.ts'
import { countWaiting } from '../../store/waiting-praises.ts'
import { w } from '../answer.ts'
import type { Read } from './database.ts'
import { type Finding, fine, note, wrong } from './finding.ts'

const s = w.doctor.praises
const DAY_MS = 24 * 60 * 60_000

/** That they wait is people's business; that nobody can see them is not. */
export async function checkPraises(readers: readonly Read[]): Promise<readonly Finding[]> {
  const found = await Promise.all(
    readers.map(({ read }) =>
      read(async (reader): Promise<Finding[]> => {
        const { count, oldestAt } = await countWaiting(reader)
        if (count === 0 || !oldestAt) return []
        const { triageChannel } = await getSettings(reader)
        if (!triageChannel) return [wrong(s.unseen(count), s.unseenTodo)]
        const days = Math.max(0, Math.floor((toMs(createClock().civil()) - toMs(oldestAt)) / DAY_MS))
        return [note(s.waiting(count, days))]
      }),
    ),
  )
  return found.flat().length > 0 ? found.flat() : [fine(s.none)]
}
