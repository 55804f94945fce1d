/** The digest: composed from what stands when it is due, and issued once. */
import { composeDigest, digestWindow } from '../domain/digest.ts'
import type { Settings } from '../domain/settings.ts'
import { addTo, type Instant, type Window } from '../domain/time.ts'
import { listUndigested } from '../store/digest-stories.ts'
import {
  type DigestRow,
  findLastIssue,
  findSkip,
  getDigestDueAt,
  insertIssue,
  listLeadersSince,
  listOmitted,
} from '../store/digests.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader, Tx } from '../store/store.ts'
import { findFirstStoryAt } from '../store/stories.ts'
import { deliver, refreshPosts } from './deliveries.ts'
import { listHosts } from './plaudit.ts'

/** A clock that is set back makes what is told then older than what was told before. */
const CLOCKS_STEP_BACK_DAYS = 1

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

/** From the end of the last issued digest to `to`; undefined before the first story. */
export async function openWindow(reader: Reader, to: Instant): Promise<Window | undefined> {
  const last = await findLastIssue(reader)
  return digestWindow(last?.window.to, last ? undefined : await findFirstStoryAt(reader), to)
}

/** The digest to come: what is in it, and the stories that it is made of. */
export async function compose(reader: Reader, digest: Pick<DigestRow, 'leadId'>, window: Window) {
  const last = await findLastIssue(reader)
  const since = addTo(last ? last.window.from : window.from, { days: -CLOCKS_STEP_BACK_DAYS })
  const stories = await listUndigested(reader, { from: since, to: window.to })
  const ids = stories.map(({ id }) => id)
  const omitted = await listOmitted(reader, ids)
  const leaders = await listLeadersSince(reader, addTo(window.to, { days: -LEADER_REST_DAYS }))
  const choices = { leftOut: omitted, ...(digest.leadId ? { leadId: digest.leadId } : {}) }
  const content = composeDigest(stories, choices, leaders)
  return { content, stories, leftOut: ids.filter((id) => omitted.has(id)) }
}
