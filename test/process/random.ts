/** Chance that can be had again: the seed is printed, and PLAUDIT_SEED sets it. */
export type Chance = { readonly seed: number; between(from: number, to: number): number; coin(): boolean }

export function chance(seed = Number(process.env.PLAUDIT_SEED ?? Date.now() % 1_000_000)): Chance {
  process.stdout.write(`PLAUDIT_SEED=${seed}\n`)
  return chanceFrom(seed)
}

/** The same draws for the same seed. */
export function chanceFrom(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    seed,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    coin: () => next() < 0.5,
  }
}
