import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { dumpSchema, schemaFile } from '../../scripts/schema.ts'
import { migrate } from '../../src/store/migrate.ts'
import { textOf } from './sources.ts'

type Column = { readonly name: string; readonly type: string; readonly values: readonly string[] }
type Tables = Readonly<Record<string, readonly Column[]>>

let db: Database
beforeAll(() => {
  db = new SqliteDatabase(':memory:')
  migrate(db)
})
afterAll(() => {
  db.close()
})

const tableNames = (): string[] =>
  db
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[]
const sqlOf = (table: string) =>
  db.prepare('select sql from sqlite_schema where name = ?').pluck().get(table) as string

describe('the schema', () => {
  test('is the one in test/schema.sql: npm run schema writes it anew', () => {
    expect(readFileSync(schemaFile, 'utf8')).toBe(dumpSchema())
  })

  test('is strict, and every row belongs to a workspace', () => {
    for (const table of tableNames()) {
      expect(sqlOf(table)).toMatch(/\)\s*strict(, without rowid)?$/i)
      if (table === 'migrations' || table === 'workspaces') continue
      const columns = db.prepare('select name from pragma_table_info(?)').pluck().all(table)
      expect([table, columns]).toEqual([table, expect.arrayContaining(['workspace_id'])])
    }
  })

  test('is what the code believes: tables, columns, what may be null, has a default, or is one of a few', () => {
    expect(believed()).toEqual(actual())
  })
})

/** As `Schema` in src/store/schema.ts says it, with the part about rounds. */
function believed(): Tables {
  const files = ['src/store/schema.ts', 'src/store/schema-rounds.ts']
  const bodyOf = (file: string) =>
    (textOf(file) ?? '').split(/export type \w*Schema = (?:\w+ & )?\{/)[1] ?? ''
  const source = files.map(bodyOf).join(' ')
  const plain = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').replace(/\s+/g, ' ')
  const tables = [...plain.matchAll(/(\w+): \{([^}]*)\}/g)]
  return Object.fromEntries(
    tables.map(([, table = '', body = '']) => [
      table,
      [...body.matchAll(/(\w+): (.*?)(?= \w+: |$|; ?)/g)].map(([, name = '', said = '']) =>
        column(name, said.trim()),
      ),
    ]),
  )
}

function column(name: string, said: string): Column {
  const values = said.match(/'[^']+'/g) ?? []
  const isNumber = /\b(number|Flag)\b/.test(said)
  return {
    name,
    type: type(isNumber, said.includes('| null'), /^(Default|Generated)</.test(said)),
    values: said.includes('Flag') ? ['0', '1'] : values.map((value) => value.slice(1, -1)).sort(),
  }
}

const type = (isNumber: boolean, mayBeNull: boolean, hasDefault: boolean): string =>
  `${isNumber ? 'number' : 'text'}${mayBeNull ? ' or null' : ''}${hasDefault ? ', has a default' : ''}`

/** As the database has it. */
function actual(): Tables {
  const tables = tableNames().filter((table) => table !== 'migrations')
  return Object.fromEntries(tables.map((table) => [table, columnsOf(table)]))
}

type Info = { name: string; type: string; notnull: number; dflt_value: string | null; pk: number }

function columnsOf(table: string): Column[] {
  const sql = sqlOf(table)
  const rows = db.prepare('select * from pragma_table_info(?)').all(table) as Info[]
  return rows.map((row) => {
    const generated = row.type === 'INTEGER' && row.pk === 1 && /autoincrement/i.test(sql)
    const [, checked = ''] = new RegExp(`check \\(${row.name} in\\s*\\(([^)]*)\\)\\)`).exec(sql) ?? []
    return {
      name: row.name,
      type: type(
        row.type === 'INTEGER',
        row.notnull === 0 && row.pk === 0,
        row.dflt_value !== null || generated,
      ),
      values: checked
        .split(',')
        .map((value) => value.trim().replaceAll("'", ''))
        .filter(Boolean)
        .sort(),
    }
  })
}
