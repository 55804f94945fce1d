/** Copies of the whole database, made while others write to it. */
import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'
import { Problem } from '../domain/problem.ts'
import { openReader } from './database.ts'

/** The copy is made in one step: it shows one moment, and a busy writer neither waits for it nor starts it over. */
const ALL_PAGES = 2 ** 31 - 1

/**
 * Copies the database at `path` to the new file `file`, readable by its owner alone. Throws `conflict` when the file is
 * there, and `invalid` when it cannot be made.
 */
export async function backupDatabase(path: string, file: string): Promise<void> {
  claimFile(file)
  try {
    await copyDatabase(path, file)
    flush(file)
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
}

/** Into an empty file. The copy stands alone: no write-ahead log belongs to it. */
export async function copyDatabase(path: string, file: string): Promise<void> {
  const from = openReader(path)
  try {
    await from.backup(file, { progress: () => ALL_PAGES })
  } finally {
    from.close()
  }
  const copy = new SqliteDatabase(file)
  try {
    copy.pragma('journal_mode = delete')
  } finally {
    copy.close()
  }
}

/** Makes an empty file that nobody else can read. */
export function claimFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new Problem('conflict', 'backup.exists', 'file', { file })
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new Problem('invalid', 'backup.no-folder', 'file', { file })
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw new Problem('invalid', 'backup.not-allowed', 'file', { file })
    throw error
  }
}

/** Until what is in the file is on the disk. */
export function flush(file: string): void {
  const handle = openSync(file, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
