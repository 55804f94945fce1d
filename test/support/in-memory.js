import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const ENOUGH = 1024 ** 3

/**
 * Every test has a database of its own, and each of its commits waits for the disk. Where the machine has room in memory,
 * temporary files are there for as long as the tests run: that halves their time, and shows the same.
 */
export async function withFilesInMemory(run) {
  if (!hasRoom()) return await run()
  const before = process.env.TMPDIR
  const folder = mkdtempSync(join(MEMORY, 'plaudit-tests-'))
  process.env.TMPDIR = folder
  try {
    return await run()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    rmSync(folder, { recursive: true, force: true })
  }
}

function hasRoom() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= ENOUGH
  } catch {
    return false // no such place on this machine
  }
}
