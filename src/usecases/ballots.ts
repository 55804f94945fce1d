/** Voting and judging: who can be chosen, in which order, and one's own ballot. */
import { scores as allScores, shuffledFor } from '../domain/ballot.ts'
import { readText } from '../domain/field.ts'
import { countryOf, type Person } from '../domain/person.ts'
import { Problem, throwAny } from '../domain/problem.ts'
import { type Round, takesVotes } from '../domain/round.ts'
import { asWords } from '../domain/search.ts'
import type { Named } from '../domain/shown.ts'
import type { ShownJudging, ShownReasons } from '../domain/shown-rounds.ts'
import { findVote, type JudgeSheet, listOwnSheets, upsertScores, upsertVote } from '../store/ballots.ts'
import { listNomineeIds } from '../store/nominees.ts'
import { listNames } from '../store/people.ts'
import type { Reader } from '../store/store.ts'
import { refreshPosts } from './deliveries.ts'
import { type Actor, authorityOf, look, type Plaudit, perform, requireReader } from './plaudit.ts'
import { showNominees } from './reason-showing.ts'
import { getRound } from './round-moves.ts'
import { excludedFor, requireJudge } from './round-people.ts'
import { showStoredRound } from './round-showing.ts'

/**
 * `Vote for…`: whom this person can vote for, in their own order, with the words that they type in the name; not
 * themselves. Throws as `requireVoting`.
 */
export const listBallot = (app: Plaudit, actor: Actor, roundId: string, typed = ''): Promise<Named[]> =>
  look(app, actor, async (reader, by) => {
    const round = await getRound(reader, roundId)
    requireVoting(round, by, actor, app.clock.civil())
    const ids = (await listNomineeIds(reader, roundId)).filter((id) => id !== by.id)
    const nameOf = await listNames(reader, ids)
    const asked = asWords(typed)
    return shuffledFor(roundId, by.id, ids)
      .map(nameOf)
      .filter(({ name }) => asked.every((word) => asWords(name).some((part) => part.startsWith(word))))
  })

/** Turn-out is shown anew at most so often, however many vote. */
const TURNOUT_REFRESH_MS = 5 * 60_000

/**
 * One vote for each person and round; another takes its place until the close. Throws as `requireVoting`, and
 * `ballot.not-oneself`, `ballot.not-a-nominee`. @returns whom they voted for, and in which round
 */
export const vote = (
  app: Plaudit,
  actor: Actor,
  roundId: string,
  nomineeId: string,
): Promise<{ round: Round; nominee: Named }> =>
  perform(app, actor, async (tx, by) => {
    const round = await getRound(tx, roundId)
    requireVoting(round, by, actor, tx.now)
    if (nomineeId === by.id) throw new Problem('invalid', 'ballot.not-oneself')
    if (!(await listNomineeIds(tx, roundId)).includes(nomineeId))
      throw new Problem('invalid', 'ballot.not-a-nominee')
    await upsertVote(tx, { roundId, voterId: by.id, nomineeId })
    await refreshPosts(tx, roundId, { kinds: ['round.vote'], atMostEvery: TURNOUT_REFRESH_MS })
    return { round, nominee: (await listNames(tx, [nomineeId]))(nomineeId) }
  })

/** For their own eyes: whom they voted for. Undefined before they did, and for ever after the count. */
export const showOwnVote = (app: Plaudit, actor: Actor, roundId: string): Promise<Named | undefined> =>
  look(app, actor, async (reader, by) => {
    const nomineeId = await findVote(reader, roundId, by.id)
    return nomineeId ? (await listNames(reader, [nomineeId]))(nomineeId) : undefined
  })

/**
 * Throws `closed`: `ballot.not-yet {title}` before votes open, `ballot.closed {title}` after; `forbidden`:
 * `ballot.judges-only`, `ballot.hosts-only` where not everybody votes, `guest.members-only`.
 */
function requireVoting(round: Round, by: Person, actor: Actor, now: string): void {
  requireReader(by, actor)
  if (round.decidedBy !== 'everybody')
    throw new Problem('forbidden', `ballot.${round.decidedBy === 'judges' ? 'judges' : 'hosts'}-only`)
  requireOpen(round, now)
}

function requireOpen(round: Round, now: string): void {
  const { title, state } = round
  if (takesVotes(round, now)) return
  if (state === 'planned' || state === 'nominating' || state === 'closed')
    throw new Problem('closed', 'ballot.not-yet', undefined, { title })
  throw new Problem('closed', 'ballot.closed', undefined, { title })
}

/** So many reasons on a page. */
const PAGE = 10

/**
 * `Read the reasons`: all of them with their evidence, in this reader's order of nominees. While it is voted: for
 * everybody, or for the judges, and hosts; hosts can read them until it is decided. Throws `closed` `ballot.not-yet`,
 * `ballot.closed`, and `forbidden` as `requireVoting`.
 */
export const showReasons = (app: Plaudit, actor: Actor, roundId: string, page = 0): Promise<ShownReasons> =>
  look(app, actor, async (reader, by) => {
    const round = await getRound(reader, roundId)
    await requireMayRead(reader, round, by, actor, app.clock.civil())
    const ids = shuffledFor(roundId, by.id, await listNomineeIds(reader, roundId))
    const nominees = await showNominees(reader, round, ids)
    const all = nominees.flatMap(({ person, reasons }) => reasons.map((reason) => ({ person, reason })))
    const pages = Math.max(1, Math.ceil(all.length / PAGE))
    const at = Math.min(Math.max(0, page), pages - 1)
    const here = all.slice(at * PAGE, (at + 1) * PAGE)
    const grouped = Map.groupBy(here, ({ person }) => person)
    return {
      round: await showStoredRound(reader, round),
      nominees: [...grouped].map(([person, some]) => ({ person, reasons: some.map(({ reason }) => reason) })),
      page: at,
      pages,
    }
  })

async function requireMayRead(
  reader: Reader,
  round: Round,
  by: Person,
  actor: Actor,
  now: string,
): Promise<void> {
  requireReader(by, actor)
  const isUndecided = round.state === 'voting' || round.state === 'tied' || round.state === 'short'
  if (isUndecided && (await authorityOf(reader, by)).mayRun) return
  requireOpen(round, now)
  if (round.decidedBy === 'judges') requireJudge(round, by)
  if (round.decidedBy === 'host') throw new Problem('forbidden', 'ballot.hosts-only')
}

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
    if (!(await listNomineeIds(tx, roundId)).includes(nomineeId))
      throw new Problem('invalid', 'ballot.not-a-nominee')
    await upsertScores(tx, { roundId, judgeId: by.id }, readSheet(round, by, sheet))
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
