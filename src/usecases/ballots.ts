/** Voting: who can be chosen, in which order, and one's own vote. */
import { shuffledFor } from '../domain/ballot.ts'
import type { Person } from '../domain/person.ts'
import { Problem } from '../domain/problem.ts'
import { type Round, takesVotes } from '../domain/round.ts'
import { asWords } from '../domain/search.ts'
import type { Named } from '../domain/shown.ts'
import type { ShownBallots } from '../domain/shown-rounds.ts'
import { findVote, upsertVote } from '../store/ballots.ts'
import { isNominee, listNomineeIds } from '../store/nominees.ts'
import { listNames } from '../store/people.ts'
import { listOpenRounds } from '../store/round-lists.ts'
import type { Reader } from '../store/store.ts'
import { refreshPosts } from './deliveries.ts'
import { type Actor, look, type Plaudit, perform, requireReader } from './plaudit.ts'
import { getRound } from './round-moves.ts'
import { countUnjudged } from './round-people.ts'
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
    if (!(await isNominee(tx, roundId, nomineeId))) throw new Problem('invalid', 'ballot.not-a-nominee')
    await upsertVote(tx, { roundId, voterId: by.id, nomineeId })
    await refreshPosts(tx, roundId, { kinds: ['round.vote'], atMostEvery: TURNOUT_REFRESH_MS })
    return { round, nominee: (await listNames(tx, [nomineeId]))(nomineeId) }
  })

/**
 * `/wow vote`: all that this person can vote on or judge now, with their own vote. Throws `forbidden` `guest.members-only`,
 * and when there is nothing `closed`: `ballot.judges-only`, `ballot.hosts-only`, `ballot.not-yet {title}`, `ballot.no-round`.
 */
export const showBallots = (app: Plaudit, actor: Actor): Promise<ShownBallots> =>
  look(app, actor, async (reader, by) => {
    requireReader(by, actor)
    const rounds = await listOpenRounds(reader)
    const open = rounds.filter((round) => takesVotes(round, app.clock.civil()))
    const votes = open.filter(({ decidedBy }) => decidedBy === 'everybody')
    const judging = open.filter((round) => round.decidedBy === 'judges' && round.judgeIds.includes(by.id))
    if (votes.length + judging.length === 0) throw nothingFor(rounds, open)
    return {
      votes: await Promise.all(votes.map((round) => showOwnVote(reader, round, by.id))),
      judging: await Promise.all(
        judging.map(async (round) => ({
          round: await showStoredRound(reader, round),
          left: await countUnjudged(reader, round, by.id),
        })),
      ),
    }
  })

async function showOwnVote(reader: Reader, round: Round, personId: string) {
  const nomineeIds = await listNomineeIds(reader, round.id)
  const chosen = await findVote(reader, round.id, personId)
  const stillIn = nomineeIds.find((id) => id === chosen)
  return {
    round: await showStoredRound(reader, round),
    own: stillIn ? (await listNames(reader, [stillIn]))(stillIn) : undefined,
    nobodyElse: nomineeIds.every((id) => id === personId),
  }
}

function nothingFor(rounds: readonly Round[], [open]: readonly Round[]): Problem {
  if (open)
    return new Problem('closed', open.decidedBy === 'judges' ? 'ballot.judges-only' : 'ballot.hosts-only')
  const next = rounds.find(({ state }) => state === 'nominating' || state === 'closed')
  return next
    ? new Problem('closed', 'ballot.not-yet', undefined, { title: next.title })
    : new Problem('closed', 'ballot.no-round')
}

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

/** Throws `closed`: `ballot.not-yet {title}`, `ballot.closed {title}`. */
export function requireOpen(round: Round, now: string): void {
  const { title, state } = round
  if (takesVotes(round, now)) return
  if (state === 'planned' || state === 'nominating' || state === 'closed')
    throw new Problem('closed', 'ballot.not-yet', undefined, { title })
  throw new Problem('closed', 'ballot.closed', undefined, { title })
}
