/** Who cheered for which story, with which emoji, and when. */
import type { Database } from 'better-sqlite3'
import { type Sizes, WORKSPACE } from './sizes.ts'
import { counting, fill, instant, person, random } from './sql.ts'

/** Prime to every number of people that is a multiple of ten: whoever is counted off with it comes up once. */
const STEP = 7_919

export function addCheers(db: Database, { people }: Sizes): void {
  db.exec('create temp table nth (n integer primary key)')
  fill(db, 'nth', `${counting(people)} select n-1 from count`)
  // Six in ten stories are cheered by one and the same tenth of the company.
  const among = `iif(${random('s.rowid', 80)}%10<6, ${Math.round(people / 10)}, ${people})`
  fill(
    db,
    'cheers',
    `select '${WORKSPACE}', s.id, ${person(`(${random('s.rowid', 81)}+nth.n*${STEP})%${among}`)},
       ${instant('times.ms+1000*(20+nth.n*25)')}
       from stories s join times on times.n=s.rowid join nth on nth.n<s.cheer_count order by s.rowid`,
  )
  fill(
    db,
    'reactions',
    `select workspace_id, story_id, person_id, 'clap', 1, cheered_at from cheers order by story_id, person_id`,
  )
}
