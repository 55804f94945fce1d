/** `POST /praise`: customers' words from other systems. Its page is docs/praise.md; on disk before it is answered. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Problem, Problems } from '../domain/problem.ts'
import type { Meter } from '../meter.ts'
import type { Plaudit } from '../usecases/plaudit.ts'
import { type Received, receivePraise } from '../usecases/praises.ts'
import { listOpenSources } from '../usecases/sources.ts'
import { wordingFor } from '../wording/index.ts'
import { complaintAbout, readPraiseBody } from './praise-body.ts'
import { doubtAbout, type Sender, senderOf } from './praise-sender.ts'
import { answer, type Route } from './server.ts'
import { type Rate, tokenBuckets } from './token-bucket.ts'

const w = wordingFor()
const s = w.praiseDoor
const MOST_BYTES = 256 * 1024
/** Once closed, how long a sender has to read why. */
const LINGER_MS = 500

export type DoorOptions = {
  /** Each source's: a mailing list that is imported at once goes through, a loop that went wild does not. */
  readonly rate: Rate
  /** A body that takes longer is not waited for. */
  readonly bodyMs: number
}
const usual: DoorOptions = { rate: { burst: 10_000, perSecond: 20 }, bodyMs: 15_000 }

export type Door = {
  readonly route: Route
  /** Takes nothing more. Resolves when everything that was taken is answered. */
  readonly finish: () => Promise<void>
}

/** It is refused, and why. `retryAfter` in seconds. */
class Refused extends Error {
  readonly status: number
  readonly reason: string
  readonly retryAfter: number | undefined

  constructor(status: number, reason: string, retryAfter?: number) {
    super(reason)
    this.status = status
    this.reason = reason
    this.retryAfter = retryAfter
  }
}

export function createDoor(app: Plaudit, meter: Meter, options: Partial<DoorOptions> = {}): Door {
  const { rate, bodyMs } = { ...usual, ...options }
  const waitFor = tokenBuckets(rate)
  const underWay = new Set<Promise<void>>()
  let isClosed = false

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const type = request.headers['content-type'] ?? ''
    if (!isJson(type) || request.headers['content-encoding']) throw new Refused(415, s.notJson)
    if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw new Refused(413, s.tooLarge)
    const now = Date.parse(app.clock.real())
    const doubt = doubtAbout(request, now)
    if (doubt) throw new Refused(401, s.doubts[doubt])
    const body = await readBody(request, bodyMs)
    const sender = senderOf(request, body, await listOpenSources(app))
    if (!sender) throw new Refused(401, s.unknownSender)
    const seconds = waitFor(sender.source.id, now)
    if (seconds > 0) throw new Refused(429, s.tooMany, seconds)
    const input = readPraiseBody(body, w)
    if ('reason' in input) return complain(response, input)
    await keep(response, sender, input)
  }

  async function keep(
    response: ServerResponse,
    { source, webhookId }: Sender,
    input: Exclude<ReturnType<typeof readPraiseBody>, { reason: string }>,
  ): Promise<void> {
    try {
      const received = await receivePraise(app, { sourceId: source.id, input, webhookId })
      const { status, body } = receipt(received)
      meter.praiseAnswered(body.status)
      answer(response, status, body)
    } catch (error) {
      const problem = error instanceof Problems ? error.problems[0] : error
      if (!(problem instanceof Problem)) throw error
      complain(response, complaintAbout(problem, w))
    }
  }

  function complain(response: ServerResponse, complaint: { field: string; reason: string }): void {
    meter.praiseAnswered('invalid')
    answer(response, 400, { field: complaint.field, reason: complaint.reason })
  }

  const route: Route = (request, response) => {
    if (isClosed) return closedDoor(request, response)
    const work = take(request, response).catch((error: unknown) => {
      const refused = error instanceof Refused ? error : whenBusy(error)
      if (!refused) throw error
      meter.praiseAnswered('refused')
      refuse(request, response, refused)
    })
    const settled = work.catch(() => undefined).finally(() => underWay.delete(settled))
    underWay.add(settled)
    return work
  }

  return {
    route,
    finish: async () => {
      isClosed = true
      await Promise.all(underWay)
    },
  }
}

/** Before the database is open, and while Plaudit stops: the sender keeps it, and comes again. */
export const closedDoor: Route = (request, response) =>
  refuse(request, response, new Refused(503, s.notReady, 10))

/** What it is now: `received` and `not_celebrated` when it is new, else what became of it. */
function receipt({ id, isNew, state }: Received) {
  if (!isNew) return { status: 200, body: { id, status: 'duplicate', became: state } }
  return state === 'not_celebrated'
    ? { status: 200, body: { id, status: state } }
    : { status: 202, body: { id, status: 'received' } }
}

/** The disk is full, or another process writes: nothing was kept, and the sender does well to try again. */
function whenBusy(error: unknown): Refused | undefined {
  const code = String((error as { code?: unknown }).code ?? '')
  return /^SQLITE_(?:BUSY|FULL|IOERR)/.test(code) ? new Refused(503, s.notReady, 10) : undefined
}

/** `application/json`, or a type that says that it is JSON, in UTF-8. */
const isJson = (type: string): boolean =>
  /^application\/(?:json|[\w.-]+\+json)\s*(?:;|$)/i.test(type) &&
  /charset\s*=\s*"?utf-8"?/i.test(type.includes('charset') ? type : 'charset=utf-8')

/** All of it, or a refusal as soon as it is too large or too slow. */
function readBody(request: IncomingMessage, ms: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    const timer = setTimeout(() => end(new Refused(408, s.tooSlow)), ms)
    const end = (error?: Error) => {
      clearTimeout(timer)
      request.removeAllListeners('data')
      if (error) {
        request.pause()
        reject(error)
      } else resolve(Buffer.concat(parts))
    }
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size > MOST_BYTES) return end(new Refused(413, s.tooLarge))
      parts.push(part)
    })
    request.once('end', () => end())
    request.once('error', () => end(new Refused(400, s.brokenOff)))
    request.once('close', () => end(new Refused(400, s.brokenOff)))
  })
}

/** Says why, and reads nothing more. */
function refuse(request: IncomingMessage, response: ServerResponse, refused: Refused): void {
  if (response.headersSent || response.destroyed) return
  response.setHeader('connection', 'close')
  if (refused.retryAfter) response.setHeader('retry-after', String(refused.retryAfter))
  if (refused.status === 401) response.setHeader('www-authenticate', 'Bearer')
  response.once('finish', () => setTimeout(() => request.destroy(), LINGER_MS).unref())
  answer(response, refused.status, { reason: refused.reason })
}
