/**
 * Everything breaks, at random and on purpose, while a company is at work; and afterwards the books must balance.
 *
 *   npm run chaos                              20 rounds of seed 1
 *   npm run chaos -- --seed 7 --rounds 500     as many as you like
 *   npm run chaos -- --seed 7 --round 13       that one again, with its schedule
 *   npm run chaos -- --mode http               only over HTTP
 *   npm run chaos -- --at-once 2               two at a time: much of a round is waiting
 *   npm run chaos -- --stop                    no further than the first round that does not hold
 */
import { parseArgs } from 'node:util'
import type { Mode } from './company.ts'
import { drawPlan } from './plan.ts'
import { abandon, playRound } from './play.ts'
import { makeTemplate } from './template.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '20' },
    round: { type: 'string' },
    mode: { type: 'string' },
    'at-once': { type: 'string', default: '1' },
    stop: { type: 'boolean', default: false },
  },
})
const seed = whole('seed', values.seed)
const only = values.round === undefined ? undefined : whole('round', values.round)
const mode = values.mode === undefined ? undefined : modeOf(values.mode)
const rounds =
  only === undefined ? Array.from({ length: whole('rounds', values.rounds) }, (_, n) => n + 1) : [only]

const count = rounds.length
console.log(`seed ${seed}, ${count} ${count === 1 ? 'round' : 'rounds'}, on ${process.version}`)
const template = await makeTemplate()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, leave)
let failed = 0
try {
  await Promise.all(Array.from({ length: whole('at-once', values['at-once']) }, work))
} finally {
  template.remove()
}
console.log(failed === 0 ? 'all rounds held' : `${failed} of ${count} rounds did not hold`)
process.exitCode = failed === 0 ? 0 : 1

async function work(): Promise<void> {
  for (let round = rounds.shift(); round !== undefined; round = rounds.shift()) {
    if (await playAndTell(round)) continue
    failed += 1
    if (values.stop) rounds.length = 0
  }
}

async function leave(): Promise<void> {
  await abandon()
  template.remove()
  process.exit(130)
}

async function playAndTell(round: number): Promise<boolean> {
  const plan = drawPlan(seed, round, mode)
  const { lines, tallies, schedule, ms } = await playRound(plan, template)
  const isGood = lines.length === 0
  const faults = plan.faults.map(({ what }) => what).join(', ')
  const where = `${plan.mode}${plan.processes === 2 ? ' × 2' : ''}`.padEnd(10)
  console.log(
    `${isGood ? '✓' : '✗'} ${String(round).padStart(4)}  ${where}  ${(ms / 1000).toFixed(1).padStart(4)} s  ${faults}`,
  )
  console.log(`        ${tallies.join(' · ')}`)
  if (only !== undefined || !isGood) for (const line of schedule) console.log(`        | ${line}`)
  for (const line of lines) console.log(`      ✗ ${line}`)
  if (!isGood)
    console.log(
      `      again: npm run chaos -- --seed ${seed} --round ${round}${mode ? ` --mode ${mode}` : ''}`,
    )
  return isGood
}

function whole(name: string, text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0)
    throw new RangeError(`--${name} takes a whole number, not ${text}`)
  return number
}

function modeOf(text: string): Mode {
  if (text !== 'socket' && text !== 'http') throw new RangeError(`--mode is socket or http, not ${text}`)
  return text
}
