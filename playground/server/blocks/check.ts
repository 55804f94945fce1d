import { codePoints, isObject, type Json } from '../json.ts'

export type Surface = 'message' | 'modal' | 'home'

/** One validation under way: where it looks, what it found. */
export type Check = {
  surface: Surface
  problems: string[]
  /** Whether a block may show this file; undefined when files are not looked at. */
  mayShowFile: ((file: Json) => boolean) | undefined
  focused: number
}

/** Looks at one value and reports what Slack would complain about. */
export type Rule = (check: Check, at: string, value: unknown) => void

export const newCheck = (surface: Surface, mayShowFile?: Check['mayShowFile']): Check => ({
  surface,
  problems: [],
  mayShowFile,
  focused: 0,
})

export function report(check: Check, at: string, problem: string): void {
  check.problems.push(`[ERROR] ${problem} [json-pointer:${at}]`)
}

/** An object with these properties and no others. */
export function shape(rules: Record<string, Rule>, required: string[], also?: ObjectRule): Rule {
  return (check, at, value) => {
    if (!isObject(value)) return report(check, at, 'must provide an object')
    for (const name of required)
      if (value[name] === undefined || value[name] === null)
        report(check, at, `missing required field: ${name}`)
    for (const [name, entry] of Object.entries(value)) {
      const rule = rules[name]
      if (rule === undefined) report(check, at, `invalid additional property: ${name}`)
      else if (entry !== undefined && entry !== null) rule(check, `${at}/${name}`, entry)
    }
    also?.(check, at, value)
  }
}

export type ObjectRule = (check: Check, at: string, value: Json) => void

export function string(max = Number.POSITIVE_INFINITY, min = 0, pattern?: RegExp): Rule {
  return (check, at, value) => {
    if (typeof value !== 'string') return report(check, at, 'must provide a string')
    const length = codePoints(value)
    if (length > max) report(check, at, `must be less than ${max + 1} characters`)
    if (length < min) report(check, at, `must be more than ${min - 1} characters`)
    if (pattern && !pattern.test(value)) report(check, at, 'does not match the format')
  }
}

export const boolean: Rule = (check, at, value) => {
  if (typeof value !== 'boolean') report(check, at, 'must be a boolean')
}

export const integer =
  (min: number, max: number): Rule =>
  (check, at, value) => {
    if (!Number.isInteger(value)) return report(check, at, 'must be an integer')
    if (Number(value) < min) report(check, at, `must be at least ${min}`)
    if (Number(value) > max) report(check, at, `must be at most ${max}`)
  }

export const oneOf =
  (...allowed: unknown[]): Rule =>
  (check, at, value) => {
    if (!allowed.includes(value)) report(check, at, `must be one of: ${allowed.join(', ')}`)
  }

export function list(item: Rule, min: number, max: number): Rule {
  return (check, at, value) => {
    if (!Array.isArray(value)) return report(check, at, 'must be an array')
    if (value.length < min) report(check, at, `no less than ${min} items required`)
    if (value.length > max) report(check, at, `no more than ${max} items allowed`)
    for (const [index, entry] of value.entries()) item(check, `${at}/${index}`, entry)
  }
}

export const anything: Rule = () => {}

/** A rule chosen by the object's `type`. */
export function byType(rules: Record<string, Rule>): Rule {
  return (check, at, value) => {
    if (!isObject(value)) return report(check, at, 'must provide an object')
    const rule = rules[String(value.type)]
    if (rule === undefined) return report(check, `${at}/type`, `unsupported type: ${String(value.type)}`)
    rule(check, at, value)
  }
}
