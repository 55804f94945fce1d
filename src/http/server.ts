/** One port for everything that speaks HTTP: health, metrics, and in HTTP mode Slack itself. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

export type Route = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>
/** By method and path: `GET /healthz`. */
export type Routes = Readonly<Record<string, Route>>

/** How long we wait for who writes slowly, and how many may be connected at once. */
export type Patience = {
  readonly headersMs: number
  /** Headers and body; `/praise` waits less long for a body, and says so. */
  readonly requestMs: number
  /** Time runs out at the next look. */
  readonly lookMs: number
  readonly connections: number
}
const usual: Patience = { headersMs: 10_000, requestMs: 20_000, lookMs: 1_000, connections: 2_000 }

/**
 * A route that fails is answered 500, and the failure handed to `onFault`; it never hangs a request. Who trickles is cut
 * off, so that nobody can hold connections for ever.
 */
export function createHttpServer(
  routes: () => Routes,
  onFault: (error: unknown) => void,
  { headersMs, requestMs, lookMs, connections }: Patience = usual,
): Server {
  const limits = { headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: lookMs }
  const server = createServer(limits, (request, response) => {
    const path = (request.url ?? '/').split('?')[0]
    const route = routes()[`${request.method} ${path}`]
    if (!route) return answer(response, 404, 'not found')
    Promise.resolve()
      .then(() => route(request, response))
      .catch((error: unknown) => {
        onFault(error)
        if (!response.headersSent) answer(response, 500, 'something went wrong')
      })
  })
  server.maxConnections = connections
  return server
}

const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
]

/** A proxy passed it on: it may come from anywhere. */
export const isForwarded = ({ headers }: IncomingMessage): boolean =>
  FORWARDED.some((name) => headers[name] !== undefined)

export const isFromThisMachine = ({ socket }: IncomingMessage): boolean =>
  /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '')

/** Only for who reaches the port itself; for others there is no such page. */
export const direct =
  (route: Route): Route =>
  (request, response) =>
    isForwarded(request) ? answer(response, 404, 'not found') : route(request, response)

export function answer(response: ServerResponse, status: number, body: string | object): void {
  const isText = typeof body === 'string'
  response.writeHead(status, { 'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json' })
  response.end(isText ? `${body}\n` : JSON.stringify(body))
}

/** A small JSON body. Rejects what is larger than `limit` bytes or no JSON. */
export async function readJson(request: IncomingMessage, limit = 64 * 1024): Promise<unknown> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > limit) throw new RangeError('the body is too large')
    parts.push(part)
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown
}

/** Resolves with the port that was given. */
export function listen(server: Server, port: number, host?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}
