/** When the moments of a round are, on the wall and as they are stored; and when the next one opens. */
import type { RoundState } from '../../../src/domain/round.ts'
import { addTo, type Day, dayOf, type Instant, instantAt, timeOf } from '../../../src/domain/time.ts'
import type { Company } from '../../company.ts'
import type { Dice } from '../../dice.ts'
import { fridayAfter } from '../digests.ts'
import type { RoundTale } from './tale.ts'

export const ZONE = 'Europe/London'
export const MINUTE_MS = 60_000

/** What goes into the form. */
export type Moments = Readonly<Record<string, string>>
export type Drawn = { readonly isSoon: boolean; readonly between: number; readonly voting: number }

/** Minutes and hours apart. One in three is so near that any jump of the clock passes it; the others come after Friday's digest. */
export const drawMoments = (dice: Dice): Drawn => ({
  isSoon: dice.oneIn(3),
  between: dice.pick([0, 1, 20, 90]),
  voting: dice.pick([5, 30, 200]),
})

/** It opens at once, whatever a clock that is wrong says. */
export function wallOf({ isSoon, between, voting }: Drawn): Moments {
  const now = new Date().toISOString()
  const close = isSoon
    ? addTo(now, { ms: 30 * MINUTE_MS })
    : addTo(fridayAfter(Date.now(), 0), { ms: 60 * MINUTE_MS })
  const votesOpen = addTo(close, { ms: between * MINUTE_MS })
  const votesClose = addTo(votesOpen, { ms: voting * MINUTE_MS })
  return {
    ...moment('opens', addTo(now, { days: -2 })),
    ...moment('nominationsClose', close),
    ...moment('votesOpen', votesOpen),
    ...moment('votesClose', votesClose),
  }
}

const moment = (name: string, at: Instant): Moments => ({
  [name]: dayOf(at, ZONE),
  [`${name}Time`]: timeOf(at, ZONE),
})

/** When the one opens that repeats it so many months later. */
export const opensAfter = ({ moments: { opens = '', opensTime = '' } }: RoundTale, months: number): Instant =>
  instantAt(monthsAfter(opens, months), opensTime, ZONE)

/** The same day of the month, or its last one; what was on a working day is on the next working day. */
function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const at = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
  const isRest = (one: Date) => one.getUTCDay() % 6 === 0
  if (!isRest(new Date(`${day}T00:00:00Z`))) while (isRest(at)) at.setUTCDate(at.getUTCDate() + 1)
  return at.toISOString().slice(0, 10)
}

type Row = { id: string; state: RoundState; closed: string; voting: string; counted: string; asked: number }
const ROUNDS = `select id, state, nominations_close_at as closed, votes_open_at as voting, votes_close_at as counted,
  (select count(*) from round_steps where round_id = rounds.id and step = 'asked-again') as asked
  from rounds where turn = 0`

/** How it stands, and when it comes to what. */
export const standing = ({ read }: Company, { title }: RoundTale): Row | undefined =>
  read<Row>(`${ROUNDS} and title = ?`, title)[0]

/** Just after each moment of all rounds, in order; not in its own minute, which may have been run before the clock went back. */
export const momentsLeft = ({ read }: Company): Instant[] =>
  read<Row>(ROUNDS)
    .flatMap(({ closed, voting, counted }) => [closed, voting, counted])
    .map((at) => addTo(at, { ms: 1.5 * MINUTE_MS }))
    .sort()
