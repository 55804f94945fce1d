/** What is kept only for a while: every day housekeeping has a day of it to forget. */
import type { Database } from 'better-sqlite3'
import { toMs } from '../../src/domain/time.ts'
import { NOW, type Sizes, WORKSPACE } from './sizes.ts'
import { counting, fill, id, instant, person } from './sql.ts'

const DAY_MS = 24 * 3_600_000

export function addUpkeep(db: Database, { stories }: Sizes): void {
  const spread = (count: number, days: number, before = 0) =>
    `(${toMs(NOW)}-${before * DAY_MS}-n*${Math.floor((days * DAY_MS) / count)})`
  const acts = Math.round(stories / 10)
  fill(
    db,
    'handled',
    `${counting(acts)} select '${WORKSPACE}', 'view V'||printf('%09x',n*7919%1000003)||n, ${instant(spread(acts, 8))} from count`,
  )
  const parked = Math.round(stories / 200)
  fill(
    db,
    'parked_reactions',
    `${counting(parked)} select '${WORKSPACE}', 'CELSEWHERE', '1700000000.'||printf('%06d',n), ${person('n%300')}, 'eyes', 1,
       ${instant(spread(parked, 3))}, ${instant(spread(parked, 3))} from count`,
  )
  const runs = Math.min(10_000, stories)
  fill(
    db,
    'job_runs',
    `${counting(runs)} select '${WORKSPACE}', 'awards-waiting', ${instant(`${toMs(NOW)}-n*3600000`)},
       ${instant(`${toMs(NOW)}-n*3600000`)}, 'ran' from count`,
  )
  const drafts = Math.round(stories / 5_000) + 1
  fill(
    db,
    'drafts',
    `${counting(drafts)} select ${id(spread(drafts, 2), 70, 'n')}, '${WORKSPACE}', ${person('n%300')}, 'story',
       json_object('words', 'half'), ${instant(spread(drafts, 2))} from count`,
  )
}
