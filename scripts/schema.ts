/**
 * Writes the tables that the migrations make to `test/schema.sql`, where every change of them is read as a change:
 *
 *   npm run schema
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { migrate } from '../src/store/migrate.ts'

export const schemaFile = join(import.meta.dirname, '../test/schema.sql')

/** Every table and index of a fresh database, in SQL, by name. */
export function dumpSchema(): string {
  const db = new SqliteDatabase(':memory:')
  migrate(db)
  const rows = db
    .prepare(
      `select sql from sqlite_schema where sql is not null and name not like 'sqlite_%'
       order by tbl_name, type = 'index', name`,
    )
    .pluck()
    .all() as string[]
  db.close()
  return `-- Made by npm run schema. Do not edit.\n\n${rows.map((sql) => `${sql};\n`).join('\n')}`
}

if (import.meta.main) writeFileSync(schemaFile, dumpSchema())
