/** Messages that stories were made of, and whether their authors said yes. */
import { v7 as newId } from 'uuid'
import type { CaptureQuestion, StorySource } from '../domain/capture.ts'
import type { Address } from '../domain/delivery.ts'
import type { Instant } from '../domain/time.ts'
import { anyOf } from './each.ts'
import type { Reader, Tx } from './store.ts'

/** The story that was made of the message, also one that was taken back since. */
export async function findStoryFrom(reader: Reader, { channel, ts }: Address): Promise<string | undefined> {
  const row = await reader.db
    .selectFrom('story_sources')
    .select('story_id')
    .where('workspace_id', '=', reader.workspaceId)
    .where('channel', '=', channel)
    .where('ts', '=', ts)
    .executeTakeFirst()
  return row?.story_id
}

/** By story: the message that it was made of. */
export async function listSources(
  reader: Reader,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, StorySource>> {
  const rows = await reader.db
    .selectFrom('story_sources')
    .selectAll()
    .where('story_id', 'in', anyOf(storyIds))
    .execute()
  return new Map(
    rows.map(({ story_id, channel, ts, author_id, is_private }) => [
      story_id,
      { at: { channel, ts }, authorId: author_id, isPrivate: is_private === 1 },
    ]),
  )
}

/** The message makes this story now. Whether another one stands is for the caller to see first. */
export async function upsertSource(tx: Tx, storyId: string, source: StorySource): Promise<void> {
  const values = {
    story_id: storyId,
    author_id: source.authorId,
    is_private: source.isPrivate ? (1 as const) : (0 as const),
    captured_at: tx.now,
  }
  await tx.db
    .insertInto('story_sources')
    .values({ workspace_id: tx.workspaceId, ...source.at, ...values })
    .onConflict((oc) => oc.columns(['workspace_id', 'channel', 'ts']).doUpdateSet(values))
    .execute()
}

/** The author took their words back: no story is made of the message again. */
export async function insertWithdrawal(tx: Tx, { channel, ts }: Address, by: string): Promise<void> {
  await tx.db
    .insertInto('source_withdrawals')
    .values({ workspace_id: tx.workspaceId, channel, ts, withdrawn_by: by, withdrawn_at: tx.now })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

export async function isWithdrawn(reader: Reader, { channel, ts }: Address): Promise<boolean> {
  const row = await reader.db
    .selectFrom('source_withdrawals')
    .select('withdrawn_by')
    .where('workspace_id', '=', reader.workspaceId)
    .where('channel', '=', channel)
    .where('ts', '=', ts)
    .executeTakeFirst()
  return row !== undefined
}

/** An author is asked whether their words may be shared. */
export type CaptureRequest = {
  readonly id: string
  readonly at: Address
  readonly authorId: string
  readonly askedBy: string
  readonly askedAt: Instant
  /** Undefined once it is settled, or was open for too long. */
  readonly question?: CaptureQuestion
  readonly answer?: 'yes' | 'no'
}

/** @returns its id; undefined when the author was asked about this message before */
export async function insertRequest(
  tx: Tx,
  question: CaptureQuestion,
  by: string,
): Promise<string | undefined> {
  const row = await tx.db
    .insertInto('capture_requests')
    .values({
      id: newId(),
      workspace_id: tx.workspaceId,
      ...question.source.at,
      author_id: question.source.authorId,
      asked_by: by,
      asked_at: tx.now,
      body: JSON.stringify(question),
      answer: null,
      answered_at: null,
    })
    .onConflict((oc) => oc.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** By its id, or by the message that it is about. */
export async function findRequest(
  reader: Reader,
  by: { readonly id: string } | Address,
): Promise<CaptureRequest | undefined> {
  const about = reader.db
    .selectFrom('capture_requests')
    .selectAll()
    .where('workspace_id', '=', reader.workspaceId)
  const row = await ('id' in by
    ? about.where('id', '=', by.id)
    : about.where('channel', '=', by.channel).where('ts', '=', by.ts)
  ).executeTakeFirst()
  return (
    row && {
      id: row.id,
      at: { channel: row.channel, ts: row.ts },
      authorId: row.author_id,
      askedBy: row.asked_by,
      askedAt: row.asked_at,
      ...(row.body ? { question: JSON.parse(row.body) as CaptureQuestion } : {}),
      ...(row.answer ? { answer: row.answer } : {}),
    }
  )
}

/** The author's answer, once. @returns whether it was still open */
export async function answerRequest(tx: Tx, id: string, answer: 'yes' | 'no'): Promise<boolean> {
  const row = await tx.db
    .updateTable('capture_requests')
    .set({ answer, answered_at: tx.now, ...(answer === 'no' ? { body: null } : {}) })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .where('body', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The question is settled. */
export async function forgetRequest(tx: Tx, { channel, ts }: Address): Promise<void> {
  await tx.db
    .updateTable('capture_requests')
    .set({ body: null })
    .where('workspace_id', '=', tx.workspaceId)
    .where('channel', '=', channel)
    .where('ts', '=', ts)
    .execute()
}

/** Those that nobody answered, or made anything of. */
export async function forgetRequestsBefore(
  tx: Tx,
  before: Instant,
): Promise<Pick<CaptureRequest, 'id' | 'askedBy' | 'answer'>[]> {
  const rows = await tx.db
    .updateTable('capture_requests')
    .set({ body: null })
    .where('workspace_id', '=', tx.workspaceId)
    .where('asked_at', '<', before)
    .where('body', 'is not', null)
    .returning(['id', 'asked_by', 'answer'])
    .execute()
  return rows.map(({ id, asked_by, answer }) => ({ id, askedBy: asked_by, ...(answer ? { answer } : {}) }))
}
