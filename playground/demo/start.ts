import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PretendSlack, startPretendSlack } from '../server/index.ts'
import { openPage } from '../server/page-api/page.ts'
import { type AppProcess, startApp } from './app-process.ts'
import { bringEverybody, castMembers, LETTERS } from './cast.ts'
import { createDemoClock, type DemoClock } from './clock.ts'
import { type Mailbox, openMailbox } from './mailbox.ts'

const MANIFEST = fileURLToPath(new URL('../../manifest.yml', import.meta.url))

export type DemoOptions = {
  mode: 'socket' | 'http'
  /** Of the page; a free one unless told. */
  port?: number
  /** Civil time at which the visitor comes in, milliseconds. */
  now: number
  past?: Past
}

/** What happened before the visitor came, and since when. */
export type Past = { from: number; tell(parts: Parts): Promise<void> }

export type Parts = { slack: PretendSlack; app: AppProcess; clock: DemoClock; mailbox: Mailbox }

export type Demo = Parts & {
  url: string
  stop(): Promise<void>
}

/** A pretend Slack with people in it, the real Plaudit connected to it over the wire, and the page to see both. */
export async function startDemo({ mode, port = 0, now, past }: DemoOptions): Promise<Demo> {
  const clock = createDemoClock(past?.from ?? now)
  // Plaudit posts at the pace of tests, so that eight weeks pass in seconds: Slack's own rates would refuse that.
  const slack = await startPretendSlack({ manifest: MANIFEST, mode, port, clock: clock.now, rates: 'off' })
  bringEverybody(slack)
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-playground-'))
  const undo: (() => unknown)[] = [() => slack.stop(), () => rmSync(folder, { recursive: true, force: true })]
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    // At its fastest, Plaudit lives through eight weeks in seconds.
    const env = { PLAUDIT_TEST_CLOCK: 'fast', DATABASE_PATH: join(folder, 'plaudit.db') }
    const app = await startApp({ ...slack.env(), ...env })
    undo.push(() => app.stop())
    slack.appUrl = app.url
    clock.follow((at) => app.setClock(at))
    await clock.set(clock.now())
    const mailbox = openMailbox(app)
    const opening = openPage(slack, { cast: castMembers, clock, mailbox: { ...mailbox, lettersIn: LETTERS } })
    await past?.tell({ slack, app, clock, mailbox })
    await clock.set(Math.max(now, clock.now()))
    slack.clearLog()
    const page = await opening
    page.markAllRead()
    undo.push(() => page.stop())
    return { slack, app, clock, mailbox, url: page.url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
