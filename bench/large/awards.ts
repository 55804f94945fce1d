/** A prize for every tenth story, from hundreds of managers, with the ledger of all of them. */
import type { Database } from 'better-sqlite3'
import { toMs } from '../../src/domain/time.ts'
import { FIRST_DAY, FIRST_MANAGER, LAST_DIGEST, managers, NOW, type Sizes, WORKSPACE } from './sizes.ts'
import { counting, fill, id, instant, person, random } from './sql.ts'

const PRIZES = 12
const prize = (n: string): string => id(`${toMs(FIRST_DAY)}+${n}`, 60, n)

export function addAwards(db: Database, sizes: Sizes): void {
  fill(
    db,
    'prizes (id, workspace_id, kind, builtin, name, cost_minor, half_days, stock, created_at)',
    `${counting(PRIZES)} select ${prize('n')}, '${WORKSPACE}',
       case n%3 when 0 then 'money' when 1 then 'gift' else 'day_off' end, null, 'Prize '||n,
       iif(n%3=2, 0, 500*n), iif(n%3=2, 1+n%2, 0), iif(n%3=1, 10000, null), '${FIRST_DAY}' from count`,
  )
  const every = Math.max(1, Math.round(sizes.stories / sizes.awards))
  db.exec(
    'create temp table given (n integer primary key, id text, story_id text, ms integer, by text, prize integer, state text)',
  )
  fill(
    db,
    'given',
    `select n, ${id('ms+5400000', 61, 'n')}, ${id('ms', 0, 'n')}, ms+5400000,
       ${person(`${FIRST_MANAGER}+${random('n', 120)}%${managers(sizes)}`)}, 1+${random('n', 121)}%${PRIZES},
       iif(ms<${toMs(LAST_DIGEST)}, 'fulfilled', iif(${random('n', 122)}%5=0, 'waiting', 'open'))
       from times where n%${every}=3 and n%200<>7 and ms+5400000<${toMs(NOW)}`,
  )
  fill(
    db,
    `awards (id, workspace_id, story_id, prize_id, prize_kind, prize_builtin, prize_name, prize_minor, prize_half_days, currency,
       split, is_private, reason, given_by, awarded_at, awarded_on, given_at)`,
    `select g.id, '${WORKSPACE}', story_id, p.id, p.kind, null, p.name, p.cost_minor, p.half_days, 'GBP', 'each',
       ${random('n', 123)}%10=0, 'Thank you for this, from all of us.', by, ${instant('ms')}, date(ms/1000,'unixepoch'),
       iif(state='waiting', null, ${instant('ms')}) from given g join prizes p on p.id=${prize('g.prize')} order by n`,
  )
  fill(
    db,
    'award_shares',
    `select '${WORKSPACE}', g.id, c.person_id, c.position, p.cost_minor, p.half_days, g.state, ${instant('ms')}
       from given g join prizes p on p.id=${prize('g.prize')} join champions c on c.story_id=g.story_id
      order by n, c.person_id`,
  )
  addLedger(db)
}

/** What was handed over was reserved before. */
function addLedger(db: Database): void {
  const entry = (name: 'reserved' | 'fulfilled', kind: number, where: string) => {
    const sign = name === 'reserved' ? '' : '-'
    const spent = name === 'reserved' ? 0 : 1
    fill(
      db,
      'ledger_entries',
      `select ${id('ms', kind, 'g.n*4+s.position')}, '${WORKSPACE}', g.id, s.person_id, '${name}',
         ${instant(`ms+${spent}*86400000`)}, g.by, null, g.by, date(ms/1000,'unixepoch'), 'GBP', ${sign}s.money_minor,
         ${spent}*s.money_minor, ${sign}s.half_days, ${spent}*s.half_days
         from given g join award_shares s on s.award_id=g.id where ${where} order by g.n, s.position`,
    )
  }
  entry('reserved', 62, 'true')
  entry('fulfilled', 63, "g.state='fulfilled'")
}
