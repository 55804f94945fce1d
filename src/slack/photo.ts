/**
 * A photo from a form is visible to Plaudit alone: it is copied into the thread where it belongs, where everybody sees
 * it; a card shows that copy where Slack takes it. The copy is remembered before it is shared, so that a crash in between
 * finds it again instead of sharing a second one. What is taken back takes its photo with it.
 */
import type { Delivery, Post } from '../domain/delivery.ts'
import { updatePhotoNotInCard } from '../store/photos.ts'
import { refreshPosts } from '../usecases/deliveries.ts'
import { recordDropped, recordFailed, recordGone, recordSaid, recordShown } from '../usecases/outcomes.ts'
import { FileTooLarge, fetchFile, MOST_BYTES, uploadFile } from './files.ts'
import { findShared, sinceOf } from './lookup.ts'
import { type Hold, outcomeOf, type Spoken } from './outcome.ts'
import { findPicture, type Picture } from './pictures.ts'
import type { Shown } from './rendered.ts'
import type { Slack } from './slack.ts'

/** Instead of the ts of a post that Slack did not tell. */
const NO_ADDRESS = 'file '
const GONE: ReadonlySet<string> = new Set(['file_not_found', 'file_deleted', 'message_not_found'])

/** Shares a photo in the thread of `post`; or, when that is the shared photo itself, takes it away once it is to go. */
export function createPhotographer(
  slack: Slack,
): (delivery: Delivery, post: Post, hold: Hold) => Promise<Spoken> {
  const { app, web, log } = slack

  return async (delivery, post, hold) => {
    const picture = await app.store.read((reader) => findPicture(slack, reader, delivery))
    if (delivery.postId) return follow(delivery, post, picture)
    const place = { channel: post.channel, threadTs: post.ts }
    const since = sinceOf(delivery, app.clock.real(), app.clock.civil())
    if (delivery.doubt > 0 && picture?.sharedId) {
      const found = await findShared(web.outbox, place, picture.sharedId, since)
      if (found) return record(delivery, found, post.ts)
      if (delivery.doubt === 1) return 'look-again'
    }
    if (!picture || picture.isGone) {
      await app.store.write((tx) => recordDropped(tx, delivery))
      return 'dropped'
    }
    const copy = picture.sharedId ?? (await copyOf(picture).catch(notTooLarge))
    if (!copy) return refuseTooLarge(delivery, picture)
    const { answered } = await hold()
    await web.outbox.files.completeUploadExternal({
      files: [{ id: copy, title: picture.alt.slice(0, 200) }],
      channel_id: place.channel,
      thread_ts: place.threadTs,
      initial_comment: picture.note,
    })
    answered()
    const shared = await findShared(web.outbox, place, copy, since).catch((cause: unknown) => {
      // It is said, whatever Slack answers here: to be looked for again, and not to be shared a second time.
      throw new Error('where the photo was shared is not known', { cause })
    })
    return record(delivery, shared ?? { channel: place.channel, ts: `${NO_ADDRESS}${copy}` }, post.ts)
  }

  /** Downloads the form's file and uploads it again: a file that nobody sees yet. @returns its id */
  async function copyOf({ fileId, alt, keepCopy }: Picture): Promise<string> {
    const file = await fetchFile(web.outbox, fileId)
    const id = await uploadFile(web.outbox, { ...file, alt })
    await app.store.write((tx) => keepCopy(tx, id))
    return id
  }

  /** It will be as large the next time: hosts hear of it, and what it belongs to stands without it. */
  async function refuseTooLarge(delivery: Delivery, { tooLarge }: Picture): Promise<Spoken> {
    log.warn({ delivery: delivery.id, most: MOST_BYTES }, 'a photo is too large to be shared')
    await app.store.write((tx) => recordFailed(tx, delivery, tooLarge))
    return 'failed'
  }

  async function record(
    delivery: Delivery,
    address: { channel: string; ts: string },
    threadTs: string,
  ): Promise<Spoken> {
    const subjectIds = [delivery.subjectId]
    await app.store.write(async (tx) => {
      // What it belongs to may have been taken back while Slack was answering, when there was no post yet to follow it.
      const isStale = (await findPicture(slack, tx, delivery))?.isGone ?? true
      await recordSaid(tx, delivery, { address, threadTs, subjectIds, more: 0, isStale })
    })
    return 'said'
  }

  /** Once it is to go: the file goes, and what was said beside it, which Slack would leave. */
  async function follow(delivery: Delivery, post: Post, picture: Picture | undefined): Promise<Spoken> {
    if (picture && !picture.isGone) {
      await app.store.write((tx) => recordShown(tx, delivery))
      return 'shown'
    }
    if (picture?.hideCopy) await app.store.write(picture.hideCopy)
    if (picture?.sharedId) await unlessGone(web.outbox.files.delete({ file: picture.sharedId }))
    if (!post.ts.startsWith(NO_ADDRESS)) {
      await unlessGone(web.outbox.chat.delete({ channel: post.channel, ts: post.ts }))
    }
    await app.store.write((tx) => recordGone(tx, delivery))
    return 'shown'
  }
}

function notTooLarge(error: unknown): undefined {
  if (!(error instanceof FileTooLarge)) throw error
}

/** Somebody else deleted it before us: then it is as it should be. */
export async function unlessGone(call: Promise<unknown>): Promise<void> {
  try {
    await call
  } catch (error) {
    const outcome = outcomeOf(error)
    if (outcome.what !== 'refused' || !GONE.has(outcome.error)) throw error
  }
}

/** Slack did not take the card with its photo: the photo stays in the thread. @returns whether that was it */
export async function photoRefusedInCard(
  { app }: Slack,
  delivery: Delivery,
  { message }: Shown,
): Promise<boolean> {
  if (delivery.kind !== 'story.card' || !message.blocks.some(({ type }) => type === 'image')) return false
  return app.store.write(async (tx) => {
    if (!(await updatePhotoNotInCard(tx, delivery.subjectId))) return false
    await recordShown(tx, delivery)
    await refreshPosts(tx, delivery.subjectId, { kinds: ['story.card'] })
    return true
  })
}
