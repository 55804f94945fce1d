import { isObject, type Json, parseJson } from '../json.ts'
import { Refusal, refusalWith } from '../refusal.ts'

/** The arguments of a call, sent as a form (all texts) or as JSON. */
export type Args = {
  raw: Json
  has(name: string): boolean
  text(name: string): string | undefined
  flag(name: string): boolean
  number(name: string, otherwise: number): number
  /** An object or array, sent as such or as JSON text; `broken` is Slack's error when it is neither. */
  json(name: string, broken: string): unknown
}

export function createArgs(raw: Json): Args {
  return {
    raw,
    has: (name) => raw[name] !== undefined && raw[name] !== null && raw[name] !== '',
    text(name) {
      const value = raw[name]
      return typeof value === 'number' ? String(value) : typeof value === 'string' ? value : undefined
    },
    flag: (name) => raw[name] === true || raw[name] === 'true' || raw[name] === '1' || raw[name] === 1,
    number(name, otherwise) {
      const value = raw[name]
      if (value === undefined || value === '') return otherwise
      const number = Number(value)
      if (!Number.isFinite(number))
        throw refusalWith('invalid_arguments', [`[ERROR] must be a valid integer [json-pointer:/${name}]`])
      return number
    },
    json(name, broken) {
      const value = raw[name]
      if (value === undefined || value === null || value === '') return undefined
      const parsed = typeof value === 'string' ? parseJson(value) : value
      if (!isObject(parsed) && !Array.isArray(parsed)) throw new Refusal(broken)
      return parsed
    },
  }
}
