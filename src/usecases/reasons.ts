/** `Read the reasons`: page by page, without who wrote them. */
import { shuffledFor } from '../domain/ballot.ts'
import type { Person } from '../domain/person.ts'
import { Problem } from '../domain/problem.ts'
import { isOver, type Round } from '../domain/round.ts'
import type { ShownNominee, ShownReasons } from '../domain/shown-rounds.ts'
import { listNomineeIds } from '../store/nominees.ts'
import type { Reader } from '../store/store.ts'
import { listWinnersOf } from '../store/winners.ts'
import { requireOpen } from './ballots.ts'
import { type Actor, authorityOf, look, type Plaudit, requireReader } from './plaudit.ts'
import { showNominees } from './reason-showing.ts'
import { getRound } from './round-moves.ts'
import { requireJudge } from './round-people.ts'
import { showStoredRound } from './round-showing.ts'

/** So many reasons on a page. */
const PAGE = 10

/**
 * While it is voted: all of them with their evidence, in this reader's order of nominees; for everybody, or for the judges,
 * and hosts, who can read them until it is decided. Once it is: what may be quoted about the champions. Throws `closed`
 * `ballot.not-yet`, `ballot.closed`, and `forbidden` `ballot.judges-only`, `ballot.hosts-only`, `guest.members-only`.
 */
export const showReasons = (app: Plaudit, actor: Actor, roundId: string, page = 0): Promise<ShownReasons> =>
  look(app, actor, async (reader, by) => {
    const round = await getRound(reader, roundId)
    requireReader(by, actor)
    if (round.state === 'decided')
      return onPage(reader, round, await quotable(reader, round), page, 'winners')
    await requireMayRead(reader, round, by, app.clock.civil())
    const ids = shuffledFor(roundId, by.id, await listNomineeIds(reader, roundId))
    return onPage(reader, round, await showNominees(reader, round, ids), page, 'all')
  })

async function quotable(reader: Reader, round: Round): Promise<ShownNominee[]> {
  const ids = (await listWinnersOf(reader, [round.id])).map(({ personId }) => personId)
  const winners = await showNominees(reader, round, ids)
  return winners.map((one) => ({ ...one, reasons: one.reasons.filter((reason) => reason.quotable) }))
}

async function requireMayRead(reader: Reader, round: Round, by: Person, now: string): Promise<void> {
  const isUndecided = round.state === 'voting' || round.state === 'tied' || round.state === 'short'
  if (isUndecided && (await authorityOf(reader, by)).mayRun) return
  requireOpen(round, now)
  if (round.decidedBy === 'judges') requireJudge(round, by)
  if (round.decidedBy === 'host') throw new Problem('forbidden', 'ballot.hosts-only')
}

/**
 * Everything that was written about the one who reads, once the round is over. Throws `closed` `ballot.words-later` before,
 * and `not_found` `nomination.not-nominated`.
 */
export const readOwnWords = (app: Plaudit, actor: Actor, roundId: string, page = 0): Promise<ShownReasons> =>
  look(app, actor, async (reader, by) => {
    const round = await getRound(reader, roundId)
    const nominees = await showNominees(reader, round, [by.id])
    if (nominees.every(({ reasons }) => reasons.length === 0))
      throw new Problem('not_found', 'nomination.not-nominated')
    if (!isOver(round)) throw new Problem('closed', 'ballot.words-later')
    return onPage(reader, round, nominees, page, 'own')
  })

async function onPage(
  reader: Reader,
  round: Round,
  nominees: readonly ShownNominee[],
  page: number,
  of: ShownReasons['of'],
): Promise<ShownReasons> {
  const all = nominees.flatMap(({ person, reasons }) => reasons.map((reason) => ({ person, reason })))
  const pages = Math.max(1, Math.ceil(all.length / PAGE))
  const at = Math.min(Math.max(0, Number.isInteger(page) ? page : 0), pages - 1)
  const grouped = Map.groupBy(all.slice(at * PAGE, (at + 1) * PAGE), ({ person }) => person)
  return {
    round: await showStoredRound(reader, round),
    nominees: [...grouped].map(([person, some]) => ({ person, reasons: some.map(({ reason }) => reason) })),
    page: at,
    pages,
    of,
  }
}
