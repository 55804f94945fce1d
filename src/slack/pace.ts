/** How fast Slack lets us speak: one post a second in each channel, so many calls of a method a minute. Real time. */
import { setTimeout as pause } from 'node:timers/promises'

/** Slack counts when a post arrives; the margin covers how arrivals differ from departures, by a little. */
export const BETWEEN_POSTS_MS = 1_005
/** By so much of that a post is prepared before its lane is free: it leaves when its turn comes, not some work later. */
const AHEAD = 0.5
/** Slack allows short bursts: by so much the next may leave early when one left late, */
const MADE_UP = 0.05
/** and so much later than usual one may arrive without the next having to wait. */
const LATE = 0.1
/** chat.update is of tier 3: fifty a minute. */
const UPDATES_A_MINUTE = 48
const UPDATES_AT_ONCE = 10

export type Pace = {
  /** Waits until something may be said in the lane, which is now, then. @returns to be called once Slack has answered */
  turn(lane: string): Promise<() => void>
  /** A post is brought up to date now. */
  updated(): void
  /** Slack asks to wait with this lane. */
  hold(lane: string, ms: number): void
  /** Slack asks to wait with all updates. */
  holdUpdates(ms: number): void
  /** Lanes in which nothing may be said soon. */
  resting(): string[]
  mayUpdate(): boolean
  /** The next moment at which a lane rests no more, or updates are free. */
  nextFree(): number | undefined
}

/** When something may be said in a lane; and from when on it may be prepared. */
type Turn = { readonly readyAt: number; readonly freeAt: number }

export function createPace(
  now: () => number,
  betweenPosts = BETWEEN_POSTS_MS,
  wait: (ms: number) => Promise<void> = pause,
): Pace {
  const turns = new Map<string, Turn>()
  // Who may post faster than in Slack may update faster, too.
  const updatesAMinute = UPDATES_A_MINUTE * (BETWEEN_POSTS_MS / Math.max(1, betweenPosts))
  let quickestMs: number | undefined
  let tokens = UPDATES_AT_ONCE
  let countedAt = now()
  let updatesFreeAt = 0

  function refill() {
    tokens = Math.min(UPDATES_AT_ONCE, tokens + ((now() - countedAt) * updatesAMinute) / 60_000)
    countedAt = now()
  }
  function prune() {
    for (const [lane, { freeAt }] of turns) if (freeAt <= now() - betweenPosts * MADE_UP) turns.delete(lane)
  }
  const rest = (lane: string, freeAt: number, readyAt = freeAt) => {
    const { freeAt: free = 0, readyAt: ready = 0 } = turns.get(lane) ?? {}
    turns.set(lane, { freeAt: Math.max(free, freeAt), readyAt: Math.max(ready, readyAt) })
  }

  return {
    turn: async (lane) => {
      const dueAt = turns.get(lane)?.freeAt ?? now()
      if (dueAt > now()) await wait(dueAt - now())
      const leftAt = now()
      const freeAt = Math.max(dueAt, leftAt - betweenPosts * MADE_UP) + betweenPosts
      const usualMs = quickestMs ?? 0
      rest(lane, freeAt, freeAt - betweenPosts * AHEAD)
      return () => {
        const tookMs = now() - leftAt
        quickestMs = Math.min(quickestMs ?? tookMs, tookMs)
        const lateMs = Math.max(0, tookMs - usualMs - betweenPosts * LATE)
        rest(lane, freeAt + lateMs, freeAt + lateMs - betweenPosts * AHEAD)
      }
    },
    hold: (lane, ms) => rest(lane, now() + ms),
    holdUpdates: (ms) => {
      updatesFreeAt = Math.max(updatesFreeAt, now() + ms)
    },
    updated: () => {
      refill()
      tokens -= 1
    },
    resting: () => {
      prune()
      return [...turns].filter(([, { readyAt }]) => readyAt > now()).map(([lane]) => lane)
    },
    mayUpdate: () => {
      refill()
      return tokens >= 1 && now() >= updatesFreeAt
    },
    nextFree: () => {
      prune()
      refill()
      const forUpdates = tokens >= 1 ? updatesFreeAt : now() + ((1 - tokens) * 60_000) / updatesAMinute
      const ready = [...turns.values()].map(({ readyAt }) => readyAt)
      const moments = [...ready, forUpdates].filter((at) => at > now())
      return moments.length > 0 ? Math.min(...moments) : undefined
    },
  }
}
