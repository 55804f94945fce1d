/** The prize of a round: given with the announcement, and charged to the workspace's budget in the same transaction. */
import { v7 as newId } from 'uuid'
import { piecesOf } from '../domain/award.ts'
import { isOnOffer } from '../domain/prize.ts'
import { Problem } from '../domain/problem.ts'
import type { Round } from '../domain/round.ts'
import { roundAward } from '../domain/round-award.ts'
import { dayOf } from '../domain/time.ts'
import { findRoundAward, insertAwardWithin } from '../store/awards.ts'
import { insertEntries } from '../store/ledger.ts'
import { listPostsAbout } from '../store/posts.ts'
import { findPrize, takeFromStock } from '../store/prizes.ts'
import { getSettings } from '../store/settings.ts'
import type { Tx } from '../store/store.ts'
import { listWinnersOf } from '../store/winners.ts'
import { type Said, tellOfAward } from './award-notes.ts'
import { workspaceCharge } from './budgets.ts'
import { deliver, refreshPosts } from './deliveries.ts'
import { type Actor, listHosts, type Plaudit, perform, requireHost } from './plaudit.ts'
import { getRound } from './round-moves.ts'

/** Why a round's prize could not be given. */
export type WhyNoPrize = 'retired' | 'spent' | 'sold-out'

/** One for each champion, or, when that is not possible, none: the champions stay champions, and hosts are told. */
export async function giveRoundPrize(
  tx: Tx,
  round: Round,
  personIds: readonly string[],
  announcement: Said,
): Promise<void> {
  if (!round.prizeId) return
  const why = await give(tx, round, personIds, announcement)
  if (!why) return
  for (const { id: lane } of await listHosts(tx)) {
    const key = `round prize ${round.id} ${lane}`
    await deliver(tx, { kind: 'round.prize', subjectId: round.id, args: { why }, lane, key })
  }
}

async function give(
  tx: Tx,
  round: Round,
  personIds: readonly string[],
  announcement: Said,
): Promise<WhyNoPrize | undefined> {
  const prize = round.prizeId ? await findPrize(tx, round.prizeId) : undefined
  if (!prize || prize.retiredAt !== undefined) return 'retired'
  if (!isOnOffer(prize) || (prize.stock !== undefined && prize.stock < personIds.length)) return 'sold-out'
  const settings = await getSettings(tx)
  const { currency, zone } = settings
  const awardedOn = dayOf(tx.now, zone)
  const award = roundAward(round, personIds, { id: newId(), prize, currency, now: tx.now, awardedOn })
  if (!(await insertAwardWithin(tx, award, [workspaceCharge(awardedOn, settings)]))) return 'spent'
  await takeFromStock(tx, prize.id, piecesOf(award))
  await insertEntries(tx, award, award.shares, { entry: 'reserved', by: award.givenBy })
  await tellOfAward(tx, award, announcement)
  return undefined
}

/** The announcement is there: what was said of its prize before that gets the link to it. */
export async function announcementSaid(tx: Tx, roundId: string): Promise<void> {
  const award = await findRoundAward(tx, roundId)
  if (award) await refreshPosts(tx, award.id)
}

/**
 * A host tries again, after there is budget or stock. Throws `forbidden` `host.only`, `conflict` `round.prize-given`, and
 * `spent` `round.prize-retired|spent|sold-out` when it is still not possible.
 */
export const giveRoundPrizeNow = (app: Plaudit, actor: Actor, roundId: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    const round = await getRound(tx, roundId)
    if (await findRoundAward(tx, roundId)) throw new Problem('conflict', 'round.prize-given')
    const winnerIds = (await listWinnersOf(tx, [roundId])).map(({ personId }) => personId)
    const [post] = await listPostsAbout(tx, [roundId], ['round.announced'])
    if (winnerIds.length === 0 || !post) throw new Problem('conflict', 'round.nothing-to-decide')
    const why = await give(tx, round, winnerIds, { lane: post.lane, threadOf: post.deliveryId })
    if (why) throw new Problem('spent', `round.prize-${why}`)
    await refreshPosts(tx, roundId, { kinds: ['round.prize'] })
  })
