/** Where everything was said: the card of each story, a note to each champion, and what brought them up to date. */
import type { Database } from 'better-sqlite3'
import { ROOM, type Sizes, WORKSPACE } from './sizes.ts'
import { counting, fill, id, instant, random, ts } from './sql.ts'

const CARD = 10
const NOTE = 12
const REFRESH = 20

const deliveries =
  'deliveries (id, workspace_id, kind, subject_id, lane, key, post_id, state, created_at, due_at, attempts, settled_at)'

export function addPosts(db: Database, { stories }: Sizes): void {
  fill(
    db,
    deliveries,
    `select ${id('ms', CARD, 'n')}, '${WORKSPACE}', 'story.card', ${id('ms', 0, 'n')}, '${ROOM}', null, null, 'sent',
       ${instant('ms')}, ${instant('ms')}, 1, ${instant('ms+2000')} from times order by n`,
  )
  fill(
    db,
    'posts',
    `select ${id('ms', CARD + 1, 'n')}, '${WORKSPACE}', ${id('ms', CARD, 'n')}, 'story.card', ${id('ms', 0, 'n')}, '{}',
       '${ROOM}', '${ROOM}', ${ts('ms+2000', 'n')}, null, ${instant('ms+2000')}, ${instant('ms+90000')} from times order by n`,
  )
  const champions = `times join champions c on c.story_id=${id('times.ms', 0, 'times.n')}`
  fill(
    db,
    deliveries,
    `select ${id('ms', NOTE, 'n*4+c.position')}, '${WORKSPACE}', 'story.credit', c.story_id, c.person_id,
       null, null, 'sent', ${instant('ms')}, ${instant('ms')}, 1, ${instant('ms+2000')}
       from ${champions} order by n, c.position`,
  )
  fill(
    db,
    'posts',
    `select ${id('ms', NOTE + 1, 'n*4+c.position')}, '${WORKSPACE}', ${id('ms', NOTE, 'n*4+c.position')}, 'story.credit',
       c.story_id, '{}', c.person_id, 'D'||substr(c.person_id,2), ${ts('ms+2000', 'n')}, null, ${instant('ms+2000')},
       ${instant('ms+2000')} from ${champions} order by n, c.position`,
  )
  fill(db, 'post_subjects', `select workspace_id, subject_id, id from posts order by subject_id, id`)
  addRefreshes(db, stories)
}

/** Cards of the last months were brought up to date, some often: housekeeping has a day of that to forget. */
function addRefreshes(db: Database, stories: number): void {
  const recent = Math.round(stories * 0.105)
  fill(
    db,
    deliveries,
    `${counting(3)} select ${id('ms+60000*count.n', REFRESH, 'times.n*4+count.n')}, '${WORKSPACE}', 'story.card',
       ${id('ms', 0, 'times.n')}, '${ROOM}', null, ${id('ms', CARD + 1, 'times.n')}, 'sent', ${instant('ms')},
       ${instant('ms+60000*count.n')}, 1, ${instant('ms+60000*count.n')}
       from times cross join count
      where times.n>${stories - recent} and ${random('times.n', 90)}%3<count.n order by times.n, count.n`,
  )
}
