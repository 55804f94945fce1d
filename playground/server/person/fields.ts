import { encodeValue, type Simple, setValue } from '../blocks/values.ts'
import { elementsOf, type Found } from '../blocks/walk.ts'
import { filePayload } from '../files.ts'
import { asList, asText } from '../json.ts'
import type { View } from '../types.ts'
import type { World } from '../world.ts'
import { offeredBefore } from './suggestions.ts'

/** action_id, block_id or both (`block_id/action_id`) → what the person types or picks. */
export type Values = Record<string, Simple>

/** Types values into a form, element by element. */
export function fillView(world: World, view: View, values: Values): void {
  for (const [name, value] of Object.entries(values)) {
    const found = field(view, name)
    checkPick(world, found, value)
    const suggested = offeredBefore(view, found.actionId)
    setValue(
      view.state,
      found,
      encodeValue(found, value, suggested, (id) => filePayload(world, id)),
    )
  }
}

function field(view: View, name: string): Found {
  const all = elementsOf(view.blocks)
  const found =
    all.find((entry) => `${entry.blockId}/${entry.actionId}` === name) ??
    all.find((entry) => entry.actionId === name) ??
    all.find((entry) => entry.blockId === name)
  if (found === undefined)
    throw new Error(
      `the form "${view.title}" has no field ${name}, but: ${all.map((entry) => entry.actionId).join(', ')}`,
    )
  return found
}

/** A picker shows who and what exists; a filter leaves some out. */
function checkPick(world: World, found: Found, value: Simple): void {
  if (value === null) return
  const { users, channels } = world.workspace
  for (const id of [value].flat().map(String)) {
    if (/users_select$/.test(found.type)) {
      const user = users.get(id)
      if (user === undefined) throw new Error(`nobody has the id ${id}`)
    }
    if (/channels_select$/.test(found.type) && channels.get(id)?.kind !== 'public')
      throw new Error(`a channels select shows public channels only, not ${id}`)
    if (/conversations_select$/.test(found.type)) checkConversation(world, found, id)
  }
}

function checkConversation(world: World, found: Found, id: string): void {
  const { users, channels } = world.workspace
  const channel = channels.get(id)
  if (channel === undefined && !users.has(id)) throw new Error(`there is no conversation ${id}`)
  const filter = found.element.filter
  if (typeof filter !== 'object' || filter === null) return
  const include = asList('include' in filter ? filter.include : undefined).map(asText)
  const kind = channel?.kind ?? 'im'
  if (include.length > 0 && !include.includes(kind))
    throw new Error(`${found.actionId} shows ${include.join(', ')} only, and ${id} is ${kind}`)
  if (
    'exclude_external_shared_channels' in filter &&
    filter.exclude_external_shared_channels &&
    channel?.shared
  )
    throw new Error(`${found.actionId} hides shared channels, and ${id} is one`)
}
