import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from '@jest/globals'
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import { type PretendSlack, type SlackOptions, startPretendSlack } from '../../playground/server/index.ts'

export const MANIFEST = {
  display_information: { name: 'Plaudit' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    bot_user: { display_name: 'Plaudit' },
    slash_commands: [
      { command: '/wow', description: 'Tell a story', usage_hint: '[@who what]', should_escape: true },
      { command: '/plain', description: 'Text as typed' },
    ],
    shortcuts: [
      { name: 'Tell it', type: 'message', callback_id: 'tell_it', description: 'Tell a story' },
      { name: 'Start', type: 'global', callback_id: 'start', description: 'Start' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'app_mentions:read',
        'channels:history',
        'channels:join',
        'channels:read',
        'chat:write',
        'commands',
        'files:read',
        'files:write',
        'groups:history',
        'groups:read',
        'im:history',
        'im:write',
        'reactions:read',
        'team:read',
        'users:read',
      ],
      bot_optional: ['usergroups:read', 'users:read.email'],
    },
  },
  settings: {
    interactivity: { is_enabled: true },
    event_subscriptions: {
      bot_events: [
        'app_home_opened',
        'app_mention',
        'app_uninstalled',
        'channel_archive',
        'channel_shared',
        'member_joined_channel',
        'message.channels',
        'message.im',
        'reaction_added',
        'reaction_removed',
        'subteam_updated',
        'team_join',
        'tokens_revoked',
        'user_change',
      ],
    },
    socket_mode_enabled: true,
  },
}

const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
}

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

export function atEnd(cleanup: () => Promise<unknown>): void {
  cleanups.push(cleanup)
}

/** A pretend Slack with Alice, Bob and a guest in #celebrations, where the app is too. */
export async function slackWithPeople(options: Partial<SlackOptions> = {}): Promise<PretendSlack> {
  const slack = await startPretendSlack({ manifest: MANIFEST, mode: 'socket', rates: 'off', ...options })
  cleanups.push(() => slack.stop())
  slack.addPerson({ id: 'UALICE', name: 'alice', realName: 'Alice Archer', tz: 'Europe/London' })
  slack.addPerson({ id: 'UBOB', name: 'bob', realName: 'Bob Baker' })
  slack.addPerson({ id: 'UERIN', name: 'erin', realName: 'Erin Guest', isGuest: 'restricted' })
  slack.addChannel({ id: 'CCHEERS', name: 'celebrations', members: ['UALICE', 'UBOB', 'UERIN', 'UPLAUDIT'] })
  slack.addChannel({ id: 'COTHER', name: 'other', members: ['UALICE'] })
  slack.addChannel({ id: 'GSECRET', name: 'secret', private: true, members: ['UALICE'] })
  return slack
}

export const clientOf = (slack: PretendSlack, token = slack.botToken): WebClient =>
  new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    logger: silent,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 5000,
  })

/** Slack's error code of a call that it refuses, with what it says about places. */
export async function refusal(call: Promise<unknown>): Promise<{ error: string; messages: string[] }> {
  try {
    await call
  } catch (error) {
    const data = (error as { data?: { error: string; response_metadata?: { messages?: string[] } } }).data
    if (data) return { error: data.error, messages: data.response_metadata?.messages ?? [] }
    throw error
  }
  throw new Error('Slack took it')
}

export type Mode = 'socket' | 'http'
export const MODES: Mode[] = ['socket', 'http']

/** A real Bolt app, connected to the pretend Slack as in production. */
export async function boltOn(
  slack: PretendSlack,
  mode: Mode,
  register: (app: App) => void = () => {},
  signingSecret = slack.signingSecret,
): Promise<App> {
  const clientOptions = { slackApiUrl: slack.apiUrl }
  const common = { logger: silent, logLevel: LogLevel.ERROR }
  const http = new HTTPReceiver({ signingSecret, ...common })
  const receiver =
    mode === 'http'
      ? http
      : new SocketModeReceiver({
          appToken: slack.appToken,
          installerOptions: { clientOptions },
          clientPingTimeout: 600,
          ...common,
        })
  const app = new App({ token: slack.botToken, receiver, clientOptions, convoStore: false, ...common })
  register(app)
  if (mode === 'socket') {
    await app.start()
    cleanups.push(async () => app.stop())
    await slack.connected()
  } else {
    const server = createServer((request, response) => http.requestListener(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    slack.appUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    cleanups.push(async () => {
      server.closeAllConnections()
      server.close()
    })
  }
  return app
}
