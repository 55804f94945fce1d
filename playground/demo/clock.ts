/** Civil time of the playground: Slack's, and Plaudit's that follows. */
export type DemoClock = {
  now(): number
  /** Makes it later (or, before anybody is there, earlier), for Slack first and then for who follows. */
  set(at: number): Promise<void>
  /** As `set`, for Slack alone: nothing is due by then. */
  jumpTo(at: number): void
  follow(follower: (at: number) => Promise<void>): void
}

export function createDemoClock(start: number): DemoClock {
  let ahead = start - Date.now()
  let follower: ((at: number) => Promise<void>) | undefined
  const clock: DemoClock = {
    now: () => Date.now() + ahead,
    async set(at) {
      clock.jumpTo(at)
      await follower?.(at)
    },
    jumpTo(at) {
      ahead = at - Date.now()
    },
    follow(next) {
      follower = next
    },
  }
  return clock
}

/** The Thursday of the week that `real` is in, at 14:02 in London: Friday's digest is one jump away. */
export function thursdayAfternoon(real: number): number {
  const day = new Date(real)
  const weekday = day.getUTCDay() || 7
  const thursday = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + 4 - weekday, 14, 2)
  return thursday - londonAhead(thursday)
}

const londonAhead = (at: number): number => {
  const hour = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: 'numeric',
    hourCycle: 'h23',
  })
  return (Number(hour.format(at)) - new Date(at).getUTCHours()) * 3_600_000
}
