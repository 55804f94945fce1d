/** What must never be read in a log, a measure or an answer: secrets, and what people and customers wrote. */
import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'

/** Names of secrets in the environment. */
const ENVIRONMENT = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET']
const COLUMNS = `
  words lesson deeds thanks customer_name author_name author_role text note reason reference given description body`
/** Shorter ones are words that anybody uses. */
const SHORTEST = 12
/** Of long ones a piece is enough to know them by. */
const PIECE = 16
const MOST_PIECES = 12

export const tokensIn = (env: Readonly<Record<string, string | undefined>>): string[] =>
  ENVIRONMENT.flatMap((name) => env[name] ?? [])

/** The secrets of sources, as the database keeps them. */
export const sourceSecretsIn = (path: string): string[] =>
  ask(path, (db) =>
    columnsOf(db, ['secret', 'token_hash']).flatMap(([table, column]) => textsOf(db, table, column)),
  )

/** Everything that somebody wrote: stories, letters, reasons, notes. */
export const wordsIn = (path: string): string[] =>
  ask(path, (db) =>
    columnsOf(db, COLUMNS.trim().split(/\s+/)).flatMap(([table, column]) => textsOf(db, table, column)),
  )

/** Which of them stand in the text, or a piece of them; a few, cut short. */
export function readableIn(text: string, secrets: readonly string[]): string[] {
  if (text === '') return []
  const found = [...new Set(secrets)].flatMap(piecesOf).filter((piece) => text.includes(piece))
  return found.slice(0, 5)
}

function piecesOf(secret: string): string[] {
  const pieces: string[] = []
  for (let at = 0; at < secret.length && pieces.length < MOST_PIECES; at += PIECE)
    pieces.push(secret.slice(at, at + PIECE))
  return pieces.map((piece) => JSON.stringify(piece).slice(1, -1)).filter(({ length }) => length >= SHORTEST)
}

function ask(path: string, read: (db: Database.Database) => string[]): string[] {
  if (!existsSync(path)) return []
  const db = new Database(path, { readonly: true, timeout: 2_000 })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

type Column = { readonly t: string; readonly c: string }
/** By the version of the structure, which is asked for after each of many tests and is always the same. */
const known = new Map<unknown, readonly Column[]>()

function columnsOf(db: Database.Database, names: readonly string[]): [table: string, column: string][] {
  const version = db.pragma('schema_version', { simple: true })
  const columns = known.get(version) ?? allColumns(db)
  known.set(version, columns)
  return columns.filter(({ c }) => names.includes(c)).map(({ t, c }) => [t, c])
}

const allColumns = (db: Database.Database): readonly Column[] =>
  db
    .prepare<[], Column>(
      "select m.name as t, i.name as c from sqlite_master m, pragma_table_info(m.name) i where m.type = 'table'",
    )
    .all()

const textsOf = (db: Database.Database, table: string, column: string): string[] =>
  db
    .prepare<[], string>(`select distinct ${column} from ${table} where ${column} is not null limit 200`)
    .pluck()
    .all()
    .flatMap((text) => (column === 'body' ? textsInJson(text) : [text]))

/** What stands in a JSON: texts with a space in them, since ids and kinds are nobody's words. */
function textsInJson(json: string): string[] {
  const found: string[] = []
  JSON.parse(json, (_, value: unknown) => {
    if (typeof value === 'string' && value.includes(' ')) found.push(value)
    return value
  })
  return found
}
