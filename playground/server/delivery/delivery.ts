import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault, Faults } from '../faults.ts'
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

const unheard = (): Ack => ({
  ok: false,
  status: 0,
  body: undefined,
  ms: 0,
  error: 'dispatch_failed',
  reason: 'connection_failed',
})

/** Sends to the app and writes down what came of it. */
export function createDelivery(transport: () => Transport, log: WireLog, faults: Faults): Delivery {
  const entries = new WeakMap<Ack, WireEntry>()
  return {
    async send(outgoing) {
      const entry = log.begin('to app', outgoing.kind, outgoing.name, outgoing.body)
      if (outgoing.retry) entry.retry = outgoing.retry.num
      const fault = faults.take(outgoing.kind, outgoing.body)
      if (fault) entry.fault = fault.kind
      const ack = await carry(transport(), outgoing, fault)
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

/** Brings it to the app, as far as the fault lets it. */
async function carry(transport: Transport, outgoing: Outgoing, fault: Fault | undefined): Promise<Ack> {
  switch (fault?.kind) {
    case 'lost':
      return unheard()
    case 'unheard':
      await transport.send(outgoing)
      return unheard()
    case 'late':
      await sleep(fault.ms ?? 1000, undefined, { ref: false })
      return transport.send(outgoing)
    case 'twice':
      return (await Promise.all([transport.send(outgoing), transport.send(outgoing)]))[0]
    default:
      return transport.send(outgoing)
  }
}
