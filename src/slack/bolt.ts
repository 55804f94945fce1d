/** The Bolt app, and what becomes of an error in it. */
import { App } from '@slack/bolt'
import type { Meter } from '../meter.ts'
import { createListen } from './listen.ts'
import { registerListeners } from './listeners.ts'
import { slackLogger } from './log.ts'
import type { Connection } from './receiver.ts'
import type { Slack } from './slack.ts'

export function createBolt(slack: Slack, { receiver }: Connection, meter: Meter): App {
  const { identity, log, web } = slack
  const bolt = new App({
    receiver,
    authorize: async () => ({
      botToken: web.interactive.token ?? '',
      botId: identity.botId,
      botUserId: identity.botUserId,
      // Else Bolt keeps a client for each workspace that a request names.
      teamId: identity.workspaceId,
    }),
    clientOptions: { slackApiUrl: web.interactive.slackApiUrl },
    logger: slackLogger(log),
    convoStore: false,
    // What people see of an error is said where it happens; what gets here is a fault of the listeners themselves.
    extendedErrorHandler: false,
  })
  bolt.error(async (error) => {
    log.error({ err: error }, 'a listener failed')
  })
  registerListeners(createListen(bolt, slack, meter), slack)
  return bolt
}
