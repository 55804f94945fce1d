/** Civil time of the playground: Slack's and Plaudit's together. */
export type DemoClock = {
  now(): number
  /** Makes it later (or, before anybody is there, earlier), for Slack first and then for whoever follows. */
  set(at: number): Promise<void>
  follow(follower: (at: number) => Promise<void>): void
}

export function createDemoClock(start: number): DemoClock {
  let ahead = start - Date.now()
  let followers: ((at: number) => Promise<void>)[] = []
  return {
    now: () => Date.now() + ahead,
    async set(at) {
      ahead = at - Date.now()
      for (const follower of followers) await follower(at)
    },
    follow(follower) {
      followers = [...followers, follower]
    },
  }
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
