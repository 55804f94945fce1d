import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import type { Json, PretendSlack } from '../../playground/server/index.ts'
import { atEnd, clientOf } from './support.ts'

export type Received = { headers: IncomingHttpHeaders; body: string }
export type HttpAnswer = {
  status?: number
  body?: string
  headers?: Record<string, string>
  /** Never answer. */
  hang?: boolean
}

/** The barest HTTP app: records what comes and answers as told. */
export async function rawHttpApp(
  slack: PretendSlack,
  answer: (received: Received, count: number) => HttpAnswer,
) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const entry = { headers: request.headers, body }
    received.push(entry)
    const { status = 200, body: text = '', headers = {}, hang } = answer(entry, received.length)
    if (!hang) response.writeHead(status, headers).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  slack.appUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  atEnd(async () => {
    server.closeAllConnections()
    server.close()
  })
  return received
}

export type Envelope = {
  type: string
  envelope_id?: string
  payload?: Json
  accepts_response_payload?: boolean
  retry_attempt?: number
  reason?: string
}

/** The barest Socket Mode app: one connection that acknowledges nothing by itself. */
export async function rawSocket(slack: PretendSlack) {
  const { url = '' } = await clientOf(slack, slack.appToken).apps.connections.open()
  const socket = new WebSocket(url)
  const received: Envelope[] = []
  const waiting: (() => void)[] = []
  socket.on('message', (data) => {
    received.push(JSON.parse(String(data)))
    for (const wake of waiting.splice(0)) wake()
  })
  const next = async (count: number): Promise<Envelope> => {
    while (received.length < count) await new Promise<void>((resolve) => waiting.push(resolve))
    return received[count - 1] ?? { type: 'none' }
  }
  const hello = await next(1)
  return {
    hello,
    received,
    /** The nth envelope after hello, as soon as it is here. */
    envelope: (nth: number) => next(nth + 1),
    ack: (envelope: Envelope, payload?: Json) =>
      socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, ...(payload && { payload }) })),
    socket,
    url,
  }
}
