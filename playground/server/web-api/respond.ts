import { withIds } from '../blocks/walk.ts'
import { type Json, present } from '../json.ts'
import { changeMessage, deleteMessage, postMessage } from '../messages.ts'
import { Refusal } from '../refusal.ts'
import type { ResponseTarget } from '../response-urls.ts'
import type { Ephemeral } from '../types.ts'
import type { Channel } from '../workspace.ts'
import type { World } from '../world.ts'
import { createArgs } from './args.ts'
import type { Reply } from './call.ts'
import { type Content, isEmpty, readContent } from './content.ts'

/** An answer through a response_url: a private line, a public one, or the message itself replaced or deleted. */
export function respond(world: World, id: string, raw: Json): Reply {
  try {
    const target = world.responseUrls.check(id)
    const args = createArgs(raw)
    const content = readContent(world, args)
    if (args.flag('delete_original')) deleteOriginal(world, target)
    else if (isEmpty(content)) throw new Refusal('no_text')
    else if (args.flag('replace_original') && target.source) replaceOriginal(world, target, content)
    else say(world, target, content, raw.response_type === 'in_channel', args.text('thread_ts'))
    world.responseUrls.use(id)
    return { status: 200, headers: {}, body: { ok: true } }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const spent = ['used_url', 'expired_url', 'invalid_url'].includes(error.code)
    return { status: spent ? 404 : 400, headers: {}, body: { ok: false, error: error.code, ...error.extra } }
  }
}

/** What an app says privately to a person, in an acknowledgement or through a response_url. */
export function sayTo(
  world: World,
  target: ResponseTarget,
  content: Content,
  from: Ephemeral['from'] = 'app',
): void {
  world.workspace.addEphemeral({
    ephemeral: true,
    channel: target.channel,
    ts: world.ids.ts(),
    user: target.user,
    text: content.text ?? '',
    from,
    ...(content.blocks && { blocks: content.blocks.map((block) => withIds(block, world.ids)) }),
    ...(target.thread !== undefined && { thread_ts: target.thread }),
  })
}

export function say(
  world: World,
  target: ResponseTarget,
  content: Content,
  inChannel: boolean,
  thread: string | undefined,
): void {
  const channel = world.workspace.channels.get(target.channel)
  if (inChannel && channel) sayAloud(world, channel, content, thread)
  else sayTo(world, { ...target, thread: thread ?? target.thread }, content)
}

function sayAloud(world: World, channel: Channel, content: Content, thread: string | undefined): void {
  const { metadata, text = '', ...rest } = content
  postMessage(world, channel, {
    ...rest,
    text,
    user: world.workspace.app.botUserId,
    bot_id: world.workspace.app.botId,
    app_id: world.workspace.app.id,
    ...(metadata && metadata !== 'removed' && { metadata }),
    ...(thread !== undefined && { thread_ts: thread }),
  })
}

function replaceOriginal(world: World, target: ResponseTarget, content: Content): void {
  if (target.source?.ephemeral) replaceEphemeral(world, target, content)
  else {
    const { channel, message } = original(world, target)
    const { metadata, ...rest } = content
    if (rest.blocks === undefined) delete message.blocks
    changeMessage(world, channel, message, {
      ...rest,
      ...(metadata && metadata !== 'removed' && { metadata }),
    })
  }
}

function replaceEphemeral(world: World, target: ResponseTarget, content: Content): void {
  const old = world.workspace.ephemerals(target.user).find((entry) => entry.ts === target.source?.ts)
  if (old === undefined) sayTo(world, target, content)
  else {
    old.text = content.text ?? ''
    delete old.blocks
    if (content.blocks) old.blocks = content.blocks.map((block) => withIds(block, world.ids))
    world.changes.emit({ kind: 'ephemeral', user: target.user, channel: old.channel, ts: old.ts })
  }
}

function deleteOriginal(world: World, target: ResponseTarget): void {
  if (target.source?.ephemeral) world.workspace.removeEphemeral(target.user, target.source.ts)
  else if (target.source) {
    const { channel, message } = original(world, target)
    deleteMessage(world, channel, message)
  }
}

function original(world: World, target: ResponseTarget) {
  const channel = world.workspace.channels.get(target.source?.channel ?? '')
  const message = channel?.timeline.get(target.source?.ts ?? '')
  if (channel === undefined || message === undefined) throw new Refusal('message_not_found')
  return { channel, message }
}

export const contentOf = (world: World, raw: Json): Content => readContent(world, createArgs(present(raw)))
