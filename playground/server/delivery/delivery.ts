import type { Json } from '../json.ts'
import type { WireEntry, WireLog } from '../wire-log.ts'

export type Outgoing = {
  kind: 'slash_commands' | 'interactive' | 'events_api'
  /** For the log: the command, the payload's type, the event's type. */
  name: string
  body: Json
  /** Socket Mode's accepts_response_payload: whether the acknowledgement may say something. */
  answerable: boolean
  retry?: { num: number; reason: string }
}

/** How the app acknowledged. */
export type Ack = {
  ok: boolean
  /** HTTP status; 200 for an acknowledgement over a socket, 0 when there was none. */
  status: number
  /** What it said with it: an object, a text, or undefined. */
  body: unknown
  ms: number
  error?: 'operation_timeout' | 'dispatch_failed'
  /** Why, in the words of X-Slack-Retry-Reason. */
  reason?: string
  /** The app asked for no retries (X-Slack-No-Retry). */
  noRetry?: boolean
}

export type Transport = {
  send(outgoing: Outgoing): Promise<Ack>
  stop(): Promise<void>
}

export type Delivery = {
  send(outgoing: Outgoing): Promise<Ack>
  /** The log's entry of the last thing sent, to mark an answer that Slack would not take. */
  refuse(ack: Ack, problem: string): void
}

/** Sends to the app and writes down what came of it. */
export function createDelivery(transport: () => Transport, log: WireLog): Delivery {
  const entries = new WeakMap<Ack, WireEntry>()
  return {
    async send(outgoing) {
      const entry = log.begin('to app', outgoing.kind, outgoing.name, outgoing.body)
      if (outgoing.retry) entry.retry = outgoing.retry.num
      const ack = await transport().send(outgoing)
      entries.set(ack, entry)
      log.end(entry, {
        answer: ack.body,
        status: ack.status,
        error: ack.error,
        refused: ack.error === 'operation_timeout' || (ack.error !== undefined && ack.status !== 0),
      })
      return ack
    },
    refuse(ack, problem) {
      const entry = entries.get(ack)
      if (entry === undefined) return
      entry.refused = true
      entry.error = problem
    },
  }
}
