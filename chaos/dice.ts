/** Chance for a round: the same seed and round draw the same, whatever else was drawn before. */
import { type Chance, chanceFrom } from '../test/process/random.ts'

export type Dice = Chance & {
  readonly pick: <T>(list: readonly T[]) => T
  /** True once in so many times. */
  readonly oneIn: (times: number) => boolean
  /** A word of five letters, to know something again by: never the same. */
  readonly word: () => string
}

/** @param about what is drawn: each thing has draws of its own, so that one more of one changes no other */
export function diceFor(seed: number, round: number, about: string): Dice {
  const chance = chanceFrom(mix(`${seed} ${round} ${about}`))
  const pick = <T>(list: readonly T[]): T => {
    const picked = list[chance.between(0, list.length - 1)]
    if (picked === undefined) throw new Error('there is nothing to pick from')
    return picked
  }
  const known = new Set<string>()
  const word = (): string => {
    const one = Array.from('kvkvk', (kind) => pick([...(kind === 'k' ? CONSONANTS : VOWELS)])).join('')
    if (known.has(one)) return word()
    known.add(one)
    return one
  }
  return { ...chance, pick, oneIn: (times) => chance.between(1, times) === 1, word }
}

const CONSONANTS = 'bdfgklmnprtvz'
const VOWELS = 'aeiou'

/** FNV-1a. */
function mix(text: string): number {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}
