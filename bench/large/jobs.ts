/** What Plaudit does by itself, and what reaches far back: how long it takes, and for how long nothing else happens. */
import { join } from 'node:path'
import { backupDatabase } from '../../src/store/backup.ts'
import { countDeliveries } from '../../src/store/deliveries.ts'
import { listPeople } from '../../src/store/people.ts'
import type { Tx } from '../../src/store/store.ts'
import { lapseAwards, remindApprovers } from '../../src/usecases/approvals.ts'
import { leaveBoards, postMonthBoard } from '../../src/usecases/boards.ts'
import { issueDigest, previewDigest } from '../../src/usecases/digests.ts'
import { remindFulfillers } from '../../src/usecases/handing-over.ts'
import { drainInbox, meetPeople } from '../../src/usecases/hearing.ts'
import { prune } from '../../src/usecases/housekeeping.ts'
import { exportPrizesAsOperator } from '../../src/usecases/prize-export.ts'
import { rebuildBoards } from '../../src/usecases/recount.ts'
import { retractStory } from '../../src/usecases/stories.ts'
import { remindOfPraises } from '../../src/usecases/triage.ts'
import type { Samples } from './samples.ts'
import { HOST, personId } from './sizes.ts'
import type { World } from './world.ts'

export type LongJob = {
  readonly what: string
  /** In the process of a command: nobody waits behind it. */
  readonly isCommand?: boolean
  readonly run: () => Promise<unknown>
}

const DIGEST = '2026-11-20T16:00:00.000Z'

/** In this order: what was done by one is there for the next. */
export function longJobs({ app, pass }: World, samples: Samples, path: string): LongJob[] {
  const inTransaction = (body: (tx: Tx) => Promise<unknown>) => () => app.store.write(body)
  const [loved = ''] = samples.loved
  const fan = personId(30)
  const meets = (hasLeft: boolean) =>
    app.store.write(async (tx) => {
      const known = (await listPeople(tx, [fan])).get(fan)
      if (known) await meetPeople(tx, [{ ...known, hasLeft, changedAt: tx.now }])
    })
  return [
    { what: 'figures for `/metrics`', run: () => app.store.read(countDeliveries) },
    {
      what: 'a story with hundreds of cheers is taken back',
      run: () => retractStory(app, { id: HOST }, loved),
    },
    { what: 'somebody leaves the boards', run: () => leaveBoards(app, { id: fan }) },
    { what: 'somebody with thousands of cheers leaves', run: () => meets(true).then(() => drain(app)) },
    { what: 'and comes back', run: () => meets(false).then(() => drain(app)) },
    { what: 'the preview of a digest is due', run: inTransaction((tx) => previewDigest(tx, DIGEST)) },
    {
      what: 'a digest of 500 stories is issued',
      run: () => {
        pass(3_600_000)
        return app.store.write((tx) => issueDigest(tx, DIGEST))
      },
    },
    {
      what: 'the board of a month is due',
      run: inTransaction((tx) => postMonthBoard(tx, '2026-11-02T09:00:00.000Z')),
    },
    { what: 'prizes that wait lapse', run: inTransaction(lapseAwards) },
    { what: 'approvers are reminded', run: inTransaction(remindApprovers) },
    { what: 'who hands over is reminded', run: inTransaction((tx) => remindFulfillers(tx, tx.now)) },
    { what: 'the triage channel is reminded', run: inTransaction(remindOfPraises) },
    { what: 'housekeeping of a day', run: () => app.store.write(prune).then(() => drain(app)) },
    {
      what: 'housekeeping after a week away',
      run: () => {
        pass(7 * 24 * 3_600_000)
        return app.store.write(prune).then(() => drain(app))
      },
    },
    {
      what: 'the export of a year of prizes',
      run: () => exportPrizesAsOperator(app, { from: '2025-11-20', to: '2026-11-20' }),
    },
    { what: 'a new zone, or `rebuild-boards`: everything counted anew', run: () => rebuildBoards(app) },
    { what: '`backup`', isCommand: true, run: () => backupDatabase(path, join(path, '../backup.db')) },
  ]
}

async function drain(app: World['app']): Promise<void> {
  while ((await drainInbox(app)) > 0);
}
