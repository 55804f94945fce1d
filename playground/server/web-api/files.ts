import { filePayload, keepFile } from '../files.ts'
import { asObjects, asText } from '../json.ts'
import { postMessage } from '../messages.ts'
import { Refusal } from '../refusal.ts'
import type { SlackFile } from '../types.ts'
import type { World } from '../world.ts'
import type { Args } from './args.ts'
import { readBlocks } from './content.ts'
import { type Answer, type Methods, method } from './method.ts'
import { isMember, threadIn, visibleChannel } from './places.ts'

const MAX_ALT_TEXT = 1000

/** An upload that was announced, and then maybe sent, but not yet completed. */
export type Upload = { filename: string; length: number; altText: string | undefined; data?: Buffer }

const uploads = new WeakMap<World, Map<string, Upload>>()

export const files: Methods = {
  'files.getUploadURLExternal': method('tier 4', ['files:write'], ['length', 'filename'], announce),
  'files.completeUploadExternal': method('tier 4', ['files:write'], ['files'], complete),
  'files.delete': method('tier 3', ['files:write'], ['file'], remove),
  'files.info': method('tier 4', ['files:read'], ['file'], info),
}

export function uploadsOf(world: World): Map<string, Upload> {
  const known = uploads.get(world) ?? new Map<string, Upload>()
  uploads.set(world, known)
  return known
}

function announce(world: World, args: Args): Answer {
  const length = args.number('length', 0)
  if (length <= 0) throw new Refusal('invalid_arguments')
  const altText = args.text('alt_text') ?? args.text('alt_txt')
  if (altText !== undefined && altText.length > MAX_ALT_TEXT) throw new Refusal('alt_txt_too_large')
  const id = world.ids.next('F')
  uploadsOf(world).set(id, { filename: args.text('filename') ?? '', length, altText })
  return { upload_url: `${world.baseUrl}/upload/v1/${id}`, file_id: id }
}

function complete(world: World, args: Args): Answer {
  const wanted = asObjects(args.json('files', 'invalid_arguments'))
  const channelId = args.text('channel_id') ?? args.text('channels')
  const channel = channelId ? visibleChannel(world, channelId) : undefined
  if (channel && !isMember(world, channel)) throw new Refusal('not_in_channel')
  if (channel?.archived) throw new Refusal('is_archived')
  const thread = channel ? threadIn(channel, args) : undefined
  const blocks = readBlocks(world, args.json('blocks', 'invalid_blocks_format'))
  const kept = wanted.map((entry) => finish(world, asText(entry.id) ?? '', asText(entry.title)))
  if (channel) {
    for (const file of kept) file.channels.add(channel.id)
    postMessage(world, channel, {
      user: world.workspace.app.botUserId,
      bot_id: world.workspace.app.botId,
      app_id: world.workspace.app.id,
      text: args.text('initial_comment') ?? '',
      files: kept.map((file) => file.id),
      ...(blocks && { blocks }),
      ...(thread !== undefined && { thread_ts: thread }),
    })
  }
  return { files: kept.map((file) => filePayload(world, file.id)) }
}

function finish(world: World, id: string, title: string | undefined): SlackFile {
  const upload = uploadsOf(world).get(id)
  if (upload?.data === undefined) throw new Refusal('file_not_found')
  uploadsOf(world).delete(id)
  const input = {
    name: upload.filename,
    data: upload.data,
    ...(title !== undefined && { title }),
    ...(upload.altText !== undefined && { altText: upload.altText }),
  }
  return keepFile(world, world.workspace.app.botUserId, input, false, id)
}

function info(world: World, args: Args): Answer {
  const id = args.text('file') ?? ''
  if (!world.workspace.files.has(id)) throw new Refusal('file_not_found')
  return { file: filePayload(world, id), comments: [], response_metadata: { next_cursor: '' } }
}

/** The app may delete what it uploaded itself; the message that shared it stays, with a tombstone in it. */
function remove(world: World, args: Args): Answer {
  const file = world.workspace.files.get(args.text('file') ?? '')
  if (file === undefined) throw new Refusal('file_not_found')
  if (file.user !== world.workspace.app.botUserId) throw new Refusal('cant_delete_file')
  world.workspace.files.delete(file.id)
  return {}
}
