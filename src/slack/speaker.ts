/** Says one delivery: looks first when in doubt, renders it from what is stored now, posts it, and records where. */
import type { Delivery, Post } from '../domain/delivery.ts'
import { findChannel } from '../store/channels.ts'
import { findPost, findPostOf } from '../store/posts.ts'
import { recordDropped, recordFailed, recordGone, recordSaid, recordShown } from '../usecases/outcomes.ts'
import { findSaid, METADATA_TYPE, sinceOf } from './lookup.ts'
import { type Hold, outcomeOf, type Spoken } from './outcome.ts'
import { createPhotographer, photoRefusedInCard, unlessGone } from './photo.ts'
import { isPhoto } from './pictures.ts'
import type { Rendered, Shown } from './rendered.ts'
import { render as renderStored } from './renderings.ts'
import type { Slack } from './slack.ts'

/** Throws what the calls to Slack throw: the messenger knows what that means. `render`: how deliveries look. */
export function createSpeaker(
  slack: Slack,
  render = renderStored,
): (delivery: Delivery, hold: Hold) => Promise<Spoken> {
  const { app, web, log, directory } = slack
  const dms = new Map<string, string>()
  const sharePhoto = createPhotographer(slack)

  return async (delivery, hold) => {
    if (delivery.postId) return refresh(delivery.postId, hold)
    const shared = await app.store.read((reader) => findChannel(reader, delivery.lane))
    if (shared?.isShared) {
      await app.store.write((tx) => recordFailed(tx, delivery, 'channel_shared'))
      return 'failed'
    }
    return say(delivery, hold)
  }

  async function say(delivery: Delivery, hold: Hold): Promise<Spoken> {
    // Who talked to Plaudit may be of another company: they get no answer.
    if (isPerson(delivery.lane)) await directory.meet([delivery.lane])
    const parent = delivery.threadOf
      ? await app.store.read((reader) => findPostOf(reader, delivery.threadOf ?? ''))
      : undefined
    if (delivery.threadOf && !parent) return drop(delivery)
    if (isPhoto(delivery.kind)) return parent ? sharePhoto(delivery, parent, hold) : drop(delivery)
    const rendered = await app.store.read((reader) => render(slack, reader, delivery))
    const place = { channel: await channelOf(delivery.lane), ...(parent ? { threadTs: parent.ts } : {}) }
    if (delivery.doubt > 0) {
      const since = sinceOf(delivery, app.clock.real(), app.clock.civil())
      const found = await findSaid(web.outbox, place, delivery, since)
      // What was said before may differ from what would be said now: the refresh that follows mends it.
      if (found) return record(delivery, found, place.threadTs, rendered, true)
      if (delivery.doubt === 1) return 'look-again'
    }
    if (!rendered || 'gone' in rendered) return drop(delivery)
    const { answered } = await hold()
    const said = await web.outbox.chat.postMessage({
      channel: place.channel,
      ...(place.threadTs ? { thread_ts: place.threadTs } : {}),
      text: rendered.message.text,
      blocks: rendered.message.blocks,
      metadata: { event_type: METADATA_TYPE, event_payload: { delivery_id: delivery.id } },
      unfurl_links: false,
      unfurl_media: false,
    })
    answered()
    if (!said.ts || !said.channel) throw new Error('Slack did not say where')
    return record(delivery, { channel: said.channel, ts: said.ts }, place.threadTs, rendered, false)
  }

  function record(
    delivery: Delivery,
    address: { channel: string; ts: string },
    threadTs: string | undefined,
    rendered: Rendered | undefined,
    wasFound: boolean,
  ): Promise<Spoken> {
    return app.store.write(async (tx): Promise<Spoken> => {
      // Somebody may have changed the story while Slack was answering, when there was no post yet to bring up to date.
      const now = messageIn(await render(slack, tx, { ...delivery, postId: 'to-be' }))
      const shown = rendered && 'message' in rendered ? rendered : undefined
      await recordSaid(tx, delivery, {
        address,
        subjectIds: shown?.subjectIds ?? [delivery.subjectId],
        more: shown?.more ?? 0,
        isStale: wasFound || JSON.stringify(now) !== JSON.stringify(shown?.message),
        ...(threadTs ? { threadTs } : {}),
      })
      return 'said'
    })
  }

  async function refresh(postId: string, hold: Hold): Promise<Spoken> {
    const { delivery } = await hold()
    const post = await app.store.read((reader) => findPost(reader, postId))
    if (!post) return drop(delivery)
    if (isPhoto(post.kind)) return sharePhoto(delivery, post, hold)
    const rendered = await app.store.read((reader) => render(slack, reader, delivery))
    if (!rendered) return drop(delivery)
    if ('gone' in rendered) return takeAway(delivery, post)
    const { channel, ts } = post
    try {
      await web.outbox.chat.update({
        channel,
        ts,
        text: rendered.message.text,
        blocks: rendered.message.blocks,
      })
    } catch (error) {
      return refreshRefused(delivery, post, rendered, error)
    }
    await app.store.write((tx) => recordShown(tx, delivery, rendered))
    return 'shown'
  }

  /** Somebody deleted the post: then there is nothing to keep up to date. A photo in the card may be refused. */
  async function refreshRefused(
    delivery: Delivery,
    post: Post,
    rendered: Shown,
    error: unknown,
  ): Promise<Spoken> {
    const outcome = outcomeOf(error)
    if (outcome.what !== 'refused') throw error
    if (outcome.error === 'message_not_found') return drop(delivery)
    if (outcome.error === 'invalid_blocks' && (await photoRefusedInCard(slack, delivery, rendered)))
      return 'shown'
    log.warn(
      { post: post.id, kind: post.kind, error: outcome.error },
      'a post could not be brought up to date',
    )
    throw error
  }

  /** Taken away twice is taken away once: in doubt it is simply done again. */
  async function takeAway(delivery: Delivery, { channel, ts }: Post): Promise<Spoken> {
    await unlessGone(web.outbox.chat.delete({ channel, ts }))
    await app.store.write((tx) => recordGone(tx, delivery))
    return 'shown'
  }

  async function drop(delivery: Delivery): Promise<Spoken> {
    await app.store.write((tx) => recordDropped(tx, delivery))
    return 'dropped'
  }

  /** A person is spoken to in their DM with Plaudit. */
  async function channelOf(lane: string): Promise<string> {
    if (!isPerson(lane)) return lane
    const known = dms.get(lane)
    if (known) return known
    const { channel } = await web.outbox.conversations.open({ users: lane })
    if (!channel?.id) throw new Error('Slack did not open the DM')
    dms.set(lane, channel.id)
    return channel.id
  }
}

const messageIn = (rendered: Rendered | undefined) =>
  rendered && 'message' in rendered ? rendered.message : undefined
const isPerson = (lane: string): boolean => /^[UW]/.test(lane)
