import { Refusal } from '../refusal.ts'
import type { Message } from '../types.ts'
import type { Channel } from '../workspace.ts'
import type { World } from '../world.ts'
import type { Args } from './args.ts'

const FAMILY = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const

/** The scope for reading about, or in, this kind of channel: `channels:read`, `groups:history`, … */
export const scopeFor = (channel: Channel, what: 'read' | 'history'): string =>
  `${FAMILY[channel.kind]}:${what}`

/** A channel that the app can see: public, or one it is in. */
export function visibleChannel(world: World, id: string | undefined): Channel {
  const channel = world.workspace.channels.get(id ?? '')
  if (channel === undefined) throw new Refusal('channel_not_found')
  if (channel.kind !== 'public' && !isMember(world, channel)) throw new Refusal('channel_not_found')
  return channel
}

/** Where a message may be posted: a channel, or a person, whose direct messages are opened. */
export function postableChannel(world: World, id: string | undefined): Channel {
  if (id?.startsWith('U') || id?.startsWith('W')) return directMessagesOf(world, id)
  const channel = visibleChannel(world, id)
  if (channel.archived) throw new Refusal('is_archived')
  if (!isMember(world, channel) && !world.tokens.scopes.has('chat:write.public'))
    throw new Refusal('not_in_channel')
  if (channel.restricted) throw new Refusal('restricted_action')
  if (channel.kind === 'im') checkMessagesTab(world)
  return channel
}

function directMessagesOf(world: World, userId: string): Channel {
  const user = world.workspace.users.get(userId)
  if (user === undefined || user.deleted || user.isBot) throw new Refusal('channel_not_found')
  checkMessagesTab(world)
  return world.workspace.directMessages(userId)
}

export const isMember = (world: World, channel: Channel): boolean =>
  channel.members.has(world.workspace.app.botUserId)

export function messageAt(channel: Channel, ts: string | undefined): Message {
  const message = channel.timeline.get(ts ?? '')
  if (message === undefined || message.subtype === 'tombstone') throw new Refusal('message_not_found')
  return message
}

/** The thread to reply in; Slack does not take a reply to what is not there. */
export function threadIn(channel: Channel, args: Args): string | undefined {
  const ts = args.text('thread_ts')
  if (ts === undefined || ts === '') return undefined
  const parent = channel.timeline.get(ts)
  if (parent === undefined) throw new Refusal('cannot_reply_to_message')
  return parent.thread_ts ?? parent.ts
}

function checkMessagesTab(world: World): void {
  if (!world.manifest.messagesTab) throw new Refusal('messages_tab_disabled')
}
