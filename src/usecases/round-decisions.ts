/** What hosts are asked about a round, and what they answer. */
import { addWorkingDays } from '../domain/calendar.ts'
import { Problem } from '../domain/problem.ts'
import { isOver, type Round } from '../domain/round.ts'
import type { DecisionAsked, ShownDecision } from '../domain/shown-rounds.ts'
import { dayOf, instantAt, timeOf } from '../domain/time.ts'
import { countTurnout } from '../store/ballots.ts'
import { listNomineeIds } from '../store/nominees.ts'
import { listNames } from '../store/people.ts'
import { listSteps } from '../store/round-steps.ts'
import { updateRound } from '../store/rounds.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader } from '../store/store.ts'
import { type Actor, look, type Plaudit, perform, requireHost } from './plaudit.ts'
import { showNominees } from './reason-showing.ts'
import { countRound, decide, endUnwon, listTied } from './round-deciding.ts'
import { findNextStep, getRound, moveRound } from './round-moves.ts'
import { remindJudge, sayVoteAfterAll } from './round-notes.ts'
import { listUnfinishedJudges } from './round-people.ts'
import { showStoredRound } from './round-showing.ts'

/** What a host reads when asked. Throws `not_found`. */
export async function showDecision(
  reader: Reader,
  roundId: string,
  why: DecisionAsked,
): Promise<ShownDecision> {
  const round = await getRound(reader, roundId)
  const asked = { choose: 'voting', tie: 'tied', short: 'short' } as const
  const isOpen = round.state === asked[why]
  const ids = why === 'tie' ? await listTied(reader, round) : await listNomineeIds(reader, roundId)
  const last = (await listSteps(reader, roundId)).at(-1)
  return {
    round: await showStoredRound(reader, round),
    why,
    nominees: why === 'short' ? [] : await showNominees(reader, round, ids),
    decideBy:
      isOpen && why !== 'choose' ? (await findNextStep(reader, round, round.votesCloseAt))?.at : undefined,
    settled: isOpen
      ? undefined
      : { state: round.state, by: last?.by ? (await listNames(reader, [last.by]))(last.by) : undefined },
  }
}

/**
 * The form in which a host chooses. Throws `forbidden` `host.only`, `round.not-your-own` for a host who is tied or the only one
 * to choose, and `conflict` `round.nothing-to-decide`, `round.nobody-left`.
 */
export const showDeciding = (app: Plaudit, actor: Actor, roundId: string): Promise<ShownDecision> =>
  look(app, actor, async (reader, by) => {
    await requireHost(reader, by)
    const round = await getRound(reader, roundId)
    const able = await listAble(reader, round)
    const why = round.state === 'tied' ? 'tie' : 'choose'
    if (able.length === 0) throw new Problem('conflict', 'round.nobody-left')
    const isOwn = why === 'tie' ? able.includes(by.id) : able.every((id) => id === by.id)
    if (isOwn) throw new Problem('forbidden', 'round.not-your-own')
    const decision = await showDecision(reader, roundId, why)
    return { ...decision, nominees: decision.nominees.filter(({ person }) => person.id !== by.id) }
  })

/**
 * The champion, or several who share the title: of those who are tied, or of all nominees where a host decides. Throws
 * `forbidden` `host.only`, `round.not-your-own` for a host who is one of them; Problems on `winnerIds`
 * `round.winner-needed`, `round.not-a-nominee`; and `conflict` `round.nothing-to-decide` when it was settled meanwhile.
 */
export const decideRound = (
  app: Plaudit,
  actor: Actor,
  roundId: string,
  winnerIds: readonly string[],
): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    const round = await getRound(tx, roundId)
    const able = await listAble(tx, round)
    if (winnerIds.length === 0) throw new Problem('invalid', 'round.winner-needed', 'winnerIds')
    if (winnerIds.some((id) => !able.includes(id)))
      throw new Problem('invalid', 'round.not-a-nominee', 'winnerIds')
    const isOwn = round.state === 'tied' ? able.includes(by.id) : winnerIds.includes(by.id)
    if (isOwn) throw new Problem('forbidden', 'round.not-your-own')
    await decide(tx, round, [...new Set(winnerIds)], { by: by.id })
  })

async function listAble(reader: Reader, round: Round): Promise<string[]> {
  if (round.state === 'tied') return listTied(reader, round)
  if (round.state === 'voting' && round.decidedBy === 'host') return listNomineeIds(reader, round.id)
  throw new Problem(isOver(round) ? 'closed' : 'conflict', 'round.nothing-to-decide')
}

export const shortAnswers = ['more-time', 'count', 'end'] as const
export type ShortAnswer = (typeof shortAnswers)[number]
const MORE_WORKING_DAYS = 3

/**
 * Too few voted: three more working days, the count of what there is, or the end. Throws `forbidden` `host.only`, `conflict`
 * `round.nothing-to-decide`, and `round.nobody-voted` when there is nothing to count.
 */
export const answerShort = (
  app: Plaudit,
  actor: Actor,
  roundId: string,
  answer: ShortAnswer,
): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    const round = await getRound(tx, roundId)
    if (round.state !== 'short') throw new Problem('conflict', 'round.nothing-to-decide')
    if (answer === 'end') return endUnwon(tx, round, 'too-few', { by: by.id })
    if (answer === 'count') {
      if ((await countTurnout(tx, roundId)) === 0) throw new Problem('conflict', 'round.nobody-voted')
      return countRound(tx, round, { by: by.id })
    }
    const { zone, workingDays } = await getSettings(tx)
    // A clock that was set back gives no less time than there was.
    const since = [tx.now, round.votesCloseAt].sort().at(-1) ?? tx.now
    const on = addWorkingDays(dayOf(since, zone), MORE_WORKING_DAYS, workingDays)
    const votesCloseAt = instantAt(on, timeOf(since, zone), zone)
    const goesOn: Round = { ...round, votesCloseAt }
    await updateRound(tx, goesOn, undefined, by.id)
    await moveRound(tx, goesOn, { from: ['short'], to: 'voting', step: 'changed' }, { by: by.id })
    if (round.decidedBy === 'everybody') await sayVoteAfterAll(tx, goesOn)
    else for (const id of await listUnfinishedJudges(tx, goesOn)) await remindJudge(tx, goesOn, id)
  })
