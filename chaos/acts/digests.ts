/** The week's end, again and again: the clock jumps to the digest's hour and back. No story is in two digests. */
import { cast } from '../cast.ts'
import type { Company } from '../company.ts'
import type { Dice } from '../dice.ts'
import type { Act, Book } from './act.ts'

const WEEK_MS = 7 * 24 * 3_600_000

/** The first Friday, 16:00 in London, after some days of rest; on the safe side of the hour in summer and winter. */
export function fridayAfter(now: number, secondsPast: number, weeks = 0): string {
  const day = new Date(now)
  day.setUTCHours(16, 0, secondsPast, 0)
  day.setUTCDate(day.getUTCDate() + ((5 - day.getUTCDay() + 7) % 7))
  const friday = day.getTime() > now ? day.getTime() : day.getTime() + WEEK_MS
  return new Date(friday + weeks * WEEK_MS).toISOString()
}

export function openDigests(company: Company): Book {
  let jumps = 0

  function jump(dice: Dice): Act {
    const seconds = dice.between(0, 5)
    return {
      by: cast.host,
      what: `waits for Friday, 16:00:0${seconds}`,
      play: async () => {
        jumps += 1
        const at = fridayAfter(Date.now(), seconds)
        await Promise.all(company.machines.alive().map((one) => one.clock(at).catch(() => undefined)))
      },
    }
  }

  function audit(): string[] {
    const issued = company.read<{ id: string; said: number; to_at: string }>(
      `select digest_id as id, to_at,
         (select count(*) from deliveries where kind = 'digest' and subject_id = digest_id and post_id is null) as said
         from digest_issues`,
    )
    const runs = company.read<{ due_at: string; n: number }>(
      "select due_at, count(*) as n from job_runs where job = 'digest' and outcome = 'ran' group by 1 having n > 1",
    )
    const often = new Set(issued.map(({ to_at }) => to_at)).size
    return [
      ...(issued.length > often ? [`${issued.length} digests were issued at ${often} times`] : []),
      ...runs.map(({ due_at }) => `the digest of ${due_at} ran twice`),
      ...issued
        .filter(({ said }) => said !== 1)
        .map(({ id, said }) => `the digest ${id} is said ${said} times`),
    ]
  }

  return { name: 'digests', weight: 1, draw: jump, audit, tally: () => `${jumps} jumps` }
}

/** After the last digest: everything told is in one, and only what is there. */
export function auditWeek({ read }: Company): string[] {
  const left = read<{ words: string }>(
    `select words from stories where id not in (select story_id from digest_stories)
       and id not in (select story_id from retractions)`,
  )
  return left.map(({ words }) => `no digest has this story: ${words}`)
}
