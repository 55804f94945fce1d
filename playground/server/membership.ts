import type { Ack } from './delivery/delivery.ts'
import type { Json } from './json.ts'
import type { Channel } from './workspace.ts'
import type { World } from './world.ts'

/** Somebody, or the app, joins a channel; those inside are told. */
export async function joinChannel(
  world: World,
  channel: Channel,
  user: string,
  inviter?: string,
): Promise<Ack | undefined> {
  if (channel.members.has(user)) return undefined
  channel.members.add(user)
  world.changes.emit({ kind: 'channel', channel: channel.id })
  return tell(world, channel, 'member_joined_channel', user, inviter ? { inviter } : {})
}

/** Somebody, or the app, leaves or is removed. */
export async function leaveChannel(world: World, channel: Channel, user: string): Promise<Ack | undefined> {
  if (!channel.members.delete(user)) return undefined
  world.changes.emit({ kind: 'channel', channel: channel.id })
  if (user !== world.workspace.app.botUserId) return tell(world, channel, 'member_left_channel', user, {})
  const type = channel.kind === 'private' ? 'group_left' : 'channel_left'
  return emitAbout(world, channel, { type, channel: channel.id, actor_id: user })
}

/** An event about a channel itself, under the scope for its kind. */
export function emitAbout(world: World, channel: Channel, event: Json): Promise<Ack | undefined> {
  const scope = channel.kind === 'private' ? 'groups:read' : 'channels:read'
  return world.events.emit(event, { channel, scope })
}

async function tell(
  world: World,
  channel: Channel,
  type: string,
  user: string,
  more: Json,
): Promise<Ack | undefined> {
  if (!channel.members.has(world.workspace.app.botUserId)) return undefined
  return emitAbout(world, channel, {
    type,
    user,
    channel: channel.id,
    channel_type: channel.kind === 'private' ? 'G' : 'C',
    team: world.workspace.team.id,
    ...more,
  })
}
