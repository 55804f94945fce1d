import Database from 'better-sqlite3'

type Row = Readonly<Record<string, unknown>>
type Trigger = { readonly name: string; readonly tbl_name: string; readonly sql: string }

/** The whole database, looked at from outside: what changed since it was opened, and how to undo it. */
export function openTables(path: string) {
  const db = new Database(path)
  db.pragma('busy_timeout = 5000')
  db.pragma('foreign_keys = off')
  const names = tablesIn(db)
  const triggers = db
    .prepare<[], Trigger>("select name, tbl_name, sql from sqlite_master where type = 'trigger'")
    .all()
  const reading = new Map(names.map((name) => [name, db.prepare<[], Row>(`select * from "${name}"`)]))
  const rowsOf = (table: string): readonly Row[] => reading.get(table)?.all() ?? []
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
      // No more than must be: whoever has the database open prepares every statement anew when its structure changes.
      const sealed = triggers.filter(({ tbl_name }) => touched.includes(tbl_name))
      for (const { name } of sealed) db.exec(`drop trigger "${name}"`)
      for (const name of touched) {
        db.exec(`delete from "${name}"`)
        const rows = before.get(name) ?? []
        const columns = Object.keys(rows[0] ?? {})
        if (columns.length === 0) continue
        const marks = columns.map(() => '?').join(', ')
        const insert = db.prepare(`insert into "${name}" (${columns.join(', ')}) values (${marks})`)
        for (const row of rows) insert.run(...Object.values(row))
      }
      for (const { sql } of sealed) db.exec(sql)
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
