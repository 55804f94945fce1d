/** Praise that waits for somebody's say, and what the triage channel has heard of it. */
import { sql } from 'kysely'
import type { Instant } from '../domain/time.ts'
import type { Reader, Tx } from './store.ts'

export async function insertWaiting(tx: Tx, praiseId: string): Promise<void> {
  await tx.db
    .insertInto('waiting_praises')
    .values({
      workspace_id: tx.workspaceId,
      praise_id: praiseId,
      arrived_at: tx.now,
      announced_at: null,
      group_id: null,
    })
    .execute()
  tx.announce('praises')
}

/** Takes it out of what waits. @returns undefined when somebody else did; else the group that it was announced in */
export async function takeWaiting(tx: Tx, praiseId: string): Promise<{ groupId?: string } | undefined> {
  const row = await tx.db
    .deleteFrom('waiting_praises')
    .where('praise_id', '=', praiseId)
    .returning('group_id')
    .executeTakeFirst()
  return row && (row.group_id ? { groupId: row.group_id } : {})
}

/** The oldest that the triage channel has not heard of. */
export async function listUnannounced(reader: Reader, most: number): Promise<string[]> {
  const rows = await reader.db
    .selectFrom('waiting_praises')
    .select('praise_id')
    .where('workspace_id', '=', reader.workspaceId)
    .where('announced_at', 'is', null)
    .orderBy('arrived_at')
    .limit(most)
    .execute()
  return rows.map((row) => row.praise_id)
}

export async function updateAnnounced(tx: Tx, praiseId: string): Promise<void> {
  await tx.db
    .updateTable('waiting_praises')
    .set({ announced_at: tx.now })
    .where('praise_id', '=', praiseId)
    .execute()
}

/** All of them in one message. @returns how many */
export async function announceGroup(tx: Tx, groupId: string): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable('waiting_praises')
    .set({ announced_at: tx.now, group_id: groupId })
    .where('workspace_id', '=', tx.workspaceId)
    .where('announced_at', 'is', null)
    .executeTakeFirstOrThrow()
  const count = Number(numUpdatedRows)
  await tx.db
    .insertInto('praise_groups')
    .values({ id: groupId, workspace_id: tx.workspaceId, count, announced_at: tx.now })
    .execute()
  return count
}

export async function findGroupCount(reader: Reader, groupId: string): Promise<number | undefined> {
  const row = await reader.db
    .selectFrom('praise_groups')
    .select('count')
    .where('id', '=', groupId)
    .executeTakeFirst()
  return row?.count
}

/** How many of a group still wait, and the oldest of them. */
export async function listWaitingInGroup(
  reader: Reader,
  groupId: string,
  most: number,
): Promise<{ readonly count: number; readonly ids: readonly string[] }> {
  const ofGroup = reader.db.selectFrom('waiting_praises').where('group_id', '=', groupId)
  const { count } = await ofGroup
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await ofGroup.select('praise_id').orderBy('arrived_at').limit(most).execute()
  return { count, ids: rows.map((row) => row.praise_id) }
}

/** A page of what waits, oldest first. */
export async function listWaiting(
  reader: Reader,
  { offset = 0, limit }: { offset?: number; limit: number },
): Promise<string[]> {
  const rows = await reader.db
    .selectFrom('waiting_praises')
    .select('praise_id')
    .where('workspace_id', '=', reader.workspaceId)
    .orderBy('arrived_at')
    .orderBy('praise_id')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map((row) => row.praise_id)
}

/** How many wait, and since when the oldest does. With `before`, only those that arrived earlier. */
export async function countWaiting(
  reader: Reader,
  before?: Instant,
): Promise<{ readonly count: number; readonly oldestAt?: Instant }> {
  const row = await reader.db
    .selectFrom('waiting_praises')
    .select([(eb) => eb.fn.countAll<number>().as('count'), (eb) => eb.fn.min('arrived_at').as('oldest')])
    .where('workspace_id', '=', reader.workspaceId)
    .$if(before !== undefined, (q) => q.where('arrived_at', '<', before ?? ''))
    .executeTakeFirst()
  return { count: row?.count ?? 0, ...(row?.oldest ? { oldestAt: row.oldest } : {}) }
}

/** Whether something of that kind is still to be said there: then what comes meanwhile can be said together. */
export async function isBeingSaid(
  reader: Reader,
  lane: string,
  kinds: readonly ('praise.card' | 'praise.group')[],
): Promise<boolean> {
  const row = await reader.db
    .selectFrom('deliveries')
    .select(sql<number>`1`.as('one'))
    .where('workspace_id', '=', reader.workspaceId)
    .where('lane', '=', lane)
    .where((eb) => eb.or([eb('state', '=', 'waiting'), eb('state', '=', 'sending')]))
    .where('kind', 'in', kinds)
    .where('post_id', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteGroupsBefore(tx: Tx, before: Instant): Promise<void> {
  await tx.db
    .deleteFrom('praise_groups')
    .where('workspace_id', '=', tx.workspaceId)
    .where('announced_at', '<', before)
    .execute()
}
