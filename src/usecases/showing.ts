/** Fills in names, photos and addresses: from what is stored to what readers see. */
import { setImmediate } from 'node:timers/promises'
import { type Letter, mayShowScan, shownOf, withoutAuthor } from '../domain/letter.ts'
import { Problem } from '../domain/problem.ts'
import type { ShownLetter, ShownStory } from '../domain/shown.ts'
import { type MaskedStory, mayEdit, mayRetract, toldIn } from '../domain/story.ts'
import { listWithWhole } from '../store/letter-wholes.ts'
import { listReplies } from '../store/letters.ts'
import { parts } from '../store/parts.ts'
import { listNames } from '../store/people.ts'
import { listPhotos, type StoredPhoto } from '../store/photos.ts'
import { listPostsAbout } from '../store/posts.ts'
import type { Reader } from '../store/store.ts'
import { listStories, type StoredStory } from '../store/stories.ts'
import { listEdited } from '../store/story-edits.ts'
import { listCaptured, showCaptured } from './captured-showing.ts'
import { type Actor, authorityOf, look, type Plaudit } from './plaudit.ts'
import { showPublicPrizes } from './public-prizes.ts'
import { getToldStory } from './told-story.ts'

export async function showStory(reader: Reader, id: string): Promise<ShownStory | undefined> {
  return (await showStories(reader, [id]))[0]
}

export type OwnStory = {
  readonly story: ShownStory
  readonly mayEdit: boolean
  /** In the teller's own words, with the names that others do not see; without the photo. */
  readonly told: MaskedStory
  readonly hasPhoto: boolean
}

/** For who wants to mend or take back a story. Throws `not_found`, and `forbidden` for who may do neither. */
export const showOwnStory = (app: Plaudit, actor: Actor, id: string): Promise<OwnStory> =>
  look(app, actor, async (reader, by) => {
    const stored = await getToldStory(reader, id)
    const { mayRun } = await authorityOf(reader, by)
    if (!mayRetract(stored, by, mayRun)) throw new Problem('forbidden', 'story.only-teller-edits')
    const story = await showStory(reader, id)
    if (!story) throw new Problem('not_found', 'story.not-found')
    const hasPhoto = (await listPhotos(reader, [id])).has(id)
    return { story, mayEdit: mayEdit(stored, by), told: toldIn(stored), hasPhoto }
  })

/** How many stories are put together in one go: it takes a few hundredths of a second, and everybody stands still for it. */
const AT_ONCE = 200

/**
 * In the order of the ids; also those that were taken back, which say so. A digest may have thousands: between two parts of
 * them others have their turn.
 */
export async function showStories(reader: Reader, ids: readonly string[]): Promise<ShownStory[]> {
  const shown: ShownStory[] = []
  for (const part of parts(ids, AT_ONCE)) {
    if (shown.length > 0) await setImmediate()
    shown.push(...(await showSome(reader, part)))
  }
  return shown
}

export const showStoriesById = async (
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ShownStory>> =>
  new Map((await showStories(reader, [...new Set(ids)])).map((story) => [story.id, story]))

async function showSome(reader: Reader, ids: readonly string[]): Promise<ShownStory[]> {
  const stories = await listStories(reader, ids)
  const thanked = await listReplies(reader, ids)
  const withWhole = await listWithWhole(reader, ids)
  const captured = await listCaptured(reader, ids)
  const nameOf = await listNames(
    reader,
    [...thanked.values(), ...captured.personIds].concat(
      stories.flatMap((story) => [
        story.tellerId,
        ...story.championIds,
        story.retraction?.by ?? story.tellerId,
      ]),
    ),
  )
  const photos = await listPhotos(reader, ids)
  const edited = await listEdited(reader, ids)
  const prizes = await showPublicPrizes(reader, ids)
  const cards = new Map(
    (await listPostsAbout(reader, ids, ['story.card'])).map((post) => [post.subjectId, post]),
  )
  return stories.map((story) => {
    const card = cards.get(story.id)
    const photo = photos.get(story.id)
    const shown = (text: string) => (story.letter ? withoutAuthor(text, story.letter) : text)
    return {
      id: story.id,
      kind: story.kind,
      teller: nameOf(story.tellerId),
      champions: story.championIds.map(nameOf),
      words: shown(story.words),
      customerKind: story.customerKind,
      toldAt: story.toldAt,
      toldOn: story.toldOn,
      cheers: story.cheers,
      edited: edited.has(story.id),
      prizes: prizes.get(story.id) ?? [],
      ...optional('lesson', story.lesson && shown(story.lesson)),
      ...optional('customerName', story.customerName && shown(story.customerName)),
      ...optional('deeds', story.deeds && shown(story.deeds)),
      ...optional('thanks', story.thanks && shown(story.thanks)),
      ...(story.letter
        ? {
            letter: {
              ...shownLetter(story, story.letter, thanked.get(story.id), nameOf),
              ...(withWhole.has(story.id) ? { hasWhole: true } : {}),
            },
          }
        : {}),
      ...(photo && (!story.letter || mayShowScan(story.letter)) ? { photo: shownPhoto(photo, shown) } : {}),
      ...showCaptured(story, captured, nameOf, shown),
      ...(card ? { card: { channel: card.channel, ts: card.ts } } : {}),
      ...(story.retraction ? { retracted: shownRetraction(story, story.retraction, nameOf, shown) } : {}),
    }
  })
}

/** The copy that everybody can see, once it is shared and as long as the platform takes it in a card. */
function shownPhoto(photo: StoredPhoto, shown: (text: string) => string): NonNullable<ShownStory['photo']> {
  return {
    ...optional('fileId', photo.isShared && photo.inCard ? photo.sharedId : undefined),
    ...optional('description', photo.description && shown(photo.description)),
  }
}

function shownLetter(
  { tellerId, championIds }: StoredStory,
  letter: Letter,
  thankedBy: string | undefined,
  nameOf: Awaited<ReturnType<typeof listNames>>,
): ShownLetter {
  return {
    ...shownOf(letter),
    ownShare: championIds.includes(tellerId),
    ...(thankedBy ? { thankedBy: nameOf(thankedBy) } : {}),
  }
}

function shownRetraction(
  story: StoredStory,
  { by, reason }: NonNullable<StoredStory['retraction']>,
  nameOf: Awaited<ReturnType<typeof listNames>>,
  shown: (text: string) => string,
): NonNullable<ShownStory['retracted']> {
  return {
    by: nameOf(by),
    nobodyLeft: story.championIds.length === 0,
    ...optional('reason', reason && shown(reason)),
  }
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [key in K]?: V }
}
