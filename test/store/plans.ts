/** How SQLite means to find the rows of what the store asks: told by SQLite itself, for the SQL that is really sent. */
import type { Database } from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Schema } from '../../src/store/schema.ts'
import type { Tx } from '../../src/store/store.ts'

export type Asked = { readonly sql: string; readonly parameters: readonly unknown[] }

/** A transaction over this connection that writes down what it is asked. */
export function listeningTx(db: Database, now: string): { readonly tx: Tx; readonly asked: Asked[] } {
  const asked: Asked[] = []
  const kysely = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: { prepare: (sql) => db.prepare(sql), close: () => {} } }),
    log: ({ query: { sql, parameters } }) => {
      asked.push({ sql, parameters })
    },
  })
  return { tx: { db: kysely, workspaceId: 'T1', now, realNow: now, announce: () => {} }, asked }
}

/** Tables that grow with the years; the others are as small as the workspace's settings. */
const growing = new Set([
  ...['people', 'stories', 'champions', 'declined_credits', 'story_edits', 'retractions', 'photos', 'drafts'],
  ...[
    'reactions',
    'cheers',
    'board_counts',
    'digests',
    'digest_issues',
    'digest_stories',
    'digest_omissions',
  ],
  ...['digest_notes', 'digest_skips', 'deliveries', 'posts', 'post_subjects', 'inbox', 'parked_reactions'],
  ...['handled', 'group_members', 'board_leaves'],
  ...['awards', 'award_shares', 'award_photos', 'ledger_entries', 'prize_edits'],
  ...['story_sources', 'source_withdrawals', 'voices', 'capture_requests', 'capture_asks'],
  ...['praises', 'praise_recipients', 'praise_shares', 'praise_dismissals', 'praise_groups'],
  ...['letter_wholes', 'praise_originals'],
  ...['nominations', 'nomination_evidence', 'step_asides'],
])

/** How SQLite means to go about it, step by step. */
export function planOf(db: Database, { sql, parameters }: Asked): string[] {
  const steps = db.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[]
  return steps.map(({ detail }) => detail)
}

/**
 * The steps that go through all rows of a growing table, or through all of a workspace's, which today is the same. Steps
 * over an index that holds only some rows (those that wait, say) are no such thing.
 */
export function scansOf(db: Database, { sql, parameters }: Asked): string[] {
  if (!/^\s*(select|insert|update|delete|with)/i.test(sql)) return []
  // An insert of values reads nothing; the steps told of would only look for references that were broken before.
  if (/^insert /i.test(sql) && !/ select /i.test(sql)) return []
  const details = planOf(db, { sql, parameters })
  // Rows that come in their order are read only until the limit is reached.
  if (/ limit \?$/i.test(sql) && !details.some((detail) => detail.includes('TEMP B-TREE'))) return []
  return details.filter((detail) => isScan(db, sql, detail))
}

function isScan(db: Database, sql: string, detail: string): boolean {
  const [, how, name = '', rest = ''] = /^(SCAN|SEARCH) (\S+)(.*)$/.exec(detail) ?? []
  if (!how || !growing.has(tableOf(name, sql))) return false
  const [, index] = /USING (?:COVERING )?INDEX (\S+)/.exec(rest) ?? []
  if (index && isPartial(db, index)) return false
  return how === 'SCAN' || /\(workspace_id=\?\)$/.test(rest)
}

/** The table behind an alias. */
function tableOf(name: string, sql: string): string {
  const [, table] = new RegExp(`"(\\w+)" as "${name}"`).exec(sql) ?? []
  return table ?? name
}

const isPartial = (db: Database, index: string): boolean =>
  / where /i.test(String(db.prepare('select sql from sqlite_schema where name = ?').pluck().get(index) ?? ''))
