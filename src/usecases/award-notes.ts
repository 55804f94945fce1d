/** What is said about awards: in the story's thread, to the champions, and to who has something to do. */
import { type Award, subjectOf } from '../domain/award.ts'
import type { EntryKind } from '../domain/ledger.ts'
import type { Story } from '../domain/story.ts'
import { listAwardIdsIn, listAwardIdsToCome } from '../store/award-lists.ts'
import { insertAwardPhoto } from '../store/award-photos.ts'
import { listAwards, listAwardsFor } from '../store/awards.ts'
import { listPeople } from '../store/people.ts'
import { findUnsaid, listPostsAbout } from '../store/posts.ts'
import type { Tx } from '../store/store.ts'
import { listDeclined } from '../store/stories.ts'
import { deliver, refreshPosts } from './deliveries.ts'
import { listApprovers, listFulfillers } from './prize-people.ts'

/** It is given: the thread says so unless it is private, the champions are told, and somebody has to hand it over. */
export async function tellOfAward(tx: Tx, award: Award, announcement?: Said): Promise<void> {
  const { id: subjectId } = award
  if (!award.isPrivate) await postInThread(tx, award, announcement)
  for (const { personId, state } of award.shares) {
    if (state !== 'open') continue
    const key = `award ${subjectId} ${personId}`
    await tell(tx, { kind: 'award.note', subjectId, args: { personId }, lane: personId, key })
  }
  for (const { id } of await listFulfillers(tx)) {
    await deliver(tx, { kind: 'award.todo', subjectId, lane: id, key: `award todo ${subjectId} ${id}` })
  }
  await refreshPosts(tx, subjectOf(award))
}

/** In the thread of the story's card, or of the announcement of the round. A gift with a photo shows it there, too. */
async function postInThread(tx: Tx, award: Award, announcement: Said | undefined): Promise<void> {
  const { id: subjectId, prize } = award
  const said = announcement ?? (award.storyId && (await findCard(tx, award.storyId)))
  if (!said) return
  const { lane, threadOf } = said
  await deliver(tx, { kind: 'award.post', subjectId, lane, threadOf, key: `award ${subjectId}` })
  if (prize.kind !== 'gift' || !(await insertAwardPhoto(tx, subjectId, prize.id))) return
  await deliver(tx, { kind: 'award.photo', subjectId, lane, threadOf, key: `award photo ${subjectId}` })
}

/** Where something was said, or is to be said before: what else is said there goes into its thread. */
export type Said = { readonly lane: string; readonly threadOf: string }

/** People may see the card, and press what is on it, before Plaudit has read where it is. */
async function findCard(tx: Tx, storyId: string): Promise<Said | undefined> {
  const [said] = await listPostsAbout(tx, [storyId], ['story.card'])
  const card = said ?? (await findUnsaid(tx, storyId, 'story.card'))
  return card && { lane: card.lane, threadOf: card.deliveryId }
}

/** It waits: every approver is asked, and the manager sees where it stands. */
export async function askApprovers(tx: Tx, award: Award): Promise<void> {
  const { id: subjectId, givenBy } = award
  for (const { id } of await listApprovers(tx, award)) {
    const key = `award approval ${subjectId} ${id}`
    await deliver(tx, { kind: 'award.approval', subjectId, lane: id, key })
  }
  await tell(tx, {
    kind: 'award.waiting',
    subjectId,
    lane: givenBy,
    key: `award waiting ${subjectId}`,
  })
}

/** Who decides has changed: who can now is asked about all that waits, and who was asked before sees who it is now. */
export async function askNewApprovers(tx: Tx): Promise<void> {
  for (const award of await listAwards(tx, await listAwardIdsIn(tx, 'waiting'))) {
    await askApprovers(tx, award)
    await refreshPosts(tx, award.id)
  }
}

/** Decided, or lapsed: the manager hears it, and what was asked says that it is settled. */
export async function tellOfDecision(tx: Tx, award: Award, entry: EntryKind): Promise<void> {
  const { id: subjectId, givenBy: lane } = award
  await tell(tx, {
    kind: 'award.decided',
    subjectId,
    args: { entry },
    lane,
    key: `award ${entry} ${subjectId}`,
  })
  await refreshPosts(tx, subjectId)
}

/** Nothing comes of it: the champions are told gently, unless they never heard of it, and the manager clearly. */
export async function tellOfCancellation(
  tx: Tx,
  award: Award,
  personIds: readonly string[],
  { by, wasGiven }: { by: string; wasGiven: boolean },
): Promise<void> {
  const { id: subjectId, givenBy } = award
  for (const personId of wasGiven ? personIds : []) {
    const key = `award cancelled ${subjectId} ${personId}`
    await tell(tx, { kind: 'award.cancelled', subjectId, args: { personId }, lane: personId, key })
  }
  if (givenBy !== by) {
    const key = `award cancelled ${subjectId} by ${personIds.join(' ')}`
    const args = { personIds: personIds.join(' ') }
    await tell(tx, { kind: 'award.cancelled', subjectId, args, lane: givenBy, key })
  }
  await refreshPosts(tx, subjectId)
  await refreshPosts(tx, subjectOf(award))
}

/** The story was mended, taken back, or a name taken off: its awards are shown anew, and who decides is told. */
export async function awardsFollow(
  tx: Tx,
  story: Story,
  { retractedBy }: { readonly retractedBy?: string } = {},
): Promise<void> {
  for (const award of await listAwardsFor(tx, [story.id])) {
    await refreshPosts(tx, award.id)
    if (retractedBy === undefined) await tellOfUncredited(tx, award, story)
    else {
      await askAgain(tx, award)
      await tellOfRetracted(tx, award, retractedBy)
    }
  }
}

/** Somebody left, or is back: who decides and who hands over sees it where the prize is shown; others may have to decide. */
export async function awardsFollowPeople(tx: Tx, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  for (const id of await listAwardIdsToCome(tx, personIds)) await refreshPosts(tx, id)
  await askNewApprovers(tx)
}

/** The story was taken back while an award waits: the approvers are asked again. */
async function askAgain(tx: Tx, award: Award): Promise<void> {
  if (!award.shares.some(({ state }) => state === 'waiting')) return
  for (const { id } of await listApprovers(tx, award)) {
    const key = `award retracted ${award.id} ${id}`
    await deliver(tx, {
      kind: 'award.reminder',
      subjectId: award.id,
      args: { why: 'retracted' },
      lane: id,
      key,
    })
  }
}

/**
 * A champion who has a prize is not in the story any more: the manager decides what follows from that. When they took
 * their name off, what is private changes for nobody.
 */
async function tellOfUncredited(tx: Tx, award: Award, story: Story): Promise<void> {
  const declined = await listDeclined(tx, story.id)
  for (const { personId, state } of award.shares) {
    if (story.championIds.includes(personId) || (state !== 'waiting' && state !== 'open')) continue
    if (award.isPrivate && declined.has(personId)) continue
    const key = `award uncredited ${award.id} ${personId}`
    await tell(tx, {
      kind: 'award.uncredited',
      subjectId: award.id,
      args: { personId },
      lane: award.givenBy,
      key,
    })
  }
}

/** The story was taken back: its manager hears it, unless they did it, or nothing of the prize is left. */
async function tellOfRetracted(tx: Tx, { id, storyId, isPrivate, shares, givenBy }: Award, by: string) {
  const declined = isPrivate && storyId ? await listDeclined(tx, storyId) : new Set<string>()
  const isLeft = shares.some(
    ({ personId, state }) =>
      (state === 'waiting' || state === 'open' || state === 'fulfilled') && !declined.has(personId),
  )
  if (givenBy === by || !isLeft) return
  const key = `award story retracted ${id}`
  await tell(tx, { kind: 'award.retracted', subjectId: id, lane: givenBy, key })
}

/** To a champion or the manager. Who has left cannot be reached: hosts need not hear that a note did not arrive. */
async function tell(tx: Tx, toSay: Parameters<typeof deliver>[1]): Promise<void> {
  const person = (await listPeople(tx, [toSay.lane])).get(toSay.lane)
  if (person?.leftAt === undefined) await deliver(tx, toSay)
}
