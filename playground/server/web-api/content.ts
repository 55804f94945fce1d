import { blockTextLength, MAX_BLOCK_TEXT, messageProblems } from '../blocks/message.ts'
import { mayShowFile } from '../files.ts'
import { asObjects, codePoints, isObject, type Json } from '../json.ts'
import { Refusal, refusalWith } from '../refusal.ts'
import type { Message } from '../types.ts'
import type { World } from '../world.ts'
import type { Args } from './args.ts'

const MAX_METADATA = 8000
const MAX_ATTACHMENTS = 100

/** What a call says in a message; a key is missing when the call does not mention it. */
export type Content = {
  text?: string
  blocks?: Json[]
  attachments?: Json[]
  metadata?: NonNullable<Message['metadata']> | 'removed'
}

export function readContent(world: World, args: Args): Content {
  if (args.has('markdown_text'))
    throw refusalWith('invalid_arguments', ['[ERROR] markdown_text is not pretended'])
  const text = args.text('text')
  const blocks = readBlocks(world, args.json('blocks', 'invalid_blocks_format'))
  const attachments = args.json('attachments', 'invalid_attachments')
  if (Array.isArray(attachments) && attachments.length > MAX_ATTACHMENTS)
    throw new Refusal('too_many_attachments')
  const metadata = readMetadata(args)
  return {
    ...(text !== undefined && { text }),
    ...(blocks && { blocks }),
    ...(attachments !== undefined && { attachments: asObjects(attachments) }),
    ...(metadata && { metadata }),
  }
}

export function readBlocks(world: World, value: unknown): Json[] | undefined {
  if (value === undefined) return undefined
  if (!Array.isArray(value)) throw new Refusal('invalid_blocks_format')
  const problems = messageProblems(value, mayShowFile(world))
  if (problems.length > 0) throw refusalWith('invalid_blocks', problems)
  if (blockTextLength(value) > MAX_BLOCK_TEXT) throw new Refusal('msg_blocks_too_long')
  return asObjects(value)
}

export const isEmpty = ({ text, blocks, attachments }: Content): boolean =>
  (text === undefined || text.trim() === '') && !blocks?.length && !attachments?.length

export function checkLength(text: string | undefined, max: number): void {
  if (text !== undefined && codePoints(text) > max) throw new Refusal('msg_too_long')
}

function readMetadata(args: Args): Content['metadata'] {
  const metadata = args.json('metadata', 'invalid_metadata_format')
  if (metadata === undefined) return undefined
  if (!isObject(metadata)) throw new Refusal('invalid_metadata_format')
  if (Object.keys(metadata).length === 0) return 'removed'
  const { event_type: type, event_payload: payload } = metadata
  if (typeof type !== 'string' || type === '' || !isObject(payload))
    throw new Refusal('invalid_metadata_schema')
  if (JSON.stringify(metadata).length > MAX_METADATA) throw new Refusal('metadata_too_large')
  return { event_type: type, event_payload: payload }
}
