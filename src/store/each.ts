/** A list as one parameter. The statement is the same however long the list is, so it is prepared once. */
import { type RawBuilder, sql } from 'kysely'

/** As a table with one column, `value`; of an item that is itself a list, `value ->> 0` is its first member. */
export const each = (items: readonly unknown[]): RawBuilder<{ value: unknown }> =>
  sql`json_each(${JSON.stringify(items)})`

/** What follows `in`: any of these texts. */
export const anyOf = (items: readonly string[]): RawBuilder<string> => sql`(select value from ${each(items)})`

/** What follows `(a, b) in`: any of these pairs of texts. */
export const anyPairOf = (pairs: readonly (readonly [string, string])[]): RawBuilder<unknown> =>
  sql`(select value ->> 0, value ->> 1 from ${each(pairs)})`
