/** What goes wrong in a round. */
import type { Company } from '../company.ts'
import type { Dice } from '../dice.ts'

/** Drawn before the round begins: when, what, and doing it. */
export type Fault = {
  /** Milliseconds after the acts begin. */
  readonly at: number
  readonly what: string
  /** Resolves when it is over, and everything is as it was. */
  readonly strike: (company: Company) => Promise<unknown>
}

export type FaultKind = {
  readonly name: string
  readonly weight: number
  /** Where it can happen; everywhere unless told. */
  readonly mode?: Company['mode']
  /** It needs a disk of its own. */
  readonly needsDisk?: true
  readonly draw: (dice: Dice, at: number) => Fault
}
