/**
 * Group commit: what is written at the same moment shares one flush. Every member is a savepoint of one IMMEDIATE
 * transaction, so one that breaks a rule leaves the others alone, and a storm on a slow disk costs a few flushes.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'

const MOST_MEMBERS = 200
/** Another process writes: how often we look whether it is done. */
const LOOK_EVERY_MS = 5
/** Of a crowd at the door each turn of the event loop lets one in: after so many turns without anybody all are in. */
const QUIET_TURNS = 2
/** Nobody waits longer for company than the last flush took; or, where flushes are quick, than this. */
const LEAST_PATIENCE_MS = 1

type Member = {
  readonly run: () => Promise<unknown>
  /** When it joined. */
  readonly since: number
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

export type GroupCommit = {
  /**
   * Runs `body` in the next shared transaction and resolves once that is on disk; rejects with what `body` threw, and
   * then nothing of it is kept. `body` awaits nothing but the database, and may be run again when the whole group fails.
   */
  join<T>(body: () => Promise<T>): Promise<T>
  /** Somebody came along with a member that waits already: more may be on their way. */
  cameAlong(): void
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
  const waiting: Member[] = []
  let flushing: Promise<void> | undefined
  let commits = 0
  let lastFlushMs = 0
  let came = 0

  async function flush() {
    await gather()
    while (waiting.length > 0) {
      // Who comes while another process writes joins too.
      if (await begin(waiting)) await commitTogether(waiting.splice(0, MOST_MEMBERS))
      await gather()
    }
    flushing = undefined
  }

  /** Lets everybody who is coming join before the disk is asked: a flush takes as long for one as for all. */
  async function gather() {
    const until = performance.now() + Math.max(LEAST_PATIENCE_MS, lastFlushMs)
    for (let quiet = 0; quiet < QUIET_TURNS && performance.now() < until; ) {
      const before = came
      await new Promise(setImmediate)
      quiet = came === before ? quiet + 1 : 0
    }
  }

  /**
   * Waits between two looks and not inside SQLite, which would hold up everything else that this process does. Whoever
   * waited too long is told so. @returns whether there is a transaction now; if not, nobody waits for one any more
   */
  async function begin(members: Member[]): Promise<boolean> {
    while (members.length > 0) {
      try {
        db.exec('begin immediate')
        return true
      } catch (error) {
        const tooLong = isBusy(error) ? performance.now() - patienceMs : Number.POSITIVE_INFINITY
        while (members[0] && members[0].since <= tooLong) members.shift()?.reject(error)
        if (members.length > 0) await pause(LOOK_EVERY_MS)
      }
    }
    return false
  }

  async function commitTogether(members: Member[]): Promise<void> {
    const settle: (() => void)[] = []
    try {
      for (const member of members) settle.push(await asSavepoint(member))
      const asked = performance.now()
      db.exec('commit')
      lastFlushMs = performance.now() - asked
      commits += 1
    } catch (error) {
      rollback()
      return apart(members, error)
    }
    for (const tell of settle) tell()
  }

  /** The whole group failed (a full disk rolls back savepoints too): each stands or falls alone. */
  async function apart(members: Member[], error: unknown) {
    if (members.length === 1) {
      members[0]?.reject(error)
      return
    }
    for (const member of members) if (await begin([member])) await commitTogether([member])
  }

  /** What broke the transaction is told; that it could not even be rolled back would only hide it. */
  function rollback() {
    try {
      if (db.inTransaction) db.exec('rollback')
    } catch {}
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
        const settle = { resolve: resolve as (value: unknown) => void, reject }
        waiting.push({ run: body, since: performance.now(), ...settle })
        came += 1
        flushing ??= flush()
      }),
    cameAlong: () => {
      came += 1
    },
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
