/** The clock, which walks through the moments of a round while some are still at it, and long after to the opening of the next one. */
import { setTimeout as pause } from 'node:timers/promises'
import type { RoundState } from '../../../src/domain/round.ts'
import type { Company } from '../../company.ts'
import type { Dice } from '../../dice.ts'
import type { Fault } from '../../faults/fault.ts'
import { kill } from '../../faults/machine.ts'
import { answers } from '../../faults/slack.ts'
import type { Act, DrawnCourse } from '../act.ts'
import { MINUTE_MS, opensAfter, standing } from './moments.ts'
import type { RoundTale } from './tale.ts'

/** For how long the clock waits for those who are slow. */
const PATIENCE_MS = 10_000
const LOOK_EVERY_MS = 30

/** Acts that belong to the time between two moments. */
export type Phase = {
  /** Who comes when the round is in no state of these has nothing to do any more. */
  readonly states: readonly RoundState[]
  acts: number
  done: number
  begin: () => void
  readonly begun: Promise<void>
}

/** After the votes hosts settle what there is to settle, and may give more time for votes. */
export const newPhases = () => ({
  nominating: newPhase(['nominating']),
  closed: newPhase(['closed']),
  voting: newPhase(['voting']),
  settling: newPhase(['short', 'tied', 'voting', 'decided']),
  again: newPhase(['voting']),
})
export type Phases = ReturnType<typeof newPhases>

function newPhase(states: readonly RoundState[]): Phase {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  return { states, acts: 0, done: 0, begin, begun }
}

/** The same act, once its time has come. */
export function during(company: Company, tale: RoundTale, phase: Phase, { play, ...act }: Act): Act {
  phase.acts += 1
  return {
    ...act,
    play: async () => {
      await phase.begun
      try {
        const round = standing(company, tale)
        if (round && phase.states.includes(round.state)) await play()
      } finally {
        phase.done += 1
      }
    },
  }
}

const ways = [
  { of: 'nominating', to: 'closed', past: ['planned', 'nominating'], next: 'closed' },
  { of: 'closed', to: 'voting', past: ['closed'], next: 'voting' },
  { of: 'voting', to: 'counted', past: ['voting'], next: 'settling' },
  { of: 'settling', to: undefined, past: [], next: 'again' },
  { of: 'again', to: 'counted', past: ['voting'], next: undefined },
] as const

/** The clock passes moment after moment; a process that was started again is behind, and is told once more. */
export function walking(
  company: Company,
  tale: RoundTale,
  all: Phases,
  dice: Dice,
): Pick<DrawnCourse, 'acts' | 'faults'> {
  const faults: string[] = []
  const acts = ways.map(({ of, to, past, next }) => {
    const slow = of === 'settling' ? 0 : dice.between(0, 2)
    const ms = dice.pick([-800, -200, 0, 0, 1_000, 30_000])
    const isBack = dice.oneIn(4)
    const kind = dice.oneIn(3) ? dice.pick([kill, answers]) : undefined
    const fault = kind?.draw(dice, kind === kill ? dice.between(0, 60) : 0)
    if (kind) faults.push(kind.name)
    const how = [
      `${ms} ms past the moment`,
      ...(fault ? [`${fault.what} ${fault.at} ms later`] : []),
      ...(isBack ? ['and back by three hours'] : []),
    ]
    return {
      by: 'the clock',
      what: to ? `${to}, ${how.join(', ')}` : 'waits for the hosts',
      play: async () => {
        await all[of].begun
        await mostly(all[of], slow)
        if (to) await pass(company, tale, { to, past, ms, isBack, fault })
        if (next) all[next].begin()
      },
    }
  })
  return { acts, faults }
}

/** Until all but these few have done what they wanted to do. */
async function mostly(phase: Phase, slow: number): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS
  while (phase.done < phase.acts - slow && performance.now() < giveUpAt) await pause(LOOK_EVERY_MS)
}

const TIMES = 30
const AWAIT_MS = 500
const BACK_MS = 3 * 3_600_000

type Way = {
  readonly to: 'closed' | 'voting' | 'counted'
  readonly past: readonly RoundState[]
  readonly ms: number
  readonly isBack: boolean
  /** What goes wrong just then. */
  readonly fault: Fault | undefined
}

async function pass(company: Company, tale: RoundTale, { to, past, ms, isBack, fault }: Way): Promise<void> {
  /** When it comes, unless it has. Hosts are asked, and nothing else happens to what they decide. */
  const isToCome = () => {
    const round = standing(company, tale)
    return round && past.includes(round.state) && round.asked === 0 ? Date.parse(round[to]) : undefined
  }
  for (let turn = 0; turn < TIMES; turn += 1) {
    const at = isToCome()
    if (at === undefined) break
    // A minute that was run before the clock went back is not run again: the next one is.
    const turned = turnTo(company, at + ms + turn * MINUTE_MS)
    if (turn === 0 && fault) await pause(fault.at).then(() => fault.strike(company))
    await turned
    const giveUpAt = performance.now() + AWAIT_MS + Math.max(0, -ms)
    while (isToCome() !== undefined && performance.now() < giveUpAt) await pause(LOOK_EVERY_MS)
  }
  const round = isBack ? standing(company, tale) : undefined
  // Not to before all began: what is told then is older than the first digest.
  if (round) await turnTo(company, Math.max(Date.parse(round[to]) - BACK_MS, Date.now()))
}

const turnTo = ({ machines }: Company, ms: number) =>
  Promise.all(machines.alive().map((one) => one.clock(new Date(ms).toISOString()).catch(() => undefined)))

/**
 * Long after: all processes come to the opening of the next one at the same time, and one of them may be killed just then.
 * @returns whether there is a next one
 */
export async function comeToNext(company: Company, tale: RoundTale): Promise<boolean> {
  if (tale.nextTitles.length === 0 || !standing(company, tale)) return false
  const { machines } = company
  const opens = Date.parse(opensAfter(tale, 1))
  const turned = turnTo(company, opens)
  if (tale.isKilledAtNext) await machines.crash(0, 0)
  await turned
  await machines.recovered()
  await turnTo(company, opens + 1.5 * MINUTE_MS)
  tale.isNextDue = true
  return true
}
