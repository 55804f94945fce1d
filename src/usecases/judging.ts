/** Judging: who is to be scored, and one's own scores. */
import { scores as allScores, shuffledFor } from '../domain/ballot.ts'
import { readText } from '../domain/field.ts'
import { countryOf, type Person } from '../domain/person.ts'
import { Problem, throwAny } from '../domain/problem.ts'
import type { Round } from '../domain/round.ts'
import type { ShownJudging } from '../domain/shown-rounds.ts'
import { type JudgeSheet, listOwnSheets, upsertScores } from '../store/ballots.ts'
import { isNominee, listNomineeIds } from '../store/nominees.ts'
import { requireOpen } from './ballots.ts'
import { refreshPosts } from './deliveries.ts'
import { type Actor, look, type Plaudit, perform, requireReader } from './plaudit.ts'
import { showNominees } from './reason-showing.ts'
import { getRound } from './round-moves.ts'
import { excludedFor, requireJudge } from './round-people.ts'
import { showStoredRound } from './round-showing.ts'

/** A judge's nominees in their own order, with the scores so far. Throws as `judge`. */
export const showJudging = (app: Plaudit, actor: Actor, roundId: string): Promise<ShownJudging> =>
  look(app, actor, async (reader, by) => {
    const round = await getRound(reader, roundId)
    requireJudging(round, by, actor, app.clock.civil())
    const excluded = await excludedFor(reader, round, by.id)
    const sheets = new Map(
      (await listOwnSheets(reader, roundId, by.id)).map((sheet) => [sheet.nomineeId, sheet]),
    )
    const ids = shuffledFor(roundId, by.id, await listNomineeIds(reader, roundId))
    const nominees = (await showNominees(reader, round, ids)).map((nominee) => {
      const sheet = sheets.get(nominee.person.id)
      return {
        ...nominee,
        excluded: excluded.get(nominee.person.id),
        scores: sheet?.scores,
        note: sheet?.note,
      }
    })
    const left = nominees.filter((nominee) => !nominee.excluded && !nominee.scores).length
    return { round: await showStoredRound(reader, round), nominees, left }
  })

/** In code points. */
const noteLimits = { max: 500 }

/**
 * A judge's scores for one nominee, one for each criterion; sent again, they take the place of the first. The note is the
 * judge's own. Throws `closed` and `forbidden` as `requireVoting`, and Problems: `ballot.not-oneself`, `ballot.own-nominee`,
 * `ballot.not-a-nominee`, on `score-0` … `ballot.score-needed`, on `note` those of `readText`.
 */
export const judge = (
  app: Plaudit,
  actor: Actor,
  roundId: string,
  sheet: { nomineeId: string; scores: readonly (number | undefined)[]; note?: string | undefined },
): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    const round = await getRound(tx, roundId)
    requireJudging(round, by, actor, tx.now)
    const { nomineeId } = sheet
    const excluded = (await excludedFor(tx, round, by.id)).get(nomineeId)
    if (excluded)
      throw new Problem('invalid', `ballot.${excluded === 'oneself' ? 'not-oneself' : 'own-nominee'}`)
    if (!(await isNominee(tx, roundId, nomineeId))) throw new Problem('invalid', 'ballot.not-a-nominee')
    await upsertScores(tx, { roundId, judgeId: by.id }, readSheet(round, by, sheet))
    await refreshPosts(tx, roundId, { kinds: ['round.judge-reminder'], lane: by.id })
  })

function readSheet(
  { criteria }: Round,
  by: Person,
  sheet: { nomineeId: string; scores: readonly (number | undefined)[]; note?: string | undefined },
): JudgeSheet {
  const problems: Problem[] = []
  const scores = criteria.map((_, position) => {
    const score = allScores.find((one) => one === sheet.scores[position])
    if (!score) problems.push(new Problem('invalid', 'ballot.score-needed', `score-${position}`))
    return score ?? 0
  })
  const note = readText(sheet.note, noteLimits, problems, { field: 'note', country: countryOf(by) })
  throwAny(problems)
  return { nomineeId: sheet.nomineeId, scores, note }
}

function requireJudging(round: Round, by: Person, actor: Actor, now: string): void {
  requireReader(by, actor)
  requireJudge(round, by)
  requireOpen(round, now)
}
