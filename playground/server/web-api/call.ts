import type { Json } from '../json.ts'
import { Refusal, refusalWith } from '../refusal.ts'
import type { World } from '../world.ts'
import { createArgs } from './args.ts'
import type { Method, Methods } from './method.ts'

export type Reply = { status: number; headers: Record<string, string>; body: Json }

/** One call of the Web API, from the token to the answer; what Slack refuses is an answer too. */
export async function call(
  world: World,
  methods: Methods,
  name: string,
  token: string | undefined,
  raw: Json,
): Promise<Reply> {
  const found = methods[name]
  const headers = found ? scopeHeaders(world, found) : {}
  try {
    if (found === undefined) throw new Refusal('unknown_method', { req_method: name })
    authorize(world, found, token)
    const wait = world.rates.overMethod(name, found.tier)
    if (wait !== undefined) throw new Refusal('ratelimited', { retry_after: wait })
    checkRequired(found, raw)
    const answer = await found.run(world, createArgs(raw))
    return { status: 200, headers, body: { ok: true, ...answer } }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const body: Json = { ok: false, error: error.code, ...error.extra }
    const wait = error.extra.retry_after
    return error.code === 'ratelimited'
      ? {
          status: 429,
          headers: { ...headers, 'retry-after': String(wait) },
          body: { ok: false, error: error.code },
        }
      : { status: 200, headers, body }
  }
}

function authorize(world: World, method: Method, token: string | undefined): void {
  if (method.token === 'none') return
  const { tokens } = world
  if (token === undefined || token === '') throw new Refusal('not_authed')
  if (token !== tokens.bot && token !== tokens.app) throw new Refusal('invalid_auth')
  if (tokens.dead) throw new Refusal(tokens.dead)
  if ((token === tokens.app) !== (method.token === 'app')) throw new Refusal('not_allowed_token_type')
  if (method.scopes.length > 0 && !method.scopes.some((scope) => tokens.scopes.has(scope)))
    throw new Refusal('missing_scope', {
      needed: method.scopes.join(','),
      provided: [...tokens.scopes].join(','),
    })
}

function checkRequired(method: Method, raw: Json): void {
  const missing = method.required.filter((name) => {
    const value = raw[name]
    return value === undefined || value === null || value === ''
  })
  if (missing.length > 0)
    throw refusalWith(
      'invalid_arguments',
      missing.map((name) => `[ERROR] missing required field: ${name}`),
    )
}

function scopeHeaders(world: World, method: Method): Record<string, string> {
  return {
    'x-oauth-scopes': [...world.tokens.scopes].join(','),
    ...(method.scopes.length > 0 && { 'x-accepted-oauth-scopes': method.scopes.join(',') }),
  }
}
