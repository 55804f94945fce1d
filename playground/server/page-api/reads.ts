/** What each person has read, by channel: the ts of the last message. */
export type Reads = {
  of(user: string): Record<string, string>
  mark(user: string, channel: string, ts: string): void
}

export function createReads(): Reads {
  const byUser = new Map<string, Record<string, string>>()
  return {
    of: (user) => byUser.get(user) ?? {},
    mark(user, channel, ts) {
      const known = byUser.get(user) ?? {}
      if ((known[channel] ?? '') < ts) byUser.set(user, { ...known, [channel]: ts })
    },
  }
}
