import Database from 'better-sqlite3'

type Rows = readonly Readonly<Record<string, unknown>>[]

/** The whole database, looked at from outside: what changed since it was opened, and how to undo it. */
export function openTables(path: string) {
  const db = new Database(path)
  db.pragma('busy_timeout = 5000')
  db.pragma('foreign_keys = off')
  const names = tablesIn(db)
  const triggers = db
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_master where type = 'trigger'")
    .all()
  const rowsOf = (table: string) => db.prepare(`select * from "${table}"`).all() as Rows
  const version = () => db.pragma('data_version', { simple: true })
  const before = new Map(names.map((name) => [name, rowsOf(name)]))
  const asText = new Map([...before].map(([name, rows]) => [name, JSON.stringify(rows)]))
  let seen = version()

  const changed = (): string[] => names.filter((name) => JSON.stringify(rowsOf(name)) !== asText.get(name))

  return {
    /** Whether anybody wrote anything since it was opened or settled. */
    isTouched: (): boolean => version() !== seen,
    hasChanged: (): boolean => version() !== seen && changed().length > 0,
    /** Names the tables that are not as they were, and has them as they were again. */
    undo: db.transaction((): string[] => {
      const touched = changed()
      for (const { name } of triggers) db.exec(`drop trigger "${name}"`)
      for (const name of touched) {
        db.exec(`delete from "${name}"`)
        for (const row of before.get(name) ?? []) {
          const columns = Object.keys(row)
          const marks = columns.map(() => '?').join(', ')
          db.prepare(`insert into "${name}" (${columns.join(', ')}) values (${marks})`).run(
            ...Object.values(row),
          )
        }
      }
      for (const { sql } of triggers) db.exec(sql)
      return touched
    }).immediate,
    /** What anybody wrote until now is not asked about any more. */
    settle: (): void => {
      seen = version()
    },
    close: (): void => void db.close(),
  }
}

/** How many rows there are of everything, but of what time alone adds. */
export function counts(path: string): Record<string, number> {
  const db = new Database(path, { readonly: true })
  try {
    return Object.fromEntries(
      tablesIn(db).map((name) => [name, Number(db.prepare(`select count(*) from "${name}"`).pluck().get())]),
    )
  } finally {
    db.close()
  }
}

const tablesIn = (db: Database.Database): string[] =>
  db
    .prepare<[], string>("select name from sqlite_master where type = 'table' and name <> 'job_runs'") // time goes on
    .pluck()
    .all()
