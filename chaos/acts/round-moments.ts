/** When the moments of a round are, on the wall and as they are stored. */
import type { RoundState } from '../../src/domain/round.ts'
import { addTo, dayOf, type Instant, timeOf } from '../../src/domain/time.ts'
import type { Company } from '../company.ts'
import type { Dice } from '../dice.ts'
import { fridayAfter } from './digests.ts'

const ZONE = 'Europe/London'
const MINUTE_MS = 60_000

/** What goes into the form. */
export type Moments = Readonly<Record<string, string>>
export type Drawn = { readonly isSoon: boolean; readonly between: number; readonly voting: number }

/** Minutes and hours apart. One in three is so near that any jump of the clock passes it; the others come after Friday's digest. */
export const drawMoments = (dice: Dice): Drawn => ({
  isSoon: dice.oneIn(3),
  between: dice.pick([0, 1, 20, 90]),
  voting: dice.pick([1, 30, 200]),
})

/** It opens at once: its opening is past. */
export function wallOf({ isSoon, between, voting }: Drawn): Moments {
  const now = new Date().toISOString()
  const close = isSoon
    ? addTo(now, { ms: 30 * MINUTE_MS })
    : addTo(fridayAfter(Date.now(), 0), { ms: 60 * MINUTE_MS })
  const votesOpen = addTo(close, { ms: between * MINUTE_MS })
  const votesClose = addTo(votesOpen, { ms: voting * MINUTE_MS })
  return {
    ...moment('opens', addTo(now, { days: -1 })),
    ...moment('nominationsClose', close),
    ...moment('votesOpen', votesOpen),
    ...moment('votesClose', votesClose),
  }
}

const moment = (name: string, at: Instant): Moments => ({
  [name]: dayOf(at, ZONE),
  [`${name}Time`]: timeOf(at, ZONE),
})

type Row = { state: RoundState; closed: string; voting: string; counted: string }
const ROUNDS = `select state, nominations_close_at as closed, votes_open_at as voting, votes_close_at as counted from rounds`

/** How it stands, and when it comes to that. */
export function closeOf({ read }: Company, word: string, to: 'closed' | 'voting' | 'counted') {
  const [row] = read<Row>(`${ROUNDS} where title like ?`, `%${word}%`)
  return row && { state: row.state, at: row[to] }
}

/** Just after each moment of all rounds, in order; not in its own minute, which may have been run before the clock went back. */
export const momentsLeft = ({ read }: Company): Instant[] =>
  read<Row>(ROUNDS)
    .flatMap(({ closed, voting, counted }) => [closed, voting, counted])
    .map((at) => addTo(at, { ms: 1.5 * MINUTE_MS }))
    .sort()
