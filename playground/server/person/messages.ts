import { richText } from '../blocks/values.ts'
import type { Ack } from '../delivery/delivery.ts'
import { keepFile, type NewFile } from '../files.ts'
import type { Json } from '../json.ts'
import { postMessage } from '../messages.ts'
import { addReaction, removeReaction } from '../reactions.ts'
import type { Message, MessageRef } from '../types.ts'
import { viewPayload } from '../views.ts'
import type { Channel } from '../workspace.ts'
import type { World } from '../world.ts'

export type SayOptions = { thread?: string; blocks?: Json[]; files?: NewFile[] }

/** Writes a message; resolves when the app took the events about it. */
export async function say(
  world: World,
  userId: string,
  channelId: string,
  text: string,
  { thread, blocks = [richText(text)], files = [] }: SayOptions,
): Promise<Message> {
  const channel = channelOf(world, userId, channelId)
  if (channel.archived) throw new Error(`${channelId} is archived`)
  const kept = files.map((file) => keepFile(world, userId, file, false))
  for (const file of kept) file.channels.add(channelId)
  const { message, acks } = postMessage(world, channel, {
    user: userId,
    text,
    blocks,
    client_msg_id: crypto.randomUUID(),
    ...(kept.length > 0 && { files: kept.map(({ id }) => id) }),
    ...(thread !== undefined && { thread_ts: thread }),
  })
  await acks
  return message
}

/** Reacts with an emoji, under the name as typed. */
export async function react(
  world: World,
  userId: string,
  ref: MessageRef,
  emoji: string,
  withItemUser: boolean,
): Promise<Ack | undefined> {
  const { channel, message } = seen(world, userId, ref)
  return addReaction(world, channel, message, userId, emoji, withItemUser)
}

export async function unreact(
  world: World,
  userId: string,
  ref: MessageRef,
  emoji: string,
  withItemUser: boolean,
): Promise<Ack | undefined> {
  const { channel, message } = seen(world, userId, ref)
  return removeReaction(world, channel, message, userId, emoji, withItemUser)
}

/** Opens the app's Home or Messages tab. */
export async function openHome(
  world: World,
  userId: string,
  tab: 'home' | 'messages',
): Promise<Ack | undefined> {
  if (tab === 'home' && !world.manifest.homeTab) throw new Error('the app has no Home tab in its manifest')
  const { team, app } = world.workspace
  const view = world.views.home(userId)
  return world.events.emit({
    type: 'app_home_opened',
    user: userId,
    channel: world.workspace.directMessages(userId).id,
    tab,
    ...(tab === 'home' && view && { view: viewPayload(view, team, app) }),
    event_ts: world.ids.ts(),
  })
}

function seen(world: World, userId: string, ref: MessageRef): { channel: Channel; message: Message } {
  const channel = channelOf(world, userId, ref.channel)
  const message = channel.timeline.get(ref.ts)
  if (message === undefined) throw new Error(`there is no message ${ref.ts} in ${ref.channel}`)
  return { channel, message }
}

function channelOf(world: World, userId: string, id: string): Channel {
  const channel = world.workspace.channels.get(id)
  if (channel === undefined) throw new Error(`there is no channel ${id}`)
  if (!channel.members.has(userId)) throw new Error(`${userId} is not in ${id}`)
  return channel
}
