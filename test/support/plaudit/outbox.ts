import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { Instant } from '../../../src/domain/time.ts'

/** How long nothing may change while something is left to do. */
const PATIENCE_MS = 8_000

/** Looks into the database from outside, to know when Plaudit has nothing left to do. */
export function createOutbox(path: string, now: () => Instant) {
  const db = new Database(path, { readonly: true })
  const busy = db.prepare<[Instant], { what: string }>(`
    select 'event ' || kind as what from inbox
    union all
    select 'delivery ' || kind || ' to ' || lane || ' is ' || state from deliveries d
    where state = 'sending' or (state = 'waiting' and due_at <= ?
      and (thread_of is null or (select state from deliveries p where p.id = d.thread_of) <> 'waiting'))`)
  const count = db.prepare<[], { n: number }>('select count(*) as n from people where known_at is not null')

  return {
    /** Resolves once every event is acted on, and everything due is said. */
    async settled(): Promise<void> {
      let last = 0
      for (let end = 0; ; ) {
        const left = busy.all(now())
        if (left.length === 0) return
        if (left.length !== last) end = Date.now() + PATIENCE_MS
        if (Date.now() > end) throw new Error(`Plaudit is still busy: ${JSON.stringify(left.slice(0, 20))}`)
        last = left.length
        await pause(left.length > 10 ? 25 : 3)
      }
    },
    /** Resolves once the directory knows so many people. */
    async knows(people: number): Promise<void> {
      const end = Date.now() + PATIENCE_MS
      while ((count.get()?.n ?? 0) < people) {
        if (Date.now() > end) throw new Error(`the directory knows ${count.get()?.n} people, not ${people}`)
        await pause(3)
      }
    },
    close: () => void db.close(),
  }
}
