import { withIds } from '../blocks/walk.ts'
import { changeMessage, deleteMessage, messagePayload, postMessage } from '../messages.ts'
import { Refusal } from '../refusal.ts'
import type { Message } from '../types.ts'
import type { World } from '../world.ts'
import type { Args } from './args.ts'
import { checkLength, isEmpty, readContent } from './content.ts'
import { type Answer, type Methods, method } from './method.ts'
import { isMember, messageAt, postableChannel, threadIn, visibleChannel } from './places.ts'

const POST_MAX = 40_000
const UPDATE_MAX = 4000
/** Slack takes a text that is too long, and loses its end. */
export const TRUNCATED = 'message_truncated'

export const chat: Methods = {
  'chat.postMessage': method('special', ['chat:write'], ['channel'], post),
  'chat.postEphemeral': method('tier 4', ['chat:write'], ['channel', 'user'], postEphemeral),
  'chat.update': method('tier 3', ['chat:write'], ['channel', 'ts'], update),
  'chat.delete': method('tier 3', ['chat:write'], ['channel', 'ts'], remove),
  'chat.getPermalink': method('special', [], ['channel', 'message_ts'], permalink),
}

function post(world: World, args: Args): Answer {
  const channel = postableChannel(world, args.text('channel'))
  const content = readContent(world, args)
  if (isEmpty(content)) throw new Refusal('no_text')
  const thread = threadIn(channel, args)
  const wait = world.rates.overPost(channel.id)
  if (wait !== undefined) throw new Refusal('ratelimited', { retry_after: wait })
  const { metadata, text = '', ...rest } = content
  const { message } = postMessage(world, channel, {
    ...rest,
    text: [...text].slice(0, POST_MAX).join(''),
    user: world.workspace.app.botUserId,
    bot_id: world.workspace.app.botId,
    app_id: world.workspace.app.id,
    ...(metadata && metadata !== 'removed' && { metadata }),
    ...(thread !== undefined && { thread_ts: thread }),
    ...(thread !== undefined && args.flag('reply_broadcast') && { reply_broadcast: true }),
  })
  const cut = [...text].length > POST_MAX
  return {
    channel: channel.id,
    ts: message.ts,
    message: messagePayload(world, message, true),
    ...(cut && { warning: TRUNCATED, response_metadata: { warnings: [TRUNCATED] } }),
  }
}

function postEphemeral(world: World, args: Args): Answer {
  const channel = postableChannel(world, args.text('channel'))
  const user = args.text('user') ?? ''
  if (!channel.members.has(user)) throw new Refusal('user_not_in_channel')
  const content = readContent(world, args)
  if (isEmpty(content)) throw new Refusal('no_text')
  checkLength(content.text, POST_MAX)
  const thread = threadIn(channel, args)
  const ts = world.ids.ts()
  world.workspace.addEphemeral({
    ephemeral: true,
    channel: channel.id,
    ts,
    user,
    text: content.text ?? '',
    from: 'app',
    ...(content.blocks && { blocks: content.blocks.map((block) => withIds(block, world.ids)) }),
    ...(thread !== undefined && { thread_ts: thread }),
  })
  return { message_ts: ts }
}

function update(world: World, args: Args): Answer {
  const channel = visibleChannel(world, args.text('channel'))
  const message = ownMessage(world, messageAt(channel, args.text('ts')), 'cant_update_message')
  if (channel.archived) throw new Refusal('is_archived')
  const { metadata, text, blocks, attachments } = readContent(world, args)
  if (isEmpty({ ...(text !== undefined && { text }), blocks: blocks ?? [], attachments: attachments ?? [] }))
    throw new Refusal('no_text')
  checkLength(text, UPDATE_MAX)
  const change: Partial<Message> = {
    edited: { user: message.user, ts: world.ids.ts() },
    ...(text !== undefined && { text }),
    ...(blocks && { blocks }),
    ...(attachments && { attachments }),
    ...(metadata && metadata !== 'removed' && { metadata }),
  }
  // A text without blocks takes the old blocks away; blocks alone keep the old text.
  if (text !== undefined && blocks === undefined) delete message.blocks
  if (metadata === 'removed') delete message.metadata
  changeMessage(world, channel, message, change)
  return {
    channel: channel.id,
    ts: message.ts,
    text: message.text,
    message: messagePayload(world, message, true),
  }
}

function remove(world: World, args: Args): Answer {
  const channel = visibleChannel(world, args.text('channel'))
  const message = ownMessage(world, messageAt(channel, args.text('ts')), 'cant_delete_message')
  deleteMessage(world, channel, message)
  return { channel: channel.id, ts: message.ts }
}

function permalink(world: World, args: Args): Answer {
  const channel = visibleChannel(world, args.text('channel'))
  const message = messageAt(channel, args.text('message_ts'))
  const address = `https://${world.workspace.team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}`
  const inThread = message.thread_ts !== undefined && message.thread_ts !== message.ts
  const permalinkUrl = inThread ? `${address}?thread_ts=${message.thread_ts}&cid=${channel.id}` : address
  return { channel: channel.id, permalink: permalinkUrl }
}

function ownMessage(world: World, message: Message, error: string): Message {
  if (message.user !== world.workspace.app.botUserId) throw new Refusal(error)
  const channel = world.workspace.channels.get(message.channel)
  if (channel && !isMember(world, channel) && channel.kind !== 'public')
    throw new Refusal('channel_not_found')
  return message
}
