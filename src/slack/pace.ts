/** How fast Slack lets us speak: one post a second in each channel, so many calls of a method a minute. Real time. */

/** Slack counts when a post arrives; the margin covers how arrivals differ from departures. */
export const BETWEEN_POSTS_MS = 1_010
/** chat.update is of tier 3: fifty a minute. */
const UPDATES_A_MINUTE = 48
const UPDATES_AT_ONCE = 10

export type Pace = {
  /** Something is said in the lane now. */
  spoke(lane: string): void
  /** A post is brought up to date now. */
  updated(): void
  /** Slack asks to wait with this lane. */
  hold(lane: string, ms: number): void
  /** Slack asks to wait with all updates. */
  holdUpdates(ms: number): void
  /** Lanes in which nothing may be said now. */
  resting(): string[]
  mayUpdate(): boolean
  /** The next moment at which a resting lane is free, or updates are. */
  nextFree(): number | undefined
}

export function createPace(now: () => number, betweenPosts = BETWEEN_POSTS_MS): Pace {
  const freeAt = new Map<string, number>()
  // Who may post faster than in Slack may update faster, too.
  const updatesAMinute = UPDATES_A_MINUTE * (BETWEEN_POSTS_MS / Math.max(1, betweenPosts))
  let tokens = UPDATES_AT_ONCE
  let countedAt = now()
  let updatesFreeAt = 0

  function refill() {
    tokens = Math.min(UPDATES_AT_ONCE, tokens + ((now() - countedAt) * updatesAMinute) / 60_000)
    countedAt = now()
  }
  function prune() {
    for (const [lane, at] of freeAt) if (at <= now()) freeAt.delete(lane)
  }
  const hold = (lane: string, ms: number) => freeAt.set(lane, Math.max(freeAt.get(lane) ?? 0, now() + ms))

  return {
    spoke: (lane) => void hold(lane, betweenPosts),
    hold: (lane, ms) => void hold(lane, ms),
    holdUpdates: (ms) => {
      updatesFreeAt = Math.max(updatesFreeAt, now() + ms)
    },
    updated: () => {
      refill()
      tokens -= 1
    },
    resting: () => {
      prune()
      return [...freeAt.keys()]
    },
    mayUpdate: () => {
      refill()
      return tokens >= 1 && now() >= updatesFreeAt
    },
    nextFree: () => {
      prune()
      refill()
      const forUpdates = tokens >= 1 ? updatesFreeAt : now() + ((1 - tokens) * 60_000) / updatesAMinute
      const moments = [...freeAt.values(), forUpdates].filter((at) => at > now())
      return moments.length > 0 ? Math.min(...moments) : undefined
    },
  }
}
