/** A look at a database from outside: nothing is migrated, nothing is changed. */
import { existsSync, statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { kyselyOver, openInspector, openReader } from './database.ts'
import { MigrationRefused, pendingMigrations } from './migrate.ts'
import type { Reader } from './store.ts'

export type Inspection = {
  /** What SQLite finds wrong with the file; empty when it is sound. */
  readonly damage: readonly string[]
  /** Rows that refer to something that is not there. */
  readonly brokenReferences: number
  /** Whether Plaudit made it. */
  readonly isPlaudit: boolean
  /** Migrations that this version brings and the database has not seen. */
  readonly pending: readonly string[]
  /** Why this version cannot serve it. */
  readonly refused?: string
  readonly workspaceIds: readonly string[]
}

/** Reads all of the file. Throws SqliteError when it cannot even be opened, or is no database. */
export const inspectDatabase = (path: string): Inspection =>
  inspect(path, (db) => {
    const damage = (db.pragma('integrity_check(5)') as { integrity_check: string }[])
      .map((row) => row.integrity_check)
      .filter((said) => said !== 'ok')
    const isPlaudit = hasTable(db, 'migrations') && hasTable(db, 'workspaces')
    return {
      damage,
      isPlaudit,
      brokenReferences: damage.length > 0 ? 0 : (db.pragma('foreign_key_check') as unknown[]).length,
      workspaceIds: isPlaudit ? workspaceIdsIn(db) : [],
      ...migrationState(db),
    }
  })

/** The workspaces whose rows the database holds. */
export const listWorkspaceIds = (path: string): string[] =>
  inspect(path, (db) => (hasTable(db, 'workspaces') ? workspaceIdsIn(db) : []))

/** Reads one workspace's rows over a connection of its own; the database must be up to date. */
export async function readDatabase<T>(
  path: string,
  workspaceId: string,
  body: (reader: Reader) => Promise<T>,
): Promise<T> {
  const db = openReader(path)
  try {
    return await body({ db: kyselyOver(db), workspaceId })
  } finally {
    db.close()
  }
}

export const databaseExists = (path: string): boolean => existsSync(path)

/** What others than its owner may do with the file, as permission bits; 0 is how Plaudit makes it. */
export const openPermissions = (path: string): number => statSync(path).mode & 0o077

function inspect<T>(path: string, body: (db: Database) => T): T {
  const db = openInspector(path)
  try {
    return body(db)
  } finally {
    db.close()
  }
}

function migrationState(db: Database): Pick<Inspection, 'pending' | 'refused'> {
  try {
    return { pending: pendingMigrations(db).map(({ name }) => name) }
  } catch (error) {
    if (error instanceof MigrationRefused) return { pending: [], refused: error.message }
    throw error
  }
}

const workspaceIdsIn = (db: Database): string[] =>
  (db.prepare('select id from workspaces order by id').all() as { id: string }[]).map(({ id }) => id)

const hasTable = (db: Database, name: string): boolean =>
  db.prepare("select 1 from sqlite_schema where type = 'table' and name = ?").get(name) !== undefined
