/** Who may do what in a round. */
import { isColleague, type Person } from '../domain/person.ts'
import { Problem } from '../domain/problem.ts'
import type { Round } from '../domain/round.ts'
import { listOwnSheets } from '../store/ballots.ts'
import { listNominations } from '../store/nominations.ts'
import { listNomineeIds } from '../store/nominees.ts'
import { listPeople } from '../store/people.ts'
import type { Reader } from '../store/store.ts'

/** Colleagues may judge, guests of the celebration channel too: whether they are in it is asked when they do. */
export const mayJudge = (person: Person | undefined): boolean =>
  person?.isKnown === true && isColleague(person)

/** Whom a judge leaves out: themselves, and whom they nominated. */
export async function excludedFor(
  reader: Reader,
  { id }: Round,
  judgeId: string,
): Promise<ReadonlyMap<string, 'oneself' | 'own-nominee'>> {
  const own = await listNominations(reader, id, { by: judgeId })
  return new Map([
    ...own.map(({ nomineeId }) => [nomineeId, 'own-nominee'] as const),
    [judgeId, 'oneself'] as const,
  ])
}

/** Throws `forbidden` `ballot.judges-only`. */
export function requireJudge({ judgeIds, decidedBy }: Round, { id }: Person): void {
  if (decidedBy !== 'judges' || !judgeIds.includes(id)) throw new Problem('forbidden', 'ballot.judges-only')
}

/** How many nominees are still without this judge's scores. */
export async function countUnjudged(reader: Reader, round: Round, judgeId: string): Promise<number> {
  const excluded = await excludedFor(reader, round, judgeId)
  const done = new Set((await listOwnSheets(reader, round.id, judgeId)).map(({ nomineeId }) => nomineeId))
  const nomineeIds = await listNomineeIds(reader, round.id)
  return nomineeIds.filter((id) => !excluded.has(id) && !done.has(id)).length
}

/** Judges who are here and have a nominee without scores. */
export async function listUnfinishedJudges(reader: Reader, round: Round): Promise<string[]> {
  const people = await listPeople(reader, round.judgeIds)
  const unfinished: string[] = []
  for (const judge of people.values())
    if (isColleague(judge) && (await countUnjudged(reader, round, judge.id)) > 0) unfinished.push(judge.id)
  return unfinished
}
