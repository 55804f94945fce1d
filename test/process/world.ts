/** A pretend Slack, a database of its own, and real processes between them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import {
  type Person,
  type PretendSlack,
  type SlackOptions,
  startPretendSlack,
} from '../../playground/server/index.ts'
import { readableIn, sourceSecretsIn, tokensIn, wordsIn } from '../support/secrets.ts'
import { complaints, endAll, type Process, startProcess } from './process.ts'

export { eventually, sayings, settled } from './look.ts'

export type Mode = 'socket' | 'http'
export const MODES: readonly Mode[] = ['socket', 'http']
export const ROOM = 'CCHEERS'
const MANIFEST = join(import.meta.dirname, '../../manifest.yml')

const cleanups: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  const failures: unknown[] = []
  for (const cleanup of [endAll, ...cleanups.splice(0).reverse()]) {
    await Promise.resolve()
      .then(cleanup)
      .catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
})
export const atEnd = (cleanup: () => Promise<unknown> | unknown): void => void cleanups.push(cleanup)

export type World = Awaited<ReturnType<typeof createWorld>>
type Options = Partial<SlackOptions> & { mode?: Mode; env?: Record<string, string> }

export async function createWorld({ mode = 'socket', env: more = {}, ...options }: Options = {}) {
  const slack = await startPretendSlack({
    manifest: MANIFEST,
    mode,
    rates: 'off',
    retryDelaysMs: [0, 200, 500, 1_000, 2_000, 4_000],
    ...options,
  })
  cleanups.push(() => slack.stop())
  const people = bringPeople(slack)
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-process-'))
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
  const database = join(folder, 'plaudit.db')
  const processes: Process[] = []
  const forgiven: RegExp[] = []
  cleanups.push(() => {
    const all = processes.flatMap((one) => complaints(one))
    expect(all.filter((line) => !forgiven.some((known) => known.test(line)))).toEqual([])
  })

  cleanups.push(() => {
    const printed = processes.flatMap(({ log, said }) => [
      ...log.map((line) => JSON.stringify(line)),
      ...said,
    ])
    const secrets = [...tokensIn(slack.env()), ...sourceSecretsIn(database), ...wordsIn(database)]
    expect(readableIn(printed.join('\n'), secrets)).toEqual([])
  })

  /** Starts one more process on the same database; resolves when it is ready, or with `wait: false` when it listens. */
  async function start({ wait = true, env = {} }: { wait?: boolean; env?: Record<string, string> } = {}) {
    const running = await startProcess({ ...slack.env(), DATABASE_PATH: database, ...more, ...env })
    processes.push(running)
    slack.appUrl = running.url
    if (wait) await running.ready
    return running
  }

  return {
    slack,
    ...people,
    mode,
    database,
    folder,
    start,
    /** Errors in the log that a test expects. */
    forgive: (...known: RegExp[]) => void forgiven.push(...known),
    read: <Row>(sql: string, ...args: unknown[]): Row[] => {
      const db = new SqliteDatabase(database, { readonly: true, timeout: 2_000 })
      try {
        return db.prepare(sql).all(...args) as Row[]
      } finally {
        db.close()
      }
    },
  }
}

function bringPeople(slack: PretendSlack) {
  const bring = (id: string, realName: string, more: object = {}): Person =>
    slack.addPerson({ id, name: id.slice(1).toLowerCase(), realName, tz: 'Europe/London', ...more })
  const people = {
    alice: bring('UALICE', 'Alice Archer'),
    bob: bring('UBOB', 'Bob Baker'),
    carol: bring('UCAROL', 'Carol Cook'),
    dave: bring('UDAVE', 'Dave Dunn', { isAdmin: true }),
  }
  slack.addChannel({ id: ROOM, name: 'celebrations', members: Object.values(people).map(({ id }) => id) })
  return people
}

/** Dave sets Plaudit up, with stories in #celebrations; without a welcome post. */
export async function setUp({ dave, slack }: World): Promise<void> {
  await dave.command('/wow', 'setup', { channel: ROOM })
  await dave.nextModal()
  const { outcome, errors } = await dave.submit({ celebrationChannel: ROOM, hostIds: ['UDAVE'] })
  if (outcome !== 'updated') throw new Error(`the setup: ${outcome} ${JSON.stringify(errors)}`)
  await dave.close({ all: true })
  await slack.until(() => dave.dmMessages().length > 0, { what: 'the summary for dave' })
}

/** A started process, set up. */
export async function ready({ zone = 'Europe/London', ...options }: Options & { zone?: string } = {}) {
  const world = await createWorld(options)
  await world.slack.changePerson('UDAVE', { tz: zone }) // who sets it up: so the workspace's
  const running = await world.start()
  await setUp(world)
  return { ...world, running }
}

export type Told = 'acknowledged' | 'unacknowledged' | 'not sent'

/** Somebody types `/wow @bob …` and shares it. `not sent`: the form never came. */
export async function tell(
  teller: Person,
  words: string,
  { patience = 5_000 }: { patience?: number } = {},
): Promise<Told> {
  const { ack } = await teller.command('/wow', `@bob ${words}`, { channel: ROOM })
  if (!ack.ok) return 'not sent'
  const form = await teller.nextModal({ timeoutMs: patience }).catch(() => undefined)
  if (!form) return 'not sent'
  return share(teller)
}

/** Presses Share in the form on top. */
export async function share(teller: Person): Promise<Told> {
  const { outcome, errors, clientErrors } = await teller.submit({})
  if (outcome === 'failed') return 'unacknowledged'
  if (outcome === 'cleared' || outcome === 'closed') return 'acknowledged'
  throw new Error(`the story was answered: ${outcome} ${JSON.stringify({ errors, clientErrors })}`)
}
