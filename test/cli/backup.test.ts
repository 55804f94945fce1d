import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import Database from 'better-sqlite3'
import { aFolder, starts, startToday, types, typesAfresh } from './support.ts'

/** What a database holds, read from the file alone. */
function ask<T>(path: string, sql: string): T {
  const db = new Database(path)
  try {
    return db.prepare(sql).pluck().get() as T
  } finally {
    db.close()
  }
}

let made: Promise<Buffer> | undefined

/** A backup with a story in it, in a folder where nothing runs. */
async function aBackup(): Promise<string> {
  made ??= makeBackup()
  const file = join(aFolder(), 'backup.db')
  writeFileSync(file, await made, { mode: 0o600 })
  return file
}

async function makeBackup(): Promise<Buffer> {
  const { plaudit, env } = await startToday()
  await plaudit.alice.tells('Bob translated the manual over the weekend', { about: plaudit.bob })
  await plaudit.settled()
  const file = join(aFolder(), 'backup.db')
  expect((await types(`backup ${file}`, env)).code).toBe(0)
  return readFileSync(file)
}

describe('backup', () => {
  test('copies a database that is being written to, whole, for its owner alone', async () => {
    const { plaudit, env } = await startToday()
    const { alice, bob, carol, settled, databasePath } = plaudit
    const card = await alice.tells('Bob calmed the angriest customer of the year', { about: bob })
    const file = join(aFolder(), 'backup.db')
    let done = false
    const copying = typesAfresh(`backup ${file}`, env).finally(() => {
      done = true
    })
    for (let n = 0; !done; n += 1) await (n % 2 ? carol.unreacts(card) : carol.reacts(card))
    const { code, out } = await copying
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(`The backup is in ${file}`) })
    await settled()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(file, '..'))).toEqual(['backup.db'])
    expect(ask(file, 'pragma integrity_check')).toBe('ok')
    expect(ask(file, 'select count(*) from stories')).toBe(1)
    expect(ask(databasePath, 'select count(*) from stories')).toBe(1)
  })

  test('never replaces a file, and says when there is nowhere to write', async () => {
    const { env } = await startToday({ setUp: false })
    const file = join(aFolder(), 'precious.txt')
    writeFileSync(file, 'precious')
    const refused = await types(`backup ${file}`, env)
    expect(refused).toEqual({ code: 1, out: '', err: expect.stringContaining('never replaces anything') })
    expect(readFileSync(file, 'utf8')).toBe('precious')
    const nowhere = await types('backup /no/such/folder/b.db', env)
    expect(nowhere).toEqual({ code: 2, out: '', err: expect.stringContaining('Make it first') })
  })
})

describe('restore', () => {
  test('brings a backup to a new machine, and Plaudit starts on it', async () => {
    const file = await aBackup()
    const DATABASE_PATH = join(aFolder(), 'new', 'plaudit.db')
    const { code, out } = await typesAfresh(`restore ${file}`, { DATABASE_PATH })
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining('with 1 story. Start Plaudit again.'),
    })
    expect(statSync(DATABASE_PATH).mode & 0o777).toBe(0o600)
    expect(existsSync(file)).toBe(true)
    const { out: found } = await types('doctor', { DATABASE_PATH })
    expect(found).toContain('Its structure is sound')
    expect(found).toContain('The leaderboards agree')
  })

  test('keeps the database that was there, with everything in it', async () => {
    const file = await aBackup()
    const folder = aFolder()
    const DATABASE_PATH = join(folder, 'plaudit.db')
    const there = { DATABASE_PATH }
    await types(`restore ${file}`, there)
    const db = new Database(DATABASE_PATH)
    db.pragma('journal_mode = wal')
    db.exec("update stories set words = 'told since'")
    db.close()
    const { code, out } = await types(`restore ${file}`, there)
    expect(code).toBe(0)
    const [, aside = ''] = out.match(/is kept as (\S+)\. Delete/) ?? []
    expect(ask(aside, 'select words from stories')).toBe('told since')
    expect(statSync(aside).mode & 0o777).toBe(0o600)
    expect(ask(DATABASE_PATH, 'select words from stories')).toContain('translated the manual')
    expect(readdirSync(folder)).toHaveLength(2)
  })

  test('is refused while a Plaudit runs on the database, even an idle one', async () => {
    const file = await aBackup()
    const { plaudit, env } = await startToday()
    const { code, err } = await types(`restore ${file}`, env)
    expect({ code, err }).toEqual({
      code: 1,
      err: `Plaudit is running on ${plaudit.databasePath}, so nothing was changed. Stop it first, then try again.\n`,
    })
    expect(ask(plaudit.databasePath, 'select count(*) from stories')).toBe(0)
    expect(
      readdirSync(join(plaudit.databasePath, '..')).filter((name) => !/^plaudit\.db(-wal|-shm)?$/.test(name)),
    ).toEqual([])
    await plaudit.alice.tells('Bob did it all the same, and the customer smiled', { about: plaudit.bob })
  })

  test.each([
    ['is not there', () => undefined, 'There is no file'],
    ['is something else', () => Buffer.from('Dear diary'), 'This is no database of Plaudit'],
    ['is empty', () => Buffer.alloc(0), 'This is no database of Plaudit'],
    ['was cut off', (whole: Buffer) => whole.subarray(0, whole.length / 2), 'is damaged'],
    ['was damaged', (whole: Buffer) => whole.fill(7, 8_192, 20_000), 'is damaged'],
  ])('changes nothing when the file %s', async (_, change, says) => {
    const file = await aBackup()
    const content = change(readFileSync(file))
    const given = join(aFolder(), 'given.db')
    if (content) writeFileSync(given, content)
    const folder = aFolder()
    const DATABASE_PATH = join(folder, 'plaudit.db')
    writeFileSync(DATABASE_PATH, readFileSync(file))
    const { code, out, err } = await types(`restore ${given}`, { DATABASE_PATH })
    expect({ code: code === 0, out, err }).toEqual({
      code: false,
      out: '',
      err: expect.stringContaining(says),
    })
    expect(readdirSync(folder)).toEqual(['plaudit.db'])
    expect(ask(DATABASE_PATH, 'select count(*) from stories')).toBe(1)
  })

  test('refuses a file whose rows break its own rules', async () => {
    const file = await aBackup()
    const db = new Database(file)
    db.pragma('ignore_check_constraints = on')
    db.exec("update stories set kind = 'rumour'")
    db.close()
    const DATABASE_PATH = join(aFolder(), 'plaudit.db')
    const { code, err } = await types(`restore ${file}`, { DATABASE_PATH })
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('CHECK constraint failed') })
    expect(existsSync(DATABASE_PATH)).toBe(false)
  })

  test('refuses the database of another program, and one of a newer Plaudit', async () => {
    const other = join(aFolder(), 'other.db')
    const db = new Database(other)
    db.exec('create table songs (id integer primary key)')
    db.close()
    const env = { DATABASE_PATH: join(aFolder(), 'plaudit.db') }
    expect((await types(`restore ${other}`, env)).err).toContain('This is no database of Plaudit')

    const file = await aBackup()
    const newer = new Database(file)
    newer.exec("insert into migrations values ('9999-from-tomorrow.sql', 'x', '')")
    newer.close()
    const { code, err } = await types(`restore ${file}`, env)
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('was written by a newer Plaudit') })
    expect(existsSync(env.DATABASE_PATH)).toBe(false)
  })

  test('has Plaudit look first whether what waited was said meanwhile', async () => {
    const { plaudit, env } = await startToday()
    const { slack, alice, celebrations } = plaudit
    // The backup is made after the story was told, and before its card is posted.
    slack.faults.next('chat.postMessage', { kind: '429', retryAfter: 4 })
    await alice.opens('/wow')
    await alice.submits({ championIds: ['UBOB'], words: 'Bob repaired the pump before breakfast' })
    const file = join(aFolder(), 'backup.db')
    await types(`backup ${file}`, env)
    expect(celebrations.messages()).toEqual([])
    await celebrations.shows('Bob repaired the pump')
    await plaudit.settled()
    await plaudit.stops()

    const DATABASE_PATH = join(aFolder(), 'plaudit.db')
    await types(`restore ${file}`, { DATABASE_PATH })
    const waiting = "select count(*) from deliveries where state <> 'sent'"
    expect(ask(DATABASE_PATH, waiting)).toBe(1)
    const { stop } = await starts({ ...env, DATABASE_PATH, PLAUDIT_TEST_CLOCK: 'fast' })
    await slack.until(() => ask(DATABASE_PATH, waiting) === 0)
    await stop()
    expect(celebrations.messages()).toHaveLength(1)
  })
})
