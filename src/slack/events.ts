/** What Slack's Events API tells, in our words: one entry an event type. What is not in this table is not kept. */
import { z } from 'zod'
import type { Heard, HeardChannel } from '../domain/heard.ts'
import { type Member, newsOfMember } from './directory.ts'
import type { Identity } from './identify.ts'

/** The end of the year 9999: later is no date. */
const MOST_SECONDS = 253_402_300_799

const Reaction = z.object({
  user: z.string(),
  reaction: z.string(),
  item: z.object({ type: z.string(), channel: z.string().optional(), ts: z.string().optional() }),
  item_user: z.string().optional(),
  event_ts: z.string(),
})
const Name = z.string().nullish().transform(orUndefined)
const Is = z.boolean().nullish().transform(orUndefined)
const User = z.object({
  user: z.looseObject({
    ...{ id: z.string().min(1), name: Name, real_name: Name, tz: Name, locale: Name, team_id: Name },
    ...{ is_bot: Is, is_workflow_bot: Is, is_restricted: Is, is_ultra_restricted: Is, deleted: Is },
    ...{ is_admin: Is, is_owner: Is, updated: z.number().min(0).max(MOST_SECONDS).optional() },
    profile: z.looseObject({ display_name: Name, real_name: Name }).optional(),
    enterprise_user: z.looseObject({ teams: z.array(z.string()).optional() }).optional(),
  }),
})
const ChannelNews = z.object({ channel: z.string(), event_ts: z.string() })
const Membership = ChannelNews.extend({ user: z.string() })
const Group = z.object({ subteam: z.object({ id: z.string(), users: z.array(z.string()).optional() }) })
const Talk = z.object({
  type: z.string(),
  user: z.string().optional(),
  channel_type: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
})

type ChannelFact = HeardChannel['fact']
type Translation = (event: unknown, identity: Identity) => Heard | undefined

const reaction =
  (isOn: boolean): Translation =>
  (event, { botUserId }) => {
    const { user, reaction: emoji, item, item_user, event_ts } = Reaction.parse(event)
    if (item.type !== 'message' || !item.channel || !item.ts) return undefined
    return {
      what: 'reaction',
      personId: user,
      emoji,
      isOn,
      on: { channel: item.channel, ts: item.ts },
      at: event_ts,
      ...(item_user && item_user !== botUserId ? { onOthers: true } : {}),
    }
  }

const person: Translation = (event, { workspaceId }) => {
  const news = newsOfMember(User.parse(event).user as Member, workspaceId)
  return news && { what: 'person', person: news }
}

const channel =
  (fact: ChannelFact, is: boolean): Translation =>
  (event) => {
    const { channel, event_ts } = ChannelNews.parse(event)
    return { what: 'channel', channel, fact, is, at: event_ts }
  }

const joined: Translation = (event, { botUserId }) => {
  const { user, channel, event_ts } = Membership.parse(event)
  if (user !== botUserId) return undefined
  return { what: 'channel', channel, fact: 'isMember', is: true, at: event_ts }
}

const group: Translation = (event) => {
  const { id, users } = Group.parse(event).subteam
  return users && { what: 'group', groupId: id, memberIds: users }
}

/** Only what a person says to Plaudit itself, not what Plaudit or another app says. */
const talk: Translation = (event, { botUserId }) => {
  const { user, subtype, bot_id, channel_type, type } = Talk.parse(event)
  if (!user || bot_id || user === botUserId) return undefined
  if (subtype && subtype !== 'file_share') return undefined // edits, deletions, joins
  if (type === 'message' && channel_type !== 'im') return undefined
  return { what: 'talk', personId: user }
}

/** Every event of the manifest but `app_home_opened`, which only answers the person and is not kept. */
export const keptEvents: Readonly<Record<string, Translation>> = {
  reaction_added: reaction(true),
  reaction_removed: reaction(false),
  user_change: person,
  team_join: person,
  channel_archive: channel('isArchived', true),
  channel_unarchive: channel('isArchived', false),
  channel_shared: channel('isShared', true),
  channel_unshared: channel('isShared', false),
  group_archive: channel('isArchived', true),
  group_unarchive: channel('isArchived', false),
  channel_left: channel('isMember', false),
  group_left: channel('isMember', false),
  member_joined_channel: joined,
  subteam_updated: group,
  app_mention: talk,
  message: talk,
}

function orUndefined<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined
}

const Envelope = z.object({
  type: z.literal('event_callback'),
  event_id: z.string(),
  team_id: z.string(),
  event: z.looseObject({ type: z.string() }),
})

/**
 * What an Events API body tells. `kept: false`: it is none of the events that are kept; without `heard` there is nothing
 * in it for us, and it only has to be acknowledged. Throws ZodError for a body that is not as Slack makes it.
 */
export function translate(
  body: unknown,
  identity: Identity,
): { kept: false } | { kept: true; kind: string; eventId: string; heard: Heard | undefined } {
  const envelope = Envelope.safeParse(body)
  if (!envelope.success) return { kept: false }
  const { event, event_id, team_id } = envelope.data
  const translation = Object.hasOwn(keptEvents, event.type) ? keptEvents[event.type] : undefined
  if (!translation) return { kept: false }
  const heard = team_id === identity.workspaceId ? translation(event, identity) : undefined
  return { kept: true, kind: event.type, eventId: event_id, heard }
}
