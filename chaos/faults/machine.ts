/** The process is killed, stopped, frozen, or not alone; and its clock is wrong. */
import { setTimeout as pause } from 'node:timers/promises'
import type { FaultKind } from './fault.ts'

export const kill: FaultKind = {
  name: 'kill',
  weight: 8,
  draw(dice, at) {
    const nth = dice.between(0, 1)
    const down = dice.pick([0, 0, 100, 500])
    return {
      at,
      what: `kill -9, back after ${down} ms`,
      strike: ({ machines }) => machines.crash(nth % machines.slots.length, down),
    }
  },
}

const restart: FaultKind = {
  name: 'restart',
  weight: 2,
  draw(dice, at) {
    const nth = dice.between(0, 1)
    return {
      at,
      what: 'stopped and started',
      strike: ({ machines }) => machines.restart(nth % machines.slots.length),
    }
  },
}

/** As a virtual machine that is moved, or a laptop that sleeps; longer than a lease at times. */
const freeze: FaultKind = {
  name: 'freeze',
  weight: 3,
  draw(dice, at) {
    const nth = dice.between(0, 1)
    const ms = dice.pick([300, 1_200, 2_800])
    return {
      at,
      what: `frozen for ${ms} ms`,
      async strike({ machines }) {
        const frozen = machines.alive().at(nth % machines.slots.length)
        frozen?.freeze()
        await pause(ms)
        frozen?.thaw()
      },
    }
  },
}

const HOUR_MS = 3_600_000

const clock: FaultKind = {
  name: 'clock',
  weight: 2,
  draw(dice, at) {
    const hours = dice.pick([-30, -2, -1, 1, 3, 26])
    return {
      at,
      what: `the clock jumps ${hours} h`,
      async strike({ machines }) {
        const to = new Date(Date.now() + hours * HOUR_MS).toISOString()
        await Promise.all(machines.alive().map((one) => one.clock(to).catch(() => undefined)))
      },
    }
  },
}

export const machineFaults: readonly FaultKind[] = [kill, restart, freeze, clock]
