import { offeredOptions } from '../blocks/objects.ts'
import { encodeValue, isStateful, type Simple, setValue } from '../blocks/values.ts'
import { elementsOf, type Found } from '../blocks/walk.ts'
import type { Ack } from '../delivery/delivery.ts'
import { filePayload } from '../files.ts'
import { asText, type Json, present } from '../json.ts'
import { sayTo } from '../web-api/respond.ts'
import type { World } from '../world.ts'
import { interaction, sendInteraction, troubleText } from './payloads.ts'
import { offeredBefore } from './suggestions.ts'
import { findPlace, type Target } from './target.ts'

export type { Target } from './target.ts'

export type PressOptions = {
  /** What is picked, in a menu, a date picker, a text input that dispatches. */
  value?: Simple
  /** When the element asks for confirmation; yes unless told. */
  confirm?: 'yes' | 'no'
}

export type Action = string | { actionId: string; blockId?: string; value?: string }

/** Nothing was sent, because the person said no when asked to confirm. */
const DENIED: Ack = { ok: true, status: 0, body: undefined, ms: 0 }

/** Presses a button or picks from a menu, in a message or a view. */
export async function pressElement(
  world: World,
  userId: string,
  where: Target,
  action: Action,
  options: PressOptions,
): Promise<Ack> {
  const place = findPlace(world, userId, where)
  const found = findElement(place.blocks, action)
  if (found.element.confirm !== undefined && options.confirm === 'no') return DENIED
  const picked = pick(world, found, options.value, offeredBefore(place.key, found.actionId))
  if (isStateful(found.type)) setValue(place.state, found, picked)
  const ack = await sendInteraction(
    world,
    {
      ...interaction(world, 'block_actions', userId),
      trigger_id: world.triggers.issue(userId),
      ...place.payload(),
      actions: [actionPayload(world, found, place.state.get(found.blockId)?.get(found.actionId), picked)],
    },
    false,
  )
  if (!ack.ok && place.target) sayTo(world, place.target, { text: troubleText(ack, 'That action') }, 'slack')
  return ack
}

function findElement(blocks: Json[], action: Action): Found {
  const wanted: Exclude<Action, string> = typeof action === 'string' ? { actionId: action } : action
  const all = elementsOf(blocks)
  const found = all.find(
    ({ actionId, blockId, element }) =>
      actionId === wanted.actionId &&
      (wanted.blockId === undefined || blockId === wanted.blockId) &&
      (wanted.value === undefined || element.value === wanted.value),
  )
  if (found === undefined)
    throw new Error(
      `there is nothing to press named ${JSON.stringify(action)}, but: ${all.map((entry) => entry.actionId).join(', ')}`,
    )
  return found
}

function pick(world: World, found: Found, value: Simple | undefined, suggested: Json[]): unknown {
  if (found.type === 'button') return undefined
  if (value === undefined) throw new Error(`say what is picked in ${found.actionId} (${found.type})`)
  if (found.type !== 'overflow') return encodeValue(found, value, suggested, (id) => filePayload(world, id))
  const option = offeredOptions(found.element).find((entry) => asText(entry.value) === value)
  if (option === undefined) throw new Error(`${found.actionId} does not offer ${String(value)}`)
  return option
}

const SHOWN = ['text', 'style', 'value', 'url', 'placeholder', 'confirm', 'initial_option', 'initial_date']

function actionPayload(world: World, found: Found, state: Json | undefined, picked: unknown): Json {
  const shown = Object.fromEntries(SHOWN.map((name) => [name, found.element[name]]))
  return present({
    ...shown,
    ...(found.type === 'overflow' ? { selected_option: picked } : state),
    type: found.type,
    action_id: found.actionId,
    block_id: found.blockId,
    action_ts: world.ids.ts(),
  })
}
