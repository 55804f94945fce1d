/** What is known of the channels that Plaudit speaks in. */
import type { Reader, Tx } from './store.ts'

export type Channel = {
  readonly id: string
  readonly name: string
  readonly isPrivate: boolean
  readonly isArchived: boolean
  /** Shared with another company. */
  readonly isShared: boolean
  /** Whether Plaudit is a member. */
  readonly isMember: boolean
}

export async function upsertChannel(tx: Tx, channel: Channel): Promise<void> {
  const row = {
    name: channel.name,
    is_private: channel.isPrivate ? 1 : 0,
    is_archived: channel.isArchived ? 1 : 0,
    is_shared: channel.isShared ? 1 : 0,
    is_member: channel.isMember ? 1 : 0,
    changed_at: tx.realNow,
  } as const
  await tx.db
    .insertInto('channels')
    .values({ workspace_id: tx.workspaceId, id: channel.id, ...row })
    .onConflict((oc) => oc.columns(['workspace_id', 'id']).doUpdateSet(row))
    .execute()
}

const facts = {
  isArchived: ['is_archived', 'archived_as_of'],
  isShared: ['is_shared', 'shared_as_of'],
  isMember: ['is_member', 'member_as_of'],
} as const
export type ChannelFact = keyof typeof facts

/**
 * News about a channel that is known; others are of no interest. `at` is the platform's own time: older news than what
 * is stored changes nothing. @returns whether it changed anything
 */
export async function updateChannel(
  tx: Tx,
  id: string,
  { fact, is, at }: { fact: ChannelFact; is: boolean; at: string },
): Promise<boolean> {
  const before = await findChannel(tx, id)
  const [flag, asOf] = facts[fact]
  const row = await tx.db
    .updateTable('channels')
    .set({ [flag]: is ? 1 : 0, [asOf]: at, changed_at: tx.realNow })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where(asOf, '<', at)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined && before?.[fact] !== is
}

export async function findChannel(reader: Reader, id: string): Promise<Channel | undefined> {
  const row = await reader.db
    .selectFrom('channels')
    .selectAll()
    .where('workspace_id', '=', reader.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      name: row.name,
      isPrivate: row.is_private === 1,
      isArchived: row.is_archived === 1,
      isShared: row.is_shared === 1,
      isMember: row.is_member === 1,
    }
  )
}
