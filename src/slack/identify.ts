/** Who Plaudit is in this workspace, asked until Slack answers. */
import { setTimeout as pause } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import type { Log } from './log.ts'
import { outcomeOf } from './outcome.ts'

/** Who Plaudit is in the workspace, as Slack said at the start. */
export type Identity = {
  readonly workspaceId: string
  readonly botUserId: string
  readonly botId: string
  /** `https://example.slack.com/` */
  readonly url: string
}

/** Slack knows the token no longer, or never did. The message says what to do. */
export class NotLetIn extends Error {}

const LONGEST_PAUSE_MS = 30_000

/**
 * Throws NotLetIn when the token is of no use; waits, for as long as it takes, when Slack is away, and throws when that
 * is given up.
 */
export async function identify(web: WebClient, log: Log, stopping: AbortSignal): Promise<Identity> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const { team_id = '', user_id = '', bot_id = '', url = '' } = await web.auth.test()
      return { workspaceId: team_id, botUserId: user_id, botId: bot_id, url }
    } catch (error) {
      const outcome = outcomeOf(error)
      if (outcome.what === 'locked-out') {
        throw new NotLetIn(
          `Slack does not accept SLACK_BOT_TOKEN (${outcome.error}). Copy the Bot User OAuth Token from the app's page, under OAuth & Permissions, into .env.`,
        )
      }
      stopping.throwIfAborted()
      const ms = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** Math.min(attempt, 10))
      log.warn(
        { error: 'error' in outcome ? outcome.error : outcome.what, ms },
        'Slack does not answer; trying again',
      )
      await pause(ms, undefined, { signal: stopping })
    }
  }
}
