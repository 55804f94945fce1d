import type { Json } from '../json.ts'
import type { Tier } from '../rates.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { Args } from './args.ts'

export type Answer = Json

/** A Web API method: who may call it, how often, with what, and what it does. */
export type Method = {
  /** One of these is enough; none needed when empty. */
  scopes: string[]
  required: string[]
  tier: Tier
  token: 'bot' | 'app' | 'none'
  run(world: World, args: Args): Answer | Promise<Answer>
}

export type Methods = Record<string, Method>

export function method(
  tier: Tier,
  scopes: string[],
  required: string[],
  run: Method['run'],
  token: Method['token'] = 'bot',
): Method {
  return { tier, scopes, required, run, token }
}

/** Throws missing_scope unless the token holds the scope. */
export function needScope(world: World, scope: string): void {
  const { scopes } = world.tokens
  if (!scopes.has(scope))
    throw new Refusal('missing_scope', { needed: scope, provided: [...scopes].join(',') })
}

/** One page of a list, by Slack's opaque cursors. */
export function paged<T>(all: T[], args: Args, most: number, otherwise: number): { page: T[]; next: string } {
  const cursor = args.text('cursor') ?? ''
  const start = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString().replace('next:', ''))
  if (!Number.isInteger(start) || start < 0) throw new Refusal('invalid_cursor')
  const limit = Math.min(Math.max(1, args.number('limit', otherwise) || otherwise), most)
  const end = start + limit
  const next = end < all.length ? Buffer.from(`next:${end}`).toString('base64') : ''
  return { page: all.slice(start, end), next }
}
