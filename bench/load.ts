/**
 * The load, in a process of its own: builds and signs everything beforehand, sends it, and tells how long each took to
 * be acknowledged.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { bodyOf, type Recipe } from './bodies.ts'
import { openLine, signed } from './wire.ts'

export type Job = {
  readonly port: number
  readonly secret: string
  readonly recipe: Recipe
  /** From which number on, and how many. */
  readonly from: number
  readonly count: number
  /** How many may wait for their acknowledgement at the same time. */
  readonly atOnce: number
  /** Without it as fast as acknowledgements come. */
  readonly perSecond?: number
}

export type Sent = {
  /** From when each was sent, or was to be sent, until its acknowledgement. Milliseconds. */
  readonly tookMs: readonly number[]
  readonly allMs: number
}

process.on('message', (job: Job) => {
  send(job).then(
    (sent) => process.send?.({ sent }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  )
})

async function send({ port, secret, recipe, from, count, atOnce, perSecond }: Job): Promise<Sent> {
  const requests = Array.from({ length: count }, (_, n) => signed(bodyOf(recipe, from + n), secret))
  const lines = await Promise.all(Array.from({ length: atOnce }, () => openLine(port)))
  const tookMs: number[] = []
  let next = 0
  const began = performance.now()
  /** When this one is to be sent: how late the sender is counts, too. */
  const dueAt = (n: number) => (perSecond ? began + (n * 1000) / perSecond : performance.now())

  await Promise.all(
    lines.map(async ({ send }) => {
      for (let n = next++; n < count; n = next++) {
        const due = dueAt(n)
        if (due > performance.now() + 1) await pause(due - performance.now())
        const status = await send(requests[n] ?? Buffer.alloc(0))
        if (status !== 200) throw new Error(`number ${n} was answered ${status}`)
        tookMs.push(performance.now() - due)
      }
    }),
  )
  const allMs = performance.now() - began
  for (const { end } of lines) end()
  return { tookMs, allMs }
}
