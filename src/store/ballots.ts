/** Votes, scores and turn-out. Who voted for whom is here until the count, and nowhere after it. */
import type { Sheet } from '../domain/ballot.ts'
import type { Reader, Tx } from './store.ts'

/** One for each voter: another vote takes its place. */
export async function upsertVote(
  tx: Tx,
  { roundId, voterId, nomineeId }: { roundId: string; voterId: string; nomineeId: string },
): Promise<void> {
  await tx.db
    .insertInto('votes')
    .values({ workspace_id: tx.workspaceId, round_id: roundId, voter_id: voterId, nominee_id: nomineeId })
    .onConflict((oc) => oc.columns(['round_id', 'voter_id']).doUpdateSet({ nominee_id: nomineeId }))
    .execute()
  await insertTurnout(tx, roundId, voterId)
}

/** For the voter's own eyes. */
export async function findVote(
  reader: Reader,
  roundId: string,
  voterId: string,
): Promise<string | undefined> {
  const row = await reader.db
    .selectFrom('votes')
    .select('nominee_id')
    .where('round_id', '=', roundId)
    .where('voter_id', '=', voterId)
    .executeTakeFirst()
  return row?.nominee_id
}

/** What one judge gives one nominee: a score for each criterion, by position. */
export type JudgeSheet = Sheet & { readonly note?: string | undefined }

export async function upsertScores(
  tx: Tx,
  { roundId, judgeId }: { roundId: string; judgeId: string },
  { nomineeId, scores, note }: JudgeSheet,
): Promise<void> {
  const own = {
    workspace_id: tx.workspaceId,
    round_id: roundId,
    judge_id: judgeId,
    nominee_id: nomineeId,
  }
  await tx.db
    .insertInto('scores')
    .values(scores.map((score, criterion) => ({ ...own, criterion, score })))
    .onConflict((oc) =>
      oc
        .columns(['round_id', 'judge_id', 'nominee_id', 'criterion'])
        .doUpdateSet((eb) => ({ score: eb.ref('excluded.score') })),
    )
    .execute()
  await tx.db
    .deleteFrom('score_notes')
    .where('round_id', '=', roundId)
    .where('judge_id', '=', judgeId)
    .where('nominee_id', '=', nomineeId)
    .execute()
  if (note)
    await tx.db
      .insertInto('score_notes')
      .values({ ...own, note })
      .execute()
  await insertTurnout(tx, roundId, judgeId)
}

/** For the judge's own eyes: by nominee. */
export async function listOwnSheets(reader: Reader, roundId: string, judgeId: string): Promise<JudgeSheet[]> {
  const rows = await reader.db
    .selectFrom('scores')
    .leftJoin('score_notes', (join) =>
      join
        .onRef('score_notes.round_id', '=', 'scores.round_id')
        .onRef('score_notes.judge_id', '=', 'scores.judge_id')
        .onRef('score_notes.nominee_id', '=', 'scores.nominee_id'),
    )
    .select(['scores.nominee_id as nomineeId', 'score', 'note'])
    .where('scores.round_id', '=', roundId)
    .where('scores.judge_id', '=', judgeId)
    .orderBy('scores.nominee_id')
    .orderBy('criterion')
    .execute()
  return [...Map.groupBy(rows, ({ nomineeId }) => nomineeId)].map(([nomineeId, own]) => ({
    nomineeId,
    scores: own.map(({ score }) => score),
    note: own[0]?.note ?? undefined,
  }))
}

async function insertTurnout(tx: Tx, roundId: string, personId: string): Promise<void> {
  await tx.db
    .insertInto('turnout')
    .values({ workspace_id: tx.workspaceId, round_id: roundId, person_id: personId, voted_at: tx.now })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** For whom there is a vote or a score. */
export async function listChosenIds(reader: Reader, roundId: string): Promise<string[]> {
  const rows = await reader.db
    .selectFrom('votes')
    .select('nominee_id')
    .where('round_id', '=', roundId)
    .union(reader.db.selectFrom('scores').select('nominee_id').where('round_id', '=', roundId))
    .execute()
  return rows.map(({ nominee_id }) => nominee_id)
}

/** Votes for who stepped aside or left: their voters have not voted, and may again. Judges' sheets for them go, too. */
export async function deleteBallotsFor(tx: Tx, roundId: string, nomineeId: string): Promise<void> {
  const own = { round_id: roundId, nominee_id: nomineeId }
  for (const table of ['votes', 'scores', 'score_notes'] as const)
    await tx.db
      .deleteFrom(table)
      .where((eb) => eb.and(own))
      .execute()
  await deleteEmptyTurnout(tx, roundId)
}

/** Who has nothing in the box has not voted, or judged. */
async function deleteEmptyTurnout(tx: Tx, roundId: string): Promise<void> {
  const voters = tx.db.selectFrom('votes').select('voter_id').where('round_id', '=', roundId)
  const judges = tx.db.selectFrom('scores').select('judge_id').where('round_id', '=', roundId)
  await tx.db
    .deleteFrom('turnout')
    .where('round_id', '=', roundId)
    .where('person_id', 'not in', voters)
    .where('person_id', 'not in', judges)
    .execute()
}

/** What somebody scored who is no judge any more. */
export async function deleteSheetsBy(tx: Tx, roundId: string, judgeIds: readonly string[]): Promise<void> {
  if (judgeIds.length === 0) return
  for (const table of ['scores', 'score_notes'] as const)
    await tx.db.deleteFrom(table).where('round_id', '=', roundId).where('judge_id', 'in', judgeIds).execute()
  await tx.db
    .deleteFrom('turnout')
    .where('round_id', '=', roundId)
    .where('person_id', 'in', judgeIds)
    .execute()
}

/** How many voted, or judged at least one nominee. */
export async function countTurnout(reader: Reader, roundId: string): Promise<number> {
  const { count } = await reader.db
    .selectFrom('turnout')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('round_id', '=', roundId)
    .executeTakeFirstOrThrow()
  return count
}

/** Who voted, never whom for. */
export async function hasVoted(reader: Reader, roundId: string, personId: string): Promise<boolean> {
  const row = await reader.db
    .selectFrom('turnout')
    .select('person_id')
    .where('round_id', '=', roundId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes all votes out of the box, without their voters. */
export async function takeVotes(tx: Tx, roundId: string): Promise<string[]> {
  const rows = await tx.db
    .deleteFrom('votes')
    .where('round_id', '=', roundId)
    .returning('nominee_id')
    .execute()
  return rows.map(({ nominee_id }) => nominee_id)
}

/** Takes all scores out, without their judges. A judge who left out a criterion gave that nominee nothing. */
export async function takeSheets(tx: Tx, roundId: string, criteria: number): Promise<Sheet[]> {
  await tx.db.deleteFrom('score_notes').where('round_id', '=', roundId).execute()
  const rows = await tx.db
    .deleteFrom('scores')
    .where('round_id', '=', roundId)
    .returning(['judge_id', 'nominee_id', 'criterion', 'score'])
    .execute()
  const sheets = Map.groupBy(rows, ({ judge_id, nominee_id }) => `${judge_id} ${nominee_id}`)
  return [...sheets.values()]
    .map((sheet) => sheet.toSorted((a, b) => a.criterion - b.criterion))
    .filter((sheet) => sheet.length === criteria)
    .map((sheet) => ({ nomineeId: sheet[0]?.nominee_id ?? '', scores: sheet.map(({ score }) => score) }))
}
