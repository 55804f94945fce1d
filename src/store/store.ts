/** The store: one workspace's rows, written through group commit and read over a second connection. */
import type { Kysely } from 'kysely'
import type { Instant } from '../domain/time.ts'
import { kyselyOver, openReader, openWriter } from './database.ts'
import { groupCommit } from './group-commit.ts'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'

/** What a query needs: where to ask, and whose rows. */
export type Reader = { readonly db: Kysely<Schema>; readonly workspaceId: string }

/** A transaction. Its `now` is the one instant at which everything in it happens (civil time). */
export type Tx = Reader & {
  readonly now: Instant
  /** Runs once the transaction is on disk: never when it failed. */
  readonly afterCommit: (hook: () => void) => void
}

export type Store = {
  /** Shares a transaction with what is written at the same moment; see group-commit.ts for what `body` may do. */
  write<T>(body: (tx: Tx) => Promise<T>): Promise<T>
  /** Reads what is committed, never waiting for a writer. */
  read<T>(body: (reader: Reader) => Promise<T>): Promise<T>
  /** Whether the database answers. */
  ping(): Promise<void>
  /** Transactions committed since the start. */
  commits(): number
  /** Waits for what is being written, then closes. */
  close(): Promise<void>
}

export type StoreOptions = {
  readonly path: string
  readonly workspaceId: string
  readonly now: () => Instant
}

/** Opens the database, made and migrated when needed. Throws MigrationRefused when it belongs to another version. */
export function openStore({ path, workspaceId, now }: StoreOptions): Store {
  const writer = openWriter(path)
  migrate(writer)
  const reader = openReader(path)
  writer
    .prepare("insert into workspaces (id, name, created_at) values (?, '', ?) on conflict do nothing")
    .run(workspaceId, now())
  const writing: Reader = { db: kyselyOver(writer), workspaceId }
  const reading: Reader = { db: kyselyOver(reader), workspaceId }
  const group = groupCommit(writer)

  return {
    write: async (body) => {
      let hooks: (() => void)[] = []
      const value = await group.join(() => {
        hooks = [] // the body may be run a second time
        return body({ ...writing, now: now(), afterCommit: (hook) => hooks.push(hook) })
      })
      for (const hook of hooks) hook()
      return value
    },
    read: (body) => body(reading),
    ping: async () => {
      await reading.db.selectFrom('workspaces').select('id').limit(1).execute()
    },
    commits: group.commits,
    close: async () => {
      await group.idle()
      reader.close()
      writer.close()
    },
  }
}
