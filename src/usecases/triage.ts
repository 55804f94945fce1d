/** Praise is announced, shared or said to be no WOW; and who is to decide is reminded. */
import { v7 as newId } from 'uuid'
import { addWorkingDays, isWorkingDay } from '../domain/calendar.ts'
import { readText } from '../domain/field.ts'
import { letterLimits } from '../domain/letter.ts'
import { countryOf, type Person } from '../domain/person.ts'
import { firstPassage } from '../domain/praise-words.ts'
import { Problem, throwAny } from '../domain/problem.ts'
import type { StoryInput } from '../domain/story.ts'
import { excerpt } from '../domain/text.ts'
import { dayOf, instantAt, timeOf } from '../domain/time.ts'
import { insertOriginals } from '../store/originals.ts'
import { listNames } from '../store/people.ts'
import { takePraiseOriginals } from '../store/praise-originals.ts'
import { forgetGiven } from '../store/praise-recipients.ts'
import { findPraise, insertDismissal, insertShare, type StoredPraise, stateOf } from '../store/praises.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader, Tx } from '../store/store.ts'
import {
  announceGroup,
  countWaiting,
  isBeingSaid,
  listUnannounced,
  takeWaiting,
  updateAnnounced,
} from '../store/waiting-praises.ts'
import { deliver, refreshPosts } from './deliveries.ts'
import { type Actor, listHosts, look, type Plaudit, perform } from './plaudit.ts'
import { requireTriager } from './triage-showing.ts'

/** More than so many at once are announced in one message. */
export const MOST_APART = 5
const GROUP_REFRESH_MS = 5_000
const REMIND_AFTER_DAYS = 2

/**
 * Says what came since, a card each, or together when there are many. While the channel still has something of it to be
 * said, nothing is added: what comes meanwhile is said together then. Without a triage channel, hosts are told once.
 */
export async function announcePraises(tx: Tx): Promise<void> {
  const ids = await listUnannounced(tx, MOST_APART + 1)
  if (ids.length === 0) return
  const { triageChannel } = await getSettings(tx)
  if (!triageChannel) return tellOfNoChannel(tx)
  if (await isBeingSaid(tx, triageChannel, ['praise.card', 'praise.group'])) return
  if (ids.length > MOST_APART) {
    const groupId = newId()
    await announceGroup(tx, groupId)
    await deliver(tx, { kind: 'praise.group', subjectId: groupId, lane: triageChannel })
    return
  }
  for (const id of ids) {
    await updateAnnounced(tx, id)
    await deliver(tx, { kind: 'praise.card', subjectId: id, lane: triageChannel, key: `praise ${id}` })
  }
}

async function tellOfNoChannel(tx: Tx): Promise<void> {
  for (const { id } of await listHosts(tx))
    await deliver(tx, { kind: 'praise.unchosen', subjectId: id, lane: id, key: `praise-unchosen ${id}` })
}

const reasonLimits = { min: 3, max: 300 }

/**
 * It is no WOW. Throws `forbidden` for who may not say so, Problems on `reason`, and `conflict` when somebody was faster:
 * `praise.shared-by {name}`, `praise.dismissed-by {name}`.
 */
export const dismissPraise = (app: Plaudit, actor: Actor, id: string, typed: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireTriager(tx, by, actor)
    const problems: Problem[] = []
    const reason = readText(typed, reasonLimits, problems, { field: 'reason', country: countryOf(by) })
    throwAny(problems)
    await settle(tx, id)
    await takePraiseOriginals(tx, id)
    await insertDismissal(tx, id, reason, by.id)
  })

/** In the transaction that tells the story. Throws `conflict` as `dismissPraise` does. */
export async function praiseShared(tx: Tx, by: Person, id: string, storyId: string): Promise<void> {
  await settle(tx, id)
  await insertShare(tx, id, storyId, by.id)
  await insertOriginals(tx, storyId, await takePraiseOriginals(tx, id))
}

/** Only one of two can: who comes second hears who did it. Every place where it was announced follows. */
async function settle(tx: Tx, id: string): Promise<void> {
  const taken = await takeWaiting(tx, id)
  if (!taken) throw await alreadySettled(tx, id)
  await forgetGiven(tx, id)
  await refreshPosts(tx, id)
  if (taken.groupId) await refreshPosts(tx, taken.groupId, { atMostEvery: GROUP_REFRESH_MS })
}

async function alreadySettled(reader: Reader, id: string): Promise<Problem> {
  const praise = await findPraise(reader, id)
  const by = praise?.share?.by ?? praise?.dismissal?.by
  if (!praise || !by) return new Problem('not_found', 'praise.not-found')
  const { name } = (await listNames(reader, [by]))(by)
  const key = stateOf(praise) === 'shared' ? 'praise.shared-by' : 'praise.dismissed-by'
  return new Problem('conflict', key, undefined, { name })
}

/** The letter's form, filled in. Throws `forbidden`, and `conflict` or `not_found` when it waits no more. */
export const draftFromPraise = (app: Plaudit, actor: Actor, id: string): Promise<Partial<StoryInput>> =>
  look(app, actor, async (reader, by) => {
    await requireTriager(reader, by, actor)
    const stored = await findPraise(reader, id)
    if (!stored?.praise || stateOf(stored) !== 'waiting') throw await alreadySettled(reader, id)
    return letterFrom(stored, (await getSettings(reader)).zone)
  })

/** What a letter holds of it; whether the name may be shown nobody asked yet. */
function letterFrom({ praise, recipients, arrivedAt }: StoredPraise, zone: string): Partial<StoryInput> {
  if (!praise) return {}
  const short = (text: string | undefined, max: number) => (text ? excerpt(text, max) : undefined)
  const link = praise.url && praise.url.length <= letterLimits.reference.max ? praise.url : undefined
  return {
    championIds: [...new Set(recipients.flatMap(({ personId }) => personId ?? []))].slice(0, 10),
    words: firstPassage(praise.words),
    letter: {
      authorName: short(praise.customerName, letterLimits.authorName.max),
      authorRole: short(praise.customerCompany, letterLimits.authorRole.max),
      via: praise.via,
      receivedOn: praise.receivedOn ?? dayOf(arrivedAt, zone),
      reference: link ?? praise.reference,
    },
  }
}

/** On working days, when something waits for two working days: one message, whatever waits. */
export async function remindOfPraises(tx: Tx): Promise<void> {
  const { triageChannel, zone, workingDays } = await getSettings(tx)
  const today = dayOf(tx.now, zone)
  if (!triageChannel || !isWorkingDay(today, workingDays)) return
  const since = addWorkingDays(today, -REMIND_AFTER_DAYS, workingDays)
  const { count } = await countWaiting(tx, instantAt(since, timeOf(tx.now, zone), zone))
  if (count === 0) return
  await deliver(tx, {
    kind: 'praise.reminder',
    subjectId: 'praise-reminder',
    lane: triageChannel,
    key: `praise-reminder ${today}`,
  })
}

/** How many wait, for the reminder as it is said. */
export const showReminder = async (reader: Reader) => countWaiting(reader)
