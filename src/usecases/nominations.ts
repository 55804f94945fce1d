/** Nominating: the words, withdrawing them, and stepping aside. */
import { v7 as newId } from 'uuid'
import {
  type Nomination,
  type NominationInput,
  newNomination,
  requireNominating,
} from '../domain/nomination.ts'
import { countryOf } from '../domain/person.ts'
import { Problem } from '../domain/problem.ts'
import { isOver } from '../domain/round.ts'
import type { Named } from '../domain/shown.ts'
import type { ShownRound } from '../domain/shown-rounds.ts'
import { maskedIn } from '../domain/story-texts.ts'
import { deleteBallotsFor } from '../store/ballots.ts'
import { listAbleEvidence } from '../store/evidence.ts'
import {
  deleteNomination,
  findNominationBy,
  listNominations,
  upsertNomination,
} from '../store/nominations.ts'
import { hasSteppedAside, insertStepAside, isInGroups } from '../store/nominees.ts'
import { findPerson, listNames } from '../store/people.ts'
import type { Tx } from '../store/store.ts'
import { findRecentTitle } from '../store/winners.ts'
import { refreshPosts } from './deliveries.ts'
import { getOwnNomination } from './nomination-offers.ts'
import { type Actor, look, type Plaudit, perform } from './plaudit.ts'
import { endUnwon, isDeserted } from './round-deciding.ts'
import { getRound } from './round-moves.ts'
import { showStoredRound } from './round-showing.ts'

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

/** It is in. */
export type Nominated = {
  readonly nominationId: string
  readonly nominee: Named
  readonly round: ShownRound
}

/**
 * The same from the form. Where private data has to be masked nothing is kept yet: its author sees the masked words first, and
 * sends those. Throws as `nominate`.
 */
export async function submitNomination(
  app: Plaudit,
  actor: Actor,
  input: NominationInput,
): Promise<{ masked: string } | Nominated> {
  const country = await look(app, actor, async (_, by) => countryOf(by))
  const [masked] = maskedIn({ words: input.reason }, { country })
  if (masked) return { masked: masked.text }
  const { id: nominationId, roundId, nomineeId } = await nominate(app, actor, input)
  return look(app, actor, async (reader) => ({
    nominationId,
    nominee: (await listNames(reader, [nomineeId]))(nomineeId),
    round: await showStoredRound(reader, await getRound(reader, roundId)),
  }))
}

/** The words go, and nothing of them is kept. Throws as `showOwnNomination`. */
export const withdrawNomination = (app: Plaudit, actor: Actor, nominationId: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    const nomination = await getOwnNomination(tx, nominationId, by.id)
    requireNominating(await getRound(tx, nomination.roundId), tx.now)
    await deleteNomination(tx, nomination.id)
  })

/**
 * A nominee does not want to be in it: no reason is asked, nobody hears of it, and until the count who voted for them may
 * vote again. With the last who could become its champion the round ends. Throws `not_found` `nomination.not-nominated`, and `closed` `nomination.decided`.
 */
export const stepAside = (app: Plaudit, actor: Actor, roundId: string): Promise<void> =>
  perform(app, actor, async (tx: Tx, by) => {
    const round = await getRound(tx, roundId)
    if (isOver(round)) throw new Problem('closed', 'nomination.decided')
    const about = await listNominations(tx, roundId, { about: [by.id] })
    if (about.length === 0) throw new Problem('not_found', 'nomination.not-nominated')
    if (!(await insertStepAside(tx, roundId, by.id))) return
    // After the count there is nothing to give back, and the turn-out is what it was.
    if (round.state !== 'tied') await deleteBallotsFor(tx, roundId, by.id)
    if (await isDeserted(tx, round)) await endUnwon(tx, round, 'nobody-left', {})
    else await refreshPosts(tx, roundId)
  })
