import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { keptEvents } from '../../src/slack/events.ts'
import { actions, forms } from '../../src/views/ids.ts'
import { listRegistered } from '../support/registered.ts'
import { sourcesIn, textOf } from './sources.ts'

type Manifest = {
  features: {
    slash_commands: { command: string; should_escape?: boolean }[]
    shortcuts?: { callback_id: string }[]
  }
  oauth_config: { scopes: { bot: string[]; bot_optional: string[] } }
  settings: { event_subscriptions: { bot_events: string[] } }
}
const manifest = parse(textOf('manifest.yml') ?? '') as Manifest
const { scopes } = manifest.oauth_config
const events = manifest.settings.event_subscriptions.bot_events

const registered = listRegistered()

const sorted = (names: Iterable<string>): string[] => [...names].sort()

describe('what the manifest promises is listened to, and nothing else:', () => {
  test('commands, with mentions that say whom they mean', () => {
    expect(sorted(registered.command)).toEqual(
      sorted(manifest.features.slash_commands.map(({ command }) => command)),
    )
    expect(manifest.features.slash_commands.filter(({ should_escape }) => !should_escape)).toEqual([])
  })

  test('shortcuts', () => {
    expect(sorted(registered.shortcut)).toEqual(
      sorted((manifest.features.shortcuts ?? []).map(({ callback_id }) => callback_id)),
    )
  })

  test('events: those that are kept, and the opening of Home', () => {
    expect(registered.home).toEqual(['home'])
    const types = events.map((name) => (name.startsWith('message.') ? 'message' : name))
    expect(sorted(types)).toEqual(sorted([...Object.keys(keptEvents), 'app_home_opened']))
  })
})

describe('what a view names is listened to, once:', () => {
  test('every button and choice; a select in a form that is only looked up is read with its form', () => {
    const lookedUp = registered.suggest.filter((id) => !registered.press.includes(id))
    expect(sorted([...registered.press, ...lookedUp])).toEqual(sorted(Object.values(actions)))
  })

  test('every form', () => {
    expect(sorted(registered.submit)).toEqual(sorted(Object.values(forms)))
  })

  test('every select whose options are looked up', () => {
    expect(registered.suggest.length).toBeGreaterThan(0)
    expect(sorted(new Set(registered.suggest))).toEqual(sorted(registered.suggest))
    const ids: readonly string[] = Object.values(actions)
    expect(registered.suggest.filter((id) => !ids.includes(id))).toEqual([])
  })
})

/** Slack's word on what a method may only be called with; of several that would do, those that Plaudit needs. */
const scopesOfMethod: Readonly<Record<string, readonly string[]>> = {
  'apps.connections.open': [], // connections:write, which belongs to the app-level token
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.join': ['channels:join'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.delete': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'usergroups.list': ['usergroups:read'],
  'usergroups.users.list': ['usergroups:read'],
  'users.conversations': ['channels:read', 'groups:read'],
  'users.info': ['users:read', 'users:read.email'], // the second for e-mail addresses, which it leaves out without it
  'users.list': ['users:read', 'users:read.email'],
  'users.lookupByEmail': ['users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
}
/** The same of events, and of what else the manifest turns on. */
const scopesOfEvent: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  channel_archive: ['channels:read'],
  channel_left: ['channels:read'],
  channel_shared: ['channels:read', 'groups:read'],
  channel_unarchive: ['channels:read'],
  channel_unshared: ['channels:read', 'groups:read'],
  group_archive: ['groups:read'],
  group_left: ['groups:read'],
  group_unarchive: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  'message.im': ['im:history'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  subteam_updated: ['usergroups:read'],
  team_join: ['users:read'],
  user_change: ['users:read'],
}
const scopesOfCommands = ['commands']

const FAMILIES =
  'api|apps|auth|bots|chat|conversations|emoji|files|pins|reactions|team|usergroups|users|views'
/** `web.interactive.chat.postMessage(…)`, `client.views.open(…)`, `paginate('users.list', …)`, `apiCall('…')`. */
const CALL = new RegExp(`\\.((?:${FAMILIES})(?:\\.[a-zA-Z]+)+)\\(|(?:paginate|apiCall)\\(\\s*'([^']+)'`, 'g')

describe('scopes', () => {
  const called = new Set(
    sourcesIn('src').flatMap(({ text }) =>
      [...text.matchAll(CALL)].map(([, direct, named]) => direct ?? named ?? ''),
    ),
  )

  test('are known for every method that is called', () => {
    expect(sorted(called)).toEqual(sorted(Object.keys(scopesOfMethod)))
  })

  test('are known for every event that is subscribed to', () => {
    expect(sorted(events)).toEqual(sorted(Object.keys(scopesOfEvent)))
  })

  test('are those that are needed, no less and no more', () => {
    const needed = new Set([
      ...[...called].flatMap((method) => scopesOfMethod[method] ?? []),
      ...events.flatMap((event) => scopesOfEvent[event] ?? []),
      ...scopesOfCommands,
    ])
    expect(sorted([...scopes.bot, ...scopes.bot_optional])).toEqual(sorted(needed))
  })

  test('each say what they are for', () => {
    const lines = (textOf('manifest.yml') ?? '').split('\n')
    for (const scope of [...scopes.bot, ...scopes.bot_optional]) {
      expect(lines.find((line) => line.trim().startsWith(`- ${scope} `))).toMatch(/ # \S+/)
    }
  })
})
