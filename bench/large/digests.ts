/** A digest each week since the first story, and one that is to come. */
import type { Database } from 'better-sqlite3'
import { toMs } from '../../src/domain/time.ts'
import { LAST_DIGEST, ROOM, WORKSPACE } from './sizes.ts'
import { counting, fill, id, instant, ts } from './sql.ts'

const WEEKS = 157
const WEEK_MS = 7 * 24 * 3_600_000

export function addDigests(db: Database): void {
  const due = `(${toMs(LAST_DIGEST)}-(${WEEKS}-n)*${WEEK_MS})`
  db.exec('create temp table weeks (n integer primary key, id text, from_at text, to_at text)')
  fill(
    db,
    'weeks',
    `${counting(WEEKS)} select n, ${id(due, 30, 'n')}, ${instant(`${due}-${WEEK_MS}`)}, ${instant(due)} from count`,
  )
  fill(db, 'digests', `select id, '${WORKSPACE}', to_at, null, from_at from weeks`)
  fill(db, 'digest_issues', `select '${WORKSPACE}', id, from_at, to_at, to_at from weeks`)
  fill(
    db,
    'digest_stories',
    `select '${WORKSPACE}', w.id, s.id,
       iif(row_number() over (partition by w.id order by s.rowid)=1,'lead','other'), s.rowid
       from weeks w join stories s on s.told_at>=w.from_at and s.told_at<w.to_at order by w.id, s.id`,
  )
  fill(
    db,
    'posts',
    `select ${id(due, 31, 'n')}, '${WORKSPACE}', ${id(due, 32, 'n')}, 'digest', id, '{}', '${ROOM}', '${ROOM}',
       ${ts(`${due}+1000`, '999999')}, null, to_at, to_at from weeks`,
  )
  fill(db, 'post_subjects', `select workspace_id, subject_id, id from posts where kind='digest'`)
}
