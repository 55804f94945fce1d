import type { Json } from './json.ts'

/** A member of the workspace (or a person of another one), as Slack keeps them. */
export type User = {
  id: string
  teamId: string
  name: string
  realName: string
  displayName: string
  email: string | undefined
  tz: string
  locale: string
  isAdmin: boolean
  isOwner: boolean
  guest: 'restricted' | 'ultra' | undefined
  isBot: boolean
  botId: string | undefined
  deleted: boolean
  updated: number
}

/** What a test says about a person; the rest has defaults. */
export type NewUser = {
  id: string
  name?: string
  realName?: string
  displayName?: string
  email?: string
  tz?: string
  locale?: string
  isAdmin?: boolean
  isOwner?: boolean
  isGuest?: 'restricted' | 'ultra' | false
  isBot?: boolean
  deleted?: boolean
  teamId?: string
}

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim'

export type NewChannel = {
  id: string
  name: string
  private?: boolean
  archived?: boolean
  /** Shared with another company (Slack Connect). */
  shared?: boolean
  /** Only admins may post. */
  restricted?: boolean
  members?: string[]
}

type Reactions = Map<string, Set<string>>

export type Message = {
  type: 'message'
  channel: string
  ts: string
  subtype?: string
  user: string
  text: string
  team: string
  blocks?: Json[]
  attachments?: Json[]
  metadata?: { event_type: string; event_payload: Json }
  thread_ts?: string
  parent_user_id?: string
  reply_broadcast?: boolean
  bot_id?: string
  app_id?: string
  username?: string
  client_msg_id?: string
  edited?: { user: string; ts: string }
  files?: string[]
  /** Emoji name as typed → who reacted with it. */
  reactions: Reactions
}

/** A message that one person alone sees, until the page is loaded anew. */
export type Ephemeral = {
  ephemeral: true
  channel: string
  ts: string
  user: string
  text: string
  blocks?: Json[]
  thread_ts?: string
  /** Slack itself says when an app did not answer (`operation_timeout`, `dispatch_failed`). */
  from: 'app' | 'slack'
}

/** Points at a message; every Message and Ephemeral is one. */
export type MessageRef = { channel: string; ts: string }

/** block_id → action_id → value, as Slack keeps it while a form is open. */
export type ViewState = Map<string, Map<string, Json>>

export type View = {
  id: string
  type: 'modal' | 'home'
  user: string
  callback_id: string
  title: string
  blocks: Json[]
  private_metadata: string
  external_id: string
  hash: string
  root_view_id: string
  previous_view_id: string | undefined
  notify_on_close: boolean
  clear_on_close: boolean
  submit: string | undefined
  close: string | undefined
  /** The view as the app gave it. */
  source: Json
  state: ViewState
  /** block_id → message, after the app answered `response_action: errors`. */
  errors: Record<string, string>
  /** What Slack's client says on top of the form when the app failed to answer. */
  trouble: string | undefined
}

export type SlackFile = {
  id: string
  name: string
  title: string
  mimetype: string
  user: string
  data: Buffer
  created: number
  altText: string | undefined
  /** Uploaded in a form: the app alone sees it. */
  fromForm: boolean
  channels: Set<string>
}

export type UserGroup = {
  id: string
  handle: string
  name: string
  members: string[]
  deleted: boolean
}
