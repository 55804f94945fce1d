/** What Slack posts, read before Bolt reads it: a signed `null` would end the process there, where nobody catches. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isValidSlackRequest } from '@slack/bolt'

/** A view has at most 250 KB, and is percent-encoded. */
const MOST_BYTES = 2 * 1024 * 1024

/** A request whose body was read: Bolt finds it there, too. */
export type WithBody = IncomingMessage & { readonly rawBody: Buffer }
export type Listener = (request: WithBody, response: ServerResponse) => void

/** Hands a request on with its body; or answers 413 to one that is too large, and 400 to a signed one that is no object. */
export const withBody =
  (signingSecret: string, leftAlone: () => void, next: Listener) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const rawBody = await readBody(request)
    if (!rawBody) return end(response, 413)
    if (isNoObject(rawBody, request) && isSigned(signingSecret, rawBody, request)) {
      leftAlone()
      return end(response, 400)
    }
    next(Object.assign(request, { rawBody }), response)
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

/** How all that Slack posts begins, but commands: nothing else of it need be read to know that it is an object, or no JSON. */
const OBJECTS = [Buffer.from('{'), Buffer.from('payload=%7B')]

/** JSON, but `null` or a number. What is no JSON at all is refused by Bolt, and what begins so is an object or no JSON. */
function isNoObject(body: Buffer, { headers }: IncomingMessage): boolean {
  if (OBJECTS.some((begins) => body.subarray(0, begins.length).equals(begins))) return false
  const isForm = headers['content-type'] === 'application/x-www-form-urlencoded'
  const json = isForm ? new URLSearchParams(body.toString()).get('payload') : body.toString()
  if (json === null || json.trimStart().startsWith('{')) return false
  try {
    JSON.parse(json)
    return true
  } catch {
    return false
  }
}

function isSigned(signingSecret: string, body: Buffer, { headers }: IncomingMessage): boolean {
  return isValidSlackRequest({
    signingSecret,
    body: body.toString(),
    headers: {
      'x-slack-signature': String(headers['x-slack-signature']),
      'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
    },
  })
}

function end(response: ServerResponse, status: number): void {
  if (response.destroyed) return
  response.writeHead(status, { connection: 'close' }).end()
}
