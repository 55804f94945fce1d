/** Sources of praise: what they sign with, and since when it holds no more. */
import { v7 as newId } from 'uuid'
import type { Source, SourceSecret } from '../domain/source.ts'
import type { Instant } from '../domain/time.ts'
import type { Reader, Tx } from './store.ts'

/** By name, case as it was given. */
export async function findSource(reader: Reader, name: string): Promise<Source | undefined> {
  const row = await reader.db
    .selectFrom('sources')
    .select(['id', 'name', 'added_at'])
    .where('workspace_id', '=', reader.workspaceId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row && { id: row.id, name: row.name, addedAt: row.added_at }
}

/** By name. */
export async function listSources(reader: Reader): Promise<Source[]> {
  const rows = await reader.db
    .selectFrom('sources')
    .select(['id', 'name', 'added_at'])
    .where('workspace_id', '=', reader.workspaceId)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, addedAt: row.added_at }))
}

/** @param by undefined: a command */
export async function insertSource(tx: Tx, name: string, by: string | undefined): Promise<Source> {
  const source = { id: newId(), name, addedAt: tx.now }
  await tx.db
    .insertInto('sources')
    .values({
      id: source.id,
      workspace_id: tx.workspaceId,
      name,
      added_at: source.addedAt,
      added_by: by ?? null,
    })
    .execute()
  return source
}

/** Every secret that was ever made, of all sources or of one, oldest first. */
export async function listSecrets(reader: Reader, sourceId?: string): Promise<SourceSecret[]> {
  const rows = await reader.db
    .selectFrom('source_secrets')
    .selectAll()
    .where('workspace_id', '=', reader.workspaceId)
    .$if(sourceId !== undefined, (q) => q.where('source_id', '=', sourceId ?? ''))
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    sourceId: row.source_id,
    secret: row.secret,
    tokenHash: row.token_hash,
    madeAt: row.made_at,
  }))
}

export async function insertSecret(
  tx: Tx,
  { sourceId, secret, tokenHash }: Pick<SourceSecret, 'sourceId' | 'secret' | 'tokenHash'>,
  by: string | undefined,
): Promise<void> {
  await tx.db
    .insertInto('source_secrets')
    .values({
      id: newId(),
      workspace_id: tx.workspaceId,
      source_id: sourceId,
      secret,
      token_hash: tokenHash,
      made_at: tx.realNow,
      made_by: by ?? null,
    })
    .execute()
}

/** Who made them, and when, stays. */
export async function forgetSecrets(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('source_secrets')
    .set({ secret: '', token_hash: '' })
    .where('id', 'in', ids)
    .execute()
}

/** By source: since when what was made until then holds no more. */
export async function listRevokedAt(reader: Reader): Promise<ReadonlyMap<string, Instant>> {
  const rows = await reader.db
    .selectFrom('source_revocations')
    .select(['source_id', (eb) => eb.fn.max('revoked_at').as('at')])
    .where('workspace_id', '=', reader.workspaceId)
    .groupBy('source_id')
    .execute()
  return new Map(rows.map((row) => [row.source_id, row.at]))
}

export async function insertRevocation(tx: Tx, sourceId: string, by: string | undefined): Promise<void> {
  await tx.db
    .insertInto('source_revocations')
    .values({
      id: newId(),
      workspace_id: tx.workspaceId,
      source_id: sourceId,
      revoked_at: tx.realNow,
      revoked_by: by ?? null,
    })
    .execute()
}
