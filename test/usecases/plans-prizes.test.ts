import { expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import { tick } from '../../src/jobs/tick.ts'
import { migrate } from '../../src/store/migrate.ts'
import { approveAward, declineAward } from '../../src/usecases/approvals.ts'
import { listStoriesToAward, showAwardOffer } from '../../src/usecases/awards.ts'
import { cancelAward, handOver, showPrizesTodo } from '../../src/usecases/handing-over.ts'
import { meetPeople } from '../../src/usecases/hearing.ts'
import { showHome } from '../../src/usecases/home.ts'
import { countPrizes, exportPrizes } from '../../src/usecases/prize-export.ts'
import { savePrizeSettings } from '../../src/usecases/prize-settings.ts'
import { showPrizesRoom } from '../../src/usecases/prizes.ts'
import { retractStory, takeNameOff } from '../../src/usecases/stories.ts'
import { scansOf } from '../store/plans.ts'
import { listeningPlaudit } from './listening.ts'
import { award, setUpPrizes } from './prizes.ts'
import { alice, bob, carol, cast, dave, erin, frank, sayAll, share, type TestPlaudit } from './support.ts'

/** Weeks in which everything happens to prizes. */
async function liveThrough(app: TestPlaudit): Promise<void> {
  await app.write((tx) => meetPeople(tx, cast))
  await setUpPrizes(app, { money: '1000', days: '10' })
  await savePrizeSettings(app, dave, {
    ...{ managerMoney: '1000', managerDays: '10', workspaceMoney: '5000', workspaceDays: '50' },
    ...{ budgetPeriod: 'month', approvalDays: '0', currency: 'GBP' },
    ...{ approverIds: [frank.id], fulfillerIds: [], amountsPublic: false, nextSteps: {} },
  })
  const first = await share(app, alice, { championIds: [bob.id, erin.id, frank.id] })
  const second = await share(app)
  await share(app)
  await sayAll(app)
  await listStoriesToAward(app, carol)
  await showAwardOffer(app, carol, first)
  const both = { personIds: [bob.id, erin.id] }
  const voucher = await award(app, first, 'voucher', both)
  const card = await award(app, second, 'card')
  const [approved, declined] = [await award(app, first, 'day-off'), await award(app, second, 'day-off')]
  await award(app, second, 'day-off', { isPrivate: true })
  await sayAll(app)
  await approveAward(app, frank, approved)
  await declineAward(app, frank, declined, 'that is too much')
  await handOver(app, dave, { awardId: voucher, personIds: [bob.id] }, 'in person')
  await cancelAward(app, dave, { awardId: card }, 'no card was left')
  await takeNameOff(app, bob, first)
  await sayAll(app)
  for (const somebody of [alice, carol, dave]) {
    await showPrizesRoom(app, somebody)
    await showHome(app, somebody)
  }
  await showPrizesTodo(app, dave)
  await retractStory(app, alice, second)
  for (let day = 0; day < 20; day += 1) {
    app.clock.pass({ days: 1 })
    await tick(app, () => {})
    await sayAll(app)
  }
  await countPrizes(app, dave, {})
  await exportPrizes(app, dave, { from: '2026-01-01' })
}

test('prizes, from the form to the export, go through no table that grows', async () => {
  const db = new SqliteDatabase(':memory:')
  migrate(db)
  db.prepare("insert into workspaces values ('T1', '', '')").run()
  const { app, asked } = listeningPlaudit(db)
  await liveThrough(app)
  const questions = new Map(asked.map((one) => [one.sql, one]))
  expect(questions.size).toBeGreaterThan(100)
  const scans = [...questions.values()]
    .flatMap((one) => scansOf(db, one).map((scan) => `${scan}: ${one.sql}`))
    // Who all the managers are: the members of their user group are the answer.
    .filter((scan) => !scan.startsWith('SEARCH group_members'))
  expect(scans).toEqual([])
  db.close()
})
