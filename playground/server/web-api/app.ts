import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { Args } from './args.ts'
import { type Answer, type Methods, method } from './method.ts'

/** Methods about the app itself and its workspace. */
export const app = (issueSocketUrl: () => string | undefined): Methods => ({
  'api.test': method('tier 4', [], [], apiTest, 'none'),
  'auth.test': method('special', [], [], authTest),
  'apps.connections.open': method(
    'tier 3',
    [],
    [],
    () => {
      const url = issueSocketUrl()
      if (url === undefined) throw new Refusal('socket_mode_disabled')
      return { url }
    },
    'app',
  ),
  'bots.info': method('tier 3', ['users:read'], [], botInfo),
  'team.info': method('tier 3', ['team:read'], [], teamInfo),
  'emoji.list': method('tier 2', ['emoji:read'], [], emojiList),
})

function apiTest(_world: World, args: Args): Answer {
  const error = args.text('error')
  if (error) throw new Refusal(error, { args: args.raw })
  return { args: args.raw }
}

function authTest(world: World): Answer {
  const { team, app: identity, users } = world.workspace
  return {
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: users.get(identity.botUserId)?.name ?? '',
    team_id: team.id,
    user_id: identity.botUserId,
    bot_id: identity.botId,
    is_enterprise_install: false,
  }
}

function botInfo(world: World, args: Args): Answer {
  const { app: identity, users } = world.workspace
  const id = args.text('bot') ?? identity.botId
  if (id === identity.botId)
    return {
      bot: {
        id,
        deleted: false,
        name: identity.name,
        updated: 1,
        app_id: identity.id,
        user_id: identity.botUserId,
        icons: {},
      },
    }
  const user = [...users.values()].find((entry) => entry.botId === id)
  if (user === undefined) throw new Refusal('bot_not_found')
  return {
    bot: {
      id,
      deleted: user.deleted,
      name: user.realName,
      updated: 1,
      app_id: 'AOTHER',
      user_id: user.id,
      icons: {},
    },
  }
}

function teamInfo(world: World): Answer {
  const { team } = world.workspace
  return {
    team: {
      id: team.id,
      name: team.name,
      url: `https://${team.domain}.slack.com/`,
      domain: team.domain,
      email_domain: '',
      icon: { image_default: true },
      is_verified: false,
    },
  }
}

const emojiList = (world: World): Answer => ({
  emoji: Object.fromEntries(world.workspace.emoji),
  cache_ts: `${world.clock() / 1000}`,
})
