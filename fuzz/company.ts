/** The real process and a pretend Slack, with a little of everything told already, and all that was sent for it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { type PretendSlack, startPretendSlack } from '../playground/server/index.ts'
import { openDesk } from '../soak/praise.ts'
import { type Process, startProcess } from '../test/process/process.ts'
import { startFlags } from '../test/support/real-process.ts'
import { liveADay } from './conversation.ts'

export const ROOM = 'CCHEERS'
export const DESK = 'CTRIAGE'

export type Recorded = {
  readonly kind: 'slash_commands' | 'interactive' | 'events_api'
  readonly name: string
  readonly body: object
}

export type Company = {
  readonly slack: PretendSlack
  readonly plaudit: Process
  readonly database: string
  /** What the door for praise knows its sender by. */
  readonly secret: string
  /** Where answers may be sent. */
  readonly responseUrl: string
  readonly recorded: readonly Recorded[]
  /** Ids of everything that is stored, to be asked for in wrong places. */
  readonly ids: readonly string[]
  stop(): Promise<void>
}

export async function openCompany(): Promise<Company> {
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-fuzz-'))
  const database = join(folder, 'plaudit.db')
  const slack = await startPretendSlack({
    manifest: join(import.meta.dirname, '../manifest.yml'),
    mode: 'http',
    rates: 'off',
    logLimit: 2_000,
  })
  for (const [id, name, more] of cast)
    slack.addPerson({ id, name, realName: `${name} Archer`, tz: 'Europe/London', ...more })
  slack.addChannel({ id: ROOM, name: 'celebrations', members: cast.map(([id]) => id) })
  slack.addChannel({ id: DESK, name: 'letters', members: ['UDAVE', 'UALICE'] })
  slack.alsoServe({
    request: (request, response) => {
      if (request.url !== '/answers') return false
      request.resume().on('end', () => response.end('ok'))
      return true
    },
    upgrade: () => false,
  })
  const plaudit = await startProcess({
    ...slack.env(),
    DATABASE_PATH: database,
    PLAUDIT_TEST_CLOCK: 'fast',
    NODE_OPTIONS: startFlags.join(' '), // as npm start does
  })
  await plaudit.ready
  slack.appUrl = plaudit.url
  const dave = slack.person('UDAVE')
  await dave.command('/wow', 'setup', { channel: ROOM })
  await dave.nextModal()
  await dave.submit({ celebrationChannel: ROOM, hostIds: ['UDAVE'], managerIds: ['UCAROL'] })
  await dave.close({ all: true })
  await liveADay(slack)
  const secret = await openDesk(dave, ROOM, DESK)
  return {
    slack,
    plaudit,
    database,
    secret,
    responseUrl: new URL('/answers', slack.apiUrl).href,
    recorded: recordedBy(slack),
    ids: idsIn(database),
    stop: async () => {
      await plaudit.term()
      await slack.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const cast = [
  ['UALICE', 'alice', {}],
  ['UBOB', 'bob', {}],
  ['UCAROL', 'carol', {}],
  ['UDAVE', 'dave', { isAdmin: true }],
  ['UERIN', 'erin', { isGuest: 'restricted' }],
] as const

function recordedBy(slack: PretendSlack): Recorded[] {
  const kinds = ['slash_commands', 'interactive', 'events_api'] as const
  return slack.sent().flatMap(({ kind, name, payload }) => {
    const known = kinds.find((one) => one === kind)
    return known ? [{ kind: known, name, body: payload }] : []
  })
}

function idsIn(database: string): string[] {
  const db = new SqliteDatabase(database, { readonly: true })
  const all = (sql: string) => db.prepare(sql).pluck().all() as string[]
  try {
    return ['stories', 'praises', 'digests', 'prizes', 'awards', 'award_shares', 'deliveries', 'drafts']
      .filter((table) => all(`select name from pragma_table_info('${table}') where name = 'id'`).length > 0)
      .flatMap((table) => all(`select id from ${table} limit 20`))
  } finally {
    db.close()
  }
}
