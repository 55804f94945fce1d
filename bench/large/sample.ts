/** How long things take, and for how long everybody else has to wait for them. */
import { setImmediate as turn } from 'node:timers/promises'
import type { Ask } from './asks.ts'

/** Milliseconds of each; the first few do not count. */
export async function sample(ask: Ask, times: number): Promise<number[]> {
  const all: number[] = []
  for (let nth = 0; nth < times + 3; nth += 1) {
    await turn()
    const began = performance.now()
    await ask.do(nth)
    all.push(performance.now() - began)
  }
  return all.slice(3)
}

export type Stood = {
  /** From its beginning to its end. */
  readonly ms: number
  /** The longest time in which the process did nothing else. */
  readonly longest: number
}

/** Watches the event loop meanwhile: it turns as often as it can, and is late by what stops it. */
export async function watch(body: () => Promise<unknown>): Promise<Stood> {
  let longest = 0
  let last = performance.now()
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      await turn()
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    }
  })()
  const began = performance.now()
  await body()
  const ms = performance.now() - began
  isOver = true
  await watching
  return { ms, longest }
}
