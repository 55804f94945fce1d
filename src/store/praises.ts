/** Praise from other systems: what arrived, whom it names, and what became of it. */
import type { Praise, PraiseState } from '../domain/praise.ts'
import type { Instant } from '../domain/time.ts'
import { anyOf } from './each.ts'
import { listRecipients, type Recipient } from './praise-recipients.ts'
import type { Reader, Tx } from './store.ts'

export type Keys = { readonly webhookKey?: string | undefined; readonly referenceKey?: string | undefined }

export type StoredPraise = {
  readonly id: string
  readonly sourceName: string
  readonly arrivedAt: Instant
  /** Undefined: not celebrated, or forgotten after a while. */
  readonly praise?: Praise
  readonly recipients: readonly Recipient[]
  readonly share?: { readonly storyId: string; readonly by: string; readonly at: Instant }
  readonly dismissal?: { readonly by: string; readonly at: Instant; readonly reason?: string }
}

/** What arrived before with the same id or reference from the same source. */
export async function findByKeys(reader: Reader, sourceId: string, keys: Keys): Promise<string | undefined> {
  const by = async (column: 'webhook_key' | 'reference_key', key: string | undefined) =>
    key === undefined
      ? undefined
      : reader.db
          .selectFrom('praises')
          .select('id')
          .where('source_id', '=', sourceId)
          .where(column, '=', key)
          .executeTakeFirst()
  const found = (await by('webhook_key', keys.webhookKey)) ?? (await by('reference_key', keys.referenceKey))
  return found?.id
}

/** @param praise undefined: not celebrated, and only what it was called is kept */
export async function insertPraise(
  tx: Tx,
  id: string,
  { sourceId, keys, praise }: { sourceId: string; keys: Keys; praise: Praise | undefined },
): Promise<void> {
  await tx.db
    .insertInto('praises')
    .values({
      id,
      workspace_id: tx.workspaceId,
      source_id: sourceId,
      webhook_key: keys.webhookKey ?? null,
      reference_key: keys.referenceKey ?? null,
      body: praise ? JSON.stringify(praise) : null,
      arrived_at: tx.now,
    })
    .execute()
}

export async function findPraise(reader: Reader, id: string): Promise<StoredPraise | undefined> {
  return (await listPraises(reader, [id]))[0]
}

/** In the order of the ids; those that do not exist are left out. */
export async function listPraises(reader: Reader, ids: readonly string[]): Promise<StoredPraise[]> {
  const recipients = await listRecipients(reader, ids)
  const own = (await rowsOf(reader, ids)).filter((row) => row.workspace_id === reader.workspaceId)
  const found = new Map(own.map((row) => [row.id, fromRow(row, recipients.get(row.id) ?? [])]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

const rowsOf = (reader: Reader, ids: readonly string[]) =>
  reader.db
    .selectFrom('praises')
    .innerJoin('sources', 'sources.id', 'praises.source_id')
    .leftJoin('praise_shares', 'praise_shares.praise_id', 'praises.id')
    .leftJoin('praise_dismissals', 'praise_dismissals.praise_id', 'praises.id')
    .select(['praises.id', 'praises.workspace_id', 'praises.body', 'praises.arrived_at', 'sources.name'])
    .select(['story_id', 'shared_at', 'shared_by', 'reason', 'dismissed_at', 'dismissed_by'])
    .where('praises.id', 'in', anyOf(ids))
    .execute()

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const fromRow = (row: Row, recipients: StoredPraise['recipients']): StoredPraise => ({
  id: row.id,
  sourceName: row.name,
  arrivedAt: row.arrived_at,
  recipients,
  ...(row.body ? { praise: JSON.parse(row.body) as Praise } : {}),
  ...(row.story_id && row.shared_by && row.shared_at
    ? { share: { storyId: row.story_id, by: row.shared_by, at: row.shared_at } }
    : {}),
  ...(row.dismissed_by && row.dismissed_at
    ? {
        dismissal: {
          by: row.dismissed_by,
          at: row.dismissed_at,
          ...(row.reason ? { reason: row.reason } : {}),
        },
      }
    : {}),
})

/** The praise that a story was shared from. */
export async function findPraiseOfStory(reader: Reader, storyId: string): Promise<string | undefined> {
  const row = await reader.db
    .selectFrom('praise_shares')
    .select('praise_id')
    .where('story_id', '=', storyId)
    .executeTakeFirst()
  return row?.praise_id
}

/** What became of it. */
export function stateOf({ praise, share, dismissal }: StoredPraise): PraiseState {
  if (share) return 'shared'
  if (dismissal) return 'dismissed'
  return praise ? 'waiting' : 'not_celebrated'
}

export async function insertShare(tx: Tx, praiseId: string, storyId: string, by: string): Promise<void> {
  await tx.db
    .insertInto('praise_shares')
    .values({
      workspace_id: tx.workspaceId,
      praise_id: praiseId,
      story_id: storyId,
      shared_at: tx.now,
      shared_by: by,
    })
    .execute()
}

export async function insertDismissal(
  tx: Tx,
  praiseId: string,
  reason: string | undefined,
  by: string,
): Promise<void> {
  await tx.db
    .insertInto('praise_dismissals')
    .values({
      workspace_id: tx.workspaceId,
      praise_id: praiseId,
      reason: reason ?? null,
      dismissed_at: tx.now,
      dismissed_by: by,
    })
    .execute()
}

/** Nothing of it stays but that it was here. */
export async function forgetPraise(tx: Tx, id: string): Promise<void> {
  await tx.db.updateTable('praises').set({ body: null }).where('id', '=', id).execute()
}

/** Puts other words in place of those that are kept. */
export async function updatePraiseWords(
  tx: Tx,
  id: string,
  change: (words: string) => string,
): Promise<void> {
  const row = await tx.db.selectFrom('praises').select('body').where('id', '=', id).executeTakeFirst()
  if (!row?.body) return
  const praise = JSON.parse(row.body) as Praise
  const body = JSON.stringify({ ...praise, words: change(praise.words) })
  await tx.db.updateTable('praises').set({ body }).where('id', '=', id).execute()
}

/** The words of what was no WOW are not kept for ever; that it was here is. */
export async function forgetDismissedBefore(tx: Tx, before: Instant): Promise<void> {
  await tx.db
    .updateTable('praises')
    .set({ body: null })
    .where('body', 'is not', null)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('praise_dismissals')
        .select('praise_id')
        .where('workspace_id', '=', tx.workspaceId)
        .where('dismissed_at', '<', before),
    )
    .execute()
}

/** By source: how much came from it. */
export async function countBySource(reader: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.db
    .selectFrom('praises')
    .select(['source_id', (eb) => eb.fn.countAll<number>().as('count')])
    .where('workspace_id', '=', reader.workspaceId)
    .groupBy('source_id')
    .execute()
  return new Map(rows.map((row) => [row.source_id, row.count]))
}
