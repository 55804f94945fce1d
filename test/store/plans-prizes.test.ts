import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import type { Award } from '../../src/domain/award.ts'
import * as lists from '../../src/store/award-lists.ts'
import * as photos from '../../src/store/award-photos.ts'
import * as awards from '../../src/store/awards.ts'
import * as budgets from '../../src/store/budgets.ts'
import * as ledger from '../../src/store/ledger.ts'
import { migrate } from '../../src/store/migrate.ts'
import * as prizes from '../../src/store/prizes.ts'
import type { Tx } from '../../src/store/store.ts'
import * as stories from '../../src/store/stories.ts'
import { showPublicPrizes } from '../../src/usecases/public-prizes.ts'
import { listeningTx, planOf, scansOf } from './plans.ts'

const NOW = '2026-11-16T09:00:00.000Z'
/** With few ids SQLite takes another way than with many. */
const many = Array.from({ length: 500 }, (_, n) => `id${n}`)
const month = { fromOn: '2026-11-01', toOn: '2026-12-01' }
const own = { givenBy: 'U2', window: month }
const cost = { moneyMinor: 50_00, halfDays: 2 }
const share = { personId: 'U1', ...cost, state: 'open' as const }
const award: Award = {
  ...{ id: 'A1', storyId: 'S1', split: 'each', isPrivate: false, reason: 'so', givenBy: 'U2', givenAt: NOW },
  ...{ awardedAt: NOW, awardedOn: '2026-11-16', shares: [share] },
  prize: { id: 'P1', kind: 'gift', name: 'a lamp', cost, currency: 'GBP' },
}
const charged = [own, { window: month }].map((account) => ({ account, limits: { ...cost } }))

let db: Database
beforeAll(() => {
  db = new SqliteDatabase(':memory:')
  db.pragma('foreign_keys = off')
  migrate(db)
  db.pragma('foreign_keys = off')
  db.prepare("insert into workspaces values ('T1', '', '')").run()
})
afterAll(() => {
  db.close()
})

const questions: Record<string, (tx: Tx) => Promise<unknown>> = {
  'giving, if the budgets have enough': (tx) => awards.insertAwardWithin(tx, award, charged),
  entering: (tx) =>
    ledger.insertEntries(tx, award, [{ ...share, personId: 'U3' }], { entry: 'approved', by: 'U9' }),
  'moving shares': (tx) => awards.updateShares(tx, 'A1', { from: ['open'], to: 'open', personIds: ['U1'] }),
  'saying that it is given': (tx) => awards.updateAwardGiven(tx, 'A1'),
  'some awards': (tx) => awards.listAwards(tx, many),
  'the awards of stories': (tx) => awards.listAwardsFor(tx, many),
  'what everybody sees of them': (tx) => showPublicPrizes(tx, many),
  'what became of awards': (tx) => ledger.listEntries(tx, many),
  'what a manager gave last': (tx) => lists.listAwardIdsBy(tx, 'U2', 5),
  'what was given in a week': (tx) => lists.listGiven(tx, { from: NOW, to: '2026-11-20' }),
  'what waits': (tx) => lists.listAwardIdsIn(tx, 'waiting', { before: NOW }),
  'what is to be handed over': (tx) => lists.listAwardIdsIn(tx, 'open'),
  'what is to come for somebody': (tx) => lists.listAwardIdsToCome(tx, many),
  'what was awarded on some days': (tx) => lists.listAwardIdsOn(tx, month),
  'what a manager has used': (tx) => budgets.getUsed(tx, own, 'GBP'),
  'what all have used': (tx) => budgets.getUsed(tx, { window: month }, 'GBP'),
  'what each has used': (tx) => budgets.listUsed(tx, month, 'GBP'),
  'money taken': (tx) => budgets.takenMoney(tx, own, 'GBP').execute(),
  'days taken': (tx) => budgets.takenHalfDays(tx, { window: month }).execute(),
  'stories without a prize': (tx) =>
    stories.listStoryIdsWithoutPrize(tx, { since: NOW, most: 15, managerId: 'CAROL' }),
  'who took their name off': (tx) => stories.listDeclinedIn(tx, many),
  'the photo of an award': (tx) => photos.findAwardPhoto(tx, 'A1'),
  'taking from the shelf': (tx) => prizes.takeFromStock(tx, 'P1', 1),
}

describe('the store goes through no table of prizes that grows, to find', () => {
  test.each(Object.entries(questions))('%s', async (_, ask) => {
    const { tx, asked } = listeningTx(db, NOW)
    await ask(tx)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.flatMap((one) => scansOf(db, one).map((scan) => `${scan}: ${one.sql}`))).toEqual([])
  })
})

/** The steps of the plan of all that was asked. */
async function steps(ask: (tx: Tx) => Promise<unknown>): Promise<string> {
  const { tx, asked } = listeningTx(db, NOW)
  await ask(tx)
  return asked.flatMap((one) => planOf(db, one)).join('\n')
}

describe('SQLite', () => {
  test.each(['what a manager has used', 'what each has used', 'money taken', 'days taken'])(
    'reads the sums of a budget from an index alone: %s',
    async (name) => {
      expect(await steps(questions[name] ?? (async () => {}))).toMatch(
        /ledger_entries USING COVERING INDEX ledger_by_(giver|day) \(workspace_id=\? AND .*charged_on>\? AND charged_on<\?\)/,
      )
    },
  )

  test.each([
    ['what waits', /award_shares USING (COVERING )?INDEX award_shares_waiting/],
    ['what is to be handed over', /award_shares USING (COVERING )?INDEX award_shares_open/],
    [
      'what was given in a week',
      /awards USING (COVERING )?INDEX awards_given \(.*given_at>\? AND given_at<\?\)/,
    ],
    [
      'what a manager gave last',
      /awards USING (COVERING )?INDEX awards_by_giver \(workspace_id=\? AND given_by=\?\)/,
    ],
    [
      'what was awarded on some days',
      /awards USING (COVERING )?INDEX awards_by_time \(.*awarded_on>\? AND awarded_on<\?\)/,
    ],
    ['the awards of stories', /awards USING INDEX awards_by_story \(workspace_id=\? AND story_id=\?\)/],
    [
      'stories without a prize',
      /stories USING (COVERING )?INDEX stories_by_time \(workspace_id=\? AND told_at>\?\)/,
    ],
  ])('finds %s by its own index', async (name, plan) => {
    expect(await steps(questions[name] ?? (async () => {}))).toMatch(plan)
  })

  test('compares and inserts in one statement, by sums from an index', async () => {
    const { tx, asked } = listeningTx(db, NOW)
    await awards.insertAwardWithin(tx, { ...award, id: 'A9' }, charged)
    const [insert] = asked
    if (!insert) throw new Error('nothing was asked')
    expect(insert.sql).toMatch(/^insert into "awards"/)
    const sums = planOf(db, insert).filter((step) => step.includes('ledger_entries'))
    expect(sums).toHaveLength(4)
    expect(sums.filter((step) => !step.includes('COVERING INDEX'))).toEqual([])
  })
})
