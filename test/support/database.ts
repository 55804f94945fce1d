/** A database that is there and migrated already: to migrate one for each test takes longer than many a test. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWriter } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'

let migrated: Buffer | undefined

/** Puts one at this path. */
export function bringDatabase(path: string): void {
  migrated ??= makeDatabase()
  writeFileSync(path, migrated, { mode: 0o600 })
}

function makeDatabase(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-migrated-'))
  try {
    const path = join(folder, 'plaudit.db')
    const db = openWriter(path)
    migrate(db)
    db.close()
    return readFileSync(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
