/**
 * A storm of reactions over HTTP against the real process: every one signed, on disk before it is acknowledged, and
 * acted on.
 *
 *   npm run bench              5,000 reactions by 200 people on one card
 *   npm run bench -- 20000     as many as you like
 *
 * The pretend Slack that sends them runs on the same machine and takes its share of it: Plaudit alone is faster.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import SqliteDatabase from 'better-sqlite3'
import { type Message, type PretendSlack, startPretendSlack } from '../playground/server/index.ts'

const PEOPLE = 200
const AT_ONCE = 50
const ROOM = 'CCHEERS'
const ROOT = join(import.meta.dirname, '..')

const count = Number(process.argv[2] ?? 5_000)
if (!Number.isInteger(count) || count < PEOPLE || count > 100_000)
  throw new RangeError(`choose a number of reactions from ${PEOPLE} to 100000`)

const folder = mkdtempSync(join(tmpdir(), 'plaudit-bench-'))
const databasePath = join(folder, 'plaudit.db')
const slack = await startPretendSlack({
  manifest: join(ROOT, 'manifest.yml'),
  mode: 'http',
  rates: 'off',
  logLimit: 1_000,
})
const plaudit = await startPlaudit(slack)
try {
  const card = await tellStory(slack)
  console.log(
    `${count} reactions by ${PEOPLE} people, ${AT_ONCE} at a time, over HTTP, on ${process.version}`,
  )
  report(await storm(slack, card))
} finally {
  plaudit.child.kill('SIGTERM')
  await plaudit.ended
  await slack.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function startPlaudit(to: PretendSlack) {
  for (let n = 0; n < PEOPLE; n += 1)
    to.addPerson({
      id: `U${n}`,
      name: `person${n}`,
      realName: `Person ${n}`,
      tz: 'Europe/London',
      isAdmin: n === 0,
    })
  to.addChannel({ id: ROOM, name: 'celebrations', members: to.people().map(({ id }) => id) })
  const child = spawn(process.execPath, [join(ROOT, 'bin/plaudit.js')], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...to.env(), PORT: '0', DATABASE_PATH: databasePath },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  let log = ''
  child.stdout.on('data', (part) => {
    log += part
  })
  while (!log.includes('"msg":"directory read"')) {
    if (child.exitCode !== null) throw new Error(`Plaudit did not start: ${log}`)
    await pause(20)
  }
  to.appUrl = `http://127.0.0.1:${/"port":(\d+)/.exec(log)?.[1]}`
  return { child, ended }
}

async function tellStory(to: PretendSlack): Promise<Message> {
  const host = to.person('U0')
  await host.command('/wow', 'setup', { channel: ROOM })
  await host.nextModal()
  await host.submit({ celebrationChannel: ROOM, hostIds: ['U0'] })
  await host.close({ all: true })
  await host.command('/wow', '', { channel: ROOM })
  await host.nextModal()
  await host.submit({ championIds: ['U1'], words: 'Stayed two hours longer to find the lost part.' })
  return to.until(() => to.messages(ROOM).at(-1), { what: 'the card' })
}

type Measured = { readonly acknowledged: number[]; readonly ms: number; readonly settledMs: number }

/** Each person reacts with one emoji after the other, so that every event is news. */
async function storm(to: PretendSlack, { ts }: Message): Promise<Measured> {
  const acknowledged: number[] = []
  let next = 0
  const sender = async () => {
    for (let n = next; n < count; n = next) {
      next += 1
      const at = performance.now()
      const event = {
        type: 'reaction_added',
        user: `U${n % PEOPLE}`,
        reaction: `emoji_${Math.floor(n / PEOPLE)}`,
        item: { type: 'message', channel: ROOM, ts },
        item_user: to.botUserId,
      }
      const { ok, status } = await to.sendEvent({ event })
      if (!ok) throw new Error(`a reaction was not acknowledged: ${status}`)
      acknowledged.push(performance.now() - at)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: AT_ONCE }, sender))
  const ms = performance.now() - began
  await settled()
  return { acknowledged, ms, settledMs: performance.now() - began }
}

/** Resolves once every reaction is stored, and checks that none was lost. */
async function settled(): Promise<void> {
  const db = new SqliteDatabase(databasePath, { readonly: true })
  const ask = (sql: string) => db.prepare(sql).pluck().get() as number
  while (ask('select count(*) from inbox') > 0) await pause(2)
  const [reactions, cheers] = [ask('select count(*) from reactions'), ask('select count(*) from cheers')]
  db.close()
  if (reactions !== count) throw new Error(`${reactions} reactions were stored, not ${count}`)
  if (cheers !== PEOPLE - 1)
    throw new Error(`${cheers} cheered, not ${PEOPLE - 1}: the champion does not count`)
}

function report({ acknowledged, ms, settledMs }: Measured): void {
  const sorted = acknowledged.toSorted((a, b) => a - b)
  const percentile = (p: number) => (sorted[Math.floor((sorted.length - 1) * p)] ?? 0).toFixed(1)
  const perSecond = (time: number) => Math.round(count / (time / 1000)).toLocaleString('en-GB')
  console.log(`acknowledged  ${perSecond(ms)} a second, each on disk first`)
  console.log(`              half within ${percentile(0.5)} ms, 99 of 100 within ${percentile(0.99)} ms`)
  console.log(`acted on      ${perSecond(settledMs)} a second, none lost`)
}
