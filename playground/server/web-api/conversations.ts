import { type Json, present } from '../json.ts'
import { joinChannel } from '../membership.ts'
import { messagePayload } from '../messages.ts'
import { Refusal } from '../refusal.ts'
import type { Message } from '../types.ts'
import type { Channel } from '../workspace.ts'
import type { World } from '../world.ts'
import type { Args } from './args.ts'
import { type Answer, type Methods, method, needScope, paged } from './method.ts'
import { isMember, scopeFor, visibleChannel } from './places.ts'

const READ = ['channels:read', 'groups:read', 'im:read', 'mpim:read']
const HISTORY = ['channels:history', 'groups:history', 'im:history', 'mpim:history']

export const conversations: Methods = {
  'conversations.info': method('tier 3', READ, ['channel'], info),
  'conversations.list': method('tier 2', READ, [], list),
  'conversations.members': method('tier 4', READ, ['channel'], members),
  'conversations.history': method('tier 3', HISTORY, ['channel'], history),
  'conversations.replies': method('tier 3', HISTORY, ['channel', 'ts'], replies),
  'conversations.join': method('tier 3', ['channels:join'], ['channel'], join),
  'conversations.open': method('tier 3', ['im:write', 'mpim:write'], [], open),
  'users.conversations': method('tier 3', READ, [], ofUser),
}

function info(world: World, args: Args): Answer {
  const channel = visibleChannel(world, args.text('channel'))
  needScope(world, scopeFor(channel, 'read'))
  const members = args.flag('include_num_members') ? { num_members: channel.members.size } : {}
  return { channel: { ...channelPayload(world, channel), ...members } }
}

function list(world: World, args: Args): Answer {
  const channels = ofTypes(world, args, [...world.workspace.channels.values()])
  const { page, next } = paged(channels, args, 1000, 100)
  const rows = page.map((channel) => ({
    ...channelPayload(world, channel),
    num_members: channel.members.size,
  }))
  return { channels: rows, response_metadata: { next_cursor: next } }
}

function ofUser(world: World, args: Args): Answer {
  const user = args.text('user') ?? world.workspace.app.botUserId
  const all = [...world.workspace.channels.values()].filter((channel) => channel.members.has(user))
  const { page, next } = paged(ofTypes(world, args, all), args, 999, 100)
  return {
    channels: page.map((channel) => channelPayload(world, channel)),
    response_metadata: { next_cursor: next },
  }
}

const TYPES = { public_channel: 'public', private_channel: 'private', im: 'im', mpim: 'mpim' } as const

function ofTypes(world: World, args: Args, channels: Channel[]): Channel[] {
  const types = (args.text('types') ?? 'public_channel').split(',').map((type) => type.trim())
  const kinds = types.map((type) => TYPES[type as keyof typeof TYPES] ?? refuse('invalid_types'))
  for (const kind of kinds) needScope(world, scopeFor({ kind } as Channel, 'read'))
  const archived = !args.flag('exclude_archived')
  return channels.filter(
    (channel) =>
      kinds.includes(channel.kind) &&
      (archived || !channel.archived) &&
      (channel.kind === 'public' || isMember(world, channel)),
  )
}

function members(world: World, args: Args): Answer {
  const channel = visibleChannel(world, args.text('channel'))
  needScope(world, scopeFor(channel, 'read'))
  const { page, next } = paged([...channel.members], args, 1000, 100)
  return { members: page, response_metadata: { next_cursor: next } }
}

function history(world: World, args: Args): Answer {
  const channel = readable(world, args)
  const found = within(channel.timeline.top(), args).reverse()
  return messagePage(world, found, args, 100)
}

function replies(world: World, args: Args): Answer {
  const channel = readable(world, args)
  const asked = channel.timeline.get(args.text('ts') ?? '')
  const parent = channel.timeline.get(asked?.thread_ts ?? asked?.ts ?? '')
  if (parent === undefined) throw new Refusal('thread_not_found')
  const found = within(channel.timeline.replies(parent.ts), args)
  return messagePage(world, [parent, ...found], args, 1000)
}

function readable(world: World, args: Args): Channel {
  const channel = visibleChannel(world, args.text('channel'))
  needScope(world, scopeFor(channel, 'history'))
  if (!isMember(world, channel)) throw new Refusal('not_in_channel')
  return channel
}

/** Timestamps have the same number of digits, so they compare as text. */
function within(messages: Message[], args: Args): Message[] {
  const oldest = args.text('oldest') ?? '0'
  const latest = args.text('latest') ?? '9'
  const inclusive = args.flag('inclusive')
  const after = oldest === '0' || oldest === '' ? '' : padded(oldest)
  const before = latest === '9' || latest === '' ? '9' : padded(latest)
  return messages.filter(({ ts }) => (inclusive ? ts >= after && ts <= before : ts > after && ts < before))
}

const padded = (ts: string): string => {
  const [seconds = '0', micros = ''] = ts.split('.')
  return `${seconds.padStart(10, '0')}.${micros.padEnd(6, '0')}`
}

function messagePage(world: World, found: Message[], args: Args, otherwise: number): Answer {
  const { page, next } = paged(found, args, 999, otherwise)
  const withMetadata = args.flag('include_all_metadata')
  return {
    messages: page.map((message) => messagePayload(world, message, withMetadata)),
    has_more: next !== '',
    pin_count: 0,
    ...(next !== '' && { response_metadata: { next_cursor: next } }),
  }
}

function join(world: World, args: Args): Answer {
  const channel = visibleChannel(world, args.text('channel'))
  if (channel.kind !== 'public') throw new Refusal('method_not_supported_for_channel_type')
  if (channel.archived) throw new Refusal('is_archived')
  const already = isMember(world, channel)
  if (!already) void joinChannel(world, channel, world.workspace.app.botUserId)
  return {
    channel: channelPayload(world, channel),
    ...(already && {
      warning: 'already_in_channel',
      response_metadata: { warnings: ['already_in_channel'] },
    }),
  }
}

function open(world: World, args: Args): Answer {
  const { workspace } = world
  const asked = args.text('channel')
  if (asked) return { channel: { id: visibleChannel(world, asked).id } }
  const users = (args.text('users') ?? '').split(',').filter(Boolean)
  if (users.length === 0) throw new Refusal('users_list_not_supplied')
  for (const id of users) {
    const user = workspace.users.get(id)
    if (user === undefined) throw new Refusal('user_not_found')
    if (user.deleted) throw new Refusal('user_disabled')
    if (user.isBot) throw new Refusal('cannot_dm_bot')
  }
  const [only = ''] = users
  needScope(world, users.length > 1 ? 'mpim:write' : 'im:write')
  const already = users.length === 1 && workspace.findDirectMessages(only) !== undefined
  const channel = users.length > 1 ? workspace.groupMessages(users) : workspace.directMessages(only)
  return { ...(already && { no_op: true, already_open: true }), channel: channelPayload(world, channel) }
}

function channelPayload(world: World, channel: Channel): Json {
  const { team, app } = world.workspace
  const member = isMember(world, channel)
  if (channel.kind === 'im')
    return {
      id: channel.id,
      created: channel.created,
      is_archived: false,
      is_im: true,
      is_org_shared: false,
      context_team_id: team.id,
      user: [...channel.members].find((id) => id !== app.botUserId) ?? '',
      is_open: true,
    }
  return present({
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    created: channel.created,
    is_archived: channel.archived,
    is_general: channel.name === 'general',
    unlinked: 0,
    is_shared: channel.shared,
    is_ext_shared: channel.shared,
    is_org_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    context_team_id: team.id,
    shared_team_ids: [team.id],
    connected_team_ids: channel.shared ? ['TFOREIGN'] : undefined,
    is_member: member,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    is_read_only: channel.restricted || undefined,
  })
}

function refuse(code: string): never {
  throw new Refusal(code)
}
