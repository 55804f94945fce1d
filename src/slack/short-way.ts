/**
 * The short way of an event over HTTP. Most of what Slack sends are events, they come in storms, and nothing that Bolt does
 * for a request is needed by them: a timer, a second reading, listeners.
 */
import type { ServerResponse } from 'node:http'
import type { Listener, WithBody } from './http-body.ts'
import type { createSignatureCheck } from './signature.ts'

/** Keeps an event and acknowledges it. Resolves with false when it is none that is kept; rejects when it cannot be kept. */
export type Hear = (body: unknown, ack: () => Promise<void>) => Promise<boolean>

/** Answers events that Slack signed, with 503 when they cannot be kept; `next` is asked about everything else. */
export function shortWay(
  isSigned: ReturnType<typeof createSignatureCheck>,
  hear: Hear,
  onFault: (error: unknown) => void,
  next: Listener,
): Listener {
  return async (request, response) => {
    const body = jsonIn(request)
    if (body === undefined || !isSigned(request.rawBody, request.headers)) return next(request, response)
    try {
      if (!(await hear(body, async () => end(response, 200)))) next(request, response)
    } catch (error) {
      onFault(error)
      end(response, 503)
    }
  }
}

function jsonIn({ headers, rawBody }: WithBody): unknown {
  if (headers['content-type'] !== 'application/json') return undefined
  try {
    return JSON.parse(rawBody.toString()) as unknown
  } catch {
    return undefined
  }
}

function end(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status, { 'content-length': 0 }).end()
}
