/** Cheers: one per person and story, by what the person last did, whatever the events' order. */
import { v7 as newId } from 'uuid'
import { cheerButton, countsAsCheer, latest, mayCheerFor, type Reaction } from '../domain/cheer.ts'
import type { HeardReaction } from '../domain/heard.ts'
import { Problem } from '../domain/problem.ts'
import { dayOf } from '../domain/time.ts'
import { updateCounts } from '../store/boards.ts'
import {
  deleteCheers,
  insertCheers,
  listCheers,
  listReactedBy,
  listReactedTo,
  listReactionsOn,
  type Pair,
  pairKey,
  updateCheerCounts,
  upsertReactions,
} from '../store/cheers.ts'
import { insertEvents, parkReactions } from '../store/inbox.ts'
import { insertStrangers, listPeople } from '../store/people.ts'
import { listPostsAt } from '../store/posts.ts'
import { getSettings } from '../store/settings.ts'
import type { Tx } from '../store/store.ts'
import { listStories } from '../store/stories.ts'
import { refreshPosts } from './deliveries.ts'
import { type Actor, type Plaudit, perform } from './plaudit.ts'
import { getToldStory } from './told-story.ts'

/** The card says how many cheered, at most so often. */
const CARD_REFRESH_MS = 60_000

/**
 * Reactions as the platform told them, many at once. Those on a story's card settle its cheers; those on a message
 * that may still turn out to be a card are parked; all others are of no interest.
 */
export async function hearReactions(tx: Tx, heard: readonly HeardReaction[]): Promise<void> {
  const posts = await listPostsAt(
    tx,
    heard.map((reaction) => reaction.on),
  )
  const reactions: Reaction[] = []
  const parked: HeardReaction[] = []
  for (const one of heard) {
    const post = posts.get(`${one.on.channel} ${one.on.ts}`)
    if (post?.kind === 'story.card') reactions.push({ ...one, storyId: post.subjectId })
    else if (!post && !one.onOthers) parked.push(one)
  }
  await parkReactions(tx, parked)
  await insertStrangers(
    tx,
    reactions.map((reaction) => reaction.personId),
  )
  await upsertReactions(tx, latest(reactions))
  await settleCheers(tx, reactions)
}

/** The cheer button. @returns 'cheered', or 'already' when the person cheers for this story */
export const cheer = (
  app: Plaudit,
  actor: Actor,
  storyId: string,
  at: string,
): Promise<'cheered' | 'already'> =>
  perform(app, actor, async (tx, by) => {
    const story = await getToldStory(tx, storyId)
    if (story.championIds.includes(by.id)) throw new Problem('forbidden', 'cheer.own-story')
    const pair = { storyId, personId: by.id }
    if ((await listCheers(tx, [pair])).size > 0) return 'already'
    await upsertReactions(tx, [{ ...pair, emoji: cheerButton, isOn: true, at }])
    await settleCheers(tx, [pair])
    return 'cheered'
  })

/** Takes one's cheer back: all one's emoji on the card cease to count, as of now. */
export const takeCheerBack = (app: Plaudit, actor: Actor, storyId: string, at: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await getToldStory(tx, storyId)
    const pair = { storyId, personId: by.id }
    const emoji = (await listReactionsOn(tx, [pair])).get(pairKey(pair)) ?? []
    await upsertReactions(
      tx,
      emoji.map((name) => ({ ...pair, emoji: name, isOn: false, at })),
    )
    await settleCheers(tx, [pair])
  })

/** Settles anew who cheers for a story: its champions changed, or it was taken back. */
export async function settleCheersFor(tx: Tx, storyId: string): Promise<void> {
  await settleCheers(tx, await listReactedTo(tx, storyId))
}

/** Somebody's cheers, for the stories after this one; `''`: for all. */
export type ToSettle = { readonly personId: string; readonly after: string }

/** How many cheers one transaction settles: it takes some hundredths of a second, and the process stands still for it. */
const AT_ONCE = 25

/**
 * Settles anew for whom people cheer: they left, or came back. Who cheered for years has thousands: the first are settled
 * now, and the others are an event to act on next.
 */
export async function settleCheersOf(tx: Tx, all: readonly ToSettle[]): Promise<void> {
  const pairs: Pair[] = []
  const rest: ToSettle[] = []
  for (const one of all) {
    const most = AT_ONCE - pairs.length
    const found = most > 0 ? await listReactedBy(tx, one.personId, { ...one, most }) : []
    pairs.push(...found)
    if (found.length === most || most === 0) rest.push({ ...one, after: found.at(-1)?.storyId ?? one.after })
  }
  await settleCheers(tx, pairs)
  if (rest.length > 0)
    await insertEvents(
      tx,
      rest.map((one) => ({ eventId: `rest ${newId()}`, heard: { what: 'rest', of: 'cheers', ...one } })),
    )
}

/**
 * Brings cheers, counters and cards in line with the reactions of these pairs. A cheer stands while the person has an
 * emoji on the story that counts, is a colleague whom the directory knows, and is no champion of it.
 */
async function settleCheers(tx: Tx, pairs: readonly Pair[]): Promise<void> {
  const unique = [...new Map(pairs.map((pair) => [pairKey(pair), pair])).values()]
  if (unique.length === 0) return
  const settings = await getSettings(tx)
  const stories = new Map(
    (await listStories(tx, [...new Set(unique.map((pair) => pair.storyId))])).map((story) => [
      story.id,
      story,
    ]),
  )
  const people = await listPeople(
    tx,
    unique.map((pair) => pair.personId),
  )
  const on = await listReactionsOn(tx, unique)
  const standing = await listCheers(tx, unique)

  const cheers = (pair: Pair): boolean => {
    const story = stories.get(pair.storyId)
    const person = people.get(pair.personId)
    if (!story || story.retraction || !person?.isKnown || !mayCheerFor(story, person)) return false
    // Which emoji count is a setting for cheers to come: it takes none back that was given.
    const setting = standing.has(pairKey(pair)) ? 'any' : settings.cheerEmoji
    return (on.get(pairKey(pair)) ?? []).some((emoji) => countsAsCheer(emoji, setting))
  }
  const fresh = unique.filter((pair) => cheers(pair) && !standing.has(pairKey(pair)))
  const gone = unique.filter((pair) => !cheers(pair) && standing.has(pairKey(pair)))
  const today = dayOf(tx.now, settings.zone)
  await insertCheers(tx, fresh)
  await deleteCheers(tx, gone)
  const changes = changesByStory(fresh, gone)
  await updateCheerCounts(tx, changes)
  await updateCounts(tx, [
    ...fresh.map(({ personId }) => ({ view: 'cheerers' as const, on: today, personId, count: 1, cheers: 0 })),
    ...gone.map((pair) => ({
      view: 'cheerers' as const,
      on: dayOf(standing.get(pairKey(pair)) ?? tx.now, settings.zone),
      personId: pair.personId,
      count: -1,
      cheers: 0,
    })),
    ...[...changes].flatMap(([storyId, change]) => {
      const { championIds = [], toldOn: on = today } = stories.get(storyId) ?? {}
      const view = 'champions' as const
      return championIds.map((personId) => ({ view, on, personId, count: 0, cheers: change }))
    }),
  ])
  await refreshPosts(tx, [...changes.keys()], { kinds: ['story.card'], atMostEvery: CARD_REFRESH_MS })
}

function changesByStory(fresh: readonly Pair[], gone: readonly Pair[]): Map<string, number> {
  const changes = new Map<string, number>()
  for (const { storyId } of fresh) changes.set(storyId, (changes.get(storyId) ?? 0) + 1)
  for (const { storyId } of gone) changes.set(storyId, (changes.get(storyId) ?? 0) - 1)
  for (const [storyId, change] of changes) if (change === 0) changes.delete(storyId)
  return changes
}
