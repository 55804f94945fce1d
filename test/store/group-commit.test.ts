import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { openWriter } from '../../src/store/database.ts'
import { insertDraft } from '../../src/store/drafts.ts'
import { type GroupCommit, groupCommit } from '../../src/store/group-commit.ts'
import { openTestStore, startOther, tempFolder } from './support.ts'

const folder = tempFolder()
afterAll(() => folder.remove())

let count = 0
let path: string
let db: Database
let group: GroupCommit
beforeEach(() => {
  path = join(folder.path, `${count++}.db`)
  db = openWriter(path)
  db.pragma('busy_timeout = 0') // the group waits, as in store.ts
  db.exec('create table words (word text primary key, size integer) strict')
  group = groupCommit(db)
})
afterEach(async () => {
  await group.idle()
  db.close()
})

const put = (word: string) => async () => {
  db.prepare('insert into words values (?, ?)').run(word, word.length)
  return word
}
/** As somebody else sees it: only what is committed. */
function words(): unknown[] {
  const other = new SqliteDatabase(path, { readonly: true })
  const found = other.prepare('select word from words order by word').pluck().all()
  other.close()
  return found
}

/** As a disk that takes so many milliseconds to flush: everything waits for it. */
const withSlowCommits = (db: Database, ms: number): Database =>
  Object.assign(Object.create(db) as Database, {
    exec(sql: string) {
      const until = performance.now() + (sql === 'commit' ? ms : 0)
      while (performance.now() < until);
      return db.exec(sql)
    },
  })

describe('what is written at the same moment', () => {
  test('shares one flush', async () => {
    const written = await Promise.all(['a', 'b', 'c'].map((word) => group.join(put(word))))
    expect(written).toEqual(['a', 'b', 'c'])
    expect(words()).toEqual(['a', 'b', 'c'])
    expect(group.commits()).toBe(1)
  })

  test('is on disk before anybody is told', async () => {
    const seen: unknown[] = []
    const telling = (word: string) => group.join(put(word)).then(() => seen.push(words()))
    await Promise.all([telling('a'), telling('b')])
    expect(seen).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ])
  })

  test('runs in the order it came, one after the other, however long a member takes', async () => {
    const order: string[] = []
    const slow = (word: string) => async () => {
      order.push(`${word} begins`)
      await Promise.resolve().then(() => {})
      order.push(`${word} ends`)
    }
    await Promise.all([group.join(slow('a')), group.join(slow('b'))])
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })

  test('in a storm takes a few flushes, and none is forgotten', async () => {
    const all = Array.from({ length: 1_000 }, (_, n) => `word ${n}`)
    await Promise.all(all.map((word) => group.join(put(word))))
    expect(words()).toHaveLength(1_000)
    expect(group.commits()).toBeLessThanOrEqual(6)
  })

  test('on a slow disk includes a crowd of whom each turn lets one in: they cost few flushes', async () => {
    const slow = groupCommit(withSlowCommits(db, 60))
    await slow.join(put('first'))
    const all: Promise<string>[] = []
    for (let n = 0; n < 30; n += 1) {
      all.push(slow.join(put(`word ${n}`)))
      await new Promise(setImmediate)
    }
    await Promise.all(all)
    expect(words()).toHaveLength(31)
    expect(slow.commits()).toBeLessThanOrEqual(3)
  })

  test('on a slow disk does not wait for nobody', async () => {
    const slow = groupCommit(withSlowCommits(db, 500))
    await slow.join(put('first'))
    const began = performance.now()
    await slow.join(put('second'))
    expect(performance.now() - began).toBeLessThan(950)
  })

  test('and what comes while others are written is written next', async () => {
    const first = group.join(put('a'))
    const second = group.join(async () => {
      void group.join(put('c'))
      return put('b')()
    })
    await Promise.all([first, second])
    await group.idle()
    expect(words()).toEqual(['a', 'b', 'c'])
    expect(group.commits()).toBe(2)
  })
})

describe('a member that fails', () => {
  test('leaves the others alone, and nothing of it is kept', async () => {
    const broken = group.join(async () => {
      await put('half')()
      throw new Error('a rule was broken')
    })
    const others = [group.join(put('a')), group.join(put('b'))]
    await expect(broken).rejects.toThrow('a rule was broken')
    await Promise.all(others)
    expect(words()).toEqual(['a', 'b'])
    expect(group.commits()).toBe(1)
  })

  test('by a constraint leaves the others alone', async () => {
    const written = await Promise.allSettled(['a', 'a', 'b'].map((word) => group.join(put(word))))
    expect(written.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(words()).toEqual(['a', 'b'])
  })

  test('is told so only when it is sure: the others are on disk then', async () => {
    const seen: unknown[] = []
    const broken = group.join(async () => Promise.reject(new Error('no'))).catch(() => seen.push(words()))
    await Promise.all([broken, group.join(put('a'))])
    expect(seen).toEqual([['a']])
  })
})

describe('on a full disk', () => {
  /** As many pages as there are, and a few more. */
  const fill = (spare: number) =>
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + spare}`)
  const huge = 'x'.repeat(400_000)

  test('who does not fit is told so, and the others are written: SQLite took back the whole transaction', async () => {
    fill(4)
    const runs: string[] = []
    const counted = (word: string) => () => {
      runs.push(word.slice(0, 1))
      return put(word)()
    }
    const written = await Promise.allSettled(['a', huge, 'b'].map((word) => group.join(counted(word))))
    expect(written.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((written[1] as PromiseRejectedResult).reason).toMatchObject({ code: 'SQLITE_FULL' })
    expect(words()).toEqual(['a', 'b'])
    expect(runs).toEqual(['a', 'x', 'a', 'x', 'b'])
  })

  test('it goes on as soon as there is room', async () => {
    fill(0)
    await expect(group.join(put(huge))).rejects.toMatchObject({ code: 'SQLITE_FULL' })
    db.pragma('max_page_count = 4294967294')
    await group.join(put(huge))
    expect(words()).toEqual([huge])
  })
})

describe('beside a second process', () => {
  test('both write, and neither loses anything', async () => {
    const shared = openTestStore()
    const other = startOther('write', shared.path, '50')
    const draft = (n: number) => ({ id: `ours-${n}`, kind: 'test', personId: 'U1', body: {} })
    for (let n = 0; n < 50; n += 1) await shared.store.write((tx) => insertDraft(tx, draft(n)))
    await other.ends
    const rows = await shared.store.read(({ db: ours }) => ours.selectFrom('drafts').select('id').execute())
    expect(rows).toHaveLength(100)
    await shared.close()
  })

  test('a write waits until the other is done, and everything else goes on meanwhile', async () => {
    const other = startOther('hold', path)
    await other.says('holding')
    let isWritten = false
    const written = group.join(put('a')).then(() => {
      isWritten = true
    })
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
    expect(isWritten).toBe(false)
    other.letGo()
    await written
    expect(words()).toEqual(['a'])
  })

  test('that never lets go, all who wait are told after one wait, not one after the other', async () => {
    const other = startOther('hold', path)
    await other.says('holding')
    const impatient = groupCommit(db, 200)
    const began = performance.now()
    const written = await Promise.allSettled(
      ['a', 'b', 'c', 'd', 'e'].map((word) => impatient.join(put(word))),
    )
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(written.map(({ status }) => status)).toEqual(Array(5).fill('rejected'))
    expect((written[0] as PromiseRejectedResult).reason).toMatchObject({ code: 'SQLITE_BUSY' })
    other.letGo()
    await other.ends
    await impatient.join(put('f'))
    expect(words()).toEqual(['f'])
  })
})
