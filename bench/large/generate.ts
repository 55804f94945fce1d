/** Makes the database, quickly, and keeps it: the next time it is there. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { migrate } from '../../src/store/migrate.ts'
import { addAwards } from './awards.ts'
import { addCheers } from './cheers.ts'
import { addCounts } from './counts.ts'
import { addDigests } from './digests.ts'
import { addLetters } from './letters.ts'
import { addPeople } from './people.ts'
import { addPosts } from './posts.ts'
import type { Sizes } from './sizes.ts'
import { addStories } from './stories.ts'
import { addUpkeep } from './upkeep.ts'
import { keepSentences } from './words.ts'

/** Made by other rules than these, it is made anew. */
const EDITION = 2

const steps: readonly (readonly [string, (db: Database, sizes: Sizes) => void])[] = [
  ['people', addPeople],
  ['stories', addStories],
  ['letters', addLetters],
  ['cheers', addCheers],
  ['posts', addPosts],
  ['digests', addDigests],
  ['prizes', addAwards],
  ['what is forgotten again', addUpkeep],
  ['counters', addCounts],
]

/** @returns the file, in `folder`; made there when there is none yet */
export function generate(folder: string, sizes: Sizes, say: (text: string) => void): string {
  const file = join(folder, `plaudit-${sizes.people}-${sizes.stories}-${EDITION}.db`)
  if (existsSync(file)) return file
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unfinished = `${file}.unfinished`
  rmSync(unfinished, { force: true })
  const db = new SqliteDatabase(unfinished)
  const began = performance.now()
  const lap = (what: string) => say(`${what}: ${Math.round((performance.now() - began) / 1000)} s`)
  try {
    makeQuick(db)
    migrate(db)
    db.pragma('foreign_keys = off')
    const putBack = takeAside(db)
    keepSentences(db)
    for (const [what, add] of steps) {
      db.transaction(() => add(db, sizes))()
      lap(what)
    }
    for (const sql of putBack) db.exec(sql)
    lap('indexes')
    db.pragma('journal_mode = WAL')
  } finally {
    db.close()
  }
  renameSync(unfinished, file)
  return file
}

function makeQuick(db: Database): void {
  db.pragma('journal_mode = off')
  db.pragma('synchronous = off')
  db.pragma('locking_mode = exclusive')
  db.pragma('cache_size = -1000000')
  db.pragma('temp_store = memory')
}

/** Indexes are made faster from all rows at once, and triggers would ask at every row. @returns what makes them again */
function takeAside(db: Database): string[] {
  const aside = db
    .prepare(
      "select type, name, sql from sqlite_schema where type in ('index', 'trigger') and sql is not null",
    )
    .all() as { type: string; name: string; sql: string }[]
  const needed = ['people_to_look_up', 'stories_by_time']
  return aside
    .filter(({ name }) => !needed.includes(name))
    .map(({ type, name, sql }) => {
      db.exec(`drop ${type} ${name}`)
      return sql
    })
}
