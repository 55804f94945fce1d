import type { PretendSlack } from '../index.ts'
import type { Channel } from '../workspace.ts'
import type { PageParts } from './page.ts'
import type { ShownMessage, State } from './shapes.ts'
import { shownChannel, shownEphemeral, shownMessage, shownPerson, shownView, wireLine } from './shown.ts'

const WIRE_LINES = 150

/** Everything that a person sees. */
export const stateFor = (parts: PageParts, me: string): State => ({
  ...aboutTheApp(parts.slack),
  me,
  ...people(parts),
  ...places(parts.slack, me),
  ...forms(parts.slack, me),
  ephemerals: ephemerals(parts.slack, me),
  read: parts.reads.of(me),
  clock: clock(parts),
  connections: connections(parts.slack),
  faults: parts.faults.switches(),
  mailbox: parts.mailbox ? { lettersIn: parts.mailbox.lettersIn } : null,
  wire: parts.slack.log().slice(-WIRE_LINES).map(wireLine),
})

function aboutTheApp({ team, manifest, botUserId }: PretendSlack) {
  const { homeTab, messagesTab, messagesTabReadOnly } = manifest
  return {
    team: team.name,
    app: { userId: botUserId, name: manifest.botName, homeTab, messagesTab, writable: !messagesTabReadOnly },
    commands: manifest.commands.map(({ command, description, usageHint }) => ({
      command,
      description,
      usageHint,
    })),
    shortcuts: manifest.shortcuts.map(({ name, type, callbackId }) => ({ name, type, callbackId })),
  }
}

export const people = ({ slack, cast }: PageParts): Pick<State, 'people' | 'groups'> => ({
  people: slack.people().map((user) => shownPerson(user, cast.find(({ id }) => id === user.id)?.role)),
  groups: slack.groups().map(({ id, handle, name }) => ({ id, handle, name })),
})

export function places(slack: PretendSlack, me: string): Pick<State, 'channels' | 'messages'> {
  const seen = slack.channels().filter((channel) => sees(slack, channel, me))
  return {
    channels: seen.map(shownChannel),
    messages: Object.fromEntries(seen.map((channel) => [channel.id, messagesOf(slack, channel)])),
  }
}

/** A public channel can be looked into before one joins; guests see only where they are. */
export const sees = (slack: PretendSlack, channel: Channel, me: string): boolean =>
  channel.members.has(me) || (channel.kind === 'public' && slack.person(me).user().guest === undefined)

const messagesOf = (slack: PretendSlack, channel: Channel): ShownMessage[] =>
  channel.timeline.all().map((message) => shownMessage(slack, message))

export const forms = (slack: PretendSlack, me: string): Pick<State, 'forms' | 'home'> => {
  const home = slack.person(me).home()
  return { forms: slack.person(me).modals().map(shownView), home: home ? shownView(home) : null }
}

export const ephemerals = (slack: PretendSlack, me: string): State['ephemerals'] =>
  slack.person(me).ephemerals().map(shownEphemeral)

export const clock = ({ clock: time }: PageParts): State['clock'] => ({
  at: time.now(),
  movable: time.set !== undefined,
})

export const connections = (slack: PretendSlack): number | null =>
  slack.env().SLACK_APP_TOKEN === undefined ? null : slack.connections()
