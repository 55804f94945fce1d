/** What was heard and is still to be acted on. Kept before the platform is told that we heard it. */
import { sql } from 'kysely'
import type { Heard, HeardReaction } from '../domain/heard.ts'
import type { Instant } from '../domain/time.ts'
import { each } from './each.ts'
import { parts } from './parts.ts'
import type { Tx } from './store.ts'

export type InboxEvent = { readonly eventId: string; readonly heard: Heard }

/** Keeps them all; one that is there already is not kept twice. */
export async function insertEvents(tx: Tx, events: readonly InboxEvent[]): Promise<void> {
  const rows = events.map(({ eventId, heard }) => [eventId, heard.what, heard])
  await sql`insert into inbox (workspace_id, event_id, kind, body, received_at)
    select ${tx.workspaceId}, value ->> 0, value ->> 1, value -> 2, ${tx.realNow} from ${each(rows)}
    where true on conflict do nothing`.execute(tx.db)
  tx.announce('inbox')
}

/** The oldest events, in the order they came; and they are gone from the inbox with this transaction. */
export async function takeEvents(tx: Tx, most: number): Promise<InboxEvent[]> {
  const rows = await tx.db
    .selectFrom('inbox')
    .select(['seq', 'event_id', 'body'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('failed_at', 'is', null)
    .orderBy('seq')
    .limit(most)
    .execute()
  const last = rows.at(-1)
  if (last) {
    await tx.db
      .deleteFrom('inbox')
      .where('workspace_id', '=', tx.workspaceId)
      .where('failed_at', 'is', null)
      .where('seq', '<=', last.seq)
      .execute()
  }
  return rows.map((row) => ({ eventId: row.event_id, heard: JSON.parse(row.body) as Heard }))
}

/** Reactions on posts whose address is not stored yet wait here for it; of each emoji the latest news, off on a tie. */
export async function parkReactions(tx: Tx, reactions: readonly HeardReaction[]): Promise<void> {
  for (const part of parts(reactions, 200)) {
    await tx.db
      .insertInto('parked_reactions')
      .values(
        part.map((reaction) => ({
          workspace_id: tx.workspaceId,
          channel: reaction.on.channel,
          ts: reaction.on.ts,
          person_id: reaction.personId,
          emoji: reaction.emoji,
          is_on: reaction.isOn ? (1 as const) : (0 as const),
          at: reaction.at,
          parked_at: tx.realNow,
        })),
      )
      .onConflict((oc) =>
        oc
          .columns(['workspace_id', 'channel', 'ts', 'person_id', 'emoji'])
          .doUpdateSet((eb) => ({ is_on: eb.ref('excluded.is_on'), at: eb.ref('excluded.at') }))
          .where((eb) =>
            eb.or([
              eb('excluded.at', '>', eb.ref('parked_reactions.at')),
              eb.and([eb('excluded.at', '=', eb.ref('parked_reactions.at')), eb('excluded.is_on', '=', 0)]),
            ]),
          ),
      )
      .execute()
  }
}

/** The reactions that waited for this address; they wait no longer. */
export async function takeParkedReactions(tx: Tx, on: HeardReaction['on']): Promise<HeardReaction[]> {
  const rows = await tx.db
    .deleteFrom('parked_reactions')
    .where('workspace_id', '=', tx.workspaceId)
    .where('channel', '=', on.channel)
    .where('ts', '=', on.ts)
    .returningAll()
    .execute()
  return rows.map((row) => ({
    what: 'reaction',
    personId: row.person_id,
    emoji: row.emoji,
    isOn: row.is_on === 1,
    on,
    at: row.at,
  }))
}

/** Those whose post never came: it was not ours. At most so many. @returns how many */
export async function deleteParkedBefore(tx: Tx, before: Instant, most: number): Promise<number> {
  const found = tx.db
    .selectFrom('parked_reactions')
    .select(['channel', 'ts', 'person_id', 'emoji'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('parked_at', '<', before)
    .limit(most)
  const { numDeletedRows } = await tx.db
    .deleteFrom('parked_reactions')
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`(channel, ts, person_id, emoji) in ${found}`)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
