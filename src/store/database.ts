/** Opens the SQLite file and gives Kysely its connections. The one place that knows which database it is. */
import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Schema } from './schema.ts'

const BUSY_TIMEOUT_MS = 5_000
/** 16 MB. To bring them into the file takes two flushes and stops everything: in a storm once in seconds is enough. */
const CHECKPOINT_PAGES = 4_000
/** Enough for every statement Plaudit has. */
const CACHED_STATEMENTS = 500
/** The machine itself remembers what it read of a file: better-sqlite3's 16 MB for each connection would be a second copy. */
const CACHE_KIB = 4_096
/** Longer are those with a list of values: there is one for each length, and each is large. */
const LONGEST_CACHED = 2_000

/** The connection that writes: WAL, and every commit flushed, so that what was acknowledged survives a power cut. */
export function openWriter(path: string): Database {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const db = new SqliteDatabase(path, { timeout: BUSY_TIMEOUT_MS })
  chmodSync(path, 0o600) // SQLite gives the files beside it the same
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
  db.pragma('foreign_keys = ON')
  db.pragma(`cache_size = -${CACHE_KIB}`)
  db.pragma('secure_delete = ON') // what was erased is overwritten, not only forgotten
  return db
}

/** A second connection, so that what people wait for never stands behind a write. */
export function openReader(path: string): Database {
  const db = new SqliteDatabase(path, { timeout: BUSY_TIMEOUT_MS, readonly: true })
  db.pragma(`cache_size = -${CACHE_KIB}`)
  return db
}

/**
 * For a look at everything: it changes nothing, but it may, since a read-only connection does not check what rows have
 * to obey. Throws SqliteError when there is no file.
 */
export function openInspector(path: string): Database {
  const db = new SqliteDatabase(path, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true })
  db.pragma('query_only = on')
  return db
}

/** Kysely prepares a statement at every call; this keeps the prepared ones. */
export function kyselyOver(db: Database): Kysely<Schema> {
  const statements = new Map<string, ReturnType<Database['prepare']>>()
  const prepare = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    if (statements.size >= CACHED_STATEMENTS) statements.clear()
    const statement = db.prepare(sql)
    if (sql.length <= LONGEST_CACHED) statements.set(sql, statement)
    return statement
  }
  return new Kysely<Schema>({
    dialect: new SqliteDialect({ database: { prepare, close: () => db.close() } }),
  })
}
