import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import { isLedgerSealed, listContradictions } from '../../src/store/ledger-audit.ts'
import { cancelAward, handOver } from '../../src/usecases/handing-over.ts'
import { award, setUpPrizes } from '../usecases/prizes.ts'
import { alice, bob, dave, erin, openPlaudit, sayAll, share, type TestPlaudit } from '../usecases/support.ts'

let app: TestPlaudit
let handedOver: string
let cancelled: string
let shared: string
let open: string
beforeEach(async () => {
  app = await openPlaudit()
  await setUpPrizes(app, { money: '1000', days: '10' })
  const story = await share(app, alice, { championIds: [bob.id, erin.id] })
  await sayAll(app)
  const both = { personIds: [bob.id, erin.id] }
  handedOver = await award(app, story, 'voucher', both)
  cancelled = await award(app, story, 'day-off', both)
  shared = await award(app, story, 'voucher', { ...both, split: 'shared' })
  open = await award(app, story, 'day-off')
  await handOver(app, dave, { awardId: handedOver }, 'in person')
  await cancelAward(app, dave, { awardId: cancelled }, 'no days to take')
})
afterEach(() => app.close())

/** As somebody does who has the file, and means it. */
function tamper(...statements: readonly string[]): void {
  const db = new SqliteDatabase(app.path)
  db.pragma('busy_timeout = 5000')
  for (const sql of statements) db.exec(sql)
  db.close()
}
const unsealed = ['stay', 'remain'].map((name) => `drop trigger ledger_entries_${name}`)
const found = async () =>
  (await app.read(listContradictions)).map(({ awardId, what }) => [awardId, what] as const)

describe('the ledger', () => {
  test('is only ever added to: the database refuses all else', async () => {
    const forbidden = 'the ledger is only ever added to'
    expect(() => tamper('update ledger_entries set reserved_minor = 0')).toThrow(forbidden)
    expect(() => tamper("update ledger_entries set note = 'x' where entry = 'fulfilled'")).toThrow(forbidden)
    expect(() => tamper('delete from ledger_entries')).toThrow(forbidden)
    expect(() =>
      tamper('insert or replace into ledger_entries select * from ledger_entries limit 1'),
    ).toThrow(forbidden)
    await expect(app.write(({ db }) => db.deleteFrom('ledger_entries').execute())).rejects.toThrow(forbidden)
    const entries = await app.read(({ db }) => db.selectFrom('ledger_entries').select('id').execute())
    expect(entries).toHaveLength(7 + 2 + 2)
  })

  test('has one entry of each kind for a share', () => {
    const again = (columns: string) =>
      `insert into ledger_entries select 'new', workspace_id, award_id, person_id, ${columns} from ledger_entries limit 1`
    const rest = `entered_at, entered_by, note, given_by, charged_on, currency,
      reserved_minor, spent_minor, reserved_half_days, spent_half_days`
    expect(() => tamper(again(`entry, ${rest}`))).toThrow('the ledger is only ever added to')
    expect(() => tamper('drop trigger ledger_entries_once', again(`entry, ${rest}`))).toThrow('UNIQUE')
    expect(() => tamper(again(`'gone', ${rest}`))).toThrow('CHECK')
  })

  test('agrees with the awards, whatever became of them', async () => {
    expect(await found()).toEqual([])
    expect(await app.read(isLedgerSealed)).toBe(true)
  })
})

describe('what was tampered with', () => {
  test.each<[string, () => string, string, () => string]>([
    [
      'an amount that was taken',
      () => handedOver,
      'ledger',
      () =>
        `update ledger_entries set spent_minor = 1 where award_id = '${handedOver}' and entry = 'fulfilled'`,
    ],
    [
      'an entry that is gone',
      () => cancelled,
      'ledger',
      () =>
        `delete from ledger_entries where award_id = '${cancelled}' and entry = 'cancelled' and person_id = 'BOB'`,
    ],
    [
      'a share that is said to be open again',
      () => handedOver,
      'ledger',
      () => `update award_shares set state = 'open' where award_id = '${handedOver}' and person_id = 'ERIN'`,
    ],
    [
      'days that nobody reserved',
      () => open,
      'ledger',
      () => `update award_shares set half_days = 4 where award_id = '${open}'`,
    ],
    [
      'another day, and so another budget',
      () => open,
      'charge',
      () => `update ledger_entries set charged_on = '2026-10-01' where award_id = '${open}'`,
    ],
    [
      'another manager’s budget',
      () => shared,
      'charge',
      () => `update awards set given_by = 'DAVE' where id = '${shared}'`,
    ],
    [
      'an award that is not given while its share is open',
      () => open,
      'given',
      () => `update awards set given_at = null where id = '${open}'`,
    ],
    [
      'shares that are not what one prize costs',
      () => open,
      'cost',
      () => `update awards set prize_half_days = 1 where id = '${open}'`,
    ],
    [
      'shares that are not the whole of a shared prize',
      () => shared,
      'cost',
      () => `update awards set prize_minor = 5001 where id = '${shared}'`,
    ],
  ])('%s is found, and the award named', async (_, id, what, sql) => {
    tamper(...unsealed, sql())
    expect(await found()).toEqual([[id(), what]])
    expect(await app.read(isLedgerSealed)).toBe(false)
  })
})
