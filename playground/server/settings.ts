import { RETRY_DELAYS_MS } from './delivery/events.ts'
import type { RateSetting } from './rates.ts'

export type SlackOptions = {
  /** A path to manifest.yml, or its content. */
  manifest: string | object
  mode: 'socket' | 'http'
  /** Where the app listens, in HTTP mode; `slack.appUrl` sets it later. */
  appUrl?: string
  /** Whether the installer granted the manifest's bot_optional scopes; yes unless told. */
  grantedOptionalScopes?: boolean
  teamId?: string
  teamName?: string
  plan?: 'free' | 'paid'
  port?: number
  /** Civil time, milliseconds: what messages and events are dated with. */
  clock?: () => number
  /** Real time, milliseconds: triggers, response_urls and rates go by it. */
  realClock?: () => number
  rates?: RateSetting
  /** Slack waits three seconds for an acknowledgement. */
  ackTimeoutMs?: number
  /** When an event that failed is sent again; at once, after one and after five minutes in Slack. */
  retryDelaysMs?: number[]
  pingEveryMs?: number
  /** Whether blocks may show a file that came from a form; Slack has been seen to refuse that. */
  formFilesInBlocks?: boolean
  /** How many requests the wire log keeps. */
  logLimit?: number
}

export type Settings = Required<Omit<SlackOptions, 'appUrl'>> & { appUrl: string | undefined }

export const withDefaults = (options: SlackOptions): Settings => ({
  grantedOptionalScopes: true,
  teamId: 'TPLAUDIT',
  teamName: 'Plaudit Playground',
  plan: 'paid',
  port: 0,
  clock: Date.now,
  realClock: Date.now,
  rates: 'real',
  ackTimeoutMs: 3000,
  retryDelaysMs: RETRY_DELAYS_MS,
  pingEveryMs: 5000,
  formFilesInBlocks: false,
  logLimit: 20_000,
  ...options,
  appUrl: options.appUrl,
})
