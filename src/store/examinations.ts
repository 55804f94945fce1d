/** Which host looked at who nominated, when and why. */
import { v7 as newId } from 'uuid'
import type { Instant } from '../domain/time.ts'
import type { Reader, Tx } from './store.ts'

type Examination = { readonly by: string; readonly at: Instant; readonly why: string }

export async function insertExamination(
  tx: Tx,
  { roundId, by, why }: { roundId: string; by: string; why: string },
): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('examinations')
    .values({
      id,
      workspace_id: tx.workspaceId,
      round_id: roundId,
      examined_at: tx.now,
      examined_by: by,
      why,
    })
    .execute()
  return id
}

/** By whom, and of which round. */
export async function findExamination(
  reader: Reader,
  id: string,
): Promise<{ roundId: string; by: string } | undefined> {
  return reader.db
    .selectFrom('examinations')
    .select(['round_id as roundId', 'examined_by as by'])
    .where('workspace_id', '=', reader.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Oldest first. */
export async function listExaminations(reader: Reader, roundId: string): Promise<Examination[]> {
  return reader.db
    .selectFrom('examinations')
    .select(['examined_by as by', 'examined_at as at', 'why'])
    .where('round_id', '=', roundId)
    .orderBy('examined_at')
    .orderBy('id')
    .execute()
}
