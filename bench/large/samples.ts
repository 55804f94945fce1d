/** What people of the database would open: chosen by rule from what is in it, the large and the small. */
import SqliteDatabase from 'better-sqlite3'
import { LAST_DIGEST, personId, ROOM, type Sizes } from './sizes.ts'

export type Samples = {
  /** Some who told and were praised a thousand times, and some who hardly ever were. */
  readonly people: readonly string[]
  readonly stories: readonly string[]
  /** Of the last days, with champions who can get a prize. */
  readonly recent: readonly string[]
  readonly loved: readonly string[]
  readonly wholes: readonly string[]
  readonly originals: readonly string[]
  readonly waiting: readonly string[]
  readonly openAwards: readonly string[]
  readonly waitingAwards: readonly string[]
  readonly digests: readonly string[]
  readonly cards: readonly { readonly storyId: string; readonly ts: string }[]
}

export function findSamples(path: string, { people }: Sizes): Samples {
  const db = new SqliteDatabase(path, { readonly: true })
  const ids = (sql: string, ...values: string[]) =>
    db
      .prepare(sql)
      .pluck()
      .all(...values) as string[]
  const count = db.prepare('select count(*) from stories').pluck().get() as number
  const told = 'not exists (select 1 from retractions r where r.story_id=s.id)'
  const isThere = 'left_at is null and is_guest=0'
  const samples = {
    people: ids(
      `select id from people where ${isThere} and rowid in
         (select rowid from people where id<? union all select rowid from people where rowid%101=50) order by rowid%7`,
      personId(40),
    ),
    stories: ids(`select id from stories s where rowid%${Math.max(1, Math.floor(count / 97))}=1 and ${told}`),
    recent: ids(
      `select id from stories s where told_at>? and ${told}
         and exists (select 1 from champions c join people p on p.id=c.person_id
                      where c.story_id=s.id and c.person_id>? and ${isThere}) limit 100`,
      ...[LAST_DIGEST, personId(people / 20 + 20)],
    ),
    loved: ids(`select id from stories s where cheer_count>=39 and ${told} limit 20`),
    wholes: ids('select story_id from letter_wholes limit 50'),
    originals: ids('select story_id from letter_originals limit 50'),
    waiting: ids('select praise_id from waiting_praises limit 50'),
    openAwards: ids("select award_id from award_shares where state='open' limit 50"),
    waitingAwards: ids("select award_id from award_shares where state='waiting' limit 50"),
    digests: ids('select digest_id from digest_issues order by to_at desc limit 1'),
    cards: db
      .prepare(
        "select subject_id as storyId, ts from posts where channel=? and kind='story.card' order by id desc limit 500",
      )
      .all(ROOM) as Samples['cards'],
  }
  db.close()
  return samples
}
