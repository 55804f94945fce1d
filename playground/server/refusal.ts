import type { Json } from './json.ts'

/** Slack says no: `{ ok: false, error: code, …extra }`. */
export class Refusal extends Error {
  readonly code: string
  readonly extra: Json

  constructor(code: string, extra: Json = {}) {
    super(code)
    this.code = code
    this.extra = extra
  }
}

/** A refusal that names the places, as Block Kit and argument errors do. */
export const refusalWith = (code: string, messages: string[]): Refusal =>
  new Refusal(code, { response_metadata: { messages } })
