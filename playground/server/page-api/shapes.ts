// What the page and its server say to each other; types alone.

export type Json = Record<string, unknown>

/** Everything one person sees; sent whole when the page opens, and then part by part. */
export type State = {
  me: string
  team: string
  app: { userId: string; name: string; homeTab: boolean; messagesTab: boolean; writable: boolean }
  commands: { command: string; description: string; usageHint: string }[]
  shortcuts: { name: string; type: 'message' | 'global'; callbackId: string }[]
  people: ShownPerson[]
  groups: { id: string; handle: string; name: string }[]
  channels: ShownChannel[]
  /** By channel, oldest first, replies among them. */
  messages: Record<string, ShownMessage[]>
  ephemerals: ShownEphemeral[]
  /** The stack of forms, bottom first. */
  forms: ShownView[]
  home: ShownView | null
  /** By channel: the last message this person has read. */
  read: Record<string, string>
  clock: ShownClock
  /** Connections of the app; undefined where it is reached over HTTP. */
  connections: number | null
  faults: FaultSwitches
  /** The mailbox that customers write to, where there is one: the channel in which the app lets letters wait. */
  mailbox: { lettersIn: string } | null
  wire: WireLine[]
}

export type ShownPerson = {
  id: string
  name: string
  realName: string
  displayName: string
  tz: string
  isBot: boolean
  isAdmin: boolean
  isGuest: boolean
  deleted: boolean
  /** What the switch says about them; only the cast has one. */
  role: string | null
}

export type ShownChannel = {
  id: string
  name: string
  kind: 'public' | 'private' | 'im' | 'mpim'
  archived: boolean
  shared: boolean
  restricted: boolean
  members: string[]
}

export type ShownFile = {
  id: string
  name: string
  title: string
  mimetype: string
  size: number
  url: string
  alt: string
}

export type ShownMessage = {
  channel: string
  ts: string
  user: string
  text: string
  blocks: Json[]
  files: ShownFile[]
  /** The parent's ts, for a reply. */
  thread: string | null
  broadcast: boolean
  edited: boolean
  deleted: boolean
  replies: { count: number; users: string[]; latest: string } | null
  reactions: { name: string; users: string[] }[]
}

export type ShownEphemeral = {
  channel: string
  ts: string
  text: string
  blocks: Json[]
  thread: string | null
  from: 'app' | 'slack'
}

export type ShownView = {
  id: string
  hash: string
  title: string
  submit: string | null
  close: string | null
  blocks: Json[]
  /** block_id → action_id → the value as Slack keeps it. */
  state: Record<string, Record<string, Json>>
  errors: Record<string, string>
  trouble: string | null
}

/** Milliseconds of civil time in the pretend Slack, and whether it can be moved. */
export type ShownClock = { at: number; movable: boolean }

export type FaultSwitches = { slow: boolean; rateLimited: boolean; disconnected: boolean }

/** One request between Slack and the app; payload and answer are fetched when somebody looks. */
export type WireLine = {
  id: number
  at: number
  direction: 'to slack' | 'to app'
  kind: string
  name: string
  status: number | null
  ms: number | null
  error: string | null
  refused: boolean
  fault: string | null
  retry: number | null
}

export type WireDetail = WireLine & { payload: unknown; answer: unknown }

export type Update =
  | { kind: 'state'; part: Partial<State> }
  | { kind: 'message'; channel: string; ts: string; message: ShownMessage | null }
  | { kind: 'wire'; line: WireLine }

/** Where something is pressed. */
export type Where = { channel: string; ts: string } | { view: string }
/** `block_id/action_id` → what was typed or picked. */
export type Fields = Record<string, string | number | null | string[] | Json | Json[]>

/** What a person does, `POST /page/act`. */
export type Act = { as: string } & (
  | { do: 'say'; channel: string; text: string; thread?: string | undefined }
  | { do: 'command'; channel: string; name: string; text: string }
  | { do: 'react'; channel: string; ts: string; name: string }
  | { do: 'unreact'; channel: string; ts: string; name: string }
  | {
      do: 'press'
      where: Where
      blockId: string
      actionId: string
      value?: string | undefined
      picked?: Fields[string] | undefined
      fields?: Fields | undefined
    }
  | { do: 'suggest'; where: Where; actionId: string; text: string }
  | { do: 'submit'; view: string; fields: Fields }
  | { do: 'close'; all: boolean }
  | { do: 'shortcut'; callbackId: string; channel: string; ts: string }
  | { do: 'globalShortcut'; callbackId: string }
  | { do: 'openApp'; tab: 'home' | 'messages' }
  | { do: 'read'; channel: string; ts: string }
  | { do: 'join'; channel: string }
  | { do: 'invite'; channel: string; name: string }
  | { do: 'clock'; at: string }
  | ({ do: 'faults' } & FaultSwitches)
  | { do: 'mail'; mail: Mail }
)

/** What a customer writes, in the fields of the app's `POST /praise`. */
export type Mail = {
  words: string
  customer?: { name?: string; company?: string }
  channel?: string
  rating?: number
  recipients?: string[]
  receivedAt?: string
  language?: string
}

/** What the app answered to it. */
export type MailAnswer = { status: number; body: Record<string, string> }

/** What came of it. */
export type Outcome = {
  ok: boolean
  /** Why not, in a sentence for the person. */
  error?: string
  /** block_id → sentence, from the app or from Slack's own checks. */
  errors?: Record<string, string>
  options?: Json[]
  fileId?: string
  answer?: MailAnswer
}
