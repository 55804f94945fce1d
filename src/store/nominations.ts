/** Nominations, and the stories that are their evidence. */
import type { Selectable } from 'kysely'
import type { Nomination } from '../domain/nomination.ts'
import { anyOf } from './each.ts'
import type { Schema } from './schema.ts'
import type { Reader, Tx } from './store.ts'

/** A new one, or what one wrote about this nominee in another form. */
export async function upsertNomination(tx: Tx, nomination: Nomination): Promise<void> {
  const { id: nomination_id, evidenceIds } = nomination
  const words = {
    reason: nomination.reason,
    quotable: nomination.quotable ? (1 as const) : (0 as const),
    criterion: nomination.criterion ?? null,
    changed_at: nomination.changedAt,
  }
  await tx.db
    .insertInto('nominations')
    .values({
      id: nomination_id,
      workspace_id: tx.workspaceId,
      round_id: nomination.roundId,
      nominee_id: nomination.nomineeId,
      nominator_id: nomination.nominatorId,
      made_at: nomination.madeAt,
      ...words,
    })
    .onConflict((oc) => oc.column('id').doUpdateSet(words))
    .execute()
  await tx.db.deleteFrom('nomination_evidence').where('nomination_id', '=', nomination_id).execute()
  if (evidenceIds.length === 0) return
  await tx.db
    .insertInto('nomination_evidence')
    .values(
      evidenceIds.map((story_id, position) => ({
        workspace_id: tx.workspaceId,
        nomination_id,
        position,
        story_id,
      })),
    )
    .execute()
}

/** With its evidence: withdrawn words are nobody's. */
export async function deleteNomination(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('nominations').where('id', '=', id).execute()
}

export async function findNomination(reader: Reader, id: string): Promise<Nomination | undefined> {
  const rows = await reader.db.selectFrom('nominations').selectAll().where('id', '=', id).execute()
  return (
    await withEvidence(
      reader,
      rows.filter(({ workspace_id }) => workspace_id === reader.workspaceId),
    )
  )[0]
}

/** What this person wrote about this nominee in the round. */
export async function findNominationBy(
  reader: Reader,
  which: { roundId: string; nominatorId: string; nomineeId: string },
): Promise<Nomination | undefined> {
  const rows = await reader.db
    .selectFrom('nominations')
    .selectAll()
    .where('round_id', '=', which.roundId)
    .where('nominator_id', '=', which.nominatorId)
    .where('nominee_id', '=', which.nomineeId)
    .execute()
  return (await withEvidence(reader, rows))[0]
}

/** Everything that was written in a round, or by one person in it, or about some; oldest first. */
export async function listNominations(
  reader: Reader,
  roundId: string,
  { by, about }: { by?: string; about?: readonly string[] } = {},
): Promise<Nomination[]> {
  const rows = await reader.db
    .selectFrom('nominations')
    .selectAll()
    .where('round_id', '=', roundId)
    .$if(by !== undefined, (q) => q.where('nominator_id', '=', by ?? ''))
    .$if(about !== undefined, (q) => q.where('nominee_id', 'in', about ?? []))
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return withEvidence(reader, rows)
}

export async function countNominations(reader: Reader, roundId: string): Promise<number> {
  const { count } = await reader.db
    .selectFrom('nominations')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('round_id', '=', roundId)
    .executeTakeFirstOrThrow()
  return count
}

export async function hasNominations(reader: Reader, roundId: string): Promise<boolean> {
  const row = await reader.db
    .selectFrom('nominations')
    .select('id')
    .where('round_id', '=', roundId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function withEvidence(
  reader: Reader,
  rows: readonly Selectable<Schema['nominations']>[],
): Promise<Nomination[]> {
  const evidence = new Map<string, string[]>()
  const found = await reader.db
    .selectFrom('nomination_evidence')
    .select(['nomination_id', 'story_id'])
    .where('nomination_id', 'in', anyOf(rows.map(({ id }) => id)))
    .orderBy('nomination_id')
    .orderBy('position')
    .execute()
  for (const { nomination_id, story_id } of found)
    evidence.set(nomination_id, [...(evidence.get(nomination_id) ?? []), story_id])
  return rows.map((row) => ({
    id: row.id,
    roundId: row.round_id,
    nomineeId: row.nominee_id,
    nominatorId: row.nominator_id,
    reason: row.reason,
    quotable: row.quotable === 1,
    criterion: row.criterion ?? undefined,
    evidenceIds: evidence.get(row.id) ?? [],
    madeAt: row.made_at,
    changedAt: row.changed_at,
  }))
}
