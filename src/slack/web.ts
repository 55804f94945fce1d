/** Clients of the Web API, one for each class of call, so that none waits behind another. */
import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Config, Secrets } from '../config.ts'
import { type Log, slackLogger } from './log.ts'

export type Web = {
  /** For people who wait, inside the three seconds of a trigger: fails fast, never retries. */
  readonly interactive: WebClient
  /** For the outbox: the messenger itself knows when to try again, since a retried post may be a second one. */
  readonly outbox: WebClient
  /** For lists that take their time: patient, within Slack's rates. */
  readonly patient: WebClient
}

const NO_RETRIES = { retries: 0 }

export function createWeb(config: Config, secrets: Secrets, log: Log, timeoutMs: number): Web {
  const client = (options: WebClientOptions) =>
    new WebClient(secrets.botToken, { slackApiUrl: config.slackApiUrl, logger: slackLogger(log), ...options })
  return {
    interactive: client({ retryConfig: NO_RETRIES, timeout: 2_500, rejectRateLimitedCalls: true }),
    outbox: client({ retryConfig: NO_RETRIES, timeout: timeoutMs, rejectRateLimitedCalls: true }),
    patient: client({ retryConfig: { retries: 5, minTimeout: 1_000 }, timeout: 30_000 }),
  }
}
