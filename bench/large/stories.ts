/** Three years of stories, more of them every year, told on working days between eight and six. */
import type { Database } from 'better-sqlite3'
import { toMs } from '../../src/domain/time.ts'
import { FIRST_DAY, type Sizes, storiesOfTheWeek, WORKSPACE } from './sizes.ts'
import { counting, fill, id, instant, person, random, share, skewed } from './sql.ts'
import { customer, lesson, told } from './words.ts'

export function addStories(db: Database, sizes: Sizes): void {
  keepTimes(db, sizes)
  fill(
    db,
    'stories',
    `select ${id('ms', 0, 'n')}, '${WORKSPACE}', iif(n%10=0,'letter',iif(n%25=1,'turnaround','wow')),
       ${person(skewed('n', 1, sizes.people))}, ${told('n', 2)},
       iif(${random('n', 20)}%3=0, ${lesson('n', 21)}, null),
       case ${random('n', 22)}%8 when 0 then 'supplier' when 1 then 'partner' when 2 then 'colleague' else 'customer' end,
       iif(${random('n', 23)}%4>0, ${customer('n', 24)}, null),
       iif(${random('n', 27)}%5=0, ${told('n', 28)}, null), null,
       ${instant('ms')}, date(ms/1000,'unixepoch'), ${cheersOf(sizes)} from times order by n`,
  )
  addChampions(db, sizes)
  fill(
    db,
    'retractions',
    `select '${WORKSPACE}', ${id('ms', 0, 'n')}, ${instant('ms+3600000')}, ${person(skewed('n', 1, sizes.people))}, null
       from times where n%200=7`,
  )
  fill(
    db,
    'declined_credits',
    `select '${WORKSPACE}', ${id('ms', 0, 'n')}, ${person(`${sizes.people}-1-n%50`)}, ${instant('ms+3600000')}
       from times where n%250=9`,
  )
  fill(
    db,
    'story_edits',
    `select ${id('ms', 1, 'n')}, '${WORKSPACE}', ${id('ms', 0, 'n')}, ${instant('ms+600000')},
       ${person(skewed('n', 1, sizes.people))}, json_object('words', ${told('n', 60)}) from times where n%33=4`,
  )
  fill(
    db,
    'voices',
    `select '${WORKSPACE}', ${id('ms', 0, 'n')}, ${person(`${random('n', 70)}%${sizes.people}`)}, ${told('n', 71)},
       ${instant('ms+900000')} from times where n%20=5`,
  )
}

/** `times`: when each story was told, in order; the week that is not told of yet has its own number of them. */
function keepTimes(db: Database, sizes: Sizes): void {
  const week = storiesOfTheWeek(sizes)
  const before = sizes.stories - week
  // In working days: a little more each year, to the Friday of the last digest, and from the Monday after it until now.
  const day = `iif(n<=${before}, 784.75*pow(n/${before}.0,0.8), 785+4.7*(n-${before})/${week}.0)`
  db.exec('create temp table times (n integer primary key, ms integer)')
  db.exec(
    `insert into times ${counting(sizes.stories)}, days(n, day) as (select n, ${day} from count)
     select n, ${toMs(FIRST_DAY)}+((cast(day as integer)/5)*7+cast(day as integer)%5)*86400000
       +cast((8+10*(day-cast(day as integer)))*3600000 as integer) from days`,
  )
}

/** Most stories get some, one in a thousand gets hundreds; nobody can cheer for one twice. */
const cheersOf = (sizes: Sizes): string =>
  `min(${Math.round(sizes.people / 10)}, iif(${random('n', 40)}%1000=0, 500, cast(38*pow(${share('n', 41)},3) as integer)))`

/** One to three, each a story's only once; letters name somebody, too. */
function addChampions(db: Database, { people }: Sizes): void {
  fill(
    db,
    'champions',
    `select '${WORKSPACE}', ${id('ms', 0, 'n')},
       ${person(`(${skewed('n', 50, people)}+position*(1+${random('n', 51)}%97))%${people}`)}, position, ${instant('ms')}
       from times cross join (select 0 as position union all select 1 union all select 2)
      where position=0 or ${random('n', 52)}%10>=4+2*position order by n, position`,
  )
}
