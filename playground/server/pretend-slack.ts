import * as admin from './admin.ts'
import type { Change, Truthy, UntilOptions } from './changes.ts'
import type { Ack, Outgoing } from './delivery/delivery.ts'
import type { DisconnectReason, SocketMode } from './delivery/socket-mode.ts'
import type { Door, Doors } from './doors.ts'
import type { Faults } from './faults.ts'
import { keepFile, type NewFile } from './files.ts'
import type { Json } from './json.ts'
import type { Manifest } from './manifest.ts'
import { createPerson, type Person } from './person/person.ts'
import type { RateSetting } from './rates.ts'
import type { Settings } from './settings.ts'
import type { Message, NewChannel, NewUser, SlackFile, User, UserGroup } from './types.ts'
import type { WireEntry } from './wire-log.ts'
import type { Channel, Team } from './workspace.ts'
import type { World } from './world.ts'

/** A Slack workspace in memory, with one app installed in it; what happens in it goes over the wire to that app. */
export type PretendSlack = {
  /** `http://127.0.0.1:PORT/api/`, for SLACK_API_URL. */
  apiUrl: string
  botToken: string
  appToken: string
  signingSecret: string
  botUserId: string
  team: Team
  manifest: Manifest
  /** Where the app listens, in HTTP mode. */
  appUrl: string | undefined
  /** The environment for the app's process. */
  env(): Record<string, string>

  addPerson(person: NewUser): Person
  person(id: string): Person
  people(): User[]
  changePerson(id: string, change: Partial<Omit<NewUser, 'id'>>): Promise<Ack | undefined>
  /** Somebody new: addPerson, and the app hears team_join. */
  joinTeam(person: NewUser): Promise<Ack | undefined>
  addChannel(channel: NewChannel): Channel
  channel(id: string): Channel
  channels(): Channel[]
  invite(channel: string, user: string, inviter?: string): Promise<Ack | undefined>
  kick(channel: string, user: string): Promise<Ack | undefined>
  archive(channel: string, archived?: boolean): Promise<Ack | undefined>
  setShared(channel: string, shared: boolean): Promise<Ack | undefined>
  rename(channel: string, name: string): Promise<Ack | undefined>
  addUserGroup(group: { id: string; handle: string; name?: string; members: string[] }): UserGroup
  changeUserGroup(id: string, members: string[]): Promise<Ack | undefined>
  groups(): UserGroup[]
  addEmoji(name: string, url: string): Promise<Ack | undefined>
  file(id: string): SlackFile | undefined
  addFile(user: string, file: NewFile): SlackFile

  /** What a channel shows, oldest first, without replies. */
  messages(channel: string): Message[]
  replies(channel: string, ts: string): Message[]
  message(channel: string, ts: string): Message | undefined

  /** Calls of the Web API, of one method or all. */
  calls(method?: string): WireEntry[]
  /** What was sent to the app: a command, a type of interaction or of event, or all. */
  sent(name?: string): WireEntry[]
  /** Everything that real Slack would have refused, and every broken rule of the protocol. */
  refused(): WireEntry[]
  log(): WireEntry[]
  clearLog(): void
  until<T>(condition: () => T | Promise<T>, options?: UntilOptions): Promise<Truthy<T>>
  onChange(listener: (change: Change) => void): () => void

  faults: Faults
  setRates(rates: RateSetting): void
  /** Sends an event again, under the same event_id. */
  redeliver(eventId: string | 'last', times?: number): Promise<Ack[]>
  /** Sends any event; missing parts of the body are filled in. */
  sendEvent(body: Json): Promise<Ack>
  /** Sends anything else once more, or as nobody's client would: `slack.sent('view_submission').at(-1)?.payload`. */
  send(kind: Outgoing['kind'], body: Json): Promise<Ack>
  /** Events given up after their last retry, by event_id. */
  lostEvents(): string[]

  /** Open Socket Mode connections. */
  connections(): number
  /** Waits until the app is connected. */
  connected(options?: UntilOptions): Promise<void>
  disconnect(reason: DisconnectReason): void
  /** Asks the app's request URL to prove itself, as on the day it is entered. */
  verifyUrl(): Promise<boolean>
  /** The app is removed: its token dies, and it hears app_uninstalled and tokens_revoked. */
  uninstall(): Promise<void>
  setToken(state: 'alive' | 'token_revoked' | 'account_inactive' | 'invalid_auth'): void
  grantedScopes(): string[]
  /** Serves something else under the same address. */
  alsoServe(door: Door): void
  stop(): Promise<void>
}

export function createPretendSlack(
  world: World,
  settings: Settings,
  { sockets, doors }: { sockets: SocketMode; doors: Doors },
  stop: () => Promise<void>,
): PretendSlack {
  const { workspace, tokens, log, events, changes } = world
  const people = new Map<string, Person>()
  const person = (id: string): Person => {
    const known = people.get(id) ?? createPerson(world, id)
    known.user()
    people.set(id, known)
    return known
  }
  const channel = (id: string) => admin.channelOf(world, id)
  return {
    apiUrl: `${world.baseUrl}/api/`,
    botToken: tokens.bot,
    appToken: tokens.app,
    signingSecret: tokens.signingSecret,
    botUserId: workspace.app.botUserId,
    team: workspace.team,
    manifest: world.manifest,
    get appUrl() {
      return settings.appUrl
    },
    set appUrl(url: string | undefined) {
      settings.appUrl = url
    },
    env: () => ({
      SLACK_API_URL: `${world.baseUrl}/api/`,
      SLACK_BOT_TOKEN: tokens.bot,
      SLACK_SIGNING_SECRET: tokens.signingSecret,
      ...(settings.mode === 'socket' && { SLACK_APP_TOKEN: tokens.app }),
    }),

    addPerson(input) {
      workspace.addUser(input)
      return person(input.id)
    },
    person,
    people: () => [...workspace.users.values()],
    changePerson: (id, change) => admin.changePerson(world, id, change),
    joinTeam: (input) => admin.joinTeam(world, input),
    addChannel: (input) => workspace.addChannel(input),
    channel,
    channels: () => [...workspace.channels.values()],
    invite: (id, user, inviter) => admin.invite(world, id, user, inviter),
    kick: (id, user) => admin.kick(world, id, user),
    archive: (id, archived = true) => admin.archive(world, id, archived),
    setShared: (id, shared) => admin.setShared(world, id, shared),
    rename: (id, name) => admin.rename(world, id, name),
    addUserGroup: (group) => admin.addUserGroup(world, group),
    changeUserGroup: (id, members) => admin.changeUserGroup(world, id, members),
    groups: () => [...workspace.groups.values()],
    addEmoji: (name, url) => admin.addEmoji(world, name, url),
    file: (id) => workspace.files.get(id),
    addFile: (user, file) => keepFile(world, user, file, true),

    messages: (id) => [...channel(id).timeline.top()],
    replies: (id, ts) => [...channel(id).timeline.replies(ts)],
    message: (id, ts) => channel(id).timeline.get(ts),

    calls: (method) => log.entries().filter((entry) => isCall(entry) && (!method || entry.name === method)),
    sent: (name) =>
      log.entries().filter((entry) => entry.direction === 'to app' && (!name || entry.name === name)),
    refused: () => log.entries().filter((entry) => entry.refused),
    log: () => log.entries(),
    clearLog: () => log.clear(),
    until: changes.until,
    onChange: changes.listen,

    faults: world.faults,
    setRates(rates) {
      world.rates.setting = rates
    },
    redeliver: (eventId, times = 1) => events.redeliver(eventId, times),
    sendEvent: (body) => events.sendRaw(body),
    send: (kind, body) =>
      world.delivery.send({
        kind,
        name: String(body.type ?? body.command),
        body,
        answerable: kind !== 'events_api',
      }),
    lostEvents: events.lost,

    connections: sockets.open,
    connected: async (options) =>
      void (await changes.until(() => sockets.open() > 0, { what: 'the app to connect', ...options })),
    disconnect: sockets.disconnect,
    verifyUrl: () => admin.verifyUrl(world),
    uninstall: () => admin.uninstall(world),
    setToken(state) {
      tokens.dead = state === 'alive' ? undefined : state
    },
    grantedScopes: () => [...tokens.scopes],
    alsoServe: doors.add,
    stop,
  }
}

const isCall = (entry: WireEntry): boolean => entry.kind === 'web_api'
