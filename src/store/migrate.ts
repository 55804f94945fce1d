/** Applies the numbered files of `migrations/`: each in a transaction of its own, once, under the database's write lock. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'

const FOLDER = join(import.meta.dirname, '../../migrations')

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }
type Applied = { readonly name: string; readonly checksum: string }

/** The database cannot be served by this version of Plaudit. The message says what to do. */
export class MigrationRefused extends Error {}

/**
 * Brings the database up to this code. Safe to call from several processes at once.
 * Throws MigrationRefused when the database is newer than the code or a landed migration was changed.
 * @returns the names of the migrations applied now
 */
export function migrate(db: Database, migrations: readonly Migration[] = readMigrations()): string[] {
  db.exec(
    'create table if not exists migrations (name text primary key, checksum text not null, applied_at text not null) strict',
  )
  const done: string[] = []
  for (const migration of migrations) {
    db.transaction(() => {
      if (pendingMigrations(db, migrations)[0]?.name !== migration.name) return
      db.exec(migration.sql)
      db.prepare('insert into migrations values (?, ?, ?)').run(
        migration.name,
        migration.checksum,
        new Date().toISOString(),
      )
      done.push(migration.name)
    }).immediate()
  }
  pendingMigrations(db, migrations)
  return done
}

/** What is still to be applied, in order. Throws MigrationRefused as `migrate` does. */
export function pendingMigrations(
  db: Database,
  migrations: readonly Migration[] = readMigrations(),
): Migration[] {
  const applied = appliedMigrations(db)
  applied.forEach((was, index) => {
    const known = migrations[index]
    if (!known || known.name !== was.name) {
      throw new MigrationRefused(
        `This database was written by a newer Plaudit (it has ${was.name}). Install that version or a later one, or restore a backup made before the upgrade.`,
      )
    }
    if (known.checksum !== was.checksum) {
      throw new MigrationRefused(
        `The migration ${was.name} is not the one this database was made with. Check out an unchanged release of Plaudit.`,
      )
    }
  })
  return migrations.slice(applied.length)
}

function appliedMigrations(db: Database): Applied[] {
  const known = db.prepare("select 1 from sqlite_schema where name = 'migrations'").get()
  if (!known) return []
  return db.prepare('select name, checksum from migrations order by name').all() as Applied[]
}

/** The migrations that came with this code, in order. */
export function readMigrations(folder = FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}
