/** The use-cases over a real store, with one cast everywhere, and clocks that are set by hand. */
import type { HeardReaction, NewsOfPerson } from '../../src/domain/heard.ts'
import { Problem, Problems } from '../../src/domain/problem.ts'
import type { StoryInput } from '../../src/domain/story.ts'
import { addTo, type Instant } from '../../src/domain/time.ts'
import { claimDeliveries, postponeDelivery } from '../../src/store/claimed-deliveries.ts'
import { insertEvents } from '../../src/store/inbox.ts'
import { listPostsAbout } from '../../src/store/posts.ts'
import type { Reader, Tx } from '../../src/store/store.ts'
import { submitStory } from '../../src/usecases/drafts.ts'
import { drainInbox, meetPeople } from '../../src/usecases/hearing.ts'
import { recordSaid, recordShown } from '../../src/usecases/outcomes.ts'
import type { Actor, Plaudit } from '../../src/usecases/plaudit.ts'
import { saveSetup } from '../../src/usecases/setup.ts'
import { type HandClock, handClock, openTestStore } from '../store/support.ts'

export const CELEBRATIONS = 'C1'

/** alice tells, bob is the champion, carol manages, dave is host and admin, erin is a guest, the bot is the bot. */
export const alice = { id: 'ALICE' }
export const bob = { id: 'BOB' }
export const carol = { id: 'CAROL' }
export const dave = { id: 'DAVE' }
export const erin = { id: 'ERIN', inCelebrationChannel: true }
export const frank = { id: 'FRANK' } // an admin who is no host
export const gone = { id: 'GONE' }
export const stranger = { id: 'STRANGER' } // of another company
export const bot = { id: 'BOT' }

const person = (id: string, more: Partial<NewsOfPerson> = {}): NewsOfPerson => ({
  ...{ id, name: id.toLowerCase(), zone: 'Europe/London', locale: 'en-GB' },
  ...{ isBot: false, isGuest: false, isAdmin: false, isForeign: false, hasLeft: false },
  changedAt: '2026-01-01T00:00:00.000Z',
  ...more,
})
export const cast: readonly NewsOfPerson[] = [
  ...[alice, bob, carol].map(({ id }) => person(id)),
  person(dave.id, { isAdmin: true }),
  person(erin.id, { isGuest: true }),
  person(frank.id, { isAdmin: true }),
  person(gone.id, { hasLeft: true }),
  person(stranger.id, { isForeign: true }),
  person(bot.id, { isBot: true }),
]
export const newsOf = person

export const channel = (id: string, more = {}) => ({
  ...{ id, name: id.toLowerCase(), isPrivate: false, isArchived: false, isShared: false, isMember: true },
  ...more,
})
const channels = new Map([CELEBRATIONS, 'C2', 'C3'].map((id) => [id, channel(id)]))
export const facts = { channels }

export const WORDS = 'stayed two hours longer to find the part that was lost'

export type TestPlaudit = Plaudit & {
  readonly clock: HandClock
  readonly path: string
  readonly read: <T>(body: (reader: Reader) => Promise<T>) => Promise<T>
  readonly write: <T>(body: (tx: Tx) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** With everybody known. */
export async function openPlaudit(at?: Instant): Promise<TestPlaudit> {
  const { store, clock, path, close } = openTestStore(handClock(at))
  await store.write((tx) => meetPeople(tx, cast))
  return { store, clock, path, close, read: store.read, write: store.write }
}

/** Set up by dave: London, Fridays at 16:00, boards on. */
export async function openSetUp(at?: Instant): Promise<TestPlaudit> {
  const app = await openPlaudit(at)
  await saveSetup(app, dave, { settings: { celebrationChannel: CELEBRATIONS }, hostIds: [dave.id] }, facts)
  return app
}

/** @returns the story's id */
export async function share(
  app: Plaudit,
  by: Actor = alice,
  input: Partial<StoryInput> = {},
  editing?: string,
): Promise<string> {
  const told = await submitStory(app, by, {
    input: { championIds: [bob.id], words: WORDS, ...input },
    editing,
  })
  if (!('story' in told)) throw new Error('there is something to be masked')
  return told.story.id
}

export type Row = {
  readonly id: string
  readonly kind: string
  readonly lane: string
  readonly subject: string
  readonly state: string
  readonly post: string | null
  readonly args: Readonly<Record<string, string>>
}

/** The outbox as rows, oldest first; a row with a post brings it up to date. */
export const outbox = (app: TestPlaudit): Promise<Row[]> =>
  app.read(async ({ db }) =>
    (
      await db
        .selectFrom('deliveries')
        .select(['id', 'kind', 'lane', 'subject_id as subject', 'state', 'post_id as post', 'args'])
        .orderBy('id')
        .execute()
    ).map((row) => ({ ...row, args: JSON.parse(row.args) as Record<string, string> })),
  )

/** What was not yet said, as `kind → lane`; a refresh as `kind ↻ lane`. */
export const waiting = async (app: TestPlaudit): Promise<string[]> =>
  (await outbox(app))
    .filter(({ state }) => state === 'waiting')
    .map(({ kind, lane, post }) => `${kind} ${post ? '↻' : '→'} ${lane}`)
    .sort()

let posts = 0
/** Everything that waits is said, and what follows from that, until nothing is left. */
export async function sayAll(app: TestPlaudit): Promise<void> {
  app.clock.pass({ minutes: 2 }) // so that refreshes are due
  for (;;) {
    const said = await app.write(async (tx) => {
      const claimed = await claimDeliveries(tx, {
        leaseUntil: addTo(tx.realNow, { minutes: 1 }),
        ...{ most: 50, restingLanes: [], refreshes: true },
      })
      for (const delivery of claimed) {
        posts += 1
        if (delivery.postId) await recordShown(tx, delivery)
        else
          await recordSaid(tx, delivery, {
            address: { channel: delivery.lane, ts: `${posts}.000100` },
            ...{ subjectIds: [delivery.subjectId], more: 0, isStale: false },
          })
      }
      return claimed.length
    })
    if (said === 0) return
  }
}

/** Says the delivery of this kind before all others that wait. */
export const sayOne = (app: TestPlaudit, kind: string): Promise<void> =>
  app.write(async (tx) => {
    const claimed = await claimDeliveries(tx, {
      leaseUntil: addTo(tx.realNow, { minutes: 1 }),
      ...{ most: 50, restingLanes: [], refreshes: false },
    })
    const delivery = claimed.find((one) => one.kind === kind)
    if (!delivery) throw new Error(`no ${kind}`)
    posts += 1
    await recordSaid(tx, delivery, {
      address: { channel: delivery.lane, ts: `${posts}.000100` },
      ...{ subjectIds: [delivery.subjectId], more: 0, isStale: false },
    })
    for (const other of claimed.filter((one) => one !== delivery))
      await postponeDelivery(tx, other, { dueAt: tx.realNow, doubt: 1 })
  })

/** Where a story's card is. */
export const cardOf = (app: TestPlaudit, storyId: string) =>
  app.read(async (reader) => {
    const [card] = await listPostsAbout(reader, [storyId], ['story.card'])
    if (!card) throw new Error('the card was not said yet')
    return { channel: card.channel, ts: card.ts }
  })

/** The platform's own time: text of fixed width. */
export const eventTime = (seconds: number): string => `17${String(seconds).padStart(8, '0')}.000000`

export async function hear(
  app: TestPlaudit,
  heard: readonly HeardReaction[],
  id = `${heardCount++}`,
): Promise<void> {
  await app.write((tx) =>
    insertEvents(
      tx,
      heard.map((one, n) => ({ eventId: `${id}.${n}`, heard: one })),
    ),
  )
  while ((await drainInbox(app)) > 0);
}
let heardCount = 0

/** The keys of the problems that the promise was refused with, `key` or `key on field`. */
export async function refusal(promise: Promise<unknown>): Promise<string[]> {
  try {
    await promise
  } catch (error) {
    const problems = error instanceof Problems ? error.problems : [error]
    return problems.map((one) => {
      if (!(one instanceof Problem)) throw one
      return one.field ? `${one.key} on ${one.field}` : one.key
    })
  }
  return []
}
