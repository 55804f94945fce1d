/**
 * Loaded into the process before Plaudit (`--import`), where no small disk can be mounted: as long as the file that
 * PLAUDIT_CHAOS_FULL names is there, SQLite gives its writers no more pages.
 */
import { existsSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'

const LOOK_EVERY_MS = 10
const NO_LIMIT = 4_294_967_294

const flag = process.env.PLAUDIT_CHAOS_FULL ?? ''
const writers = new Set<SqliteDatabase.Database>()
const { pragma } = SqliteDatabase.prototype
let isFull = existsSync(flag)

SqliteDatabase.prototype.pragma = function (...args) {
  const isNew = !this.readonly && !writers.has(this)
  if (isNew) writers.add(this)
  if (isNew && isFull) limit(this)
  return pragma.apply(this, args)
}

/** SQLite takes no limit below what there is: that is as full as it gets. */
function limit(writer: SqliteDatabase.Database): void {
  pragma.call(writer, `max_page_count = ${isFull ? 1 : NO_LIMIT}`)
}

setInterval(() => {
  if (existsSync(flag) === isFull) return
  isFull = !isFull
  for (const writer of writers) if (writer.open) limit(writer)
}, LOOK_EVERY_MS).unref()
