/** The photos that Plaudit shares in threads, as things stand now: a story's, and that of a gift that was given. */
import type { Delivery, DeliveryKind } from '../domain/delivery.ts'
import type { ShownAward, ShownShare } from '../domain/shown-prizes.ts'
import { findAwardPhoto, updateAwardPhotoCopy } from '../store/award-photos.ts'
import { listPhotos, updatePhotoCopy, updatePhotoUnshared } from '../store/photos.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader, Tx } from '../store/store.ts'
import { showAward } from '../usecases/award-showing.ts'
import { showStory } from '../usecases/showing.ts'
import type { Look } from '../views/look.ts'
import { giftPhoto } from '../views/prize-parts.ts'
import { storyPhoto } from '../views/story-card.ts'
import { lookFor, type Slack } from './slack.ts'

export type PhotoKind = 'story.photo' | 'award.photo'

export const isPhoto = (kind: DeliveryKind): kind is PhotoKind => kind in pictures

export type Picture = {
  /** In the form: visible to Plaudit alone. */
  readonly fileId: string
  /** The copy: uploaded, and perhaps shared. */
  readonly sharedId?: string | undefined
  /** What is said beside it: escaped, as it goes to Slack. */
  readonly note: string
  /** For who cannot see it. */
  readonly alt: string
  /** Nobody is to see it any more. */
  readonly isGone: boolean
  /** What it is called that it cannot be shared for its size; `wording/` says what to do. */
  readonly tooLarge: string
  /** Keeps the id of the copy, before it is shared. */
  readonly keepCopy: (tx: Tx, id: string) => Promise<void>
  /** Its copy is about to go: nothing else shows it from now on. */
  readonly hideCopy?: (tx: Tx) => Promise<void>
}

type Find = (reader: Reader, subjectId: string, look: Look) => Promise<Picture | undefined>

const pictures: Record<PhotoKind, Find> = {
  'story.photo': async (reader, storyId, look) => {
    const story = await showStory(reader, storyId)
    const photo = (await listPhotos(reader, [storyId])).get(storyId)
    if (!story || !photo) return undefined
    const { note, alt } = storyPhoto(story, look)
    return {
      fileId: photo.fileId,
      sharedId: photo.sharedId,
      note: note.text,
      alt,
      // A letter is shown without its scan while that may not be shown.
      isGone: story.retracted !== undefined || !story.photo,
      tooLarge: 'file_too_large',
      keepCopy: (tx, id) => updatePhotoCopy(tx, storyId, id),
      hideCopy: (tx) => updatePhotoUnshared(tx, storyId),
    }
  },
  'award.photo': async (reader, awardId, look) => {
    const award = await showAward(reader, awardId)
    const photo = await findAwardPhoto(reader, awardId)
    if (!award || !photo) return undefined
    const { note, alt } = giftPhoto(award.prize, look.w)
    return {
      ...photo,
      note,
      alt,
      isGone: award.story?.retracted !== undefined || !isPublic(award),
      tooLarge: 'prize_photo_too_large',
      keepCopy: (tx, id) => updateAwardPhotoCopy(tx, awardId, id),
    }
  },
}

/** Whether its post stands in the thread: somebody has the prize, and is named. */
const isPublic = ({ id, story, shares }: ShownAward): boolean =>
  story ? story.prizes.some(({ awardId }) => awardId === id) : shares.some(isKept)

const isKept = ({ state }: ShownShare): boolean => state === 'open' || state === 'fulfilled'

/** `undefined` when there is no photo, or it is none at all. */
export async function findPicture(
  slack: Pick<Slack, 'identity'>,
  reader: Reader,
  { kind, subjectId }: Pick<Delivery, 'kind' | 'subjectId'>,
): Promise<Picture | undefined> {
  if (!isPhoto(kind)) return undefined
  return pictures[kind](reader, subjectId, lookFor(slack, await getSettings(reader)))
}
