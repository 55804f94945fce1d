/** Who is nominated and still in it, and who stepped aside. */
import type { Reader, Tx } from './store.ts'

/** Nominated and still in it: who stepped aside or has left is not. */
export async function listNomineeIds(reader: Reader, roundId: string): Promise<string[]> {
  const rows = await stillIn(reader, roundId).distinct().orderBy('nominee_id').execute()
  return rows.map(({ nominee_id }) => nominee_id)
}

/** As `listNomineeIds`, for one of them. */
export async function isNominee(reader: Reader, roundId: string, personId: string): Promise<boolean> {
  const row = await stillIn(reader, roundId).where('nominee_id', '=', personId).limit(1).executeTakeFirst()
  return row !== undefined
}

const stillIn = (reader: Reader, roundId: string) =>
  reader.db
    .selectFrom('nominations')
    .innerJoin('people', (join) =>
      join
        .onRef('people.workspace_id', '=', 'nominations.workspace_id')
        .onRef('people.id', '=', 'nominations.nominee_id'),
    )
    .select('nominee_id')
    .where('round_id', '=', roundId)
    .where('people.left_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('step_asides')
            .select('person_id')
            .whereRef('step_asides.round_id', '=', 'nominations.round_id')
            .whereRef('step_asides.person_id', '=', 'nominations.nominee_id'),
        ),
      ),
    )

/** @returns whether they had not before */
export async function insertStepAside(tx: Tx, roundId: string, personId: string): Promise<boolean> {
  const row = await tx.db
    .insertInto('step_asides')
    .values({ workspace_id: tx.workspaceId, round_id: roundId, person_id: personId, stepped_at: tx.now })
    .onConflict((oc) => oc.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function hasSteppedAside(reader: Reader, roundId: string, personId: string): Promise<boolean> {
  const row = await reader.db
    .selectFrom('step_asides')
    .select('person_id')
    .where('round_id', '=', roundId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether somebody is in one of these user groups, as far as the platform told. */
export async function isInGroups(
  reader: Reader,
  personId: string,
  groupIds: readonly string[],
): Promise<boolean> {
  if (groupIds.length === 0) return false
  const row = await reader.db
    .selectFrom('group_members')
    .select('group_id')
    .where('workspace_id', '=', reader.workspaceId)
    .where('person_id', '=', personId)
    .where('group_id', 'in', groupIds)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
