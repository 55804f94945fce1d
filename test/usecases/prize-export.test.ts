import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { toCsv } from '../../src/exports/csv.ts'
import { prizeColumns, prizeFile, prizeFileName, prizeRows } from '../../src/exports/prizes.ts'
import { approveAward, declineAward, lapseAwards } from '../../src/usecases/approvals.ts'
import { cancelAward, handOver } from '../../src/usecases/handing-over.ts'
import { exportPrizes, exportPrizesAsOperator, showPrizeExport } from '../../src/usecases/prize-export.ts'
import { savePrizeSettings } from '../../src/usecases/prize-settings.ts'
import { savePrize } from '../../src/usecases/prizes.ts'
import { takeNameOff } from '../../src/usecases/stories.ts'
import { wordingFor } from '../../src/wording/index.ts'
import { readCsv } from '../support/csv.ts'
import { award, REASON, setUpPrizes } from './prizes.ts'
import {
  alice,
  bob,
  carol,
  dave,
  erin,
  frank,
  openPlaudit,
  refusal,
  sayAll,
  share,
  type TestPlaudit,
} from './support.ts'

const w = wordingFor()
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }

let app: TestPlaudit
let storyId: string
beforeEach(async () => {
  app = await openPlaudit()
  await setUpPrizes(app, { money: '1000', days: '10' })
  storyId = await share(app, alice, { championIds: [bob.id, erin.id, frank.id] })
  await sayAll(app)
})
afterEach(() => app.close())

const rows = async (span = NOVEMBER, emails = new Map<string, string>()) =>
  prizeRows((await exportPrizes(app, dave, span)).shares, emails, w)

describe('the export of prizes', () => {
  test('has a row for each award and person, with all that payroll asks for', async () => {
    await savePrize(app, dave, { kind: 'money', name: 'a bonus', cost: '100', currency: 'GBP' })
    const personIds = [bob.id, erin.id, frank.id]
    const id = await award(app, storyId, 'a bonus', { personIds, split: 'shared', isPrivate: true })
    app.clock.pass({ days: 1 })
    await handOver(app, dave, { awardId: id }, 'salary of November')
    const shown = await rows(NOVEMBER, new Map([[bob.id, 'bob@example.com']]))
    expect(shown.map(({ person_name, gross_amount }) => [person_name, gross_amount])).toEqual([
      ['bob', '33.34'],
      ['erin', '33.33'],
      ['frank', '33.33'],
    ])
    expect(shown[0]).toEqual({
      ...Object.fromEntries(prizeColumns.map((column) => [column, ''])),
      ...{ award_id: id, story_id: storyId, reason: REASON, prize: 'A bonus', kind: 'money' },
      ...{ awarded_on: '2026-11-16', awarded_at: '2026-11-16T09:02:00.000Z' },
      ...{ person_id: bob.id, person_name: 'bob', person_email: 'bob@example.com' },
      ...{ manager_id: carol.id, manager_name: 'carol', gross_amount: '33.34', currency: 'GBP' },
      ...{ shared: 'yes', private: 'yes', state: 'handed_over', handed_over_by: 'dave' },
      ...{ handed_over_at: '2026-11-17T09:02:00.000Z', handed_over_note: 'salary of November' },
    })
  })

  test('says of every end who, when and why', async () => {
    await savePrizeSettings(app, dave, {
      ...{ managerMoney: '1000', managerDays: '10', budgetPeriod: 'month', approvalMoney: '10' },
      ...{ approverIds: [frank.id], fulfillerIds: [], amountsPublic: false, nextSteps: {}, currency: 'GBP' },
    })
    const [approved, declined, cancelled] = [
      await award(app, storyId, 'voucher'),
      await award(app, storyId, 'voucher', { personIds: [erin.id] }),
      await award(app, storyId, 'day-off', { personIds: [erin.id] }),
    ]
    app.clock.pass({ hours: 1 })
    await approveAward(app, frank, approved)
    await declineAward(app, frank, declined, 'twice is too much')
    await cancelAward(app, dave, { awardId: cancelled }, 'has no days to take')
    const lapsed = await award(app, storyId, 'voucher', { personIds: [erin.id] })
    app.clock.pass({ days: 15 })
    await app.write(lapseAwards)
    const at = '2026-11-16T10:02:00.000Z'
    const found = new Map((await rows()).map((row) => [row.award_id, row]))
    expect(found.get(approved)).toMatchObject({ state: 'open', approved_by: 'frank', approved_at: at })
    expect(found.get(declined)).toMatchObject({
      ...{ state: 'declined', declined_by: 'frank', declined_at: at, declined_why: 'twice is too much' },
    })
    expect(found.get(cancelled)).toMatchObject({
      ...{ state: 'cancelled', cancelled_by: 'dave', cancelled_at: at, cancelled_why: 'has no days to take' },
      ...{ kind: 'day_off', days: '1', gross_amount: '', currency: '' },
    })
    expect(found.get(lapsed)).toMatchObject({ state: 'lapsed', lapsed_at: '2026-12-01T10:02:00.000Z' })
  })

  test('keeps the days of the workspace’s zone, both of them included', async () => {
    app.clock.setCivil('2026-07-31T22:59:59.999Z') // 23:59 in London
    await award(app, storyId, 'card')
    app.clock.setCivil('2026-07-31T23:00:00.000Z') // August there
    await award(app, storyId, 'lunch')
    const prizes = async (from: string, to: string) => (await rows({ from, to })).map(({ prize }) => prize)
    expect(await prizes('2026-07-31', '2026-07-31')).toEqual(['A hand-written card from the leadership'])
    expect(await prizes('2026-08-01', '2026-08-31')).toEqual(['The choice of the team’s next lunch place'])
    expect(await prizes('2026-07-31', '2026-08-01')).toHaveLength(2)
  })

  test('keeps who took their name off, and what the prize was when it was given', async () => {
    await award(app, storyId, 'card')
    await takeNameOff(app, bob, storyId)
    expect(await rows()).toMatchObject([{ person_name: 'bob', private: 'no', gross_amount: '0.00' }])
  })

  test('is for hosts, and for whoever runs commands on the machine', async () => {
    await award(app, storyId, 'card')
    for (const somebody of [carol, bob, erin, frank]) {
      expect(await refusal(exportPrizes(app, somebody, NOVEMBER))).toEqual(['host.only'])
      expect(await refusal(showPrizeExport(app, somebody))).toEqual(['host.only'])
    }
    expect((await exportPrizesAsOperator(app, NOVEMBER)).shares).toHaveLength(1)
  })

  test('is of this month unless told, and offers the month before in its first days', async () => {
    const span = async (typed = {}) => (await exportPrizes(app, dave, typed)).span
    expect(await span()).toEqual({ firstOn: '2026-11-01', lastOn: '2026-11-30' })
    expect(await span({ to: '2026-02-10' })).toEqual({ firstOn: '2026-02-01', lastOn: '2026-02-10' })
    expect(await span({ from: '2026-10-15' })).toEqual({ firstOn: '2026-10-15', lastOn: '2026-11-30' })
    expect(await showPrizeExport(app, dave)).toEqual({ firstOn: '2026-11-01', lastOn: '2026-11-30' })
    app.clock.setCivil('2027-01-10T23:30:00.000Z')
    expect(await showPrizeExport(app, dave)).toEqual({ firstOn: '2026-12-01', lastOn: '2026-12-31' })
    app.clock.setCivil('2027-01-11T00:30:00.000Z')
    expect(await showPrizeExport(app, dave)).toEqual({ firstOn: '2027-01-01', lastOn: '2027-01-31' })
  })

  test.each([
    [{ from: '2026-11-31' }, ['export.day-unreadable on from']],
    [{ from: '1.11.2026', to: 'today' }, ['export.day-unreadable on from', 'export.day-unreadable on to']],
    [{ from: '2026-11-02', to: '2026-11-01' }, ['export.from-after-to on to']],
    [{ from: '' }, ['export.day-unreadable on from']],
  ])('of %j is refused', async (typed, keys) => {
    expect(await refusal(exportPrizes(app, dave, typed))).toEqual(keys)
  })

  test('is named after its month, or after its days', () => {
    expect(prizeFileName({ firstOn: '2026-11-01', lastOn: '2026-11-30' }, 'csv')).toBe(
      'plaudit-prizes-2026-11.csv',
    )
    expect(prizeFileName({ firstOn: '2026-11-01', lastOn: '2026-12-30' }, 'json')).toBe(
      'plaudit-prizes-2026-11-01-to-2026-12-30.json',
    )
  })

  test('is one file, however many rows it is made of', async () => {
    await award(app, storyId, 'card', {})
    const { shares } = await exportPrizes(app, dave, NOVEMBER)
    const [share] = shares
    if (!share) throw new Error('nothing was awarded')
    const many = Array.from({ length: 450 }, (_, n) => ({ ...share, awardId: `award ${n}` }))
    const file = (format: 'csv' | 'json') => prizeFile(many, { format, emails: new Map(), w })
    const rows = prizeRows(many, new Map(), w)
    expect(file('json')).toBe(`${JSON.stringify(rows, undefined, 2)}\n`)
    expect(file('csv')).toBe(toCsv(prizeColumns, rows))
    expect(prizeFile([], { format: 'json', emails: new Map(), w })).toBe('[]\n')
  })

  test('says the same as CSV and as JSON', async () => {
    const reason = '=HYPERLINK("http://x")\n- and more, "quoted"; @all'
    await award(app, storyId, 'card', { reason })
    const { shares } = await exportPrizes(app, dave, NOVEMBER)
    const file = (format: 'csv' | 'json') => prizeFile(shares, { format, emails: new Map(), w })
    const [header = [], ...cells] = readCsv(file('csv'))
    expect(header).toEqual(prizeColumns)
    const [json] = JSON.parse(file('json')) as Record<string, string>[]
    expect(Object.keys(json ?? {})).toEqual(header)
    expect(json?.reason).toBe(reason)
    expect(cells[0]?.[header.indexOf('reason')]).toBe(
      '\'=HYPERLINK("http://x")\n\'- and more, "quoted";\' @all',
    )
  })
})
