/** From an open award to one that is handed over, or cancelled; and what is still to be done. */
import type { Award, Share } from '../domain/award.ts'
import { readText } from '../domain/field.ts'
import { moves } from '../domain/ledger.ts'
import { countryOf, type Person } from '../domain/person.ts'
import { Problem, throwAny } from '../domain/problem.ts'
import type { PrizesTodo, ShownAward } from '../domain/shown-prizes.ts'
import { addTo } from '../domain/time.ts'
import { listAwardIdsIn, listOpenAwardIds } from '../store/award-lists.ts'
import { updateShares } from '../store/awards.ts'
import { insertEntries } from '../store/ledger.ts'
import { putBackInStock } from '../store/prizes.ts'
import type { Reader, Tx } from '../store/store.ts'
import { tellOfCancellation } from './award-notes.ts'
import { getAward, showAwards } from './award-showing.ts'
import { deliver, refreshPosts } from './deliveries.ts'
import { type Actor, look, type Plaudit, perform } from './plaudit.ts'
import { listFulfillers, mayHandOver, requireFulfiller } from './prize-people.ts'

/** Which shares: of these people; absent for all that are open. Of a shared prize it is always all. */
export type Which = { readonly awardId: string; readonly personIds?: readonly string[] | undefined }

/** In code points. */
const noteLimits = { max: 300 }
const reasonLimits = { min: 3, max: 500 }

/**
 * It was handed over, paid or taken: what was reserved is spent. The note is for the champion who asks, and for the
 * export. Throws `forbidden` `award.fulfillers-only {names}`, Problems on `note` and `personIds`, and `conflict`
 * `award.nothing-open` when it was closed already.
 */
export const handOver = (app: Plaudit, actor: Actor, which: Which, note: string | undefined): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireFulfiller(tx, by)
    const award = await getAward(tx, which.awardId)
    const problems: Problem[] = []
    const read = readText(note, noteLimits, problems, { field: 'note', country: countryOf(by) })
    throwAny(problems)
    const moved = await updateShares(tx, award.id, { ...moves.fulfilled, personIds: chosen(award, which) })
    if (moved.length === 0) throw new Problem('conflict', 'award.nothing-open')
    await insertEntries(tx, award, moved, { entry: 'fulfilled', by: by.id, note: read })
    await refreshPosts(tx, award.id)
  })

/**
 * Nothing comes of it: what was reserved is given back, the post and the card follow, champions and manager are told.
 * Who hands over may, and the manager who gave it, while it waits for approval. Throws as `handOver` does, on `reason`.
 */
export const cancelAward = (
  app: Plaudit,
  actor: Actor,
  which: Which,
  reason: string | undefined,
): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    const award = await getAward(tx, which.awardId)
    await requireMayCancel(tx, by, award)
    const problems: Problem[] = []
    const note = readText(reason, reasonLimits, problems, { field: 'reason', country: countryOf(by) })
    throwAny(problems)
    const wasGiven = award.givenAt !== undefined
    const moved = await updateShares(tx, award.id, { ...moves.cancelled, personIds: chosen(award, which) })
    if (moved.length === 0) throw new Problem('conflict', 'award.nothing-open')
    await insertEntries(tx, award, moved, { entry: 'cancelled', by: by.id, note })
    await giveBackToShelf(tx, award, moved.length)
    await tellOfCancellation(tx, award, moved.map(personOf), { by: by.id, wasGiven })
  })

async function requireMayCancel(reader: Reader, person: Person, award: Award): Promise<void> {
  const isWaiting = award.shares.some(({ state }) => state === 'waiting')
  if (isWaiting && award.givenBy === person.id) return
  await requireFulfiller(reader, person)
}

/** A shared prize is one thing. Throws `invalid` `award.nobody` on `personIds` when nobody is chosen. */
function chosen({ split }: Award, { personIds }: Which): readonly string[] | undefined {
  if (split === 'shared' || personIds === undefined) return undefined
  if (personIds.length === 0) throw new Problem('invalid', 'award.nobody', 'personIds')
  return personIds
}

const personOf = ({ personId }: Share): string => personId

/** What was not given stands on the shelf again: a piece for each, or the one that was shared. */
export const giveBackToShelf = (tx: Tx, { split, prize }: Award, shares: number): Promise<void> =>
  putBackInStock(tx, prize.id, split === 'each' ? shares : 1)

/** A form takes a hundred blocks, and each of them has two. */
const most = { open: 20, ofLeavers: 10, waiting: 10 }

/** `/wow prizes todo`: what is open and what waits, the oldest first. Throws `forbidden` `award.fulfillers-only {names}`. */
export const showPrizesTodo = (app: Plaudit, actor: Actor): Promise<PrizesTodo> =>
  look(app, actor, async (reader, by) => {
    await requireFulfiller(reader, by)
    const [open, ofLeavers] = await listOpenAwardIds(reader)
    const waiting = await listAwardIdsIn(reader, 'waiting')
    const all = { open, ofLeavers, waiting }
    const ids = (list: keyof typeof most) => all[list].slice(0, most[list])
    const awards = await showAwards(reader, [...ids('open'), ...ids('ofLeavers'), ...ids('waiting')])
    const byId = new Map(awards.map((award) => [award.id, award]))
    const shown = (list: keyof typeof most) => ids(list).flatMap((id) => byId.get(id) ?? [])
    const more = (list: keyof typeof most) => Math.max(0, all[list].length - most[list])
    return {
      open: shown('open'),
      more: more('open'),
      ofLeavers: shown('ofLeavers'),
      moreOfLeavers: more('ofLeavers'),
      waiting: shown('waiting'),
      moreWaiting: more('waiting'),
    }
  })

/**
 * One award, for the form that hands it over or cancels it. Throws `forbidden` as that does, `not_found`, and `conflict`
 * `award.nothing-open` when there is nothing of it to close.
 */
export const showAwardToClose = (
  app: Plaudit,
  actor: Actor,
  awardId: string,
  as: 'fulfilled' | 'cancelled',
): Promise<ShownAward> =>
  look(app, actor, async (reader, by) => {
    if (as === 'fulfilled') await requireFulfiller(reader, by)
    else await requireMayCancel(reader, by, await getAward(reader, awardId))
    const [award] = await showAwards(reader, [awardId])
    if (!award) throw new Problem('not_found', 'award.not-found')
    const isOpen = award.shares.some(({ state }) => moves[as].from.includes(state))
    if (!isOpen) throw new Problem('conflict', 'award.nothing-open')
    return award
  })

/**
 * What was noted when it was handed over: for the champion who asks, the manager, and who hands over. Throws `forbidden`
 * `award.not-yours`, and `not_found`.
 */
export const showHandOver = (app: Plaudit, actor: Actor, awardId: string): Promise<ShownAward> =>
  look(app, actor, async (reader, by) => {
    const [award] = await showAwards(reader, [awardId])
    if (!award) throw new Problem('not_found', 'award.not-found')
    const isTheirs = award.givenBy.id === by.id || award.shares.some(({ person }) => person.id === by.id)
    if (!isTheirs && !(await mayHandOver(reader, by))) throw new Problem('forbidden', 'award.not-yours')
    return award
  })

const REMIND_AFTER_DAYS = 7

/** Once a week: who hands over hears how much is older than a week. With nothing that old, nothing is said. */
export async function remindFulfillers(tx: Tx, dueAt: string): Promise<void> {
  const before = addTo(tx.now, { days: -REMIND_AFTER_DAYS })
  const old = await listAwardIdsIn(tx, 'open', { before })
  if (old.length === 0) return
  for (const { id } of await listFulfillers(tx)) {
    await deliver(tx, {
      kind: 'prizes.reminder',
      subjectId: dueAt,
      args: { count: String(old.length) },
      lane: id,
      key: `prizes reminder ${dueAt} ${id}`,
    })
  }
}
