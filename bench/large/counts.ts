/** The boards' counters, from what was told and cheered. */
import type { Database } from 'better-sqlite3'
import { WORKSPACE } from './sizes.ts'
import { fill } from './sql.ts'

const startsOf = {
  week: (day: string) => `date(${day},'weekday 0','-6 days')`,
  month: (day: string) => `date(${day},'start of month')`,
  quarter: (day: string) => `date(${day},'start of month','-'||((strftime('%m',${day})-1)%3)||' months')`,
  year: (day: string) => `date(${day},'start of year')`,
}

export function addCounts(db: Database): void {
  db.exec('create temp table days (view text, day text, person_id text, count integer, cheers integer)')
  const stands = 'not exists (select 1 from retractions r where r.story_id=s.id)'
  fill(
    db,
    'days',
    `select 'storytellers', told_on, teller_id, count(*), 0 from stories s where ${stands} group by told_on, teller_id`,
  )
  fill(
    db,
    'days',
    `select 'champions', told_on, c.person_id, count(*), sum(cheer_count)
       from stories s join champions c on c.story_id=s.id where ${stands} group by told_on, c.person_id`,
  )
  fill(
    db,
    'days',
    `select 'cheerers', substr(cheered_at,1,10) as day, person_id, count(*), 0 from cheers group by day, person_id`,
  )
  for (const [period, startOf] of Object.entries(startsOf))
    fill(
      db,
      'board_counts',
      `select '${WORKSPACE}', view, '${period}', ${startOf('day')} as starts_on, person_id, sum(count), sum(cheers)
         from days group by view, starts_on, person_id order by view, starts_on, person_id`,
    )
}
