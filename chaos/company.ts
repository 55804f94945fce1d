/** One round's company: a pretend Slack, a database, real processes, and the books that people keep themselves. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { type Person, type PretendSlack, startPretendSlack } from '../playground/server/index.ts'
import { bringEverybody } from './cast.ts'
import type { Disk } from './disk.ts'
import { createMachines, type Machines } from './machines.ts'
import { MANIFEST, type Template } from './template.ts'

export type Mode = 'socket' | 'http'

/** An event that fails is sent again until the round is over, so that none is lost by Slack's own rules. */
const RETRIES_MS = [0, 100, 300, 700, 1_500, 2_500, 3_000, 3_000, 3_000, 3_000]

export type Company = {
  readonly mode: Mode
  readonly slack: PretendSlack
  readonly machines: Machines
  readonly database: string
  readonly disk: Disk
  readonly secret: string
  readonly person: (id: string) => Person
  readonly read: <Row>(sql: string, ...args: unknown[]) => Row[]
  /** What went wrong besides the books: each line fails the round. */
  readonly troubles: string[]
  readonly close: () => Promise<void>
}

export async function openCompany(mode: Mode, template: Template, openDisk: (folder: string) => Disk) {
  const slack = await startPretendSlack({ manifest: MANIFEST, mode, rates: 'off', retryDelaysMs: RETRIES_MS })
  bringEverybody(slack)
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-chaos-'))
  const disk = openDisk(folder)
  const database = join(folder, 'plaudit.db')
  template.copyTo(database)
  const machines = createMachines(slack, { ...disk.env, DATABASE_PATH: database })
  const company: Company = {
    mode,
    slack,
    machines,
    database,
    disk,
    secret: template.secret,
    person: (id) => slack.person(id),
    read<Row>(sql: string, ...args: unknown[]): Row[] {
      const db = new SqliteDatabase(database, { readonly: true, timeout: 2_000 })
      try {
        return db.prepare(sql).all(...args) as Row[]
      } finally {
        db.close()
      }
    },
    troubles: [],
    async close() {
      await machines.close()
      await slack.stop()
      disk.remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return company
}
