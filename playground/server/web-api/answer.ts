import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from '../faults.ts'
import { asText, type Json } from '../json.ts'
import type { WireEntry } from '../wire-log.ts'
import type { World } from '../world.ts'
import type { Reply } from './call.ts'
import { TRUNCATED } from './chat.ts'

const HTML = '<!DOCTYPE html><html><head><title>Slack</title></head><body>Server Error</body></html>'

/**
 * Answers a call: runs it, unless a fault strikes first, and sends what came of it, unless a fault strikes then.
 * Everything is written down.
 */
export async function answer(
  world: World,
  response: ServerResponse,
  entry: WireEntry,
  fault: Fault | undefined,
  run: () => Promise<Reply>,
): Promise<void> {
  const after = fault?.kind.endsWith('_after') ?? false
  if (fault && !after && (await strike(world, response, entry, fault))) return
  const reply = await run()
  const error = problemOf(reply.body)
  const end = {
    answer: reply.body,
    status: reply.status,
    error,
    refused: error !== undefined,
    fault: fault?.kind,
  }
  if (fault && after && (await strike(world, response, entry, fault))) return world.log.end(entry, end)
  send(response, reply.status, reply.headers, JSON.stringify(reply.body))
  world.log.end(entry, end)
}

/** What Slack refused, or took only in part. */
function problemOf(body: Json): string | undefined {
  if (body.ok === false) return asText(body.error)
  return body.warning === TRUNCATED ? TRUNCATED : undefined
}

/** Lets the fault happen; true when it was the answer, or the end of the connection. */
async function strike(
  world: World,
  response: ServerResponse,
  entry: WireEntry,
  fault: Fault,
): Promise<boolean> {
  const done = (status: number, body: string, headers: Record<string, string> = {}): true => {
    send(response, status, headers, body)
    world.log.end(entry, { status, answer: body, fault: fault.kind })
    return true
  }
  const kind = fault.kind.replace('_after', '')
  switch (kind) {
    case '500':
      return done(500, HTML, { 'content-type': 'text/html' })
    case '429':
      return done(429, '{"ok":false,"error":"ratelimited"}', { 'retry-after': String(fault.retryAfter ?? 1) })
    case 'html':
      return done(200, HTML, { 'content-type': 'text/html' })
    case 'garbage':
      return done(200, '{"ok":true,"chan')
    case 'error':
      return done(200, JSON.stringify({ ok: false, error: fault.error ?? 'internal_error' } satisfies Json))
    case 'delay':
      await sleep(fault.ms ?? 1000, undefined, { ref: false })
      return false
    default:
      if (!kind.startsWith('hang')) response.destroy()
      world.log.end(entry, { fault: fault.kind })
      return true
  }
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: string): void {
  if (response.destroyed) return
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(body)
}
