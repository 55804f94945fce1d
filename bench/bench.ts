/**
 * Measures Plaudit: the real process, started as `npm start` does, over a real disk.
 *
 *   npm run bench                          everything, with goals
 *   npm run bench -- --only reactions      one part; more than one with commas
 *   npm run bench -- --runs 9              how often a figure is taken
 *   npm run bench -- --folder /mnt/disk    where the databases lie while it runs
 *   npm run bench -- --large-dir /mnt/disk where the large database is kept, once it is made: eight gigabytes
 *   npm run bench -- --quick               everything small, to see that it works; judges nothing
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, release, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import SqliteDatabase from 'better-sqlite3'
import { measureFlushes } from './flushes.ts'
import { measureForms } from './forms.ts'
import { measureLarge } from './large.ts'
import { measureMemory } from './memory.ts'
import { measureOutbox } from './outbox.ts'
import { measureReactions } from './reactions.ts'
import { measureStart } from './start.ts'
import { measureStories } from './stories.ts'
import { measureSustained } from './sustained.ts'
import { judge, type MeasureOptions, show, type Table } from './table.ts'
import { measureVotes } from './votes.ts'

const parts: Readonly<Record<string, (options: MeasureOptions) => Promise<Table | Table[]>>> = {
  reactions: measureReactions,
  sustained: measureSustained,
  stories: measureStories,
  forms: measureForms,
  flushes: measureFlushes,
  memory: measureMemory,
  start: measureStart,
  outbox: measureOutbox,
  votes: measureVotes,
  large: (options) => measureLarge({ ...options, largeDir: values['large-dir'] }),
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(parts).join(',') },
    runs: { type: 'string' },
    folder: { type: 'string', default: join(import.meta.dirname, '../data') },
    'large-dir': { type: 'string', default: join(tmpdir(), 'plaudit-large') },
  },
})
const runs = Number(values.runs ?? (values.quick ? 1 : 5))
const names = values.only.split(',')
const unknown = names.filter((name) => !(name in parts))
if (unknown.length > 0 || !Number.isInteger(runs) || runs < 1) {
  console.error(`There is ${Object.keys(parts).join(', ')}; and runs are 1 or more.`)
  process.exit(2)
}

mkdirSync(resolve(values.folder), { recursive: true })
const folder = mkdtempSync(join(resolve(values.folder), 'bench-'))
const tables: Table[] = []
try {
  console.log(`${environment()}\n`)
  for (const name of names) {
    const measure = parts[name]
    if (!measure) continue
    const own = join(folder, name)
    mkdirSync(own)
    const found = await measure({
      quick: values.quick,
      runs,
      folder: own,
      say: (text) => console.error(`… ${text}`),
    })
    for (const table of [found].flat()) {
      console.log(show(table, !values.quick))
      tables.push(table)
    }
    rmSync(own, { recursive: true })
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const { goals, reached } = judge(tables)
if (!values.quick) console.log(`${reached} of ${goals} goals reached.`)

function environment(): string {
  const { model = 'unknown' } = cpus()[0] ?? {}
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`
  return [
    `${cpus().length} × ${model.trim()}, ${memory}, ${process.platform} ${release()}, Node ${process.versions.node}`,
    `SQLite ${new SqliteDatabase(':memory:').prepare('select sqlite_version()').pluck().get()}, a flush takes ${flushMicros()} µs`,
    `${runs} ${runs === 1 ? 'run' : 'runs'}`,
  ].join('; ')
}

/** What the disk of this machine makes of a commit: figures of two machines are not alike without it. */
function flushMicros(): number {
  const db = new SqliteDatabase(join(folder, 'flush.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('create table one (n integer)')
  const insert = db.prepare('insert into one values (1)')
  const began = performance.now()
  const many = 200
  for (let n = 0; n < many; n += 1) insert.run()
  db.close()
  return Math.round(((performance.now() - began) * 1000) / many)
}
