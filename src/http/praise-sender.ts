/**
 * From which source a request comes. One that signs is known by whose secret fits, by the Standard Webhooks
 * specification; one that cannot is known by its token, which only travels encrypted. `?source=NAME` narrows where to look.
 */
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Webhook } from 'standardwebhooks'
import type { OpenSource } from '../usecases/sources.ts'
import { isFromThisMachine } from './server.ts'

/** Signed requests are as fresh as this, in seconds. */
const TOLERANCE = 5 * 60
const LONGEST_ID = 300

export type Sender = { readonly source: OpenSource; readonly webhookId?: string }
/** What is wrong before the body was read: the key of its sentence. */
export type Doubt = 'unsigned' | 'stale' | 'plain'

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

const tokenIn = (request: IncomingMessage): string | undefined =>
  /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]

/** What can be said without the body: nobody reads megabytes for who cannot be known anyway. */
export function doubtAbout(request: IncomingMessage, nowMs: number): Doubt | undefined {
  if (header(request, 'webhook-signature')) {
    const at = header(request, 'webhook-timestamp') ?? ''
    const id = header(request, 'webhook-id') ?? ''
    if (!/^\d{1,12}$/.test(at) || id === '' || id.length > LONGEST_ID) return 'unsigned'
    return Math.abs(nowMs / 1000 - Number(at)) > TOLERANCE ? 'stale' : undefined
  }
  if (!tokenIn(request)) return 'unsigned'
  return isEncrypted(request) ? undefined : 'plain'
}

/** A proxy says how the request reached it; without one, only this machine itself may speak plainly. */
function isEncrypted(request: IncomingMessage): boolean {
  const proto = header(request, 'x-forwarded-proto')
  if (proto !== undefined) return proto.split(',')[0]?.trim().toLowerCase() === 'https'
  return isFromThisMachine(request)
}

/** Undefined: nobody we know. */
export function senderOf(
  request: IncomingMessage,
  body: Buffer,
  sources: readonly OpenSource[],
): Sender | undefined {
  const named = new URL(request.url ?? '/', 'http://localhost').searchParams.get('source')
  const asked = named === null ? sources : sources.filter(({ name }) => name === named)
  const webhookId = header(request, 'webhook-id')
  const isTheirs = header(request, 'webhook-signature') ? signed(request, body) : hasToken(request)
  const source = asked.find(isTheirs)
  if (!source) return undefined
  return { source, ...(webhookId && webhookId.length <= LONGEST_ID ? { webhookId } : {}) }
}

function signed(request: IncomingMessage, body: Buffer): (source: OpenSource) => boolean {
  const payload = body.toString('utf8')
  const headers = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [
      name,
      header(request, name) ?? '',
    ]),
  )
  return ({ secrets }) =>
    secrets.some((secret) => {
      try {
        new Webhook(secret).verify(payload, headers, { jsonParse: false })
        return true
      } catch {
        return false
      }
    })
}

/** Hashes are compared, so that how long it takes says nothing about the token. */
function hasToken(request: IncomingMessage): (source: OpenSource) => boolean {
  const hash = createHash('sha256')
    .update(tokenIn(request) ?? '')
    .digest('hex')
  return ({ tokenHashes }) => tokenHashes.includes(hash)
}
