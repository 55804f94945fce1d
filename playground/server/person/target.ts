import { readInitialState } from '../blocks/values.ts'
import type { Json } from '../json.ts'
import { messagePayload } from '../messages.ts'
import type { ResponseTarget } from '../response-urls.ts'
import type { Ephemeral, Message, MessageRef, View, ViewState } from '../types.ts'
import { viewPayload } from '../views.ts'
import type { World } from '../world.ts'
import { channelNamed } from './payloads.ts'

/** Where something is pressed: a message (any reference to it), an ephemeral, or a view. */
export type Target = MessageRef | View

/** What the payload says about the place, and what the person has picked there so far. */
export type Place = {
  key: object
  blocks: Json[]
  state: ViewState
  payload(): Json
  /** Where an answer, or Slack's own word of failure, goes; none for a view. */
  target: ResponseTarget | undefined
}

/** What a person picked in a message stays with the message, for this person. */
const picked = new WeakMap<object, Map<string, ViewState>>()

export function findPlace(world: World, userId: string, where: Target): Place {
  if ('hash' in where) return viewPlace(world, where)
  const ephemeral = world.workspace.ephemerals(userId).find((entry) => entry.ts === where.ts)
  if (ephemeral) return messagePlace(world, userId, ephemeral, true)
  const message = world.workspace.channels.get(where.channel)?.timeline.get(where.ts)
  if (message === undefined) throw new Error(`${userId} sees no message ${where.ts} in ${where.channel}`)
  return messagePlace(world, userId, message, false)
}

function viewPlace(world: World, view: View): Place {
  const { team, app } = world.workspace
  return {
    key: view,
    blocks: view.blocks,
    state: view.state,
    target: undefined,
    payload: () => ({
      container: { type: 'view', view_id: view.id },
      view: viewPayload(view, team, app),
    }),
  }
}

function messagePlace(world: World, userId: string, message: Message | Ephemeral, ephemeral: boolean): Place {
  const blocks = message.blocks ?? []
  const thread = message.thread_ts === message.ts ? undefined : message.thread_ts
  const { channel, ts } = message
  const target: ResponseTarget = { user: userId, channel, thread, source: { channel, ts, ephemeral } }
  const state = stateFor(message, userId, blocks)
  return {
    key: message,
    blocks,
    state,
    target,
    payload: () => ({
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: channel,
        is_ephemeral: ephemeral,
        ...(thread !== undefined && { thread_ts: thread }),
      },
      channel: channelNamed(world, channel),
      ...(!ephemeral && 'reactions' in message && { message: messagePayload(world, message, true) }),
      state: {
        values: Object.fromEntries([...state].map(([id, actions]) => [id, Object.fromEntries(actions)])),
      },
      response_url: world.responseUrls.issue(target),
    }),
  }
}

function stateFor(message: object, userId: string, blocks: Json[]): ViewState {
  const states = picked.get(message) ?? new Map<string, ViewState>()
  picked.set(message, states)
  const known = states.get(userId)
  const state = readInitialState(blocks)
  for (const [block, actions] of known ?? [])
    if (state.has(block)) for (const [action, value] of actions) state.get(block)?.set(action, value)
  states.set(userId, state)
  return state
}
