/** A database of one's own for a test, and clocks that are set by hand. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../../src/domain/clock.ts'
import { addTo, type Duration, type Instant } from '../../src/domain/time.ts'
import { openStore, type Store } from '../../src/store/store.ts'

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
