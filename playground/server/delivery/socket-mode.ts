import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Changes } from '../changes.ts'
import { asObject, asText, isObject, type Json, parseJson } from '../json.ts'
import type { WireLog } from '../wire-log.ts'
import type { Ack, Outgoing, Transport } from './delivery.ts'

const MAX_CONNECTIONS = 10
const TICKET_LIFE_MS = 30_000
const GOODBYE_MS = 10_000
const FAREWELL_MS = 250

type SocketSettings = {
  appId: string
  ackTimeoutMs: number
  pingEveryMs: number
  log: WireLog
  changes: Changes
  base: () => string
}

type Pending = { answerable: boolean; began: number; socket: WebSocket; settle(ack: Ack): void }

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'drop'

export type SocketMode = Transport & {
  /** A new address to connect to, good for one connection. */
  issueUrl(): string
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  open(): number
  /** Ends every connection: with a word of warning, or as when a cable is cut (`drop`). */
  disconnect(reason: DisconnectReason): void
}

/** Slack's side of Socket Mode: envelopes out, acknowledgements in, over up to ten connections. */
export function createSocketMode(settings: SocketSettings): SocketMode {
  const server = new WebSocketServer({ noServer: true })
  const tickets = new Map<string, number>()
  /** Connections that take new envelopes; one that was told goodbye only finishes what it has. */
  const open: WebSocket[] = []
  const pending = new Map<string, Pending>()
  const settled = new Set<string>()
  let turn = 0

  const leave = (socket: WebSocket) => {
    const at = open.indexOf(socket)
    if (at >= 0) open.splice(at, 1)
    settings.changes.emit({ kind: 'socket', open: open.length })
  }
  const settle = (id: string, ack: Ack) => {
    const entry = pending.get(id)
    pending.delete(id)
    settled.add(id)
    if (settled.size > 20_000) settled.delete(settled.values().next().value ?? '')
    entry?.settle(ack)
  }
  const violation = (name: string, payload: Json, error: string) => {
    const entry = settings.log.begin('to slack', 'socket', name, payload)
    settings.log.end(entry, { error, refused: true })
  }

  const receive = (data: string) => {
    const message = asObject(parseJson(data))
    const id = asText(message.envelope_id)
    if (id === undefined) return violation('ack', message, 'not an acknowledgement')
    const entry = pending.get(id)
    if (entry === undefined)
      return violation('ack', message, settled.has(id) ? 'acknowledged late or twice' : 'unknown envelope')
    const body = answerOf(message.payload)
    if (body !== undefined && !entry.answerable)
      violation('ack', message, 'this envelope takes no payload in its acknowledgement')
    settle(id, { ok: true, status: 200, body, ms: Math.round(performance.now() - entry.began) })
  }

  const welcome = (socket: WebSocket) => {
    if (open.length >= MAX_CONNECTIONS) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }))
      return socket.close()
    }
    open.push(socket)
    socket.on('message', (data) => receive(String(data)))
    const pings = setInterval(() => socket.ping(`Ping from Slack (${Date.now()})`), settings.pingEveryMs)
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      clearInterval(pings)
      leave(socket)
      for (const [id, entry] of pending)
        if (entry.socket === socket) settle(id, failed(entry.began, 'dispatch_failed', 'connection_failed'))
    })
    socket.send(JSON.stringify(hello(settings.appId, open.length)))
    settings.changes.emit({ kind: 'socket', open: open.length })
  }

  return {
    issueUrl() {
      const ticket = randomUUID()
      tickets.set(ticket, performance.now())
      return `${settings.base().replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${settings.appId}`
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://slack').searchParams.get('ticket') ?? ''
      const issued = tickets.get(ticket)
      tickets.delete(ticket)
      if (issued === undefined || performance.now() - issued > TICKET_LIFE_MS) {
        violation('link', { url: request.url }, 'unknown, used or expired ticket')
        return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
      }
      server.handleUpgrade(request, socket, head, welcome)
    },
    open: () => open.length,
    send(outgoing) {
      const began = performance.now()
      turn += 1
      const socket = open[turn % open.length]
      if (socket === undefined) return Promise.resolve(failed(began, 'dispatch_failed', 'connection_failed'))
      return new Promise((resolve) => {
        const id = randomUUID()
        const timer = setTimeout(
          () => settle(id, failed(began, 'operation_timeout', 'timeout')),
          settings.ackTimeoutMs,
        )
        pending.set(id, {
          answerable: outgoing.answerable,
          began,
          socket,
          settle(ack) {
            clearTimeout(timer)
            resolve(ack)
          },
        })
        socket.send(JSON.stringify(envelope(id, outgoing)))
      })
    },
    disconnect(reason) {
      for (const socket of [...open]) {
        if (reason === 'drop') socket.terminate()
        else {
          leave(socket)
          const info = { host: 'applink-pretend' }
          socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: info }))
          setTimeout(() => socket.terminate(), GOODBYE_MS).unref()
        }
      }
    },
    async stop() {
      await Promise.all([...server.clients].map(farewell))
      for (const [id, entry] of pending)
        settle(id, failed(entry.began, 'dispatch_failed', 'connection_failed'))
      server.close()
    },
  }
}

function envelope(id: string, outgoing: Outgoing): Json {
  return {
    envelope_id: id,
    type: outgoing.kind,
    payload: outgoing.body,
    accepts_response_payload: outgoing.answerable,
    ...(outgoing.kind === 'events_api' && {
      retry_attempt: outgoing.retry?.num ?? 0,
      retry_reason: outgoing.retry?.reason ?? '',
    }),
  }
}

/** Closes a connection politely, but does not wait long for the other side. */
function farewell(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => socket.terminate(), FAREWELL_MS)
    socket.once('close', () => {
      clearTimeout(impatient)
      resolve()
    })
    socket.close(1001)
  })
}

const hello = (appId: string, connections: number): Json => ({
  type: 'hello',
  num_connections: connections,
  debug_info: { host: 'applink-pretend', build_number: 1, approximate_connection_time: 18_060 },
  connection_info: { app_id: appId },
})

/** The SDK sends `{}` for nothing, and `{ text }` for a text. */
const answerOf = (payload: unknown): unknown =>
  isObject(payload) && Object.keys(payload).length === 0 ? undefined : (payload ?? undefined)

const failed = (began: number, error: 'operation_timeout' | 'dispatch_failed', reason: string): Ack => ({
  ok: false,
  status: 0,
  body: undefined,
  ms: Math.round(performance.now() - began),
  error,
  reason,
})
