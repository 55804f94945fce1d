/** What somebody may believe of one thing that they say again and again: it is what was acknowledged last, or what nobody knows of. */
import type { Outcome } from '../hands.ts'

export type Belief = {
  /** What was last acknowledged; NOTHING before that, and after it was taken back. */
  last: string
  /** What may have come after it, or may come yet. */
  readonly maybe: Set<string>
}

export const NOTHING = ''

/** The belief about it, which begins with nothing. */
export function beliefIn(beliefs: Map<string, Belief>, about: string): Belief {
  const belief = beliefs.get(about) ?? { last: NOTHING, maybe: new Set() }
  beliefs.set(about, belief)
  return belief
}

/** It is being said: until it is answered nobody knows. @returns what to call with the answer */
export function saying(belief: Belief, value: string): (outcome: Outcome) => void {
  const isOld = belief.maybe.has(value)
  belief.maybe.add(value)
  return (outcome) => {
    if (outcome === 'acknowledged') belief.last = value
    // What was said before and never answered may still come.
    if (outcome !== 'unknown' && !isOld) belief.maybe.delete(value)
  }
}

export const possible = ({ last, maybe }: Belief): Set<string> => new Set([last, ...maybe])
