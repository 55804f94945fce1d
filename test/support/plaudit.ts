/** The real app, spoken to as a conversation over the real wire, beside a pretend Slack. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from '@jest/globals'
import { type PretendSlack, type SlackOptions, startPretendSlack } from '../../playground/server/index.ts'
import { createApp, type RunningApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { toInstant, toMs } from '../../src/domain/time.ts'
import { normalTiming, type Timing } from '../../src/slack/messenger.ts'
import { bringDatabase } from './database.ts'
import { bringCast } from './plaudit/cast.ts'
import { createTestClock, inLondon, START } from './plaudit/clock.ts'
import { type Colleague, createColleague } from './plaudit/colleague.ts'
import { createExpectations } from './plaudit/expected.ts'
import { createOutbox } from './plaudit/outbox.ts'
import { allowPrizes, type PrizesAllowed } from './plaudit/prizes.ts'
import { createReading } from './plaudit/reading.ts'
import { createRoom } from './plaudit/room.ts'
import { readableIn, sourceSecretsIn, tokensIn, wordsIn } from './secrets.ts'

export type { Colleague } from './plaudit/colleague.ts'

export type Mode = 'socket' | 'http'
export const MODES: readonly Mode[] = ['socket', 'http']

export type PlauditOptions = Omit<Partial<SlackOptions>, 'clock'> & {
  readonly mode?: Mode
  /** Whether dave has set it up already, as its host, with stories in #celebrations; yes unless told. */
  readonly setUp?: boolean
  /**
   * Whether prizes can be given: carol and frank are managers, with £100 and one day a month each, or what is said
   * here instead. Nothing has to be approved unless it is said here.
   */
  readonly prizes?: boolean | PrizesAllowed
  /** Civil time at the start, on the wall in London: `2026-03-12 10:00`. */
  readonly at?: string
  /** What else happens in the pretend Slack before the app meets it. */
  readonly before?: (slack: PretendSlack) => void
  readonly timing?: Partial<Timing>
  /** Whether to wait until Plaudit has read the directory; yes unless told. */
  readonly knowsEverybody?: boolean
}

/** Nobody waits in a test: the pretend Slack counts no rates unless asked to. */
const timing: Timing = {
  ...normalTiming,
  timeout: 1_000,
  lease: 5_000,
  lookAgain: 20,
  betweenPosts: 1, // not 0: the pace of updates is reckoned from it
  idle: 20,
}

const DAY = 24 * 60 * 60_000

const cleanups: (() => Promise<void> | void)[] = []
/** Everything is stopped after each test; then whatever went wrong behind its back fails it. */
afterEach(async () => {
  const failures: unknown[] = []
  for (const cleanup of cleanups.splice(0).reverse()) {
    await Promise.resolve()
      .then(cleanup)
      .catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
})

export async function startPlaudit(options: PlauditOptions = {}) {
  const { mode = 'socket', setUp = true, at = START, before, timing: slower, ...more } = options
  const { knowsEverybody = true, prizes = false, ...slackOptions } = more
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-'))
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
  const clock = createTestClock(inLondon(at))
  const slack = await startPretendSlack({
    manifest: join(import.meta.dirname, '../../manifest.yml'),
    rates: 'off',
    ...slackOptions,
    mode,
    clock: () => toMs(clock.civil()),
  })
  const expectations = createExpectations()
  cleanups.push(() => expectations.check(slack))
  cleanups.push(() => slack.stop())
  const people = bringCast(slack)
  before?.(slack)

  const databasePath = join(folder, 'plaudit.db')
  bringDatabase(databasePath)
  const env = { ...slack.env(), PORT: '0', DATABASE_PATH: databasePath, PLAUDIT_TEST_CLOCK: 'fast' }
  const { config, secrets } = readConfig(env)
  const overrides = { log: expectations.log, clock, timing: { ...timing, ...slower } }
  let app: RunningApp | undefined
  let port = 0
  const begin = async () => {
    app = createApp(config, secrets, overrides)
    port = (await app.start()).port
    slack.appUrl = `http://127.0.0.1:${port}`
    if (mode === 'socket') await slack.connected()
  }
  /** Slack has an answer to everything it sent: what is under way at a stop would be refused, and sent again. */
  const answered = () => slack.until(() => slack.sent().every(({ ms }) => ms !== undefined))
  const end = async () => {
    const ending = app
    if (ending && port) {
      await answered()
      await expectSecrecy()
    }
    app = undefined
    await ending?.stop()
  }
  /** Nothing secret stands in the log, in what is measured, or in anything said to Slack. */
  const expectSecrecy = async () => {
    const measured = await fetch(url('/metrics')).then((page) => page.text())
    const tokens = [...tokensIn(env), ...sourceSecretsIn(databasePath)]
    const heard = slack
      .log()
      .flatMap(({ direction, payload, answer }) => (direction === 'to slack' ? payload : answer))
    expectations.expectSecret([
      ...readableIn(expectations.written() + measured, [...tokens, ...wordsIn(databasePath)]),
      ...readableIn(JSON.stringify(heard) ?? '', tokensIn(env)),
    ])
  }
  cleanups.push(end)
  await begin()
  const outbox = createOutbox(databasePath, clock.real)
  cleanups.push(() => outbox.close())
  if (knowsEverybody)
    await outbox.knows(slack.people().filter(({ teamId }) => teamId === slack.team.id).length)

  const reading = createReading(slack)
  const meet = (id: string): Colleague => createColleague(slack, slack.person(id), reading, 'CCHEERS')
  const url = (path: string) => `http://127.0.0.1:${port}${path}`

  const settled = async () => {
    await outbox.settled()
    await answered()
    await outbox.settled()
  }
  const leap = async (at: string) => {
    await settled()
    const answer = await fetch(url('/clock'), { method: 'POST', body: JSON.stringify({ at }) })
    if (!answer.ok) throw new Error(`the clock was not set: ${answer.status}`)
    await settled()
  }

  const plaudit = {
    slack,
    clock,
    reading,
    databasePath,
    ...(Object.fromEntries(Object.entries(people).map(([name, { id }]) => [name, meet(id)])) as Record<
      keyof typeof people,
      Colleague
    >),
    /** Somebody else of the pretend Slack. */
    meet,
    celebrations: createRoom(slack, 'CCHEERS', reading),
    news: createRoom(slack, 'CNEWS', reading),
    expectLog: expectations.expectLog,
    expectRefusal: expectations.expectRefusal,
    /** Resolves once Plaudit has acted on every event and said everything that is due. */
    settled,
    /** Time runs to `2026-03-13 16:00` on the wall in London, and all happens that is due by then, day by day. */
    async jumpTo(when: string): Promise<void> {
      const until = toMs(inLondon(when))
      while (toMs(clock.civil()) + DAY < until) await leap(toInstant(toMs(clock.civil()) + DAY))
      await leap(inLondon(when))
    },
    /** As `jumpTo`, but nothing happens in between, as when Plaudit was down. */
    leapTo: (when: string): Promise<void> => leap(inLondon(when)),
    /** Lets time pass at once, on both clocks. */
    async passes({ minutes }: { minutes: number }): Promise<void> {
      await settled()
      clock.pass(minutes * 60_000)
      await settled()
    },
    /** What the app answers over HTTP. */
    async get(path: string): Promise<{ status: number; text: string }> {
      const answer = await fetch(url(path))
      return { status: answer.status, text: await answer.text() }
    },
    async post(path: string, body: string): Promise<{ status: number; text: string }> {
      const answer = await fetch(url(path), { method: 'POST', body })
      return { status: answer.status, text: await answer.text() }
    },
    /** A clean stop; `restarts` brings it back over the same database. */
    stops: end,
    async restarts(): Promise<void> {
      await end()
      await begin()
    },
    log: expectations.lines,
    /** All of the log, of every level. */
    written: expectations.written,
  }
  if (setUp) {
    await setUpBy(plaudit.dave, prizes ? { managerIds: ['UCAROL', 'UFRANK'] } : {})
    if (prizes) allowPrizes(databasePath, prizes === true ? {} : prizes)
    await settled()
    slack.clearLog()
  }
  return plaudit
}

export type Plaudit = Awaited<ReturnType<typeof startPlaudit>>

/** Answers the first two questions, and does not send the welcome post. */
export async function setUpBy(admin: Colleague, values = {}): Promise<void> {
  await admin.opens('/wow setup')
  const answers = { celebrationChannel: 'CCHEERS', hostIds: [admin.id], ...values }
  const { outcome, errors } = await admin.submits(answers)
  if (outcome !== 'updated') throw new Error(`not set up: ${outcome} ${JSON.stringify(errors)}`)
  await admin.slack.close()
}
