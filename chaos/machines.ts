/** The real processes on one database. A supervisor starts them again after they are killed, as in real life. */
import { setTimeout as pause } from 'node:timers/promises'
import type { PretendSlack } from '../playground/server/index.ts'
import { eventually } from '../test/process/look.ts'
import { type Process, startProcess } from '../test/process/process.ts'

export type Machines = Awaited<ReturnType<typeof createMachines>>

/** Generous, for a machine that has much else to do. */
const START_MS = 60_000
const READY_MS = 60_000
/** A process that ends by itself is started again, so often. */
const MOST_ENDS = 5
const HINDERED = /There is no room left|Another process is writing/
const HINDERED_MS = 200

export function createMachines(slack: PretendSlack, env: Readonly<Record<string, string>>) {
  const slots: (Process | undefined)[] = []
  const all: Process[] = []
  const ended = new Set<Process>()
  const killed = new Set<Process>()
  const troubles: string[] = []
  const underWay = new Set<Promise<unknown>>()
  let turn = 0
  let isClosed = false
  let ends = 0

  /** Starts the process of a slot; resolves when it listens. */
  async function boot(slot: number): Promise<void> {
    if (isClosed) return
    const starting = startProcess({ ...slack.env(), ...env }, START_MS).catch((error: unknown) => {
      troubles.push(`a process did not start: ${(error as Error).message}`)
      return undefined
    })
    underWay.add(starting)
    const running = await starting
    underWay.delete(starting)
    slots[slot] = running
    if (!running) return
    all.push(running)
    route()
    void running.ended.then(({ code, signal }) => {
      if (ended.has(running)) return
      const last = running.log.at(-1)
      // Without room, or locked out of the database, it cannot start: it says so, and is started again.
      if (slots[slot] === running && HINDERED.test(running.said.join(' ')))
        return void pause(HINDERED_MS).then(() => boot(slot))
      troubles.push(`a process ended by itself (${code ?? signal}): ${last?.msg} ${running.said.join(' ')}`)
      ends += 1
      if (slots[slot] === running && ends < MOST_ENDS) void boot(slot)
    })
  }

  const alive = (): Process[] => slots.filter((one) => one !== undefined && !one.hasEnded()) as Process[]

  /** Over HTTP, what Slack sends next goes to the next of them. */
  function route(): void {
    const living = alive()
    turn += 1
    const next = living[turn % living.length]
    if (next) slack.appUrl = next.url
  }

  /** Somebody else ended it, and starts it again. */
  const isEnding = (running: Process): boolean => running.hasEnded() || ended.has(running)

  /** Kills it as a power cut does, and starts it again a moment later. */
  async function crash(slot: number, afterMs: number): Promise<void> {
    const running = slots[slot]
    if (!running || isEnding(running)) return
    ended.add(running)
    killed.add(running)
    await running.kill()
    route()
    await pause(afterMs)
    await boot(slot)
  }

  /** Ends it as an operator does, however busy it is. */
  async function term(running: Process): Promise<void> {
    ended.add(running)
    const { code, ms } = await running.term()
    if (code !== 0 && !killed.has(running)) troubles.push(`told to stop, a process ended with ${code}`)
    if (ms > 10_500) troubles.push(`told to stop, a process took ${Math.round(ms)} ms`)
  }

  return {
    slots,
    /** Every process there was, for their logs. */
    all,
    troubles,
    alive,
    boot,
    route,
    crash,
    async restart(slot: number): Promise<void> {
      const running = slots[slot]
      if (!running || isEnding(running)) return
      await term(running)
      await boot(slot)
    },
    /** Alive and ready, all of them, with nobody's help. */
    recovered: () =>
      eventually(
        async () => {
          const answers = alive().map((one) => one.get('/readyz').catch(() => ({ status: 0 })))
          const statuses = (await Promise.all(answers)).map(({ status }) => status)
          return statuses.length === slots.length && statuses.every((status) => status === 200)
        },
        'all processes to be ready',
        READY_MS,
      ),
    stop: async () => void (await Promise.all(alive().map(term))),
    /** Nothing is left, and nothing is started any more. */
    close: async () => {
      isClosed = true
      await Promise.all(underWay)
      for (const one of all) ended.add(one)
      await Promise.all(all.filter((one) => !one.hasEnded()).map((one) => one.kill()))
    },
  }
}
