/** Fills in names and counts: from a round as it is stored to what readers see. */
import type { Prize } from '../domain/prize.ts'
import { isOver, type Round } from '../domain/round.ts'
import type { OwnRound, ShownRound, ShownRounds } from '../domain/shown-rounds.ts'
import { countTurnout, findVote, hasVoted } from '../store/ballots.ts'
import { countNominations, listNominations } from '../store/nominations.ts'
import { isNominee, listNomineeIds } from '../store/nominees.ts'
import { listNames } from '../store/people.ts'
import { findPrize } from '../store/prizes.ts'
import { listLatestRounds, listOpenRounds } from '../store/round-lists.ts'
import { findRound } from '../store/rounds.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader } from '../store/store.ts'
import { listWinnersOf } from '../store/winners.ts'
import { type Actor, authorityOf, look, type Plaudit, requireHost, requireReader } from './plaudit.ts'
import { getRound } from './round-moves.ts'

export async function showRound(reader: Reader, id: string): Promise<ShownRound | undefined> {
  const round = await findRound(reader, id)
  return round && showStoredRound(reader, round)
}

export async function showStoredRound(reader: Reader, round: Round): Promise<ShownRound> {
  const { judgeIds, createdBy: _, ...shown } = round
  const winnerIds = (await listWinnersOf(reader, [round.id])).map(({ personId }) => personId)
  const nameOf = await listNames(reader, [...judgeIds, ...winnerIds])
  return {
    ...shown,
    zone: (await getSettings(reader)).zone,
    judges: judgeIds.map(nameOf),
    prize: await findShownPrize(reader, round),
    nominations: await countNominations(reader, round.id),
    nominees: (await listNomineeIds(reader, round.id)).length,
    turnout: await countTurnout(reader, round.id),
    winners: winnerIds.map(nameOf),
  }
}

/** What is not offered any more is promised to nobody; who wins it all the same, and why not, is for hosts. */
async function findShownPrize(reader: Reader, round: Round): Promise<Prize | undefined> {
  const prize = round.prizeId ? await findPrize(reader, round.prizeId) : undefined
  return prize?.retiredAt === undefined || isOver(round) ? prize : undefined
}

/** A round as a host sees it who is about to do something. Throws `forbidden` `host.only`, and `not_found`. */
export const showHostRound = (app: Plaudit, actor: Actor, roundId: string): Promise<ShownRound> =>
  look(app, actor, async (reader, by) => {
    await requireHost(reader, by)
    return showStoredRound(reader, await getRound(reader, roundId))
  })

const MOST_PAST = 20

/** `/wow rounds`: what is open, and who won what. Throws `forbidden` for guests outside the celebration channel. */
export const showRounds = (app: Plaudit, actor: Actor): Promise<ShownRounds> =>
  look(app, actor, async (reader, by) => {
    requireReader(by, actor)
    const { mayRun } = await authorityOf(reader, by)
    const current = await listOpenRounds(reader)
    const past = (await listLatestRounds(reader, MOST_PAST)).filter(
      ({ state }) => state === 'decided' || (mayRun && (state === 'unwon' || state === 'cancelled')),
    )
    const showAll = (rounds: readonly Round[]) =>
      Promise.all(rounds.map((round) => showStoredRound(reader, round)))
    return {
      open: await Promise.all(
        current.filter(({ state }) => state !== 'planned').map((round) => showOwnRound(reader, round, by.id)),
      ),
      planned: mayRun ? await showAll(current.filter(({ state }) => state === 'planned')) : [],
      past: await showAll(past),
      mayRun,
    }
  })

async function showOwnRound(reader: Reader, round: Round, personId: string): Promise<OwnRound> {
  const own = await listNominations(reader, round.id, { by: personId })
  const nameOf = await listNames(
    reader,
    own.map(({ nomineeId }) => nomineeId),
  )
  return {
    round: await showStoredRound(reader, round),
    hasVoted: await hasVotedStill(reader, round, personId),
    isJudge: round.judgeIds.includes(personId),
    nominated: own.map(({ id, nomineeId }) => ({ nominationId: id, nominee: nameOf(nomineeId) })),
  }
}

/** Who voted for somebody who has left since may vote again. */
async function hasVotedStill(reader: Reader, round: Round, personId: string): Promise<boolean> {
  const { id, state, decidedBy } = round
  if (state !== 'voting' || decidedBy !== 'everybody') return hasVoted(reader, id, personId)
  const nomineeId = await findVote(reader, id, personId)
  return nomineeId !== undefined && isNominee(reader, id, nomineeId)
}
