import { App, type Logger, LogLevel } from '@slack/bolt'
import { type PretendSlack, startPretendSlack } from '../../../playground/server/index.ts'
import { openPage, type PageClock } from '../../../playground/server/page-api/page.ts'
import { atEnd } from './browser.ts'
import { everyChoice } from './every-choice.ts'
import { EVERY_MANIFEST, everyApp, everyMessage, type Heard } from './every-element.ts'

export const ROOM = 'CCHEERS'

export type Everything = { slack: PretendSlack; url: string; heard: Heard[]; card: string }

/** A pretend Slack with the app of every element in it, and one of its messages in #celebrations. */
export async function startEverything(): Promise<Everything> {
  let ahead = Date.parse('2026-11-19T14:02:00Z') - Date.now()
  const clock: PageClock & { now(): number } = {
    now: () => Date.now() + ahead,
    set: async (at) => {
      ahead = at - Date.now()
    },
  }
  const slack = await startPretendSlack({
    manifest: EVERY_MANIFEST,
    mode: 'socket',
    rates: 'off',
    clock: clock.now,
  })
  atEnd(() => slack.stop())
  for (const [id, realName] of PEOPLE) slack.addPerson({ id, name: id.slice(1).toLowerCase(), realName })
  const everybody = PEOPLE.map(([id]) => id)
  slack.addChannel({ id: ROOM, name: 'celebrations', members: [...everybody, slack.botUserId] })
  slack.addChannel({ id: 'CDESK', name: 'front-desk', members: ['UALICE', 'UBOB'] })
  slack.addChannel({ id: 'CRANDOM', name: 'random', members: ['UBOB'] })
  const heard: Heard[] = []
  const app = await connect(slack, heard)
  const posted = await app.client.chat.postMessage({
    channel: ROOM,
    text: 'A story about Bob',
    blocks: everyMessage,
  })
  const cast = [
    { id: 'UALICE', role: 'employee' },
    { id: 'UBOB', role: 'champion' },
  ]
  const page = await openPage(slack, { cast, clock })
  atEnd(() => page.stop())
  page.markAllRead()
  return { slack, url: page.url, heard, card: posted.ts ?? '' }
}

const PEOPLE: [string, string][] = [
  ['UALICE', 'Alice Archer'],
  ['UBOB', 'Bob Baker'],
  ['UCAROL', 'Carol Cook'],
]

/** What the app complains about when its connection is cut on purpose is none of the tests' business. */
const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
}

async function connect(slack: PretendSlack, heard: Heard[]): Promise<App> {
  const app = new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    logger: silent,
    convoStore: false,
    clientOptions: { slackApiUrl: slack.apiUrl },
  })
  everyApp(heard)(app)
  everyChoice(heard)(app)
  await app.start()
  atEnd(() => app.stop())
  await slack.connected()
  return app
}
