import type { Ids } from '../ids.ts'
import { asObjects, asText, isObject, type Json } from '../json.ts'

/** An element that a person can act on, with the block it is in. */
export type Found = { block: Json; blockId: string; element: Json; actionId: string; type: string }

/** All interactive elements of some blocks, top-down. */
export const elementsOf = (blocks: Json[]): Found[] =>
  blocks.flatMap((block) =>
    childrenOf(block)
      .filter((element) => asText(element.action_id) !== undefined)
      .map((element) => ({
        block,
        blockId: asText(block.block_id) ?? '',
        element,
        actionId: asText(element.action_id) ?? '',
        type: asText(element.type) ?? '',
      })),
  )

function childrenOf(block: Json): Json[] {
  if (block.type === 'actions') return asObjects(block.elements)
  if (block.type === 'section' && isObject(block.accessory)) return [block.accessory]
  if (block.type === 'input' && isObject(block.element)) return [block.element]
  return []
}

const PASSIVE = new Set(['image', 'plain_text', 'mrkdwn'])

/** Slack gives ids to blocks and elements that have none. */
export function withIds(block: Json, ids: Ids): Json {
  const named: Json = asText(block.block_id) ? { ...block } : { ...block, block_id: ids.next('b') }
  const name = (element: unknown): unknown =>
    isObject(element) && !PASSIVE.has(String(element.type)) && !asText(element.action_id)
      ? { ...element, action_id: ids.next('a') }
      : element
  if (block.type === 'actions') named.elements = asObjects(block.elements).map(name)
  if (block.type === 'section' && block.accessory) named.accessory = name(block.accessory)
  if (block.type === 'input') named.element = name(block.element)
  return named
}
