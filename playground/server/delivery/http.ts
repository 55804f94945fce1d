import { createHmac } from 'node:crypto'
import { Agent, request } from 'undici'
import { parseJson } from '../json.ts'
import type { Ack, Outgoing, Transport } from './delivery.ts'

const CONCURRENT_EVENTS = 100

type HttpSettings = {
  /** Where the app listens; `/slack/events` unless it has a path of its own. */
  appUrl: () => string | undefined
  signingSecret: string
  ackTimeoutMs: number
}

/** Sends signed requests, as Slack does to an app with request URLs. */
export function createHttpTransport(settings: HttpSettings): Transport {
  const agent = new Agent({ connections: 128, keepAliveTimeout: 2000 })
  const events = createQueue(CONCURRENT_EVENTS)
  return {
    send: (outgoing) =>
      outgoing.kind === 'events_api'
        ? events(() => post(settings, agent, outgoing))
        : post(settings, agent, outgoing),
    stop: () => agent.destroy(),
  }
}

async function post(settings: HttpSettings, agent: Agent, outgoing: Outgoing): Promise<Ack> {
  const began = performance.now()
  const since = () => Math.round(performance.now() - began)
  const url = endpoint(settings.appUrl())
  if (url === undefined)
    return {
      ok: false,
      status: 0,
      body: undefined,
      ms: 0,
      error: 'dispatch_failed',
      reason: 'connection_failed',
    }
  const { body, contentType } = encode(outgoing)
  const signal = AbortSignal.timeout(settings.ackTimeoutMs)
  try {
    const response = await request(url, {
      dispatcher: agent,
      method: 'POST',
      headers: {
        'content-type': contentType,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        ...sign(settings.signingSecret, body),
        ...retryHeaders(outgoing),
      },
      body,
      signal,
    })
    const text = await response.body.text()
    const ok = response.statusCode === 200
    const noRetry = response.headers['x-slack-no-retry'] === '1'
    return {
      ok,
      status: response.statusCode,
      body: answerOf(text),
      ms: since(),
      ...(!ok && { error: 'dispatch_failed', reason: 'http_error' }),
      ...(noRetry && { noRetry }),
    }
  } catch {
    return signal.aborted
      ? {
          ok: false,
          status: 0,
          body: undefined,
          ms: since(),
          error: 'operation_timeout',
          reason: 'http_timeout',
        }
      : {
          ok: false,
          status: 0,
          body: undefined,
          ms: since(),
          error: 'dispatch_failed',
          reason: 'connection_failed',
        }
  }
}

function endpoint(appUrl: string | undefined): string | undefined {
  if (appUrl === undefined) return undefined
  const url = new URL(appUrl)
  if (url.pathname === '/') url.pathname = '/slack/events'
  return url.href
}

function encode({ kind, body }: Outgoing): { body: string; contentType: string } {
  const form = 'application/x-www-form-urlencoded'
  if (kind === 'events_api') return { body: JSON.stringify(body), contentType: 'application/json' }
  if (kind === 'interactive')
    return { body: new URLSearchParams({ payload: JSON.stringify(body) }).toString(), contentType: form }
  const fields = Object.entries(body).map(([name, value]): [string, string] => [name, String(value)])
  return { body: new URLSearchParams(fields).toString(), contentType: form }
}

export function sign(secret: string, body: string, at = Date.now()): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000))
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` }
}

const retryHeaders = ({ retry }: Outgoing): Record<string, string> =>
  retry ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason } : {}

const answerOf = (text: string): unknown => (text === '' ? undefined : (parseJson(text) ?? text))

/** Runs at most so many at a time; their clocks start when their turn comes. */
function createQueue(width: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (task) => {
    if (running >= width) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
