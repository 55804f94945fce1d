/** What `doctor` asks Slack. Nothing is changed: no channel is joined, nothing is posted. */
import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Config, Secrets } from '../config.ts'
import { type Log, slackLogger } from './log.ts'
import { outcomeOf } from './outcome.ts'

const PATIENCE: WebClientOptions = {
  retryConfig: { retries: 0 },
  timeout: 10_000,
  rejectRateLimitedCalls: true,
}

export type Refused = {
  readonly error: string
  /** Slack said so itself; otherwise nobody knows. */
  readonly isSure: boolean
}

export type SlackExamination = {
  readonly identity: Refused | { readonly workspaceId: string; readonly name: string }
  /** Of the bot token, as Slack tells them; undefined when it does not. */
  readonly scopes?: readonly string[]
  /** In Socket Mode: what is wrong with the app-level token. */
  readonly socket?: 'fine' | Refused
}

export type Examiner = {
  examine(): Promise<SlackExamination>
  /** Whether a channel can be posted in, or why it cannot. */
  examineChannel(id: string): Promise<ChannelExamination>
}

export type ChannelTrouble = 'not-visible' | 'archived' | 'shared' | 'not-a-member'
export type ChannelExamination =
  | Refused
  | { readonly id: string; readonly name: string; readonly trouble?: ChannelTrouble }

export function createExaminer(config: Config, secrets: Secrets, log: Log): Examiner {
  const client = (token: string) =>
    new WebClient(token, { slackApiUrl: config.slackApiUrl, logger: slackLogger(log), ...PATIENCE })
  const bot = client(secrets.botToken)

  return {
    async examine() {
      const socket = secrets.appToken ? await examineSocket(client(secrets.appToken)) : undefined
      const rest = socket ? { socket } : {}
      try {
        const { team_id = '', user = '', response_metadata } = await bot.auth.test()
        const scopes = response_metadata?.scopes
        return { identity: { workspaceId: team_id, name: user }, ...(scopes ? { scopes } : {}), ...rest }
      } catch (error) {
        return { identity: refusedBy(error), ...rest }
      }
    },

    async examineChannel(id) {
      try {
        const { channel = {} } = await bot.conversations.info({ channel: id })
        const trouble = troubleOf(channel)
        return { id, name: channel.name ?? '', ...(trouble ? { trouble } : {}) }
      } catch (error) {
        const refused = refusedBy(error)
        return refused.error === 'channel_not_found' ? { id, name: '', trouble: 'not-visible' } : refused
      }
    },
  }
}

/** Asks for an address to connect to, and does not connect. */
async function examineSocket(client: WebClient): Promise<'fine' | Refused> {
  try {
    await client.apps.connections.open({})
    return 'fine'
  } catch (error) {
    return refusedBy(error)
  }
}

function troubleOf(channel: {
  is_archived?: boolean
  is_ext_shared?: boolean
  is_pending_ext_shared?: boolean
  is_member?: boolean
}): ChannelTrouble | undefined {
  if (channel.is_archived) return 'archived'
  if (channel.is_ext_shared || channel.is_pending_ext_shared) return 'shared'
  return channel.is_member ? undefined : 'not-a-member'
}

function refusedBy(error: unknown): Refused {
  const outcome = outcomeOf(error)
  if (outcome.what === 'slow-down') return { error: 'ratelimited', isSure: false }
  return { error: outcome.error, isSure: outcome.what !== 'unclear' }
}
