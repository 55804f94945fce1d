/** The store: one workspace's rows, written through group commit and read over a second connection. */
import type { Kysely } from 'kysely'
import type { Clock } from '../domain/clock.ts'
import type { Instant } from '../domain/time.ts'
import { kyselyOver, openReader, openWriter } from './database.ts'
import { groupCommit } from './group-commit.ts'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'

/** What a query needs: where to ask, and whose rows. */
export type Reader = { readonly db: Kysely<Schema>; readonly workspaceId: string }

/** What a transaction may leave for others to go on with. */
export type Topic = 'deliveries' | 'inbox' | 'praises'

/** A transaction. Everything in it happens at one instant, told by both clocks. */
export type Tx = Reader & {
  /** Civil time. */
  readonly now: Instant
  readonly realNow: Instant
  /** Says, once this is on disk and never when it failed, that there is something to go on with. */
  readonly announce: (topic: Topic) => void
}

export type Store = {
  /** Shares a transaction with what is written at the same moment; see group-commit.ts for what `body` may do. */
  write<T>(body: (tx: Tx) => Promise<T>): Promise<T>
  /** The same for what one statement can write together: `body` is given all that came until its turn. */
  collect<T>(body: (tx: Tx, items: readonly T[]) => Promise<void>): (item: T) => Promise<void>
  /** Reads what is committed, never waiting for a writer. */
  read<T>(body: (reader: Reader) => Promise<T>): Promise<T>
  /** Calls `listener` after every commit that announced `topic`. */
  on(topic: Topic, listener: () => void): void
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
  readonly clock: Clock
}

/** Opens the database, made and migrated when needed. Throws MigrationRefused when it belongs to another version. */
export function openStore({ path, workspaceId, clock }: StoreOptions): Store {
  const writer = openWriter(path)
  migrate(writer)
  const reader = openReader(path)
  writer
    .prepare("insert into workspaces (id, name, created_at) values (?, '', ?) on conflict do nothing")
    .run(workspaceId, clock.civil())
  writer.pragma('busy_timeout = 0') // from here on the group waits, see there
  const writing: Reader = { db: kyselyOver(writer), workspaceId }
  const reading: Reader = { db: kyselyOver(reader), workspaceId }
  const group = groupCommit(writer)
  const listeners: Record<Topic, (() => void)[]> = { deliveries: [], inbox: [], praises: [] }

  const write: Store['write'] = async (body) => {
    let topics = new Set<Topic>()
    const value = await group.join(() => {
      topics = new Set() // the body may be run a second time
      const announce = (topic: Topic) => topics.add(topic)
      return body({ ...writing, now: clock.civil(), realNow: clock.real(), announce })
    })
    for (const topic of topics) for (const listener of listeners[topic]) listener()
    return value
  }

  return {
    write,
    collect: (body) => collectOver(write, body, group.cameAlong),
    read: (body) => body({ ...reading }),
    on: (topic, listener) => {
      listeners[topic].push(listener)
    },
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

function collectOver<T>(
  write: Store['write'],
  body: (tx: Tx, items: readonly T[]) => Promise<void>,
  cameAlong: () => void,
): (item: T) => Promise<void> {
  let open: { readonly items: T[]; readonly written: Promise<void> } | undefined
  const begin = () => {
    const items: T[] = []
    const close = () => {
      if (open?.items === items) open = undefined
    }
    const written = write((tx) => {
      close() // what comes now is too late
      return body(tx, items)
    })
    written.catch(close) // it may have failed before it began: what comes now is to be tried anew
    return { items, written }
  }
  return (item) => {
    open ??= begin()
    open.items.push(item)
    cameAlong()
    return open.written
  }
}
