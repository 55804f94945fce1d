import { type Json, present } from '../json.ts'
import { Refusal } from '../refusal.ts'
import type { User } from '../types.ts'
import type { World } from '../world.ts'
import type { Args } from './args.ts'
import { type Answer, type Methods, method, paged } from './method.ts'

const LIMIT_REQUIRED_ABOVE = 1000

export const users: Methods = {
  'users.info': method('tier 4', ['users:read'], ['user'], info),
  'users.list': method('tier 2', ['users:read'], [], list),
  'users.lookupByEmail': method('tier 3', ['users:read.email'], ['email'], lookup),
}

function info(world: World, args: Args): Answer {
  const user = world.workspace.users.get(args.text('user') ?? '')
  if (user === undefined) throw new Refusal('user_not_found')
  return { user: userRecord(world, user, args.flag('include_locale')) }
}

function list(world: World, args: Args): Answer {
  const { team } = world.workspace
  const all = [...world.workspace.users.values()].filter((user) => user.teamId === team.id)
  if (!args.has('limit') && all.length > LIMIT_REQUIRED_ABOVE) throw new Refusal('limit_required')
  const { page, next } = paged(all, args, 1000, all.length || 1)
  return {
    members: page.map((user) => userRecord(world, user, args.flag('include_locale'))),
    cache_ts: Math.floor(world.clock() / 1000),
    response_metadata: { next_cursor: next },
  }
}

function lookup(world: World, args: Args): Answer {
  const email = args.text('email')?.toLowerCase()
  for (const user of world.workspace.users.values())
    if (user.email?.toLowerCase() === email && !user.deleted && !user.isBot)
      return { user: userRecord(world, user, false) }
  throw new Refusal('users_not_found')
}

/** A person as Slack shows them; a deactivated one loses most of it, and so do people of other companies. */
export function userRecord(world: World, user: User, withLocale: boolean): Json {
  const foreign = user.teamId !== world.workspace.team.id
  const active = !user.deleted
  return present({
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    deleted: user.deleted,
    color: '9f69e7',
    real_name: active ? user.realName : undefined,
    tz: active ? user.tz : undefined,
    tz_label: active ? user.tz : undefined,
    tz_offset: active ? offsetOf(user.tz, world.clock()) : undefined,
    profile: profile(world, user),
    is_admin: active ? user.isAdmin : undefined,
    is_owner: active ? user.isOwner : undefined,
    is_primary_owner: active ? user.isOwner : undefined,
    is_restricted: active ? user.guest !== undefined : undefined,
    is_ultra_restricted: active ? user.guest === 'ultra' : undefined,
    is_bot: user.isBot,
    is_app_user: false,
    is_stranger: foreign || undefined,
    updated: user.updated,
    is_email_confirmed: active ? true : undefined,
    locale: withLocale && active ? user.locale : undefined,
    who_can_share_contact_card: 'EVERYONE',
  })
}

function profile(world: World, user: User): Json {
  const mayEmail = world.tokens.scopes.has('users:read.email') && !user.isBot
  const [first = '', ...rest] = user.realName.split(' ')
  return present({
    real_name: user.realName,
    real_name_normalized: user.realName,
    display_name: user.displayName,
    display_name_normalized: user.displayName,
    first_name: first,
    last_name: rest.join(' '),
    title: '',
    phone: '',
    status_text: '',
    status_emoji: '',
    avatar_hash: 'g0000000000',
    email: mayEmail ? user.email : undefined,
    image_72: `${world.baseUrl}/avatar/${user.id}-72.png`,
    image_512: `${world.baseUrl}/avatar/${user.id}-512.png`,
    team: user.teamId,
    bot_id: user.botId,
    api_app_id: user.id === world.workspace.app.botUserId ? world.workspace.app.id : undefined,
  })
}

/** Seconds east of UTC, as Slack gives them. */
function offsetOf(zone: string, at: number): number {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
      at,
    )
    const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
    const match = /GMT([+-])(\d\d):(\d\d)/.exec(name)
    if (match === null) return 0
    const size = Number(match[2]) * 3600 + Number(match[3]) * 60
    return match[1] === '-' ? -size : size
  } catch {
    return 0
  }
}
