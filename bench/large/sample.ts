/** How long things take, and for how long everybody else has to wait for them. */
import { setImmediate as turn } from 'node:timers/promises'
import type { Ask } from './asks.ts'

export type Sample = {
  readonly ms: readonly number[]
  /** Of it the processor's: what is more than that, the machine did something else. */
  readonly busyMs: readonly number[]
}

/** Milliseconds of each; the first few do not count. */
export async function sample(ask: Ask, times: number): Promise<Sample> {
  const ms: number[] = []
  const busyMs: number[] = []
  for (let nth = 0; nth < times + 3; nth += 1) {
    await turn()
    const before = process.cpuUsage()
    const began = performance.now()
    await ask.do(nth)
    ms.push(performance.now() - began)
    const { user, system } = process.cpuUsage(before)
    busyMs.push((user + system) / 1_000)
  }
  return { ms: ms.slice(3), busyMs: busyMs.slice(3) }
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
