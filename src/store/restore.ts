/**
 * Puts a backup in place of the database. Everything is checked on a copy beside it first; the database that was there
 * is kept; and one rename makes the change, so that a power cut leaves one or the other.
 */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { Problem } from '../domain/problem.ts'
import type { Instant } from '../domain/time.ts'
import { claimFile, copyDatabase, flush } from './backup.ts'
import { inspectDatabase } from './inspect.ts'
import { MigrationRefused } from './migrate.ts'

export type Restored = {
  /** Where the database is now that was there before. */
  readonly aside?: string
  readonly stories: number
}

/** How long a connection that is just closing is waited for. */
const PATIENCE_MS = 1_000
const BESIDE = ['-wal', '-shm'] as const

/**
 * Throws `not_found`, `invalid` or `conflict` Problems about the file, `restore.running` while another process has the
 * database open, and MigrationRefused for a backup of a newer version. Then nothing is changed.
 */
export async function restoreDatabase(path: string, file: string, now: Instant): Promise<Restored> {
  if (!existsSync(file)) throw new Problem('not_found', 'restore.missing', 'file', { file })
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const fresh = `${path}.restoring`
  rmSync(fresh, { force: true }) // of a restore that was cut off
  try {
    claimFile(fresh)
    await copyChecked(file, fresh)
    const stories = doubtWhatWaits(fresh)
    flush(fresh)
    const aside = existsSync(path) ? setAside(path, now) : undefined
    renameSync(fresh, path)
    flush(dirname(path))
    return { stories, ...(aside ? { aside } : {}) }
  } finally {
    rmSync(fresh, { force: true })
  }
}

async function copyChecked(file: string, fresh: string): Promise<void> {
  const refuse = (key: string, why = '') => new Problem('invalid', key, 'file', { file, why })
  try {
    await copyDatabase(file, fresh)
    const { damage, brokenReferences, isPlaudit, refused } = inspectDatabase(fresh)
    if (damage.length > 0) throw refuse('restore.damaged', damage[0])
    if (!isPlaudit) throw refuse('restore.not-plaudit')
    if (refused) throw new MigrationRefused(refused)
    if (brokenReferences > 0) throw refuse('restore.damaged', `${brokenReferences} broken references`)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'SQLITE_NOTADB') throw refuse('restore.not-plaudit')
    if (code?.startsWith('SQLITE_CORRUPT')) throw refuse('restore.damaged', (error as Error).message)
    throw error
  }
}

/**
 * What waited to be said when the backup was made may have been said since: whoever says it looks first.
 * @returns how many stories the database holds
 */
function doubtWhatWaits(path: string): number {
  const db = new SqliteDatabase(path)
  try {
    db.exec("update deliveries set doubt = 1 where state = 'waiting' and post_id is null and doubt = 0")
    return db.prepare('select count(*) from stories').pluck().get() as number
  } finally {
    db.close()
  }
}

/** Keeps what is there as a file of its own. Throws `restore.running` while another process has it open. */
function setAside(path: string, now: Instant): string {
  const isSound = takeAlone(path)
  const aside = `${path}.before-${now.replace(/[:.]/g, '-')}`
  claimFile(aside)
  copyFileSync(path, aside)
  flush(aside)
  for (const end of BESIDE) {
    if (!existsSync(path + end)) continue
    // Only a damaged database still has them now; without them nobody could ever mend it.
    if (!isSound) copyFileSync(path + end, aside + end)
    rmSync(path + end)
  }
  return aside
}

/**
 * Leaving write-ahead logging needs the file for oneself: SQLite refuses while any other process has it open, whatever
 * it is doing, and the lock ends with that process. @returns false for a file that is too damaged to be asked
 */
function takeAlone(path: string): boolean {
  try {
    const db = new SqliteDatabase(path, { timeout: PATIENCE_MS })
    try {
      db.pragma('journal_mode = delete')
      return true
    } finally {
      db.close()
    }
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
      throw new Problem('conflict', 'restore.running', undefined, { path })
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return false
    throw error
  }
}
