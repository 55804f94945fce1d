/** The digest: composed from what stands when it is due, issued once, and shown as it stands later. */
import { rank } from '../domain/board.ts'
import { composeDigest, digestWindow } from '../domain/digest.ts'
import type { Settings } from '../domain/settings.ts'
import type { DigestPreview, ShownDigest, ShownStory } from '../domain/shown.ts'
import { addTo, dayOf, type Instant, type Window } from '../domain/time.ts'
import { listBoardLeaves } from '../store/boards.ts'
import {
  type DigestRow,
  findDigest,
  findIssue,
  findLastIssue,
  findSkip,
  getDigestDueAt,
  insertIssue,
  listDigestNotes,
  listIssuedStories,
  listLeadersSince,
  listOmitted,
  listUndigestedStoryIds,
} from '../store/digests.ts'
import { listNames, listPeople } from '../store/people.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader, Tx } from '../store/store.ts'
import { findFirstStoryAt, listStories, type StoredStory } from '../store/stories.ts'
import { deliver, refreshPosts } from './deliveries.ts'
import { showLatePrizes } from './late-prizes.ts'
import { type Actor, listHosts, look, type Plaudit, requireReader } from './plaudit.ts'
import { showStories } from './showing.ts'
import { showTitlesIn } from './titles.ts'

/** Nobody leads twice within it. */
const LEADER_REST_DAYS = 28

export const digestSchedule = ({ digestDay, digestTime }: Settings) =>
  ({ every: 'week', on: digestDay, at: digestTime }) as const

/** Hosts see the digest to come, while there is still time to change it. */
export async function previewDigest(tx: Tx, digestDueAt: Instant): Promise<void> {
  const settings = await getSettings(tx)
  if (!settings.celebrationChannel || !(await openWindow(tx, digestDueAt))) return
  const digest = await getDigestDueAt(tx, digestDueAt)
  for (const host of await listHosts(tx)) {
    const key = `preview ${digest.id} ${host.id}`
    await deliver(tx, { kind: 'digest.preview', subjectId: digest.id, lane: host.id, key })
  }
}

/** Issues the digest due at that instant: what is in it is settled, and it is to be said in every digest channel. */
export async function issueDigest(tx: Tx, dueAt: Instant): Promise<void> {
  const settings = await getSettings(tx)
  const window = await openWindow(tx, dueAt)
  if (!settings.celebrationChannel || !window) return
  const digest = await getDigestDueAt(tx, dueAt)
  if (await findSkip(tx, digest.id)) return
  const { content, leftOut } = await compose(tx, digest, window)
  const issued = await insertIssue(tx, digest.id, window, [
    ...(content.lead ? [{ storyId: content.lead, place: 'lead' as const }] : []),
    ...content.others.map((storyId) => ({ storyId, place: 'other' as const })),
    ...leftOut.map((storyId) => ({ storyId, place: 'left_out' as const })),
  ])
  if (!issued) return
  for (const lane of digestChannels(settings)) {
    await deliver(tx, { kind: 'digest', subjectId: digest.id, lane, key: `digest ${digest.id} ${lane}` })
  }
  // Nothing can be chosen about it any more, and its previews say so.
  await refreshPosts(tx, digest.id)
}

export const digestChannels = ({ celebrationChannel, digestChannels: named }: Settings): readonly string[] =>
  named.length > 0 ? named : celebrationChannel ? [celebrationChannel] : []

/** An issued digest as it stands: without what was taken back since, and without names taken off. */
export async function showIssuedDigest(reader: Reader, digestId: string): Promise<ShownDigest | undefined> {
  const issue = await findIssue(reader, digestId)
  if (!issue) return undefined
  const placed = await listIssuedStories(reader, digestId)
  const standing = (
    await listStories(
      reader,
      placed.map((one) => one.storyId),
    )
  ).filter((story) => !story.retraction)
  const ids = new Set(standing.map((story) => story.id))
  const shown = placed.filter(({ storyId, place }) => place !== 'left_out' && ids.has(storyId))
  return show(reader, {
    digestId,
    window: issue.window,
    leadId: shown.find(({ place }) => place === 'lead')?.storyId,
    otherIds: shown.filter(({ place }) => place === 'other').map(({ storyId }) => storyId),
  })
}

/** The digest to come, for hosts; after it was issued, what was issued. */
export async function showDigestPreview(
  reader: Reader,
  digestId: string,
): Promise<DigestPreview | undefined> {
  const digest = await findDigest(reader, digestId)
  if (!digest) return undefined
  const { zone } = await getSettings(reader)
  const skippedBy = await findSkip(reader, digestId)
  const issued = await showIssuedDigest(reader, digestId)
  const window = issued?.window ?? (await openWindow(reader, digest.dueAt))
  if (!window) return undefined
  const { content, leftOut } = await compose(reader, digest, window)
  const shown =
    issued ?? (await show(reader, { digestId, window, leadId: content.lead, otherIds: content.others }))
  return {
    ...shown,
    dueAt: digest.dueAt,
    zone,
    leftOut: issued ? [] : await showStories(reader, leftOut),
    issued: issued !== undefined,
    ...(skippedBy ? { skipped: { by: (await listNames(reader, [skippedBy]))(skippedBy) } } : {}),
  }
}

/** `/wow digest`: the week so far, as it would be told now. Undefined while there is nothing to tell. */
export const showDigestSoFar = (app: Plaudit, actor: Actor): Promise<ShownDigest | undefined> =>
  look(app, actor, async (reader, by) => {
    requireReader(by, actor)
    const window = await openWindow(reader, app.clock.civil())
    if (!window) return undefined
    const { content } = await compose(reader, {}, window)
    return show(reader, { digestId: '', window, leadId: content.lead, otherIds: content.others })
  })

/** From the end of the last issued digest to `to`; undefined before the first story. */
export async function openWindow(reader: Reader, to: Instant): Promise<Window | undefined> {
  const last = await findLastIssue(reader)
  return digestWindow(last?.window.to, last ? undefined : await findFirstStoryAt(reader), to)
}

/** The digest to come: what is in it, and from which stories. */
export async function compose(reader: Reader, digest: Pick<DigestRow, 'leadId'>, window: Window) {
  const last = await findLastIssue(reader)
  const since = last ? last.window.from : window.from
  const ids = await listUndigestedStoryIds(reader, { from: since, to: window.to })
  const stories = await listStories(reader, ids)
  const omitted = await listOmitted(reader, ids)
  const leaders = await listLeadersSince(reader, addTo(window.to, { days: -LEADER_REST_DAYS }))
  const choices = { leftOut: omitted, ...(digest.leadId ? { leadId: digest.leadId } : {}) }
  const content = composeDigest(stories.map(asDigestStory), choices, leaders)
  return { content, stories, leftOut: ids.filter((id) => omitted.has(id)) }
}

const asDigestStory = ({ lesson, ...story }: StoredStory) => ({ ...story, ...(lesson ? { lesson } : {}) })

type Parts = {
  readonly digestId: string
  readonly window: Window
  readonly leadId: string | undefined
  readonly otherIds: readonly string[]
}

async function show(reader: Reader, { digestId, window, leadId, otherIds }: Parts): Promise<ShownDigest> {
  const { zone, boards } = await getSettings(reader)
  const [lead] = leadId ? await showStories(reader, [leadId]) : []
  const others = await showStories(reader, otherIds)
  const all = lead ? [lead, ...others] : others
  const notes = digestId ? await listDigestNotes(reader, digestId) : []
  const writers = notes.map((note) => note.personId)
  const nameOf = await listNames(reader, writers)
  return {
    id: digestId,
    window,
    firstOn: dayOf(window.from, zone),
    lastOn: dayOf(window.to, zone),
    notes: notes.map(({ personId, words }) => ({ by: nameOf(personId), words })),
    others,
    latePrizes: await showLatePrizes(reader, window, all),
    titles: await showTitlesIn(reader, window),
    cheers: all.reduce((sum, story) => sum + story.cheers, 0),
    championCount: new Set(all.flatMap((story) => story.champions.map(({ id }) => id))).size,
    ...(lead ? { lead } : {}),
    ...(boards ? { champions: await boardOf(reader, all) } : {}),
  }
}

/** The champions of these stories, but not who left, or left the boards. */
async function boardOf(reader: Reader, stories: readonly ShownStory[]) {
  const { champions } = composeDigest(
    stories.map((story) => ({ ...story, championIds: story.champions.map(({ id }) => id) })),
    { leftOut: new Set() },
    new Set(),
  )
  const ids = champions.map(({ personId }) => personId)
  const hidden = await listBoardLeaves(reader, ids)
  const people = await listPeople(reader, ids)
  return rank(
    'champions',
    champions.flatMap(({ personId, stories: count, cheers }) => {
      const person = people.get(personId)
      return person && !person.leftAt && !hidden.has(personId)
        ? [{ personId, name: person.name, count, cheers }]
        : []
    }),
  )
}
