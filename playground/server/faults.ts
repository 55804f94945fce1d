import type { Json } from './json.ts'

/**
 * What can be made to go wrong with a call. Without `_after` the call has no effect; with it, the effect happens and
 * only the answer goes wrong, which the app cannot tell apart.
 */
export type FaultKind =
  | '500'
  | '500_after'
  | '429'
  | 'reset_before'
  | 'reset_after'
  | 'delay'
  | 'delay_after'
  | 'hang_before'
  | 'hang_after'
  | 'html'
  | 'html_after'
  | 'garbage'
  | 'garbage_after'
  | 'error'
  | OnTheWay

/**
 * What can go wrong on the way to the app, for `events_api`, `interactive` and `slash_commands`: it never arrives; it
 * arrives, and Slack does not hear that; it arrives `ms` later, when others have overtaken it; it arrives twice at once.
 */
export type OnTheWay = 'lost' | 'unheard' | 'late' | 'twice'
const onTheWay: readonly string[] = ['lost', 'unheard', 'late', 'twice'] satisfies OnTheWay[]

export type Fault = {
  kind: FaultKind
  /** Seconds, for `429`. */
  retryAfter?: number
  /** For `delay` and `late`. */
  ms?: number
  /** Slack's error code, for `error`. */
  error?: string
  /** How often; once unless told, `Infinity` for ever. */
  times?: number
  /** Only calls whose arguments please. */
  when?: (args: Json) => boolean
}

/** What Slack sends by itself; `*` means what it is asked. */
const SENT: ReadonlySet<string> = new Set(['events_api', 'interactive', 'slash_commands'])

export type Faults = {
  /** The next call of the method (or `*`, `response_url`, `upload`, `download`), or the next thing sent, goes wrong like this. */
  next(method: string, fault: Fault): void
  clear(method?: string): void
  /** Internal: the fault that strikes this call, used up by asking. */
  take(method: string, args: Json): Fault | undefined
  pending(): { method: string; fault: Fault }[]
}

export function createFaults(): Faults {
  let pending: { method: string; fault: Fault; left: number }[] = []
  return {
    next(method, fault) {
      pending.push({ method, fault, left: fault.times ?? 1 })
    },
    clear(method) {
      pending = method === undefined ? [] : pending.filter((entry) => entry.method !== method)
    },
    take(method, args) {
      const found = pending.find(
        (entry) =>
          (entry.method === method || (entry.method === '*' && !SENT.has(method))) &&
          onTheWay.includes(entry.fault.kind) === SENT.has(method) &&
          (entry.fault.when?.(args) ?? true),
      )
      if (found === undefined) return undefined
      found.left -= 1
      if (found.left <= 0) pending = pending.filter((entry) => entry !== found)
      return found.fault
    },
    pending: () => pending.map(({ method, fault }) => ({ method, fault })),
  }
}
