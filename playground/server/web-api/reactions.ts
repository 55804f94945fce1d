import { messagePayload } from '../messages.ts'
import { addReaction, removeReaction } from '../reactions.ts'
import { Refusal } from '../refusal.ts'
import type { Message } from '../types.ts'
import type { Channel } from '../workspace.ts'
import type { World } from '../world.ts'
import type { Args } from './args.ts'
import { type Answer, type Methods, method } from './method.ts'
import { isMember, messageAt, visibleChannel } from './places.ts'

export const reactions: Methods = {
  'reactions.add': method('tier 3', ['reactions:write'], ['channel', 'timestamp', 'name'], add),
  'reactions.remove': method('tier 2', ['reactions:write'], ['name'], remove),
  'reactions.get': method('tier 3', ['reactions:read'], [], get),
}

function add(world: World, args: Args): Answer {
  const { channel, message } = target(world, args)
  if (!isMember(world, channel)) throw new Refusal('not_in_channel')
  if (channel.archived) throw new Refusal('is_archived')
  void addReaction(world, channel, message, world.workspace.app.botUserId, args.text('name') ?? '')
  return {}
}

function remove(world: World, args: Args): Answer {
  const { channel, message } = target(world, args)
  void removeReaction(world, channel, message, world.workspace.app.botUserId, args.text('name') ?? '')
  return {}
}

function get(world: World, args: Args): Answer {
  const { channel, message } = target(world, args)
  return { type: 'message', channel: channel.id, message: messagePayload(world, message, false) }
}

function target(world: World, args: Args): { channel: Channel; message: Message } {
  if (!args.has('channel') || !args.has('timestamp')) throw new Refusal('no_item_specified')
  const channel = visibleChannel(world, args.text('channel'))
  return { channel, message: messageAt(channel, args.text('timestamp')) }
}
