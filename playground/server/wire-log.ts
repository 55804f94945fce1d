import type { Json } from './json.ts'

/** One request between Slack and the app, whoever began it. */
export type WireEntry = {
  id: number
  /** Real time, milliseconds since 1970. */
  at: number
  direction: 'to slack' | 'to app'
  kind: WireKind
  /** The method (`chat.postMessage`), the command (`/wow`), the type of payload or event. */
  name: string
  payload: Json
  answer?: unknown
  status?: number
  /** Until the answer, or the acknowledgement. */
  ms?: number
  error?: string
  /** Real Slack would have refused this, or the app broke a rule of the protocol. */
  refused: boolean
  /** A fault that somebody ordered. */
  fault?: string
  retry?: number
}

type WireKind =
  | 'web_api'
  | 'response_url'
  | 'upload'
  | 'download'
  | 'slash_commands'
  | 'interactive'
  | 'events_api'
  | 'socket'

type WireEnd = {
  answer?: unknown
  status?: number
  error?: string | undefined
  refused?: boolean
  fault?: string | undefined
}

export type WireLog = {
  begin(direction: WireEntry['direction'], kind: WireKind, name: string, payload: Json): WireEntry
  end(entry: WireEntry, end: WireEnd): void
  entries(): WireEntry[]
  clear(): void
}

/** Keeps the last `limit` entries (twice as many between two cleanings). */
export function createWireLog(now: () => number, limit: number, notify: (entry: WireEntry) => void): WireLog {
  let entries: WireEntry[] = []
  let count = 0
  return {
    begin(direction, kind, name, payload) {
      count += 1
      const entry: WireEntry = { id: count, at: now(), direction, kind, name, payload, refused: false }
      entries.push(entry)
      if (entries.length > 2 * limit) entries = entries.slice(-limit)
      return entry
    },
    end(entry, { answer, status, error, refused, fault }) {
      entry.ms = now() - entry.at
      if (answer !== undefined) entry.answer = answer
      if (status !== undefined) entry.status = status
      if (error !== undefined) entry.error = error
      if (refused) entry.refused = true
      if (fault !== undefined) entry.fault = fault
      notify(entry)
    },
    entries: () => entries,
    clear() {
      entries = []
    },
  }
}
