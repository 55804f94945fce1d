/**
 * A long day: the real process, over HTTP, at ten times the rate of a company of 10,000 people, beside a pretend Slack that
 * counts rates as Slack does. It says whether memory, files, the write-ahead log, the outbox and the inbox stay flat.
 *
 *   npm run soak                    an hour
 *   npm run soak -- --minutes 5     as long as you like
 *
 * Ends with 0 when everything is flat, every request was acknowledged, and the books balance afterwards.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startPretendSlack } from '../playground/server/index.ts'
import { startProcess } from '../test/process/process.ts'
import { startFlags } from '../test/support/real-process.ts'
import { type Act, bringPeople, createCompany, DESK, perMinute, ROOM } from './company.ts'
import { createPraise, openDesk } from './praise.ts'
import { header, line, table } from './report.ts'
import { judge, look, type Sample } from './samples.ts'

const EVERY_MS = 10_000
const { values: options } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
})
const minutes = Number(options.minutes)
if (!(minutes > 0)) throw new RangeError('choose how many minutes: --minutes 60')

const folder = mkdtempSync(join(tmpdir(), 'plaudit-soak-'))
const database = join(folder, 'plaudit.db')
const slack = await startPretendSlack({
  manifest: join(import.meta.dirname, '../manifest.yml'),
  mode: 'http',
  rates: 'off',
  logLimit: 1_000,
})
bringPeople(slack)
const plaudit = await startProcess({
  ...slack.env(),
  DATABASE_PATH: database,
  PLAUDIT_TEST_CLOCK: '',
  NODE_OPTIONS: startFlags.join(' '), // as npm start does
})
await plaudit.ready
slack.appUrl = plaudit.url
const done = new Map<Act, number>()
const failed = new Map<string, number>()
let isOver = false

try {
  const company = await open()
  console.log(`${minutes} minutes on ${process.version}; a minute brings ${JSON.stringify(perMinute)}`)
  const acts = Object.keys(perMinute) as Act[]
  const people = acts.map((act) => keepDoing(act, company[act]))
  const samples = await watch()
  isOver = true
  await Promise.all(people)
  process.exitCode = Math.max(report(samples), await examine())
} finally {
  isOver = true
  await plaudit.term()
  await slack.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function open() {
  await plaudit.logs('directory read', 60_000)
  const host = slack.person('U0')
  await host.command('/wow', 'setup', { channel: ROOM })
  await host.nextModal()
  await host.submit({ celebrationChannel: ROOM, hostIds: ['U0'] })
  await host.close({ all: true })
  const secret = await openDesk(host, ROOM, DESK)
  slack.setRates('real')
  return createCompany(slack, createPraise(plaudit.url, secret), randomBy(Number(options.seed)))
}

/** People come when they come: the gaps between two are as long as chance has it. */
async function keepDoing(act: Act, once: () => Promise<void>): Promise<void> {
  const random = randomBy(Number(options.seed) + act.length)
  const meanMs = 60_000 / perMinute[act]
  const under = new Set<Promise<void>>()
  while (!isOver) {
    await pause(Math.min(-Math.log(1 - random()) * meanMs, 5 * meanMs))
    const doing = once()
      .then(() => void done.set(act, (done.get(act) ?? 0) + 1))
      .catch((error: unknown) => {
        const why = `${act}: ${(error as Error).message}`
        failed.set(why, (failed.get(why) ?? 0) + 1)
      })
      .finally(() => under.delete(doing))
    under.add(doing)
  }
  await Promise.all(under)
}

/** A line a minute; everything that was looked at. */
async function watch(): Promise<Sample[]> {
  const began = performance.now()
  const samples: Sample[] = []
  const end = began + minutes * 60_000
  console.log(header)
  for (let next = began + EVERY_MS; next <= end; next += EVERY_MS) {
    await pause(Math.max(0, next - performance.now()))
    if (plaudit.hasEnded()) throw new Error(`the process has ended: ${plaudit.said.join(' ')}`)
    const sample = await look({ pid: plaudit.pid, url: plaudit.url, database, began })
    samples.push(sample)
    if (samples.length % 6 === 0 || minutes < 3) console.log(line(sample))
  }
  return samples
}

function report(samples: readonly Sample[]): number {
  const verdicts = judge(samples)
  console.log(`\ndone: ${JSON.stringify(Object.fromEntries(done))}`)
  console.log(`not done: ${JSON.stringify(Object.fromEntries(failed))}`)
  const complaints = plaudit.log.filter(({ level }) => level >= 40)
  const kinds = Map.groupBy(complaints, ({ level, msg }) => `${level} ${msg}`)
  console.log(
    `log: ${JSON.stringify(Object.fromEntries([...kinds].map(([kind, all]) => [kind, all.length])))}`,
  )
  console.log(table(verdicts))
  const refused = slack.refused().filter(({ status }) => status !== 429)
  if (refused.length > 0)
    console.log(`Slack refused ${refused.length}: ${JSON.stringify(refused[0])?.slice(0, 500)}`)
  return verdicts.every(({ isFlat }) => isFlat) && failed.size === 0 && refused.length === 0 ? 0 : 1
}

/** What the operator's own command finds in the database afterwards. */
function examine(): Promise<number> {
  const root = join(import.meta.dirname, '..')
  const env = {
    PATH: process.env.PATH ?? '',
    ...slack.env(),
    DATABASE_PATH: database,
    PORT: String(plaudit.port),
  }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'bin/plaudit.js'), 'doctor'],
      { env, cwd: folder },
      (error, said) => {
        console.log(`\n${said}`)
        resolve(error ? 1 : 0)
      },
    )
  })
}

/** The same numbers from the same seed (mulberry32). */
function randomBy(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
