/** Nominating: the form, the words, withdrawing them, and stepping aside. */
import { v7 as newId } from 'uuid'
import {
  type Nomination,
  type NominationInput,
  newNomination,
  requireNominating,
} from '../domain/nomination.ts'
import { Problem } from '../domain/problem.ts'
import { isOver, takesNominations } from '../domain/round.ts'
import type { NominationOffer, OwnNomination } from '../domain/shown-rounds.ts'
import { deleteBallotsFor } from '../store/ballots.ts'
import { listAbleEvidence } from '../store/evidence.ts'
import {
  deleteNomination,
  findNomination,
  findNominationBy,
  listNominations,
  upsertNomination,
} from '../store/nominations.ts'
import { hasSteppedAside, insertStepAside, isInGroups } from '../store/nominees.ts'
import { findPerson, listNames } from '../store/people.ts'
import { listOpenRounds } from '../store/round-lists.ts'
import type { Reader, Tx } from '../store/store.ts'
import { findRecentTitle } from '../store/winners.ts'
import { refreshPosts } from './deliveries.ts'
import { type Actor, look, type Plaudit, perform } from './plaudit.ts'
import { showReasonsOf } from './reason-showing.ts'
import { getRound } from './round-moves.ts'
import { showStoredRound } from './round-showing.ts'

/**
 * The form: for one round, or the first that takes nominations. Throws `closed` `nomination.no-round`, or as
 * `requireNominating` for a round that is named.
 */
export const showNominationOffer = (
  app: Plaudit,
  actor: Actor,
  { roundId, nomineeId }: { roundId?: string | undefined; nomineeId?: string | undefined },
): Promise<NominationOffer> =>
  look(app, actor, async (reader, by) => {
    const now = app.clock.civil()
    const open = (await listOpenRounds(reader, ['nominating'])).filter((one) => takesNominations(one, now))
    if (roundId) requireNominating(await getRound(reader, roundId), now)
    const round = open.find(({ id }) => roundId === undefined || id === roundId)
    if (!round) throw new Problem('closed', 'nomination.no-round')
    const own =
      nomineeId && (await findNominationBy(reader, { roundId: round.id, nominatorId: by.id, nomineeId }))
    return {
      rounds: await Promise.all(open.map((one) => showStoredRound(reader, one))),
      round: await showStoredRound(reader, round),
      nominee: nomineeId ? (await listNames(reader, [nomineeId]))(nomineeId) : undefined,
      own: own ? await showOwn(reader, own) : undefined,
    }
  })

/** One's own nomination, to mend or withdraw. Throws `not_found` `nomination.not-found`, and as `requireNominating`. */
export const showOwnNomination = (
  app: Plaudit,
  actor: Actor,
  nominationId: string,
): Promise<NominationOffer> =>
  look(app, actor, async (reader, by) => {
    const nomination = await getOwn(reader, nominationId, by.id)
    const round = await getRound(reader, nomination.roundId)
    requireNominating(round, app.clock.civil())
    const shown = await showStoredRound(reader, round)
    const own = await showOwn(reader, nomination)
    return { rounds: [shown], round: shown, nominee: own.nominee, own }
  })

async function showOwn(reader: Reader, nomination: Nomination): Promise<OwnNomination> {
  const round = await getRound(reader, nomination.roundId)
  const shown = (await showReasonsOf(reader, round, [nomination])).get(nomination.id)
  const { id, nomineeId, reason, quotable, criterion } = nomination
  const nominee = (await listNames(reader, [nomineeId]))(nomineeId)
  return { id, nominee, reason, quotable, criterion, evidence: shown?.evidence ?? [] }
}

/** Nominates, or says anew what one wrote about this nominee in this round. Throws as `newNomination`, and `not_found`. */
export const nominate = (app: Plaudit, actor: Actor, input: NominationInput): Promise<Nomination> =>
  perform(app, actor, async (tx, by) => {
    const round = await getRound(tx, input.roundId)
    const nomineeId = input.nomineeId ?? ''
    const nomination = newNomination(input, {
      id: newId(),
      by,
      round,
      nominee: nomineeId ? await findPerson(tx, nomineeId) : undefined,
      isInGroups: await isInGroups(tx, nomineeId, round.groupIds),
      restsAfter: await findRecentTitle(tx, nomineeId, round.restRounds),
      steppedAside: await hasSteppedAside(tx, round.id, nomineeId),
      ableEvidence: await listAbleEvidence(tx, nomineeId, input.evidenceIds),
      before: await findNominationBy(tx, { roundId: round.id, nominatorId: by.id, nomineeId }),
      now: tx.now,
    })
    await upsertNomination(tx, nomination)
    return nomination
  })

/** The words go, and nothing of them is kept. Throws as `showOwnNomination`. */
export const withdrawNomination = (app: Plaudit, actor: Actor, nominationId: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    const nomination = await getOwn(tx, nominationId, by.id)
    requireNominating(await getRound(tx, nomination.roundId), tx.now)
    await deleteNomination(tx, nomination.id)
  })

async function getOwn(reader: Reader, id: string, personId: string): Promise<Nomination> {
  const nomination = await findNomination(reader, id)
  if (nomination?.nominatorId !== personId) throw new Problem('not_found', 'nomination.not-found')
  return nomination
}

/**
 * A nominee does not want to be in it: no reason is asked, nobody hears of it, and who voted for them may vote again. Until
 * the count. Throws `not_found` `nomination.not-nominated`, and `closed` `nomination.decided`.
 */
export const stepAside = (app: Plaudit, actor: Actor, roundId: string): Promise<void> =>
  perform(app, actor, async (tx: Tx, by) => {
    const round = await getRound(tx, roundId)
    if (isOver(round)) throw new Problem('closed', 'nomination.decided')
    const about = await listNominations(tx, roundId, { about: [by.id] })
    if (about.length === 0) throw new Problem('not_found', 'nomination.not-nominated')
    if (!(await insertStepAside(tx, roundId, by.id))) return
    await deleteBallotsFor(tx, roundId, by.id)
    await refreshPosts(tx, roundId)
  })
