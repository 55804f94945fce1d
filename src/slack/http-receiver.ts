/**
 * Slack over HTTP, as a receiver of Bolt's. Bolt's own reads a form twice and takes seven times as long for a signature,
 * and a signed `null` would end the process there, where nobody catches.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { App, Receiver, ReceiverEvent } from '@slack/bolt'
import { createSignatureCheck } from './signature.ts'

/** A view has at most 250 KB, and is percent-encoded. */
const MOST_BYTES = 2 * 1024 * 1024
/** Slack waits so long for an acknowledgement. */
const MOST_MS = 3_000

export type HttpReceiver = {
  readonly receiver: Receiver
  /** For `POST /slack/events`. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

type Refusals = {
  /** @returns with which status to answer */
  readonly failed: (error: unknown) => number
  readonly unsigned: () => void
  /** Signed, but no object in JSON or a form. @returns with which status to answer */
  readonly strange: () => number
  /** Nobody acknowledged it within the time that Slack waits. */
  readonly late: () => void
}

export function createHttpReceiver(signingSecret: string, refusals: Refusals): HttpReceiver {
  const isSigned = createSignatureCheck(signingSecret)
  let take: (event: ReceiverEvent) => Promise<void> = async () => {}
  return {
    receiver: {
      init: (app: App) => {
        take = (event) => app.processEvent(event)
      },
      start: async () => undefined, // the port is the whole process's
      stop: async () => undefined,
    },
    handle: async (request, response) => {
      const raw = await readBody(request)
      if (!raw) return end(response, 413)
      if (!isSigned(raw, request.headers)) {
        if (isForm(request) && isTlsCheck(formIn(raw))) return end(response, 200)
        refusals.unsigned()
        return end(response, 401)
      }
      const body = objectIn(raw, request)
      if (!body) return end(response, refusals.strange())
      if (isTlsCheck(body)) return end(response, 200)
      if (body.type === 'url_verification') return end(response, 200, { challenge: body.challenge })
      const timer = setTimeout(() => {
        if (response.headersSent) return
        refusals.late()
        end(response, 503)
      }, MOST_MS)
      try {
        await take({ body, ack: async (answer) => end(response, 200, answer) })
      } catch (error) {
        end(response, refusals.failed(error))
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

/** All of it; undefined when it is too large, or broken off. */
function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size <= MOST_BYTES) parts.push(part)
      else resolve(undefined)
    })
    request.once('end', () => resolve(Buffer.concat(parts)))
    request.once('close', () => resolve(undefined))
    request.once('error', () => resolve(undefined))
  })
}

type Body = { readonly [key: string]: unknown }

/** Slack posts events as JSON; commands as a form; and what people do in the payload of one. */
function objectIn(raw: Buffer, request: IncomingMessage): Body | undefined {
  if (!isForm(request)) return jsonIn(raw.toString())
  const form = formIn(raw)
  return typeof form.payload === 'string' ? jsonIn(form.payload) : form
}

function jsonIn(text: string): Body | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : undefined
  } catch {
    return undefined
  }
}

const isForm = ({ headers }: IncomingMessage): boolean =>
  headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false

const formIn = (raw: Buffer): Body => Object.fromEntries(new URLSearchParams(raw.toString()))

/** Slack looks whether TLS works, unsigned: https://docs.slack.dev/interactivity/implementing-slash-commands */
const isTlsCheck = ({ ssl_check }: Body): boolean => ssl_check === '1'

/** Once; what comes after it, nobody waits for any more. */
function end(response: ServerResponse, status: number, answer?: unknown): void {
  if (response.headersSent || response.destroyed) return
  const refused = status >= 400 ? { connection: 'close' } : {}
  if (!answer) return void response.writeHead(status, { 'content-length': 0, ...refused }).end()
  if (typeof answer === 'string') return void response.writeHead(status).end(answer)
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
}
