/** What the form for a nomination is filled in with, and where a nomination is offered. */
import type { Nomination } from '../domain/nomination.ts'
import { requireNominating } from '../domain/nomination.ts'
import { Problem } from '../domain/problem.ts'
import { type Round, takesNominations } from '../domain/round.ts'
import type { Named, ShownStory } from '../domain/shown.ts'
import type { NominationInstead, NominationOffer, OwnNomination } from '../domain/shown-rounds.ts'
import type { Instant } from '../domain/time.ts'
import { listAbleEvidence } from '../store/evidence.ts'
import { findNomination, findNominationBy } from '../store/nominations.ts'
import { listNames } from '../store/people.ts'
import { listOpenRounds } from '../store/round-lists.ts'
import type { Reader } from '../store/store.ts'
import { type Actor, look, type Plaudit } from './plaudit.ts'
import { showReasonsOf } from './reason-showing.ts'
import { getRound } from './round-moves.ts'
import { showStoredRound } from './round-showing.ts'
import { showStories, showStory } from './showing.ts'

/** What is asked for; `evidenceIds` are those that were chosen in the form before. */
export type NominationAsked = {
  readonly roundId?: string | undefined
  readonly nomineeId?: string | undefined
  /** The story whose card it is opened from. */
  readonly storyId?: string | undefined
  readonly evidenceIds?: readonly string[] | undefined
}

export const listNominatingRounds = async (reader: Reader, now: Instant): Promise<Round[]> =>
  (await listOpenRounds(reader, ['nominating'])).filter((round) => takesNominations(round, now))

/**
 * The form: for one round, or the first that takes nominations. Throws `closed` `nomination.no-round`, as `requireNominating`
 * for a round that is named, and for a story `not_found` `story.not-found`, `closed` `story.taken-back`.
 */
export const showNominationOffer = (
  app: Plaudit,
  actor: Actor,
  { roundId, storyId, ...asked }: NominationAsked,
): Promise<NominationOffer> =>
  look(app, actor, async (reader, by) => {
    const now = app.clock.civil()
    if (roundId) requireNominating(await getRound(reader, roundId), now)
    const open = await listNominatingRounds(reader, now)
    const round = open.find(({ id }) => roundId === undefined || id === roundId)
    if (!round) throw new Problem('closed', 'nomination.no-round')
    const story = storyId ? await getShownStory(reader, storyId) : undefined
    const champions = othersIn(story, by.id)
    const [only] = champions
    const nomineeId = asked.nomineeId ?? (champions.length === 1 ? only?.id : undefined)
    const own = nomineeId
      ? await findNominationBy(reader, { roundId: round.id, nominatorId: by.id, nomineeId })
      : undefined
    const evidenceIds = asked.evidenceIds ?? [...(own?.evidenceIds ?? []), ...(story ? [story.id] : [])]
    return {
      rounds: await Promise.all(open.map((one) => showStoredRound(reader, one))),
      round: await showStoredRound(reader, round),
      nominee: nomineeId ? (await listNames(reader, [nomineeId]))(nomineeId) : undefined,
      own: own ? await showOwn(reader, own, round) : undefined,
      story,
      among: champions.length > 1 ? champions : [],
      evidence: nomineeId ? await showEvidence(reader, nomineeId, evidenceIds) : [],
    }
  })

const othersIn = (story: ShownStory | undefined, personId: string): Named[] =>
  (story?.champions ?? []).filter(({ id }) => id !== personId)

async function getShownStory(reader: Reader, id: string): Promise<ShownStory> {
  const story = await showStory(reader, id)
  if (!story) throw new Problem('not_found', 'story.not-found')
  if (story.retracted) throw new Problem('closed', 'story.taken-back')
  return story
}

/** Of these, those that can be evidence for the nominee. */
async function showEvidence(
  reader: Reader,
  nomineeId: string,
  storyIds: readonly string[],
): Promise<ShownStory[]> {
  const able = await listAbleEvidence(reader, nomineeId, storyIds)
  return showStories(
    reader,
    [...new Set(storyIds)].filter((id) => able.has(id)),
  )
}

/** One's own nomination, to mend or withdraw. Throws `not_found` `nomination.not-found`, and as `requireNominating`. */
export const showOwnNomination = (
  app: Plaudit,
  actor: Actor,
  nominationId: string,
): Promise<NominationOffer> =>
  look(app, actor, async (reader, by) => {
    const nomination = await getOwnNomination(reader, nominationId, by.id)
    const stored = await getRound(reader, nomination.roundId)
    requireNominating(stored, app.clock.civil())
    const round = await showStoredRound(reader, stored)
    const own = await showOwn(reader, nomination, stored)
    const evidence = await showEvidence(reader, nomination.nomineeId, nomination.evidenceIds)
    return { rounds: [round], round, nominee: own.nominee, own, among: [], evidence }
  })

async function showOwn(reader: Reader, nomination: Nomination, round: Round): Promise<OwnNomination> {
  const shown = (await showReasonsOf(reader, round, [nomination])).get(nomination.id)
  const { id, nomineeId, reason, quotable, criterion } = nomination
  const nominee = (await listNames(reader, [nomineeId]))(nomineeId)
  return { id, nominee, reason, quotable, criterion, evidence: shown?.evidence ?? [] }
}

/** Throws `not_found` `nomination.not-found` also for what somebody else wrote. */
export async function getOwnNomination(reader: Reader, id: string, personId: string): Promise<Nomination> {
  const nomination = await findNomination(reader, id)
  if (nomination?.nominatorId !== personId) throw new Problem('not_found', 'nomination.not-found')
  return nomination
}

/** For who may not award a prize for a story: whom they can nominate for it now. */
export const showNominationInstead = (
  app: Plaudit,
  actor: Actor,
  storyId: string,
): Promise<NominationInstead | undefined> =>
  look(app, actor, async (reader, by) => {
    const [round] = await listNominatingRounds(reader, app.clock.civil())
    const story = await showStory(reader, storyId)
    const champions = othersIn(story, by.id)
    if (!round || story?.retracted || champions.length === 0) return undefined
    return { storyId, title: round.title, names: champions.map(({ name }) => name) }
  })
