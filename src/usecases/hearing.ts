/** What the platform tells: kept before it is acknowledged, then acted on in sets, in one transaction with its removal. */
import type {
  Heard,
  HeardChannel,
  HeardGroup,
  HeardPerson,
  HeardRest,
  HeardTalk,
  NewsOfPerson,
} from '../domain/heard.ts'
import { isColleague, mayCheer, type Person } from '../domain/person.ts'
import { updateChannel } from '../store/channels.ts'
import { insertHandled } from '../store/handled.ts'
import { type InboxEvent, insertEvents, takeEvents } from '../store/inbox.ts'
import { findPerson, insertStrangers, listPeople, upsertPeople } from '../store/people.ts'
import { replaceGroupMembers } from '../store/roles.ts'
import { getSettings } from '../store/settings.ts'
import type { Tx } from '../store/store.ts'
import { awardsFollowPeople } from './award-notes.ts'
import { askAboutReactions } from './capture-asks.ts'
import { hearReactions, settleCheersOf } from './cheers.ts'
import { deliver } from './deliveries.ts'
import { pruneMany } from './housekeeping.ts'
import type { Plaudit } from './plaudit.ts'
import { recountOn } from './recount.ts'
import { tellOfChannel } from './trouble.ts'

/** How many events one transaction acts on: while it does, some milliseconds, nobody is acknowledged. */
const BATCH = 150

/** Keeps an event; the promise resolves once it is on disk. What comes in at the same moment shares one insert. */
export const createInbox = (app: Plaudit): ((event: InboxEvent) => Promise<void>) =>
  app.store.collect(insertEvents)

/** Acts on the oldest events, at most so many. @returns how many: none when the inbox is empty */
export const drainInbox = (app: Plaudit, most = BATCH): Promise<number> =>
  app.store.write(async (tx) => {
    const events = await takeEvents(tx, most)
    const of = <W extends Heard['what']>(what: W) =>
      events
        .map(({ heard }) => heard)
        .filter((heard): heard is Extract<Heard, { what: W }> => heard.what === what)
    await hearOfPeople(tx, of('person'))
    await hearReactions(tx, of('reaction'))
    await askAboutReactions(tx, of('reaction'))
    await goOn(tx, of('rest'))
    for (const { eventId, heard } of events) await hearOnce(tx, eventId, heard)
    return events.length
  })

/** What bears no time of its own: it counts when it first comes, and sent again, even much later, it changes nothing. */
async function hearOnce(tx: Tx, eventId: string, heard: Heard): Promise<void> {
  if (heard.what === 'reaction' || heard.what === 'person' || heard.what === 'rest') return
  if (!(await insertHandled(tx, `event ${eventId}`))) return
  if (heard.what === 'channel') await hearOfChannel(tx, heard)
  if (heard.what === 'group') await hearOfGroup(tx, heard)
  if (heard.what === 'talk') await answer(tx, eventId, heard)
}

/** With what was too much for one transaction. */
async function goOn(tx: Tx, rest: readonly HeardRest[]): Promise<void> {
  await settleCheersOf(
    tx,
    rest.filter((one) => one.of === 'cheers'),
  )
  if (rest.some((one) => one.of === 'housekeeping')) await pruneMany(tx)
  for (const step of rest) if (step.of === 'counts') await recountOn(tx, step)
}

/** News of the directory: whose cheers may count now, or no longer. */
async function hearOfPeople(tx: Tx, heard: readonly HeardPerson[]): Promise<void> {
  await meetPeople(
    tx,
    heard.map(({ person }) => person),
  )
}

/** Stores what the platform says about people, and settles the cheers of those of whom that says something new. */
export async function meetPeople(tx: Tx, news: readonly NewsOfPerson[]): Promise<void> {
  const ids = news.map((person) => person.id)
  const before = await listPeople(tx, ids)
  await upsertPeople(tx, news)
  const after = await listPeople(tx, ids)
  const changed = ids.filter((id) => {
    const [was, is] = [before.get(id), after.get(id)]
    return was && is && (was.isKnown !== is.isKnown || mayCheer(was) !== mayCheer(is))
  })
  await settleCheersOf(
    tx,
    [...new Set(changed)].map((personId) => ({ personId, after: '' })),
  )
  const moved = ids.filter((id) => hasLeft(before.get(id)) !== hasLeft(after.get(id)))
  await awardsFollowPeople(tx, [...new Set(moved)])
}

const hasLeft = (person: Person | undefined): boolean => person?.leftAt !== undefined

async function hearOfChannel(tx: Tx, heard: HeardChannel): Promise<void> {
  const { channel, fact, is } = heard
  if (!(await updateChannel(tx, channel, heard))) return
  const settings = await getSettings(tx)
  if (channel !== settings.celebrationChannel && !settings.digestChannels.includes(channel)) return
  if (fact === 'isShared' && is) await tellOfChannel(tx, 'channel-shared', channel)
  if (fact === 'isArchived' ? is : fact === 'isMember' && !is)
    await tellOfChannel(tx, 'channel-lost', channel)
}

const hearOfGroup = (tx: Tx, { groupId, memberIds }: HeardGroup): Promise<void> =>
  replaceGroupMembers(tx, groupId, memberIds)

/** Somebody talked to Plaudit: they hear what it can do, or how it is set up. Once for each thing they said. */
async function answer(tx: Tx, eventId: string, { personId }: HeardTalk): Promise<void> {
  await insertStrangers(tx, [personId])
  const person = await findPerson(tx, personId)
  if (!person || !isColleague(person)) return
  const setUp = (await getSettings(tx)).celebrationChannel !== undefined
  await deliver(tx, {
    kind: setUp ? 'help' : 'setup.hint',
    subjectId: personId,
    lane: personId,
    key: `talk ${eventId}`,
  })
}
