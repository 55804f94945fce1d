/** Sources of praise: added, rotated and revoked by hosts, or by a command; and whom a request is from. */
import { createHash, randomBytes } from 'node:crypto'
import { Problem } from '../domain/problem.ts'
import {
  holdsUntil,
  readSourceName,
  type ShownSource,
  type Source,
  secretsInForce,
} from '../domain/source.ts'
import { countBySource } from '../store/praises.ts'
import {
  findSource,
  insertRevocation,
  insertSecret,
  insertSource,
  listRevokedAt,
  listSecrets,
  listSources,
} from '../store/sources.ts'
import type { Reader, Tx } from '../store/store.ts'
import { type Actor, look, type Plaudit, perform, requireHost } from './plaudit.ts'

/** Shown once, and never again: only the hash of the token is kept. */
export type NewSecret = { readonly name: string; readonly secret: string; readonly token: string }

/** Throws `source.name-…` on `name`, `conflict` `source.exists {name}` for one that is open, and `forbidden` for others than hosts. */
export const addSource = (app: Plaudit, actor: Actor, name: string): Promise<NewSecret> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    return add(tx, name, by.id)
  })

/** As `addSource`, by whoever runs commands on the machine. */
export const addSourceAsOperator = (app: Plaudit, name: string): Promise<NewSecret> =>
  app.store.write((tx) => add(tx, name))

/** A new secret; the old one still holds for a day. Throws `not_found` `source.unknown {name, names}`, and `forbidden`. */
export const rotateSource = (app: Plaudit, actor: Actor, name: string): Promise<NewSecret> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    return rotate(tx, name, by.id)
  })

export const rotateSourceAsOperator = (app: Plaudit, name: string): Promise<NewSecret> =>
  app.store.write((tx) => rotate(tx, name))

/** From now on nothing is taken from it; what it sent stays. Throws as `rotateSource` does. */
export const revokeSource = (app: Plaudit, actor: Actor, name: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    await revoke(tx, name, by.id)
  })

export const revokeSourceAsOperator = (app: Plaudit, name: string): Promise<void> =>
  app.store.write((tx) => revoke(tx, name))

/** Throws `forbidden` for others than hosts. */
export const showSources = (app: Plaudit, actor: Actor): Promise<ShownSource[]> =>
  look(app, actor, async (reader, by) => {
    await requireHost(reader, by)
    return shownSources(reader, app.clock.real())
  })

export const showSourcesAsOperator = (app: Plaudit): Promise<ShownSource[]> =>
  app.store.read((reader) => shownSources(reader, app.clock.real()))

/** A source whose requests are taken now, with what it may sign with. */
export type OpenSource = Source & {
  readonly secrets: readonly string[]
  readonly tokenHashes: readonly string[]
}

export const listOpenSources = (app: Plaudit): Promise<OpenSource[]> =>
  app.store.read(async (reader) => {
    const now = app.clock.real()
    const secrets = Map.groupBy(await listSecrets(reader), ({ sourceId }) => sourceId)
    const revokedAt = await listRevokedAt(reader)
    const sources = await listSources(reader)
    return sources
      .map((source) => {
        const holding = secretsInForce(secrets.get(source.id) ?? [], revokedAt.get(source.id), now)
        return {
          ...source,
          secrets: holding.map(({ secret }) => secret),
          tokenHashes: holding.map(({ tokenHash }) => tokenHash),
        }
      })
      .filter((source) => source.secrets.length > 0)
  })

/** How a token is kept and compared. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

async function add(tx: Tx, typed: string, by?: string): Promise<NewSecret> {
  const name = readSourceName(typed)
  const known = await findSource(tx, name)
  if (known && (await isOpen(tx, known))) throw new Problem('conflict', 'source.exists', 'name', { name })
  return renew(tx, known ?? (await insertSource(tx, name, by)), by)
}

async function rotate(tx: Tx, name: string, by?: string): Promise<NewSecret> {
  return renew(tx, await getOpen(tx, name), by)
}

async function revoke(tx: Tx, name: string, by?: string): Promise<void> {
  const source = await getOpen(tx, name)
  await insertRevocation(tx, source.id, by)
}

async function renew(tx: Tx, { id: sourceId, name }: Source, by: string | undefined): Promise<NewSecret> {
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  const token = `plaudit_${randomBytes(32).toString('base64url')}`
  await insertSecret(tx, { sourceId, secret, tokenHash: hashOf(token) }, by)
  return { name, secret, token }
}

const inForce = async (reader: Tx | Reader, { id }: Source, now: string) =>
  secretsInForce(await listSecrets(reader, id), (await listRevokedAt(reader)).get(id), now)

const isOpen = async (tx: Tx, source: Source): Promise<boolean> =>
  (await inForce(tx, source, tx.realNow)).length > 0

async function getOpen(tx: Tx, name: string): Promise<Source> {
  const source = await findSource(tx, name)
  if (source && (await isOpen(tx, source))) return source
  const open: Source[] = []
  for (const one of await listSources(tx)) if (await isOpen(tx, one)) open.push(one)
  const names = open.map((one) => one.name)
  throw new Problem('not_found', 'source.unknown', 'name', { name, names })
}

async function shownSources(reader: Reader, now: string): Promise<ShownSource[]> {
  const counts = await countBySource(reader)
  const secrets = Map.groupBy(await listSecrets(reader), ({ sourceId }) => sourceId)
  const revokedAt = await listRevokedAt(reader)
  return (await listSources(reader)).map((source) => {
    const all = secrets.get(source.id) ?? []
    const holding = secretsInForce(all, revokedAt.get(source.id), now)
    const newest = holding.at(-1)
    return {
      ...source,
      state: holding.length > 0 ? 'open' : all.length > 0 ? 'revoked' : 'files-only',
      praises: counts.get(source.id) ?? 0,
      ...(holding.length > 1 && newest ? { oldHoldsUntil: holdsUntil(newest) } : {}),
    }
  })
}
