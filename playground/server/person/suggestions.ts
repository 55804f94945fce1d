import { messageProblems } from '../blocks/message.ts'
import { offeredOptions } from '../blocks/objects.ts'
import { elementsOf } from '../blocks/walk.ts'
import { asObject, type Json } from '../json.ts'
import type { World } from '../world.ts'
import { interaction, sendInteraction } from './payloads.ts'
import { findPlace, type Target } from './target.ts'

const offered = new WeakMap<object, Map<string, Json[]>>()

/** Types into an external select; nothing is asked below its min_query_length. Returns what the app offers. */
export async function suggestOptions(
  world: World,
  userId: string,
  where: Target,
  actionId: string,
  text: string,
): Promise<Json[]> {
  const place = findPlace(world, userId, where)
  const found = elementsOf(place.blocks).find((entry) => entry.actionId === actionId)
  if (found === undefined || !found.type.endsWith('external_select'))
    throw new Error(`there is no external select ${actionId}`)
  const least = Number(found.element.min_query_length ?? 3)
  if ([...text].length < least) return []
  const ack = await sendInteraction(world, {
    ...interaction(world, 'block_suggestion', userId),
    ...place.payload(),
    action_id: found.actionId,
    block_id: found.blockId,
    value: text,
  })
  const answer = asObject(ack.body)
  const problems = ack.ok ? answerProblems(answer) : []
  if (problems.length > 0) {
    world.delivery.refuse(ack, problems.join(' '))
    return []
  }
  const options = offeredOptions(answer)
  const known = offered.get(place.key) ?? new Map<string, Json[]>()
  known.set(actionId, [...(known.get(actionId) ?? []), ...options])
  offered.set(place.key, known)
  return options
}

/** What an external select has shown here so far. */
export const offeredBefore = (key: object, actionId: string): Json[] => offered.get(key)?.get(actionId) ?? []

/** The answer must be what a static select could offer; an empty list is fine. */
function answerProblems(answer: Json): string[] {
  const { options, option_groups: groups } = answer
  if (options === undefined && groups === undefined) return ['an answer to a suggestion must have options']
  if (offeredOptions(answer).length === 0) return []
  const element = {
    type: 'static_select',
    action_id: 'a',
    ...(options ? { options } : { option_groups: groups }),
  }
  return messageProblems([{ type: 'actions', elements: [element] }])
}
