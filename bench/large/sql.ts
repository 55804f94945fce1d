/** Pieces of SQL that make a database: always the same one, for nothing in it is left to chance. */
import type { Database } from 'better-sqlite3'

/** Looks like a random whole number from 0 to 2147483646; `salt` makes another series of them. */
export const random = (n: string, salt: number): string => {
  const mixed = `(((${n})*48271+${salt * 7_919_317 + 11})%2147483647)`
  return `((${mixed}*${mixed}+${mixed})%2147483647)`
}
/** From 0 to 1. */
export const share = (n: string, salt: number): string => `(${random(n, salt)}/2147483647.0)`
/** As in life: a few of `among` come up often, most of them now and then. */
export const skewed = (n: string, salt: number, among: number): string =>
  `cast(${among}*pow(${share(n, salt)},3) as integer)`
export const person = (n: string): string => `printf('U%07d',${n})`

/** An id that sorts by time, and within it by `n`; `kind`, to 4095, keeps what shares both apart. */
export const id = (ms: string, kind: number, n: string): string =>
  `printf('%08x-%04x-7%03x-8000-%012x',(${ms})/65536,(${ms})%65536,${kind},${n})`
export const instant = (ms: string): string => `strftime('%Y-%m-%dT%H:%M:%S.000Z',(${ms})/1000,'unixepoch')`
/** As the chat platform writes where a post is. */
export const ts = (ms: string, n: string): string => `printf('%d.%06d',(${ms})/1000,(${n})%1000000)`

/** `with` this, `n` goes from 1 to `last`. */
export const counting = (last: number): string =>
  `with recursive count(n) as (select 1 union all select n+1 from count where n<${last})`

/** Fills a table from a query; how many rows came of it. */
export const fill = (db: Database, table: string, query: string): number =>
  db.prepare(`insert into ${table} ${query}`).run().changes
