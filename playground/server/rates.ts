/** Slack's rate tiers: calls a minute, per method, workspace and app. `special` methods have rules of their own. */
export type Tier = 'tier 1' | 'tier 2' | 'tier 3' | 'tier 4' | 'special'

export type RateSetting = 'real' | 'off' | { postsPerSecond: number }

const PER_MINUTE: Record<Tier, number> = {
  'tier 1': 1,
  'tier 2': 20,
  'tier 3': 50,
  'tier 4': 100,
  special: Number.POSITIVE_INFINITY,
}
/** Two posts may arrive this much closer together than they were sent. */
const POST_TOLERANCE_MS = 200

export type Rates = {
  setting: RateSetting
  /** Seconds to wait, when this call of a method is one too many. */
  overMethod(method: string, tier: Tier): number | undefined
  /** Seconds to wait, when this post into a channel comes too soon. */
  overPost(channel: string): number | undefined
}

export function createRates(setting: RateSetting, now: () => number): Rates {
  const calls = new Map<string, number[]>()
  const nextPost = new Map<string, number>()
  const rates: Rates = {
    setting,
    overMethod(method, tier) {
      if (rates.setting !== 'real') return undefined
      const limit = PER_MINUTE[tier]
      if (!Number.isFinite(limit)) return undefined
      const time = now()
      const recent = (calls.get(method) ?? []).filter((at) => at > time - 60_000)
      calls.set(method, recent)
      const oldest = recent[0]
      if (recent.length >= limit && oldest !== undefined) return seconds(oldest + 60_000 - time)
      recent.push(time)
      return undefined
    },
    overPost(channel) {
      if (rates.setting === 'off') return undefined
      const gap = rates.setting === 'real' ? 1000 : 1000 / rates.setting.postsPerSecond
      const tolerance = Math.min(POST_TOLERANCE_MS, gap / 5)
      const time = now()
      const due = nextPost.get(channel) ?? 0
      if (time < due - tolerance) return seconds(due - time)
      nextPost.set(channel, Math.max(time, due) + gap)
      return undefined
    },
  }
  return rates
}

const seconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1000))
