/** The register of posts: every place where something was said, so that a change reaches all of them. */
import { type Selectable, sql } from 'kysely'
import type { Address, DeliveryKind, Post } from '../domain/delivery.ts'
import type { Instant } from '../domain/time.ts'
import { anyOf, anyPairOf, each } from './each.ts'
import type { Schema } from './schema.ts'
import type { Reader, Tx } from './store.ts'

/** Registers a post under everything it is about. The same place twice changes nothing. */
export async function insertPost(tx: Tx, post: Post, subjectIds: readonly string[]): Promise<void> {
  const row = await tx.db
    .insertInto('posts')
    .values({
      id: post.id,
      workspace_id: tx.workspaceId,
      delivery_id: post.deliveryId,
      kind: post.kind,
      subject_id: post.subjectId,
      args: JSON.stringify(post.args),
      lane: post.lane,
      channel: post.channel,
      ts: post.ts,
      thread_ts: post.threadTs ?? null,
      posted_at: post.postedAt,
      shown_at: '',
    })
    .onConflict((oc) => oc.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return
  await sql`insert into post_subjects (workspace_id, subject_id, post_id)
    select ${tx.workspaceId}, value, ${post.id} from ${each(subjectIds)} where true on conflict do nothing`.execute(
    tx.db,
  )
}

/** A post was brought up to date; what it is about may be more now. */
export async function updatePostShown(tx: Tx, id: string, shownAt: Instant): Promise<void> {
  await tx.db.updateTable('posts').set({ shown_at: shownAt }).where('id', '=', id).execute()
}

/** Forgets a post that is gone, with all that would have brought it up to date. */
export async function deletePost(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('deliveries').where('post_id', '=', id).execute()
  await tx.db.deleteFrom('post_subjects').where('post_id', '=', id).execute()
  await tx.db.deleteFrom('posts').where('id', '=', id).execute()
}

export async function findPost(reader: Reader, id: string): Promise<Post | undefined> {
  const row = await reader.db.selectFrom('posts').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** The posts at these addresses, by `channel ts`. */
export async function listPostsAt(reader: Reader, addresses: readonly Address[]): Promise<Map<string, Post>> {
  const unique = new Map(addresses.map((at) => [addressKey(at), [at.channel, at.ts] as const]))
  const rows = await reader.db
    .selectFrom('posts')
    .selectAll()
    .where('workspace_id', '=', reader.workspaceId)
    .where(sql<boolean>`(channel, ts) in ${anyPairOf([...unique.values()])}`)
    .execute()
  return new Map(rows.map((row) => [addressKey(row), fromRow(row)]))
}

const addressKey = ({ channel, ts }: Address): string => `${channel} ${ts}`

/** The post that a delivery became. */
export async function findPostOf(reader: Reader, deliveryId: string): Promise<Post | undefined> {
  const row = await reader.db
    .selectFrom('posts')
    .selectAll()
    .where('delivery_id', '=', deliveryId)
    .executeTakeFirst()
  return row && fromRow(row)
}

export type ShownPost = Post & { readonly shownAt: Instant }

/** Every place where any of the subjects was said, of the given kinds when any are given. */
export async function listPostsAbout(
  reader: Reader,
  subjectIds: readonly string[],
  kinds?: readonly DeliveryKind[],
): Promise<ShownPost[]> {
  const rows = await reader.db
    .selectFrom('post_subjects')
    .innerJoin('posts', 'posts.id', 'post_subjects.post_id')
    .selectAll('posts')
    .distinct()
    .where('post_subjects.subject_id', 'in', anyOf(subjectIds))
    .where('post_subjects.workspace_id', '=', reader.workspaceId)
    .$if(kinds !== undefined, (q) => q.where('posts.kind', 'in', kinds ?? []))
    .execute()
  return rows.map((row) => ({ ...fromRow(row), shownAt: row.shown_at }))
}

/** What is still to be said about a subject, or was said and Plaudit does not know where: the delivery that does it. */
export async function findUnsaid(
  reader: Reader,
  subjectId: string,
  kind: DeliveryKind,
): Promise<{ readonly lane: string; readonly deliveryId: string } | undefined> {
  return reader.db
    .selectFrom('deliveries')
    .select(['lane', 'id as deliveryId'])
    .where('subject_id', '=', subjectId)
    .where('kind', '=', kind)
    .where('workspace_id', '=', reader.workspaceId)
    .where('post_id', 'is', null)
    .where('state', 'in', ['waiting', 'sending'])
    .executeTakeFirst()
}

/** Of these posts, those that are being brought up to date at this moment: what they show is not known yet. */
export async function listPostsBeingShown(reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  const rows = await reader.db
    .selectFrom('deliveries')
    .select('post_id')
    .where('workspace_id', '=', reader.workspaceId)
    .where('state', '=', 'sending') // few: one in each lane
    .where('post_id', 'is not', null)
    .execute()
  const all = new Set(ids)
  return new Set(rows.flatMap(({ post_id }) => (post_id && all.has(post_id) ? post_id : [])))
}

function fromRow(row: Selectable<Schema['posts']>): Post {
  return {
    id: row.id,
    deliveryId: row.delivery_id,
    kind: row.kind as DeliveryKind,
    subjectId: row.subject_id,
    args: JSON.parse(row.args) as Record<string, string>,
    lane: row.lane,
    channel: row.channel,
    ts: row.ts,
    postedAt: row.posted_at,
    ...(row.thread_ts ? { threadTs: row.thread_ts } : {}),
  }
}
