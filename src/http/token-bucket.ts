/** How much each may send: a burst, and then so many a second. Kept in memory: a restart forgets it. */
export type Rate = { readonly burst: number; readonly perSecond: number }

/** @returns for each call 0 when it may be taken, else after how many seconds to come again */
export function tokenBuckets({ burst, perSecond }: Rate): (key: string, nowMs: number) => number {
  const buckets = new Map<string, { left: number; at: number }>()
  return (key, nowMs) => {
    const bucket = buckets.get(key) ?? { left: burst, at: nowMs }
    const refilled = bucket.left + (Math.max(0, nowMs - bucket.at) / 1000) * perSecond
    bucket.left = Math.min(burst, refilled)
    bucket.at = nowMs
    buckets.set(key, bucket)
    if (bucket.left < 1) return Math.max(1, Math.ceil((1 - bucket.left) / perSecond))
    bucket.left -= 1
    return 0
  }
}
