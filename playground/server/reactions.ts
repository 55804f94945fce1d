import type { Ack } from './delivery/delivery.ts'
import { Refusal } from './refusal.ts'
import type { Message } from './types.ts'
import type { Channel } from './workspace.ts'
import type { World } from './world.ts'

const NAME = /^[\p{L}\p{N}_+'-]+(::skin-tone-[2-6])?$/u

/** Adds somebody's emoji to a message, under the name as typed; the app is told when it is in the channel. */
export function addReaction(
  world: World,
  channel: Channel,
  message: Message,
  user: string,
  name: string,
  withItemUser = true,
): Promise<Ack | undefined> {
  if (!NAME.test(name)) throw new Refusal('invalid_name')
  const users = message.reactions.get(name) ?? new Set<string>()
  if (users.has(user)) throw new Refusal('already_reacted')
  users.add(user)
  message.reactions.set(name, users)
  return tell(world, channel, message, user, name, true, withItemUser)
}

/** Takes somebody's emoji away. */
export function removeReaction(
  world: World,
  channel: Channel,
  message: Message,
  user: string,
  name: string,
  withItemUser = true,
): Promise<Ack | undefined> {
  const users = message.reactions.get(name)
  if (!users?.delete(user)) throw new Refusal('no_reaction')
  if (users.size === 0) message.reactions.delete(name)
  return tell(world, channel, message, user, name, false, withItemUser)
}

async function tell(
  world: World,
  channel: Channel,
  message: Message,
  user: string,
  name: string,
  added: boolean,
  withItemUser: boolean,
): Promise<Ack | undefined> {
  world.changes.emit({ kind: 'reaction', channel: channel.id, ts: message.ts, name, user, added })
  if (!channel.members.has(world.workspace.app.botUserId)) return undefined
  return world.events.emit(
    {
      type: added ? 'reaction_added' : 'reaction_removed',
      user,
      reaction: name,
      item: { type: 'message', channel: channel.id, ts: message.ts },
      ...(withItemUser && { item_user: message.user }),
    },
    { channel },
  )
}
