import type { Changes } from './changes.ts'
import type { Ids } from './ids.ts'
import { createTimeline, type Timeline } from './timeline.ts'
import type { ChannelKind, Ephemeral, NewChannel, NewUser, SlackFile, User, UserGroup } from './types.ts'

export type Team = { id: string; name: string; domain: string; plan: 'free' | 'paid' }
export type AppIdentity = { id: string; name: string; botId: string; botUserId: string }

export type Channel = {
  id: string
  name: string
  kind: ChannelKind
  archived: boolean
  shared: boolean
  restricted: boolean
  created: number
  members: Set<string>
  timeline: Timeline
}

/** Everything that is true in the workspace; the rules about it live with the methods and the people. */
export type Workspace = {
  team: Team
  app: AppIdentity
  users: Map<string, User>
  channels: Map<string, Channel>
  groups: Map<string, UserGroup>
  files: Map<string, SlackFile>
  emoji: Map<string, string>
  addUser(input: NewUser): User
  addChannel(input: NewChannel): Channel
  /** The direct message channel between the app and a person, made when it is first needed. */
  directMessages(user: string): Channel
  findDirectMessages(user: string): Channel | undefined
  groupMessages(users: string[]): Channel
  ephemerals(user: string): Ephemeral[]
  addEphemeral(ephemeral: Ephemeral): void
  removeEphemeral(user: string, ts: string): void
}

export function createWorkspace(
  team: Team,
  app: AppIdentity,
  ids: Ids,
  clock: () => number,
  changes: Changes,
): Workspace {
  const users = new Map<string, User>()
  const channels = new Map<string, Channel>()
  const directs = new Map<string, Channel>()
  const ephemerals = new Map<string, Ephemeral[]>()

  const keepChannel = (channel: Channel): Channel => {
    channels.set(channel.id, channel)
    changes.emit({ kind: 'channel', channel: channel.id })
    return channel
  }
  const newChannel = (id: string, name: string, kind: ChannelKind, members: Iterable<string>): Channel => ({
    id,
    name,
    kind,
    archived: false,
    shared: false,
    restricted: false,
    created: Math.floor(clock() / 1000),
    members: new Set(members),
    timeline: createTimeline(),
  })

  return {
    team,
    app,
    users,
    channels,
    groups: new Map(),
    files: new Map(),
    emoji: new Map(),
    addUser(input) {
      const user = newUser(input, team.id, Math.floor(clock() / 1000))
      users.set(user.id, user)
      changes.emit({ kind: 'person', user: user.id })
      return user
    },
    addChannel(input) {
      const kind = input.private ? 'private' : 'public'
      const channel = newChannel(input.id, input.name, kind, input.members ?? [])
      channel.archived = input.archived ?? false
      channel.shared = input.shared ?? false
      channel.restricted = input.restricted ?? false
      return keepChannel(channel)
    },
    directMessages(user) {
      const found = directs.get(user)
      if (found) return found
      const made = newChannel(ids.next('D'), '', 'im', [user, app.botUserId])
      directs.set(user, made)
      return keepChannel(made)
    },
    findDirectMessages: (user) => directs.get(user),
    groupMessages(members) {
      const wanted = new Set([...members, app.botUserId])
      for (const channel of channels.values())
        if (channel.kind === 'mpim' && sameMembers(channel.members, wanted)) return channel
      return keepChannel(newChannel(ids.next('G'), `mpdm-${members.join('--')}-1`, 'mpim', wanted))
    },
    ephemerals: (user) => ephemerals.get(user) ?? [],
    addEphemeral(ephemeral) {
      const list = ephemerals.get(ephemeral.user)
      if (list) list.push(ephemeral)
      else ephemerals.set(ephemeral.user, [ephemeral])
      changes.emit({
        kind: 'ephemeral',
        user: ephemeral.user,
        channel: ephemeral.channel,
        ts: ephemeral.ts,
      })
    },
    removeEphemeral(user, ts) {
      const list = ephemerals.get(user) ?? []
      const at = list.findIndex((entry) => entry.ts === ts)
      const [gone] = at < 0 ? [] : list.splice(at, 1)
      if (gone) changes.emit({ kind: 'ephemeral', user, channel: gone.channel, ts })
    },
  }
}

function newUser(input: NewUser, teamId: string, now: number): User {
  const name = input.name ?? input.id.toLowerCase()
  const realName = input.realName ?? name
  return {
    id: input.id,
    teamId: input.teamId ?? teamId,
    name,
    realName,
    displayName: input.displayName ?? realName,
    email: input.email ?? `${name}@example.com`,
    tz: input.tz ?? 'Europe/London',
    locale: input.locale ?? 'en-GB',
    isAdmin: input.isAdmin ?? input.isOwner ?? false,
    isOwner: input.isOwner ?? false,
    guest: input.isGuest || undefined,
    isBot: input.isBot ?? false,
    botId: input.isBot ? input.id.replace(/^U/, 'B') : undefined,
    deleted: input.deleted ?? false,
    updated: now,
  }
}

const sameMembers = (a: Set<string>, b: Set<string>): boolean =>
  a.size === b.size && [...a].every((member) => b.has(member))
