/** A rehearsal, on copies beside the database: a backup, a restore of it, and what comes of both. Nothing is changed. */
import { statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import type { Instant } from '../domain/time.ts'
import { backupDatabase } from './backup.ts'
import { inspectDatabase } from './inspect.ts'
import { restoreDatabase } from './restore.ts'

/** Times in ms, sizes in bytes. */
export type Rehearsal = {
  readonly backup: { readonly ms: number; readonly bytes: number }
  /** What the file would be without the room that deleted rows left. */
  readonly vacuum: { readonly ms: number; readonly bytes: number }
  readonly restore: { readonly ms: number }
  /** The check of what was restored. */
  readonly check: {
    readonly ms: number
    readonly damage: readonly string[]
    readonly brokenReferences: number
  }
  readonly rows: number
  readonly tables: number
  readonly ledgerEntries: number
  /** Tables that are not the same after the restore. */
  readonly differing: readonly string[]
  /** Where the restored database stands, as long as the folder does. */
  readonly restored: string
}

/** A backup, a vacuumed copy, a restored one, and what SQLite needs to make them. */
const COPIES = 4

/** Bytes that the rehearsal needs where the database is, and how many are free there. */
export function roomToRehearse(path: string): { readonly needed: number; readonly free: number } {
  const { bavail, bsize } = statfsSync(dirname(path))
  return { needed: statSync(path).size * COPIES, free: bavail * bsize }
}

/** In an empty folder. Throws what backup and restore throw. */
export async function rehearseRestore(path: string, folder: string, now: Instant): Promise<Rehearsal> {
  const [file, compact, restored] = ['backup.db', 'compact.db', 'restored.db'].map((name) =>
    join(folder, name),
  ) as [...[string, string, string]]
  const backup = await timed(() => backupDatabase(path, file))
  const vacuum = await timed(async () => withDatabase(file, (db) => db.prepare('vacuum into ?').run(compact)))
  const restore = await timed(() => restoreDatabase(restored, file, now))
  const check = await timed(async () => inspectDatabase(restored))
  const { damage, brokenReferences } = check.value
  return {
    backup: { ms: backup.ms, bytes: statSync(file).size },
    vacuum: { ms: vacuum.ms, bytes: statSync(compact).size },
    restore: { ms: restore.ms },
    check: { ms: check.ms, damage, brokenReferences },
    ...compare(file, restored),
    restored,
  }
}

async function timed<T>(body: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const began = performance.now()
  const value = await body()
  return { value, ms: performance.now() - began }
}

/** Every table has as many rows as before, and the ledger the same ones, to the last letter. */
function compare(before: string, after: string) {
  return withDatabase(before, (db) => {
    db.prepare('attach ? as after').run(after)
    const count = (sql: string) => db.prepare(sql).pluck().get() as number
    const tables = db
      .prepare(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
      )
      .pluck()
      .all() as string[]
    const sizes = tables.map((name) => ({
      name,
      rows: count(`select count(*) from main."${name}"`),
      rowsAfter: count(`select count(*) from after."${name}"`),
    }))
    const changed = count(
      `select (select count(*) from (select * from main.ledger_entries except select * from after.ledger_entries))
            + (select count(*) from (select * from after.ledger_entries except select * from main.ledger_entries))`,
    )
    const isOther = ({ name, rows, rowsAfter }: (typeof sizes)[number]) =>
      rows !== rowsAfter || (name === 'ledger_entries' && changed > 0)
    return {
      rows: sizes.reduce((sum, { rows }) => sum + rows, 0),
      tables: sizes.length,
      ledgerEntries: sizes.find(({ name }) => name === 'ledger_entries')?.rows ?? 0,
      differing: sizes.filter(isOther).map(({ name }) => name),
    }
  })
}

function withDatabase<T>(path: string, body: (db: Database) => T): T {
  const db = new SqliteDatabase(path, { fileMustExist: true })
  try {
    return body(db)
  } finally {
    db.close()
  }
}
