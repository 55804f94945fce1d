import type { Ack } from './delivery/delivery.ts'
import { isObject } from './json.ts'
import { emitAbout, joinChannel, leaveChannel } from './membership.ts'
import type { NewUser, UserGroup } from './types.ts'
import { groupPayload } from './web-api/usergroups.ts'
import { userRecord } from './web-api/users.ts'
import type { Channel } from './workspace.ts'
import type { World } from './world.ts'

// What an administrator, or the people of the workspace at large, do to it; the app hears of it as from Slack.

type Told = Promise<Ack | undefined>

export function channelOf(world: World, id: string): Channel {
  const channel = world.workspace.channels.get(id)
  if (channel === undefined) throw new Error(`there is no channel ${id}`)
  return channel
}

export async function changePerson(world: World, id: string, change: Partial<Omit<NewUser, 'id'>>): Told {
  const user = world.workspace.users.get(id)
  if (user === undefined) throw new Error(`nobody has the id ${id}`)
  const { isGuest, ...rest } = change
  Object.assign(user, rest, { updated: Math.floor(world.clock() / 1000) })
  if (change.realName !== undefined && change.displayName === undefined) user.displayName = change.realName
  if (isGuest !== undefined) user.guest = isGuest || undefined
  world.changes.emit({ kind: 'person', user: id })
  return world.events.emit({
    type: 'user_change',
    user: userRecord(world, user, true),
    cache_ts: user.updated,
  })
}

export async function joinTeam(world: World, input: NewUser): Told {
  const user = world.workspace.addUser(input)
  return world.events.emit({ type: 'team_join', user: userRecord(world, user, true) })
}

export const invite = (world: World, channel: string, user: string, inviter?: string): Told =>
  joinChannel(world, channelOf(world, channel), user, inviter)

export const kick = (world: World, channel: string, user: string): Told =>
  leaveChannel(world, channelOf(world, channel), user)

export function archive(world: World, id: string, archived: boolean): Told {
  const channel = channelOf(world, id)
  channel.archived = archived
  return tell(world, channel, archived ? 'archive' : 'unarchive', { channel: id, user: 'USLACKBOT' })
}

export function rename(world: World, id: string, name: string): Told {
  const channel = channelOf(world, id)
  channel.name = name
  return tell(world, channel, 'rename', {
    channel: { id, name, name_normalized: name, created: channel.created },
  })
}

/** A channel becomes one with another company, or ceases to be. */
export async function setShared(world: World, id: string, shared: boolean): Told {
  const channel = channelOf(world, id)
  channel.shared = shared
  world.changes.emit({ kind: 'channel', channel: id })
  if (!hears(world, channel)) return undefined
  return emitAbout(world, channel, {
    type: shared ? 'channel_shared' : 'channel_unshared',
    channel: id,
    ...(shared ? { connected_team_id: 'TFOREIGN' } : { previously_connected_team_id: 'TFOREIGN' }),
  })
}

export function addUserGroup(
  world: World,
  input: { id: string; handle: string; name?: string; members: string[] },
): UserGroup {
  const group: UserGroup = { name: input.handle, deleted: false, ...input }
  world.workspace.groups.set(group.id, group)
  world.changes.emit({ kind: 'group', group: group.id })
  return group
}

export function changeUserGroup(world: World, id: string, members: string[]): Told {
  const group = world.workspace.groups.get(id)
  if (group === undefined) throw new Error(`there is no user group ${id}`)
  group.members = members
  world.changes.emit({ kind: 'group', group: id })
  return world.events.emit({ type: 'subteam_updated', subteam: groupPayload(world, group) })
}

export function addEmoji(world: World, name: string, url: string): Told {
  world.workspace.emoji.set(name, url)
  return world.events.emit({ type: 'emoji_changed', subtype: 'add', name, value: url })
}

export async function verifyUrl(world: World): Promise<boolean> {
  const challenge = 'prove-that-you-listen'
  const body = { token: 'pretend-verification-token', type: 'url_verification', challenge }
  const ack = await world.delivery.send({
    kind: 'events_api',
    name: 'url_verification',
    body,
    answerable: true,
  })
  return ack.ok && (ack.body === challenge || (isObject(ack.body) && ack.body.challenge === challenge))
}

export async function uninstall(world: World): Promise<void> {
  world.tokens.dead = 'account_inactive'
  const tokens = { oauth: [], bot: [world.workspace.app.botUserId] }
  await Promise.all([
    world.events.emit({ type: 'app_uninstalled' }),
    world.events.emit({ type: 'tokens_revoked', tokens }),
  ])
}

async function tell(world: World, channel: Channel, what: string, event: object): Told {
  world.changes.emit({ kind: 'channel', channel: channel.id })
  if (!hears(world, channel)) return undefined
  const family = channel.kind === 'private' ? 'group' : 'channel'
  return emitAbout(world, channel, { type: `${family}_${what}`, ...event })
}

/** The app hears about public channels, and about private ones that it is in. */
const hears = (world: World, channel: Channel): boolean =>
  channel.kind === 'public' || channel.members.has(world.workspace.app.botUserId)
