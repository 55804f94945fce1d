/** Digests as readers see them: issued ones as they stand, and the one to come as it would be told now. */
import { type Board, rank } from '../domain/board.ts'
import { type DigestContent, digestOf, digestRoom } from '../domain/digest.ts'
import type { DigestPreview, ShownDigest } from '../domain/shown.ts'
import { dayOf, type Instant, type Window } from '../domain/time.ts'
import { listListed } from '../store/boards.ts'
import { listStanding } from '../store/digest-stories.ts'
import {
  type DigestRow,
  findDigest,
  findIssue,
  findSkip,
  listDigestNotes,
  listIssuedStories,
} from '../store/digests.ts'
import { listNames } from '../store/people.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader } from '../store/store.ts'
import { compose, openWindow } from './digests.ts'
import { findLatePrizes, showLatePrizes } from './late-prizes.ts'
import { type Actor, look, type Plaudit, requireReader } from './plaudit.ts'
import { showStories, showStoriesById } from './showing.ts'
import { showTitlesIn } from './titles.ts'

/** What is read of a digest: what one message shows, or everything, for its thread, too. */
type Extent = 'message' | 'whole'

/** An issued digest as it stands: without what was taken back since, and without names taken off. */
export async function showIssuedDigest(
  reader: Reader,
  digestId: string,
  extent: Extent,
): Promise<ShownDigest | undefined> {
  const issue = await findIssue(reader, digestId)
  if (!issue) return undefined
  const placed = await listIssuedStories(reader, digestId)
  const standing = await listStanding(
    reader,
    placed.map(({ storyId }) => storyId),
  )
  const inPlace = (place: 'lead' | 'other') =>
    placed.flatMap((one) => (one.place === place ? (standing.get(one.storyId) ?? []) : []))
  const content = digestOf(inPlace('lead')[0], inPlace('other'))
  return show(reader, { digestId, window: issue.window, content, extent })
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
  const issued = await showIssuedDigest(reader, digestId, 'message')
  const coming = issued ? undefined : await showComing(reader, digest, digest.dueAt)
  const shown = issued ?? coming?.shown
  return (
    shown && {
      ...shown,
      dueAt: digest.dueAt,
      zone,
      leftOut: await showStories(reader, coming?.leftOut.slice(0, digestRoom.leftOut) ?? []),
      issued: issued !== undefined,
      ...(skippedBy ? { skipped: { by: (await listNames(reader, [skippedBy]))(skippedBy) } } : {}),
    }
  )
}

/** `/wow digest`: the week so far, as it would be told now. Undefined while there is nothing to tell. */
export const showDigestSoFar = (app: Plaudit, actor: Actor): Promise<ShownDigest | undefined> =>
  look(app, actor, async (reader, by) => {
    requireReader(by, actor)
    return (await showComing(reader, { id: '' }, app.clock.civil()))?.shown
  })

/** What would be told at that instant. Undefined before the first story. */
async function showComing(reader: Reader, digest: Pick<DigestRow, 'id' | 'leadId'>, to: Instant) {
  const window = await openWindow(reader, to)
  if (!window) return undefined
  const { content, leftOut } = await compose(reader, digest, window)
  return { shown: await show(reader, { digestId: digest.id, window, content, extent: 'message' }), leftOut }
}

type Parts = {
  readonly digestId: string
  readonly window: Window
  readonly content: DigestContent
  readonly extent: Extent
}

async function show(reader: Reader, { digestId, window, content, extent }: Parts): Promise<ShownDigest> {
  const { zone, boards } = await getSettings(reader)
  const { lead: leadId, others: otherIds, champions } = content
  const isRead = extent === 'whole' ? () => true : isShownOf(content)
  const readIds = otherIds.filter(isRead)
  const late = await findLatePrizes(reader, window, new Set([leadId, ...otherIds]))
  const byId = await showStoriesById(reader, [leadId ?? '', ...readIds, ...late.storyIds])
  const shown = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const lead = byId.get(leadId ?? '')
  const notes = digestId ? await listDigestNotes(reader, digestId) : []
  const nameOf = await listNames(
    reader,
    notes.map((note) => note.personId),
  )
  return {
    id: digestId,
    window,
    firstOn: dayOf(window.from, zone),
    lastOn: dayOf(window.to, zone),
    notes: notes.map(({ personId, words }) => ({ by: nameOf(personId), words })),
    others: shown(readIds),
    unread: otherIds.filter((id) => !isRead(id)),
    latePrizes: showLatePrizes(shown(late.storyIds), late.awardIds),
    titles: await showTitlesIn(reader, window),
    cheers: content.cheers,
    championCount: champions.length,
    ...(lead ? { lead } : {}),
    ...(boards ? { champions: await showChampions(reader, champions) } : {}),
  }
}

/** The first stories after the lead, and those that the first lessons come from. */
function isShownOf({ lead, others, lessons }: DigestContent): (id: string) => boolean {
  const shown = new Set([
    ...others.slice(0, digestRoom.stories),
    ...lessons.filter((id) => id !== lead).slice(0, digestRoom.lessons),
  ])
  return (id) => shown.has(id)
}

/** But not who left, or left the boards. */
async function showChampions(reader: Reader, champions: DigestContent['champions']): Promise<Board> {
  const names = await listListed(
    reader,
    champions.map(({ personId }) => personId),
  )
  return rank(
    'champions',
    champions.flatMap(({ personId, stories: count, cheers }) => {
      const name = names.get(personId)
      return name === undefined ? [] : [{ personId, name, count, cheers }]
    }),
  )
}
