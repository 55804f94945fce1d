/**
 * Socket Mode, and the will to stay connected. The SDK's own reconnecting waits 15 seconds after every goodbye (which
 * Slack says every few hours), and ends the process when a reconnect fails; so it only connects here, and we decide when.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { App, Receiver, ReceiverEvent } from '@slack/bolt'
import { SocketModeClient } from '@slack/socket-mode'
import type { Config, Secrets } from '../config.ts'
import { NotLetIn } from './identify.ts'
import { type Log, slackLogger } from './log.ts'
import { outcomeOf } from './outcome.ts'

/** A connection that stood this long was a good one: after it we come back at once. */
const GOOD_MS = 10_000
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 30_000
/** How long a goodbye may take. */
const GOODBYE_MS = 1_000

export type Socket = Receiver & { readonly isConnected: () => boolean }

type Envelope = {
  readonly ack: (response?: object | string) => Promise<void>
  readonly body: Record<string, unknown>
  readonly retry_num?: number
  readonly retry_reason?: string
}

/** @param onFault what to do about an envelope that could not be taken; it is not acknowledged */
export function createSocket(
  config: Config,
  secrets: Secrets,
  log: Log,
  onFault: (error: unknown) => void,
): Socket {
  const client = new SocketModeClient({
    appToken: secrets.appToken ?? '',
    autoReconnectEnabled: false,
    clientPingTimeout: 15_000,
    logger: slackLogger(log, { quiet: true }),
    clientOptions: { slackApiUrl: config.slackApiUrl, retryConfig: { retries: 0 }, timeout: 10_000 },
  })
  const stopping = new AbortController()
  let connected = false
  let failures = 0
  let staying: Promise<void> | undefined

  client.on('connected', () => {
    connected = true
  })
  client.on('disconnected', () => {
    connected = false
  })

  /** Resolves once connected. Throws NotLetIn when the token is of no use. */
  async function connect(): Promise<void> {
    for (;;) {
      try {
        await client.start()
        return
      } catch (error) {
        if (stopping.signal.aborted) return
        const outcome = outcomeOf(error)
        if (outcome.what === 'locked-out' || outcome.what === 'refused')
          throw new NotLetIn(refusalOf(outcome.error))
        log.warn(
          { error: 'error' in outcome ? outcome.error : outcome.what },
          'no connection to Slack; trying again',
        )
        await rest()
      }
    }
  }

  async function stay(): Promise<void> {
    while (!stopping.signal.aborted) {
      const since = performance.now()
      await new Promise<void>((resolve) => {
        client.once('disconnected', () => resolve())
        if (!connected) resolve()
      })
      if (stopping.signal.aborted) return
      if (performance.now() - since > GOOD_MS) failures = 0
      log.info('the connection to Slack ended; connecting again')
      await rest()
      await connect().catch((error: unknown) => {
        log.error({ err: error }, 'Slack does not let Plaudit in; it waits')
      })
    }
  }

  /** Longer each time, and not all processes at the same moment. */
  async function rest(): Promise<void> {
    const ms = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures, 10))
    failures += 1
    await pause(ms * (0.75 + Math.random() / 2), undefined, { signal: stopping.signal }).catch(
      () => undefined,
    )
  }

  return {
    isConnected: () => connected,
    init: (app: App) => {
      client.on('slack_event', ({ ack, body, retry_num, retry_reason }: Envelope) => {
        const event = {
          body,
          ack: once(ack, log) as ReceiverEvent['ack'],
          ...(retry_num === undefined ? {} : { retryNum: retry_num }),
          ...(retry_reason === undefined ? {} : { retryReason: retry_reason }),
        }
        app.processEvent(event).catch(onFault)
      })
    },
    start: async () => {
      await connect()
      staying = stay()
    },
    stop: async () => {
      stopping.abort()
      await Promise.race([client.disconnect(), pause(GOODBYE_MS, undefined, { ref: false })])
      await staying
    },
  }
}

/**
 * Slack takes one acknowledgement of an envelope. When the connection ended meanwhile there is nobody to take it: then
 * Slack sends an event again, and a person presses again, which changes nothing.
 */
function once(ack: Envelope['ack'], log: Log): Envelope['ack'] {
  let done: Promise<void> | undefined
  return (response) => {
    done ??= ack(response).catch((error: Error) => {
      log.warn({ error: error.name }, 'the connection ended before an acknowledgement')
    })
    return done
  }
}

const refusalOf = (error: string): string =>
  `Slack does not accept SLACK_APP_TOKEN (${error}). Make an App-Level Token with the scope connections:write on the app's page, under Basic Information, and copy it into .env.`
