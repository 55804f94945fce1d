/** What hosts do about rounds: plan, change, close early, reopen, cancel. */
import { v7 as newId } from 'uuid'
import type { Person } from '../domain/person.ts'
import type { Prize } from '../domain/prize.ts'
import { Problem } from '../domain/problem.ts'
import type { Round } from '../domain/round.ts'
import { changedRound, newRound, type RoundInput } from '../domain/round-input.ts'
import type { Settings } from '../domain/settings.ts'
import { deleteSheetsBy } from '../store/ballots.ts'
import { hasNominations } from '../store/nominations.ts'
import { listPeople } from '../store/people.ts'
import { findPrize, listPrizes } from '../store/prizes.ts'
import { insertRound, updateRound } from '../store/rounds.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader, Tx } from '../store/store.ts'
import { type Actor, authorityOf, look, type Plaudit, perform, requireHost } from './plaudit.ts'
import { factProblems, keepRoundFacts, type RoundFacts } from './round-facts.ts'
import { closeNominations, takeDueSteps } from './round-life.ts'
import { getRound, takeStep } from './round-moves.ts'
import { tellPerson } from './round-notes.ts'
import { mayJudge } from './round-people.ts'
import { cancel, endSeries, followRepeats } from './round-series.ts'

/** The form: what it is filled in with, and what there is to choose from. */
export type RoundForm = {
  readonly round?: Round | undefined
  /** From the first nomination on criteria stay as they are. */
  readonly hasNominations: boolean
  readonly settings: Settings
  readonly prizes: readonly Prize[]
  readonly now: string
}

/** Throws `forbidden` `round.hosts-only`, `not_found`, and `closed` `round.is-over`. */
export const showRoundForm = (app: Plaudit, actor: Actor, roundId?: string): Promise<RoundForm> =>
  look(app, actor, async (reader, by) => {
    if (!(await authorityOf(reader, by)).mayRun) throw new Problem('forbidden', 'round.hosts-only')
    const round = roundId ? await getRound(reader, roundId) : undefined
    if (round) requireChangeable(round)
    return {
      round,
      hasNominations: round ? await hasNominations(reader, round.id) : false,
      settings: await getSettings(reader),
      prizes: await listChoices(reader, round),
      now: app.clock.civil(),
    }
  })

/** What is on offer; and the round's own prize, which stays although it was retired. */
async function listChoices(reader: Reader, round: Round | undefined): Promise<Prize[]> {
  const offered = await listPrizes(reader)
  const own = round?.prizeId ? await findPrize(reader, round.prizeId) : undefined
  return own && offered.every(({ id }) => id !== own.id) ? [...offered, own] : offered
}

/**
 * Plans a round; one whose opening is past opens at once. Throws `forbidden` `host.only`, and Problems as `newRound` and
 * `factProblems`; without facts the platform was not asked.
 */
export const planRound = (
  app: Plaudit,
  actor: Actor,
  input: RoundInput,
  facts?: RoundFacts,
): Promise<Round> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    const refused = facts && (await factProblems(tx, input, facts))
    const round = newRound(input, { ...(await contextOf(tx, by, input)), refused })
    if (facts) await keepRoundFacts(tx, facts)
    await insertRound(tx, round, round.opensAt)
    await takeStep(tx, round.id, 'planned', { by: by.id })
    await takeDueSteps(tx)
    return round
  })

/**
 * Changes a round, extends it, or with `reopen` opens nominations again that were closed, until the close of the form. Throws
 * `forbidden` `host.only`, `closed` `round.is-over`, `conflict` `round.not-closed` for reopening, and Problems as
 * `changedRound` and `factProblems`.
 */
export const changeRound = (
  app: Plaudit,
  actor: Actor,
  roundId: string,
  input: RoundInput,
  { reopen = false, facts }: { readonly reopen?: boolean; readonly facts?: RoundFacts } = {},
): Promise<Round> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    const before = await getRound(tx, roundId)
    requireChangeable(before)
    if (reopen && before.state !== 'closed') throw new Problem('conflict', 'round.not-closed')
    const context = {
      ...(await contextOf(tx, by, input)),
      hasNominations: await hasNominations(tx, roundId),
      refused: facts && (await factProblems(tx, input, facts, before)),
    }
    const after = changedRound(reopen ? { ...before, state: 'nominating' } : before, input, context)
    if (reopen && after.nominationsCloseAt <= tx.now)
      throw new Problem('invalid', 'round.is-past', 'nominationsClose')
    if (facts) await keepRoundFacts(tx, facts)
    await updateRound(tx, after, undefined, by.id)
    if (before.state === 'voting') await judgesFollow(tx, before, after)
    await takeStep(tx, roundId, reopen ? 'reopened' : 'changed', { by: by.id, details: { before } })
    await followRepeats(tx, before, after, by.id)
    await takeDueSteps(tx)
    return after
  })

/** While it is judged: new judges are told, and what somebody scored who is none any more does not count. */
async function judgesFollow(tx: Tx, before: Round, after: Round): Promise<void> {
  const gone = before.judgeIds.filter((id) => !after.judgeIds.includes(id))
  await deleteSheetsBy(tx, after.id, gone)
  for (const id of after.judgeIds)
    if (!before.judgeIds.includes(id)) await tellPerson(tx, after, 'round.judge', id)
}

/** Too few voted and those who are tied are for other buttons; what is over stays as it is. */
function requireChangeable({ state }: Round): void {
  if (!['planned', 'nominating', 'closed', 'voting'].includes(state))
    throw new Problem('closed', 'round.is-over')
}

async function contextOf(tx: Tx, by: Person, { judgeIds = [] }: RoundInput) {
  const calendar = await getSettings(tx)
  const people = await listPeople(tx, judgeIds)
  const ableIds = new Set(judgeIds.filter((id) => mayJudge(people.get(id))))
  return { id: newId(), by: by.id, calendar, now: tx.now, ableIds }
}

/** Closes nominations now; votes open when they were to. Throws `forbidden`, and `conflict` `round.not-nominating`. */
export const closeNominationsEarly = (app: Plaudit, actor: Actor, roundId: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    const round = await getRound(tx, roundId)
    if (round.state !== 'nominating') throw new Problem('conflict', 'round.not-nominating')
    await closeNominations(tx, round, { by: by.id })
  })

/** As `cancel` in round-series.ts. Throws `forbidden` `host.only`, and `closed` `round.is-over`. */
export const cancelRound = (app: Plaudit, actor: Actor, roundId: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    await cancel(tx, await getRound(tx, roundId), by.id)
  })

/** This round goes on, and none follows it. Throws `forbidden` `host.only`. */
export const stopRepeating = (app: Plaudit, actor: Actor, roundId: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    await endSeries(tx, await getRound(tx, roundId), by.id)
  })
