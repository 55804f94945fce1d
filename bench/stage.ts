/** What every measurement begins with: a company in the pretend Slack, and a database in which it has told stories. */
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import SqliteDatabase from 'better-sqlite3'
import { type PretendSlack, startPretendSlack } from '../playground/server/index.ts'
import { personId, type Recipe } from './bodies.ts'
import { type Server, startPlaudit } from './processes.ts'

const ROOT = join(import.meta.dirname, '..')
export const ROOM = 'CCHEERS'
const HOST = 'UHOST'
const TELLER = 'UTELLER'
const CHAMPION = 'UCHAMPION'
const WORDS = 'Stayed two hours longer to find the part that was lost, and drove it to the customer herself.'

export type Stage = {
  readonly slack: PretendSlack
  readonly people: number
  readonly reactions: Recipe & { kind: 'reactions' }
  readonly stories: Recipe
  /** Plaudit over a fresh copy of the database, to which `prepare` may do something first. */
  open(name: string, how?: How): Promise<Opened>
  close(): Promise<void>
}

type How = {
  readonly env?: Readonly<Record<string, string>>
  readonly prepare?: (databasePath: string) => Promise<void>
}

export type Opened = {
  readonly plaudit: Server
  readonly databasePath: string
  /** Asks the database for one number, as an outsider. */
  count(sql: string): number
  close(): Promise<void>
}

/** @param people who react @param cards and on how many stories: so many reactions all become cheers */
export async function setStage(folder: string, people: number, cards: number): Promise<Stage> {
  const slack = await startPretendSlack({
    manifest: join(ROOT, 'manifest.yml'),
    mode: 'http',
    rates: 'off',
    logLimit: 1_000,
  })
  for (const id of [HOST, TELLER, CHAMPION, ...Array.from({ length: people }, (_, n) => personId(n))])
    slack.addPerson({ id, name: id.toLowerCase(), realName: id, tz: 'Europe/London', isAdmin: id === HOST })
  slack.addChannel({ id: ROOM, name: 'celebrations', members: slack.people().map(({ id }) => id) })
  const template = join(folder, 'template')
  mkdirSync(template)
  const sent = await tellStories(slack, join(template, 'plaudit.db'), cards)
  const open = openerOf(slack, folder, template)
  return {
    slack,
    people,
    reactions: {
      kind: 'reactions',
      teamId: slack.team.id,
      botUserId: slack.botUserId,
      channel: ROOM,
      cards: slack.messages(ROOM).map(({ ts }) => ts),
      people,
    },
    stories: { kind: 'stories', sent, people },
    open,
    close: () => slack.stop(),
  }
}

function openerOf(slack: PretendSlack, folder: string, template: string): Stage['open'] {
  return async (name, { env = {}, prepare } = {}) => {
    const own = join(folder, name)
    cpSync(template, own, { recursive: true })
    const databasePath = join(own, 'plaudit.db')
    await prepare?.(databasePath)
    const plaudit = await startPlaudit({ ...slack.env(), DATABASE_PATH: databasePath, ...env })
    slack.appUrl = `http://127.0.0.1:${plaudit.port}`
    const db = new SqliteDatabase(databasePath, { readonly: true })
    return {
      plaudit,
      databasePath,
      count: (sql) => db.prepare(sql).pluck().get() as number,
      close: async () => {
        db.close()
        await plaudit.stop()
      },
    }
  }
}

/** Set up and told as people do it, with a messenger that does not wait. @returns the last form, as it was sent */
async function tellStories(slack: PretendSlack, databasePath: string, count: number): Promise<string> {
  const plaudit = await startPlaudit({
    ...slack.env(),
    DATABASE_PATH: databasePath,
    PLAUDIT_TEST_CLOCK: 'fast',
  })
  slack.appUrl = `http://127.0.0.1:${plaudit.port}`
  const host = slack.person(HOST)
  await host.command('/wow', 'setup', { channel: ROOM })
  await host.nextModal()
  await host.submit({ celebrationChannel: ROOM, hostIds: [HOST] })
  await host.close({ all: true })
  const teller = slack.person(TELLER)
  for (let n = 0; n < count; n += 1) {
    await teller.command('/wow', '', { channel: ROOM })
    await teller.nextModal()
    const { outcome } = await teller.submit({ championIds: [CHAMPION], words: WORDS })
    if (outcome !== 'cleared' && outcome !== 'closed') throw new Error(`a story was not told: ${outcome}`)
  }
  const sent = JSON.stringify(slack.sent('view_submission').at(-1)?.payload)
  await untilSaid(databasePath)
  await plaudit.stop()
  return sent
}

/** The cards, and the notes to who told and who is celebrated: else they would be said while something is measured. */
async function untilSaid(databasePath: string): Promise<void> {
  const db = new SqliteDatabase(databasePath, { readonly: true })
  const unsaid = db.prepare("select count(*) from deliveries where state in ('waiting', 'sending')").pluck()
  const giveUpAt = performance.now() + 120_000
  while (unsaid.get() !== 0) {
    if (performance.now() > giveUpAt) throw new Error('not everything was said in two minutes')
    await pause(20)
  }
  db.close()
}
