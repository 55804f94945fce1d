/** The disk is full for a while, or somebody else writes in the database and takes their time. */
import { setTimeout as pause } from 'node:timers/promises'
import SqliteDatabase from 'better-sqlite3'
import type { FaultKind } from './fault.ts'

const full: FaultKind = {
  name: 'full disk',
  weight: 3,
  needsDisk: true,
  draw(dice, at) {
    const ms = dice.between(200, 1_500)
    return {
      at,
      what: `the disk is full for ${ms} ms`,
      async strike({ disk }) {
        disk.fill()
        await pause(ms)
        disk.free()
      },
    }
  },
}

/** Up to longer than anybody is kept waiting for the database. */
const locked: FaultKind = {
  name: 'lock',
  weight: 3,
  draw(dice, at) {
    const ms = dice.pick([100, 600, 2_400])
    return {
      at,
      what: `the database is locked for ${ms} ms`,
      async strike({ database, troubles }) {
        const db = new SqliteDatabase(database, { timeout: 0 })
        try {
          const since = performance.now()
          while (!began(db)) {
            if (performance.now() - since > 3_000)
              return void troubles.push('the database was locked for 3 s')
            await pause(2)
          }
          await pause(ms)
          db.exec('rollback')
        } finally {
          db.close()
        }
      },
    }
  },
}

function began(db: SqliteDatabase.Database): boolean {
  try {
    db.exec('begin immediate')
    return true
  } catch {
    return false
  }
}

export const storageFaults: readonly FaultKind[] = [full, locked]
