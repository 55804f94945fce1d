/**
 * Group commit: what is written at the same moment shares one flush. Every member is a savepoint of one IMMEDIATE
 * transaction, so one that breaks a rule leaves the others alone, and a storm on a slow disk costs a few flushes.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'

const MOST_MEMBERS = 200
/** Another process writes: how often we look whether it is done. */
const LOOK_EVERY_MS = 5

type Member = {
  readonly run: () => Promise<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

export type GroupCommit = {
  /**
   * Runs `body` in the next shared transaction and resolves once that is on disk; rejects with what `body` threw, and
   * then nothing of it is kept. `body` awaits nothing but the database, and may be run again when the whole group fails.
   */
  join<T>(body: () => Promise<T>): Promise<T>
  /** Resolves when nothing is waiting to be written. */
  idle(): Promise<void>
  /** How many transactions were committed, for the metrics. */
  commits(): number
}

/**
 * @param patienceMs how long to wait while another process writes, before whoever waits is told that it did not work:
 * shorter than the three seconds that Slack waits for us
 */
export function groupCommit(db: Database, patienceMs = 2_000): GroupCommit {
  let waiting: Member[] = []
  let flushing: Promise<void> | undefined
  let commits = 0

  async function flush() {
    // Let everything that arrived in this turn of the event loop join before the disk is asked.
    await new Promise(setImmediate)
    while (waiting.length > 0) {
      const members = waiting.slice(0, MOST_MEMBERS)
      waiting = waiting.slice(MOST_MEMBERS)
      await commitTogether(members)
      await new Promise(setImmediate)
    }
    flushing = undefined
  }

  async function commitTogether(members: readonly Member[]): Promise<void> {
    const settle: (() => void)[] = []
    try {
      await begin()
    } catch (error) {
      for (const member of members) member.reject(error)
      return
    }
    try {
      for (const member of members) settle.push(await asSavepoint(member))
      db.exec('commit')
      commits += 1
    } catch (error) {
      if (db.inTransaction) db.exec('rollback')
      return apart(members, error)
    }
    for (const tell of settle) tell()
  }

  /** Waits between two looks and not inside SQLite, which would hold up everything else that this process does. */
  async function begin(): Promise<void> {
    const giveUpAt = performance.now() + patienceMs
    for (;;) {
      try {
        db.exec('begin immediate')
        return
      } catch (error) {
        if (!isBusy(error) || performance.now() > giveUpAt) throw error
        await pause(LOOK_EVERY_MS)
      }
    }
  }

  /** The whole group failed (a full disk rolls back savepoints too): each stands or falls alone. */
  async function apart(members: readonly Member[], error: unknown) {
    if (members.length === 1) {
      members[0]?.reject(error)
      return
    }
    for (const member of members) await commitTogether([member])
  }

  async function asSavepoint(member: Member): Promise<() => void> {
    db.exec('savepoint member')
    try {
      const value = await member.run()
      db.exec('release member')
      return () => member.resolve(value)
    } catch (error) {
      if (!db.inTransaction) throw error
      db.exec('rollback to member')
      db.exec('release member')
      return () => member.reject(error)
    }
  }

  return {
    join: <T>(body: () => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ run: body, resolve: resolve as (value: unknown) => void, reject })
        flushing ??= flush()
      }),
    idle: async () => {
      while (flushing) await flushing
    },
    commits: () => commits,
  }
}

const isBusy = (error: unknown): boolean => {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY')
}
