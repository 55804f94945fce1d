/** What a round will be, drawn from its seed before anything begins: the same each time. */

import type { Act } from './acts/act.ts'
import { type Books, drawAct } from './acts/acts.ts'
import type { Mode } from './company.ts'
import { type Dice, diceFor } from './dice.ts'
import type { Fault, FaultKind } from './faults/fault.ts'
import { machineFaults } from './faults/machine.ts'
import { slackFaults } from './faults/slack.ts'
import { storageFaults } from './faults/storage.ts'

const faultKinds = [...slackFaults, ...machineFaults, ...storageFaults]
/** For how long something goes wrong, once people began. */
const SPAN_MS = 1_600

export type Plan = {
  readonly seed: number
  readonly round: number
  readonly mode: Mode
  /** Processes on the database. */
  readonly processes: 1 | 2
  readonly needsDisk: boolean
  /** By when they strike. */
  readonly faults: readonly (Fault & { readonly kind: string })[]
}

export function drawPlan(seed: number, round: number, only?: Mode): Plan {
  const dice = diceFor(seed, round, 'faults')
  const mode = only ?? dice.pick(['socket', 'http'] as const)
  const processes = dice.oneIn(4) ? 2 : 1
  const possible = faultKinds.filter((kind) => (kind.mode ?? mode) === mode)
  const drawn = Array.from({ length: dice.between(3, 8) }, () => {
    const kind = drawKind(possible, dice)
    return { kind, fault: kind.draw(dice, dice.between(0, SPAN_MS)) }
  })
  return {
    seed,
    round,
    mode,
    processes,
    needsDisk: drawn.some(({ kind }) => kind.needsDisk === true),
    faults: drawn
      .map(({ kind, fault }) => ({ ...fault, kind: kind.name }))
      .sort((one, other) => one.at - other.at),
  }
}

/** What each person will do, and how long they wait before each. */
export type Work = {
  readonly opening: readonly Act[]
  readonly acts: readonly (Act & { readonly after: number })[]
  /** Kinds of what goes wrong by the acts themselves. */
  readonly faults: readonly string[]
}

export function drawWork({ seed, round }: Plan, books: Books): Work {
  const dice = diceFor(seed, round, 'acts')
  const course = books.rounds.draw(diceFor(seed, round, 'rounds'))
  const opening = [books.stories.tell(dice), books.stories.tell(dice), ...course.before]
  const daily = Array.from({ length: dice.between(12, 22) }, () => {
    const act = drawAct(books, dice)
    return { ...act, after: dice.between(0, 250) }
  })
  const pauses = diceFor(seed, round, 'pauses')
  return {
    opening,
    faults: course.faults,
    acts: merge(
      daily,
      course.acts.map((act) => ({ ...act, after: pauses.between(0, 100) })),
    ),
  }
}

/** Evenly among each other, each list in its order. */
function merge<T>(...lists: readonly (readonly T[])[]): T[] {
  const placed = lists.flatMap((list) => list.map((one, nth) => ({ one, place: (nth + 0.5) / list.length })))
  return placed.sort((a, b) => a.place - b.place).map(({ one }) => one)
}

/** The whole schedule of a round, for people. */
export const describe = ({ mode, processes, faults }: Plan, { opening, acts }: Work): string[] => [
  `${mode}, ${processes} ${processes === 1 ? 'process' : 'processes'}`,
  ...opening.map(({ by, what }) => `before: ${by} ${what}`),
  ...faults.map(({ at, what }) => `${String(at).padStart(5)} ms: ${what}`),
  ...acts.map(({ by, what, after }) => `${by}, after ${after} ms: ${what}`),
]

function drawKind(kinds: readonly FaultKind[], dice: Dice): FaultKind {
  const hat = kinds.flatMap((kind) => Array.from({ length: kind.weight }, () => kind))
  return dice.pick(hat)
}
