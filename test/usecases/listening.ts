import type { Database } from 'better-sqlite3'
import type { Store } from '../../src/store/store.ts'
import { type Asked, listeningTx } from '../store/plans.ts'
import { handClock } from '../store/support.ts'
import type { TestPlaudit } from './support.ts'

/** The use-cases over a store that writes down every question it is asked. */
export function listeningPlaudit(db: Database): { app: TestPlaudit; asked: Asked[] } {
  const clock = handClock()
  const { tx, asked } = listeningTx(db, clock.civil())
  const write: Store['write'] = (body) => body({ ...tx, now: clock.civil(), realNow: clock.real() })
  const store: Store = {
    write,
    collect: (body) => (item) => write((tx) => body(tx, [item])),
    read: (body) => body({ ...tx }),
    on: () => {},
    ping: async () => {},
    commits: () => 0,
    close: async () => {},
  }
  return { app: { store, clock, path: '', close: store.close, read: store.read, write: store.write }, asked }
}
