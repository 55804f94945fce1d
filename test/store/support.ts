/** A database of one's own for a test, and clocks that are set by hand. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from '@jest/globals'
import type { Clock } from '../../src/domain/clock.ts'
import { addTo, type Duration, type Instant } from '../../src/domain/time.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { bringDatabase } from '../support/database.ts'

export const WORKSPACE = 'T1'

export type HandClock = Clock & {
  /** Both clocks go on. */
  readonly pass: (time: Duration) => void
  readonly setCivil: (at: Instant) => void
}

/** A Monday morning. Real time stands where civil time does, until one of them is set. */
export function handClock(at: Instant = '2026-11-16T09:00:00.000Z'): HandClock {
  let civil = at
  let real = at
  return {
    civil: () => civil,
    real: () => real,
    pass: (time) => {
      civil = addTo(civil, time)
      real = addTo(real, time)
    },
    setCivil: (to) => {
      civil = to
    },
  }
}

/** An empty folder, and how to be rid of it. */
export function tempFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'plaudit-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export type TestStore = {
  readonly store: Store
  readonly clock: HandClock
  readonly path: string
  readonly close: () => Promise<void>
}

export function openTestStore(clock = handClock()): TestStore {
  const folder = tempFolder()
  const path = join(folder.path, 'plaudit.db')
  bringDatabase(path)
  const store = openStore({ path, workspaceId: WORKSPACE, clock })
  return {
    store,
    clock,
    path,
    close: async () => {
      await store.close()
      folder.remove()
    },
  }
}

export type OtherProcess = {
  /** What it said so far, line by line. */
  readonly said: () => string[]
  /** Resolves once it said this line. */
  readonly says: (line: string) => Promise<void>
  /** Ends its input. */
  readonly letGo: () => void
  /** Resolves when it ended well; rejects with what it complained about. */
  readonly ends: Promise<void>
}

const children = new Set<ChildProcess>()
afterEach(() => {
  for (const child of children) child.kill()
  children.clear()
})

/** Starts `other-process.ts`; what still runs after the test is ended. */
export function startOther(...args: string[]): OtherProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'other-process.ts'), ...args])
  children.add(child)
  let out = ''
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text
  })
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  const ends = once(child, 'close').then(([code]) => {
    if (code !== 0) throw new Error(complaints)
  })
  ends.catch(() => {}) // whoever waits for it hears of it
  const said = () => out.split('\n').filter(Boolean)
  const says = async (line: string) => {
    const ended = ends.then(() => {
      throw new Error(`it ended without saying "${line}"`)
    })
    while (!said().includes(line)) await Promise.race([once(child.stdout, 'data'), ended])
    ended.catch(() => {}) // it may end now
  }
  return { said, says, letGo: () => child.stdin.end(), ends }
}
