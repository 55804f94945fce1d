/**
 * A disk that can be full for a while. Where this may mount one (root, outside most containers) it is a small tmpfs.
 * Elsewhere the process itself is loaded with full-disk.ts, which lets SQLite give it no more pages: the same error from
 * the same place in SQLite, and no right is needed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export type Disk = {
  readonly how: 'as it is' | 'a small tmpfs' | 'SQLite without pages'
  /** For the processes. */
  readonly env: Readonly<Record<string, string>>
  /** From now on nothing more goes on it. */
  readonly fill: () => void
  readonly free: () => void
  readonly remove: () => void
}

const SIZE = '10m'
const PRELOAD = pathToFileURL(join(import.meta.dirname, 'full-disk.ts')).href

/** A disk that nobody fills. */
export const plainDisk = (): Disk => {
  const nothing = () => undefined
  return { how: 'as it is', env: {}, fill: nothing, free: nothing, remove: nothing }
}

/** @param folder empty; the database comes into it */
export const smallDisk = (folder: string): Disk => (mayMount() ? tmpfs(folder) : withoutPages(folder))

function tmpfs(folder: string): Disk {
  mount(folder)
  const filler = join(folder, 'filler')
  return {
    how: 'a small tmpfs',
    env: {},
    fill() {
      for (let size = 4 * 1024 * 1024; size >= 1024; size /= 2) {
        try {
          for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' })
        } catch {} // it is full for pieces of that size
      }
    },
    free: () => rmSync(filler, { force: true }),
    remove: () => void spawnSync('umount', [folder]),
  }
}

/** No disk is needed, and no right. */
export function withoutPages(folder: string): Disk {
  const flag = join(folder, 'full')
  return {
    how: 'SQLite without pages',
    env: { NODE_OPTIONS: `--import=${PRELOAD}`, PLAUDIT_CHAOS_FULL: flag },
    fill: () => writeFileSync(flag, ''),
    free: () => rmSync(flag, { force: true }),
    remove: () => undefined,
  }
}

const mount = (folder: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder]).status === 0

let allowed: boolean | undefined

/** Found out by trying. PLAUDIT_CHAOS_MOUNT=no tries the other way. */
function mayMount(): boolean {
  allowed ??= process.env.PLAUDIT_CHAOS_MOUNT !== 'no' && process.getuid?.() === 0 && tried()
  return allowed
}

function tried(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-chaos-'))
  const isMounted = existsSync('/proc/mounts') && mount(folder)
  if (isMounted) spawnSync('umount', [folder])
  rmSync(folder, { recursive: true, force: true })
  return isMounted
}
