import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Database } from 'better-sqlite3'
import { openWriter } from '../../src/store/database.ts'
import { MigrationRefused, migrate, pendingMigrations, readMigrations } from '../../src/store/migrate.ts'
import { startOther, tempFolder } from './support.ts'

const folder = tempFolder()
let db: Database
let path: string
let count = 0

beforeEach(() => {
  path = join(folder.path, `${count++}`, 'plaudit.db')
  db = openWriter(path)
})
afterEach(() => {
  db.close()
})
afterAll(() => folder.remove())

const names = () => db.prepare('select name from migrations').pluck().all()
const tables = () => db.prepare("select count(*) from sqlite_schema where type = 'table'").pluck().get()
const landed = readMigrations()
const later = (sql: string) => [...landed, { name: '9999-later.sql', sql, checksum: 'later' }]

describe('migrating', () => {
  test('makes a fresh database, and a second time changes nothing', () => {
    expect(pendingMigrations(db)).toEqual(landed)
    expect(migrate(db)).toEqual(landed.map(({ name }) => name))
    expect(migrate(db)).toEqual([])
    expect(names()).toEqual(landed.map(({ name }) => name))
    expect(pendingMigrations(db)).toEqual([])
  })

  test('applies only what is new', () => {
    migrate(db)
    expect(migrate(db, later('create table later (id text) strict'))).toEqual(['9999-later.sql'])
  })

  test('keeps nothing of a migration that fails, and all of those before it', () => {
    const before = later('create table half (id text) strict; create table half (id text) strict')
    expect(() => migrate(db, before)).toThrow('already exists')
    expect(names()).toEqual(landed.map(({ name }) => name))
    expect(db.prepare("select 1 from sqlite_schema where name = 'half'").get()).toBeUndefined()
    expect(migrate(db, later('create table half (id text) strict'))).toEqual(['9999-later.sql'])
  })

  test('is done once when several processes start at the same moment', async () => {
    const fresh = join(folder.path, 'together', 'plaudit.db')
    const others = Array.from({ length: 4 }, () => startOther('migrate', fresh))
    await Promise.all(others.map(({ ends }) => ends))
    const together = openWriter(fresh)
    expect(migrate(together)).toEqual([])
    together.close()
  })

  test('refuses a database that a newer Plaudit wrote, untouched, and says what to do', () => {
    migrate(db, later('create table later (id text) strict'))
    const before = tables()
    const refused = () => migrate(db)
    expect(refused).toThrow(MigrationRefused)
    expect(refused).toThrow(
      /written by a newer Plaudit \(it has 9999-later\.sql\)\. Install that version or a later one/,
    )
    expect(tables()).toBe(before)
  })

  test('refuses a database made with a migration that is not this one', () => {
    migrate(
      db,
      landed.map((one) => ({ ...one, checksum: 'another' })),
    )
    expect(() => migrate(db)).toThrow(MigrationRefused)
    expect(() => migrate(db)).toThrow(
      /0001-foundation\.sql is not the one this database was made with\. Check out/,
    )
    expect(() => pendingMigrations(db)).toThrow(MigrationRefused)
  })
})

describe('bringing prizes to a company that has told stories for long', () => {
  test('gives old cards back the delivery that a prize is said in the thread of', () => {
    const [first] = landed
    if (!first) throw new Error('no migrations')
    migrate(db, [first])
    const post = (id: string, delivery: string, kind: string) =>
      db
        .prepare(
          "insert into posts values (?, 'T1', ?, ?, 's1', '{}', 'C1', 'C1', ?, null, '2026-01', '2026-01')",
        )
        .run(id, delivery, kind, id)
    db.exec(`insert into workspaces values ('T1', '', '');
      insert into deliveries (id, workspace_id, kind, subject_id, lane, state, created_at, due_at, settled_at)
        values ('d2', 'T1', 'story.card', 's1', 'C1', 'sent', '2026-02', '2026-02', '2026-02')`)
    post('p1', 'd1', 'story.card')
    post('p2', 'd2', 'story.card')
    post('p3', 'd3', 'story.receipt')
    migrate(db)
    const rows = db
      .prepare('select id, kind, lane, state, settled_at from deliveries order by id')
      .raw()
      .all()
    expect(rows).toEqual([
      ['d1', 'story.card', 'C1', 'sent', '2026-01'],
      ['d2', 'story.card', 'C1', 'sent', '2026-02'],
    ])
  })
})

describe('the database', () => {
  test('survives a power cut once it has answered, and holds rows to what they refer to', () => {
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('synchronous', { simple: true })).toBe(2) // FULL
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  test('can be read by nobody else on the machine, nor what is beside it', () => {
    migrate(db)
    const mode = (name: string) => (statSync(name).mode & 0o777).toString(8)
    expect([mode(path), mode(`${path}-wal`), mode(`${path}-shm`)]).toEqual(['600', '600', '600'])
    expect(mode(dirname(path))).toBe('700')
  })
})
