import { withIds } from './blocks/walk.ts'
import type { Ack } from './delivery/delivery.ts'
import { filePayload } from './files.ts'
import { type Json, present } from './json.ts'
import type { Message } from './types.ts'
import type { Channel } from './workspace.ts'
import type { World } from './world.ts'

export type Draft = Partial<Omit<Message, 'type' | 'ts' | 'channel' | 'team' | 'reactions'>> & {
  user: string
  text: string
}

export type Posted = { message: Message; acks: Promise<(Ack | undefined)[]> }

/** Puts a message into a channel and tells whoever listens; `acks` is how the app took the events. */
export function postMessage(world: World, channel: Channel, draft: Draft): Posted {
  const message: Message = {
    type: 'message',
    ...draft,
    channel: channel.id,
    ts: world.ids.ts(),
    team: world.workspace.team.id,
    reactions: new Map(),
  }
  if (draft.blocks) message.blocks = draft.blocks.map((block) => withIds(block, world.ids))
  const parent = message.thread_ts ? channel.timeline.get(message.thread_ts) : undefined
  if (parent) {
    parent.thread_ts = parent.ts
    message.parent_user_id = parent.user
  }
  channel.timeline.add(message)
  announce(world, message, 'posted')
  return { message, acks: tellApp(world, channel, message) }
}

/** Changes a message in place. */
export function changeMessage(
  world: World,
  channel: Channel,
  message: Message,
  change: Partial<Message>,
): void {
  const previous = messagePayload(world, message, true)
  Object.assign(message, change)
  if (change.blocks) message.blocks = change.blocks.map((block) => withIds(block, world.ids))
  announce(world, message, 'changed')
  void emitMessage(world, channel, {
    subtype: 'message_changed',
    hidden: true,
    message: messagePayload(world, message, true),
    previous_message: previous,
  })
}

/** Takes a message away; a parent of replies leaves a tombstone, as in Slack. */
export function deleteMessage(world: World, channel: Channel, message: Message): void {
  const previous = messagePayload(world, message, true)
  if (channel.timeline.replies(message.ts).length > 0) {
    message.subtype = 'tombstone'
    message.text = 'This message was deleted.'
    message.user = 'USLACKBOT'
    delete message.blocks
    delete message.metadata
    delete message.files
  } else removeMessage(channel, message)
  announce(world, message, 'deleted')
  void emitMessage(world, channel, {
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: message.ts,
    previous_message: previous,
  })
}

/** A parent that has lost its last reply is no parent any more; what was left of a deleted one goes with that reply. */
function removeMessage(channel: Channel, message: Message): void {
  channel.timeline.remove(message.ts)
  const parent = channel.timeline.get(message.thread_ts ?? '')
  if (parent === undefined || channel.timeline.replies(parent.ts).length > 0) return
  delete parent.thread_ts
  if (parent.subtype === 'tombstone') channel.timeline.remove(parent.ts)
}

function announce(world: World, message: Message, what: 'posted' | 'changed' | 'deleted'): void {
  world.changes.emit({
    kind: 'message',
    what,
    channel: message.channel,
    ts: message.ts,
    ...(message.thread_ts && { thread: message.thread_ts }),
  })
}

async function tellApp(world: World, channel: Channel, message: Message): Promise<(Ack | undefined)[]> {
  const { botUserId } = world.workspace.app
  if (!channel.members.has(botUserId)) return []
  const payload = messagePayload(world, message, true)
  const told = [emitMessage(world, channel, payload)]
  const mentioned = message.user !== botUserId && message.text.includes(`<@${botUserId}`)
  if (mentioned && channel.kind !== 'im')
    told.push(
      world.events.emit(
        { ...payload, type: 'app_mention', channel: channel.id, event_ts: message.ts },
        { channel },
      ),
    )
  return Promise.all(told)
}

const KINDS = {
  public: ['channels', 'channel'],
  private: ['groups', 'group'],
  im: ['im', 'im'],
  mpim: ['mpim', 'mpim'],
} as const

function emitMessage(world: World, channel: Channel, payload: Json): Promise<Ack | undefined> {
  const [subscription, channelType] = KINDS[channel.kind]
  if (!channel.members.has(world.workspace.app.botUserId)) return Promise.resolve(undefined)
  const at = typeof payload.ts === 'string' ? payload.ts : world.ids.ts()
  const event = {
    type: 'message',
    ts: at,
    ...payload,
    channel: channel.id,
    channel_type: channelType,
    event_ts: at,
  }
  return world.events.emit(event, { channel, subscription: `message.${subscription}` })
}

/** A message as the Web API and events show it. */
export function messagePayload(world: World, message: Message, withMetadata: boolean): Json {
  const { reactions, channel, metadata, files, ...rest } = message
  const replies = world.workspace.channels.get(channel)?.timeline.replies(message.ts) ?? []
  const users = [...new Set(replies.map((reply) => reply.user))]
  return present({
    ...rest,
    ...(message.bot_id && { bot_profile: botProfile(world) }),
    metadata: withMetadata ? metadata : undefined,
    files: files?.map((id) => filePayload(world, id)),
    reactions: reactions.size === 0 ? undefined : reactionList(message),
    ...(replies.length > 0 && {
      reply_count: replies.length,
      reply_users: users.slice(0, 5),
      reply_users_count: users.length,
      latest_reply: replies.at(-1)?.ts,
      is_locked: false,
      subscribed: false,
    }),
  })
}

const reactionList = (message: Message): Json[] =>
  [...message.reactions].map(([name, users]) => ({ name, users: [...users], count: users.size }))

function botProfile(world: World): Json {
  const { app, team } = world.workspace
  return { id: app.botId, app_id: app.id, name: app.name, team_id: team.id, deleted: false, updated: 1 }
}
