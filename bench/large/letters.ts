/** One story in ten is a customer's letter; and what other systems sent, of which some still waits. */
import type { Database } from 'better-sqlite3'
import { toMs } from '../../src/domain/time.ts'
import { NOW, type Sizes, WORKSPACE } from './sizes.ts'
import { counting, fill, id, instant, person, random } from './sql.ts'
import { customer, told } from './words.ts'

const DAY_MS = 24 * 3_600_000

export function addLetters(db: Database, sizes: Sizes): void {
  const story = id('ms', 0, 'n')
  fill(
    db,
    'letters',
    `select '${WORKSPACE}', ${story}, 'Maria '||char(65+n%26)||'. Winter', ${customer('n', 100)}, 'email',
       date(ms/1000-86400,'unixepoch'), 'https://desk.example/'||n,
       case ${random('n', 101)}%4 when 0 then 'yes' when 1 then 'first_name' when 2 then 'no' else 'not_asked' end,
       null, null, 0 from times where n%10=0`,
  )
  fill(
    db,
    'letter_permissions',
    `select ${id('ms', 40, 'n')}, '${WORKSPACE}', ${story}, 'yes', ${instant('ms')}, ${person('n%100')}
       from times where n%20=0`,
  )
  fill(
    db,
    'letter_replies',
    `select '${WORKSPACE}', ${story}, ${instant('ms+7200000')}, ${person('n%100')} from times where n%30=0`,
  )
  fill(
    db,
    'letter_originals',
    `select ${id('ms', 41, 'n')}, '${WORKSPACE}', ${story}, 'words', ${told('n', 102)}, ${instant('ms')}
       from times where n%50=0`,
  )
  fill(
    db,
    'letter_wholes',
    `select ${story}, '${WORKSPACE}', replace(hex(zeroblob(40)),'00',${told('n', 103)}||char(10)) from times where n%500=0`,
  )
  addPraises(db, sizes)
}

/** Over a year. Every hundredth of the later ones waits; half of the others were shared, half were no WOW. */
function addPraises(db: Database, { praises }: Sizes): void {
  db.prepare("insert into sources values ('source-1', ?, 'desk', ?, null)").run(WORKSPACE, NOW)
  const ms = `(${toMs(NOW)}-(${praises}-n)*${Math.round((365 * DAY_MS) / praises)})`
  const praise = id(ms, 50, 'n')
  const waits = 'n%40=0'
  fill(
    db,
    'praises',
    `${counting(praises)} select ${praise}, '${WORKSPACE}', 'source-1', hex(n), hex(n+1),
       iif(not (${waits}) and n%2=0 and ${ms}<${toMs(NOW)}-${30 * DAY_MS}, null,
         json_object('words', ${told('n', 110)}, 'customerName', 'Maria '||char(65+n%26)||'.', 'reference', 'T-'||n)),
       ${instant(ms)} from count`,
  )
  fill(
    db,
    'praise_recipients',
    `${counting(praises)} select '${WORKSPACE}', ${praise}, 0, iif(${waits},'bob',null), ${person('n%100')} from count`,
  )
  fill(
    db,
    'waiting_praises',
    `${counting(praises)} select '${WORKSPACE}', ${praise}, ${instant(ms)}, ${instant(ms)}, null from count where ${waits}`,
  )
  fill(
    db,
    'praise_shares',
    `${counting(praises)} select '${WORKSPACE}', ${praise},
       (select id from stories where rowid=n*10), ${instant(ms)}, ${person('n%100')}
       from count where not (${waits}) and n%2=1`,
  )
  fill(
    db,
    'praise_dismissals',
    `${counting(praises)} select '${WORKSPACE}', ${praise}, 'An offer, and no thanks', ${instant(ms)}, ${person('n%100')}
       from count where not (${waits}) and n%2=0`,
  )
}
