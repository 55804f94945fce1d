/** A database as hosts leave it: set up, with managers, budgets, a catalogue and a source. Each round begins with a copy. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { type PretendSlack, startPretendSlack } from '../playground/server/index.ts'
import { createClock } from '../src/clock.ts'
import { insertPrize } from '../src/store/prizes.ts'
import { replaceRoleHolders } from '../src/store/roles.ts'
import { updateSettings } from '../src/store/settings.ts'
import { openStore } from '../src/store/store.ts'
import { addSourceAsOperator } from '../src/usecases/sources.ts'
import { eventually } from '../test/process/look.ts'
import { startProcess } from '../test/process/process.ts'
import { bringEverybody, cast, everybody, ROOM, TRIAGE } from './cast.ts'

export const MANIFEST = join(import.meta.dirname, '../manifest.yml')
/**
 * In pence: what a manager may give in a month, and what has to be approved; what all may give together, as hosts leave it, and as
 * they raise it when a round's prize takes more.
 */
export const budget = { manager: 30_00, free: 9_00, workspace: 40_00, raised: 400_00 }
/** What can be given: pence, and how many there are. */
export const gifts = {
  lamp: { cost: 5_00, stock: 3 },
  book: { cost: 2_00, stock: 50 },
  cake: { cost: 12_00, stock: 50 },
  trip: { cost: 30_00, stock: 50 },
} as const

export type Template = {
  /** Puts a copy there. */
  readonly copyTo: (path: string) => void
  /** What praise is signed with. */
  readonly secret: string
  readonly remove: () => void
}

export async function makeTemplate(): Promise<Template> {
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-chaos-'))
  const path = join(folder, 'template.db')
  const slack = await startPretendSlack({ manifest: MANIFEST, mode: 'socket', rates: 'off' })
  try {
    bringEverybody(slack)
    await setUp(slack, path)
    const secret = await furnish(slack, path)
    forgetWhatWasSaid(path)
    return {
      copyTo: (to) => copyFileSync(path, to),
      secret,
      remove: () => rmSync(folder, { recursive: true, force: true }),
    }
  } finally {
    await slack.stop()
  }
}

/** The real way: a host fills in the form of a running Plaudit, which reads who works here. */
async function setUp(slack: PretendSlack, path: string): Promise<void> {
  const running = await startProcess({ ...slack.env(), DATABASE_PATH: path })
  await running.ready
  const dave = slack.person(cast.host)
  await dave.command('/wow', 'setup', { channel: ROOM })
  await dave.nextModal()
  const { outcome, errors } = await dave.submit({
    celebrationChannel: ROOM,
    hostIds: [cast.host, cast.cohost],
  })
  if (outcome !== 'updated') throw new Error(`the setup: ${outcome} ${JSON.stringify(errors)}`)
  await slack.until(() => dave.dmMessages().length > 0)
  await eventually(() => running.log.some(({ msg }) => msg === 'directory read'), 'the directory')
  await running.term()
}

async function furnish(slack: PretendSlack, path: string): Promise<string> {
  const clock = createClock()
  const store = openStore({ path, workspaceId: slack.team.id, clock })
  await store.write(async (tx) => {
    await updateSettings(tx, [
      { key: 'currency', to: 'GBP' },
      { key: 'managerBudget', to: { moneyMinor: budget.manager, halfDays: 0 } },
      { key: 'workspaceBudget', to: { moneyMinor: budget.workspace } },
      { key: 'approvalAbove', to: { moneyMinor: budget.free } },
      { key: 'triageChannel', to: TRIAGE },
    ])
    await replaceRoleHolders(tx, 'manager', cast.managers, cast.host)
    await replaceRoleHolders(tx, 'approver', [cast.approver], cast.host)
    for (const [id, { cost, stock }] of Object.entries(gifts)) {
      const prize = { id, kind: 'gift', name: id, cost: { moneyMinor: cost, halfDays: 0 }, stock } as const
      await insertPrize(tx, { ...prize, revision: 1, hasPhoto: false, createdAt: tx.now })
    }
  })
  const { secret } = await addSourceAsOperator({ store, clock }, 'Help desk')
  await store.close()
  return secret
}

/** It was said in another Slack. */
function forgetWhatWasSaid(path: string): void {
  const db = new SqliteDatabase(path)
  const missing =
    everybody.length -
    Number(db.prepare('select count(*) from people where known_at is not null').pluck().get())
  db.exec(
    'delete from post_subjects; update deliveries set post_id = null; delete from posts; delete from deliveries',
  )
  db.pragma('wal_checkpoint(truncate)')
  db.close()
  if (missing > 0) throw new Error(`Plaudit does not know ${missing} of the people`)
}
