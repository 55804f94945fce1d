import { useSyncExternalStore } from 'react'
import type { ShownMessage, State, Update } from '../../server/page-api/shapes.ts'

const WIRE_LINES = 150

/** What the person sees, as last told by the server; undefined until it has spoken once. */
let state: State | undefined
/** When the clock was last told, by the page's own stopwatch. */
let clockToldAt = 0
const listeners = new Set<() => void>()

export function applyUpdate(update: Update): void {
  if (update.kind === 'state') applyPart(update.part)
  else if (state) state = update.kind === 'wire' ? withLine(state, update) : withMessage(state, update)
  for (const listener of listeners) listener()
}

function applyPart(part: Partial<State>): void {
  if (part.clock) clockToldAt = performance.now()
  // The first word after opening or after a change of person carries everything.
  state = part.me === undefined && state ? { ...state, ...part } : (part as State)
}

function withLine(now: State, { line }: Extract<Update, { kind: 'wire' }>): State {
  return { ...now, wire: [...now.wire.slice(1 - WIRE_LINES), line] }
}

function withMessage(now: State, update: Extract<Update, { kind: 'message' }>): State {
  const known = now.messages[update.channel] ?? []
  return { ...now, messages: { ...now.messages, [update.channel]: placed(known, update) } }
}

function placed(
  known: ShownMessage[],
  { ts, message }: Extract<Update, { kind: 'message' }>,
): ShownMessage[] {
  const at = known.findIndex((entry) => entry.ts === ts)
  if (message === null) return known.filter((entry) => entry.ts !== ts)
  if (at >= 0) return known.with(at, message)
  const after = known.findLastIndex((entry) => entry.ts < ts) + 1
  return known.toSpliced(after, 0, message)
}

/** A part of what the person sees; the component is drawn again when that part changes. */
export const useSeen = <T>(select: (state: State) => T): T =>
  useSyncExternalStore(subscribe, () => select(seen()))

export const useIsConnected = (): boolean => useSyncExternalStore(subscribe, () => state !== undefined)

/** Outside of drawing: what the person sees right now. */
export function seen(): State {
  if (state === undefined) throw new Error('nothing was told yet')
  return state
}

/** Civil time in the pretend Slack, milliseconds; it runs on between two words of the server. */
export const civilNow = (): number => seen().clock.at + performance.now() - clockToldAt

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
