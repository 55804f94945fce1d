import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { listRoleHolders } from '../../src/store/roles.ts'
import { getSettings } from '../../src/store/settings.ts'
import { showAwardOffer } from '../../src/usecases/awards.ts'
import { meetPeople } from '../../src/usecases/hearing.ts'
import type { Actor } from '../../src/usecases/plaudit.ts'
import {
  saveBudget,
  savePrizeSettings,
  showBudget,
  showPrizeSettings,
} from '../../src/usecases/prize-settings.ts'
import { showPrizesRoom } from '../../src/usecases/prizes.ts'
import { saveSetup, showSetup } from '../../src/usecases/setup.ts'
import { award, setUpPrizes } from './prizes.ts'
import {
  alice,
  bob,
  CELEBRATIONS,
  carol,
  dave,
  erin,
  facts,
  frank,
  newsOf,
  openPlaudit,
  outbox,
  refusal,
  sayAll,
  share,
  type TestPlaudit,
  waiting,
} from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openPlaudit()
  await setUpPrizes(app)
  await sayAll(app)
})
afterEach(() => app.close())

const settings = () => app.read(getSettings)
const asked = {
  managerMoney: '100',
  managerDays: '1',
  budgetPeriod: 'month',
  approverIds: [],
  fulfillerIds: [],
  amountsPublic: false,
  nextSteps: {},
  currency: 'GBP',
}
const save = (input: object = {}, by: Actor = dave) => savePrizeSettings(app, by, { ...asked, ...input })
const own = (input: object, by: Actor = dave) =>
  saveBudget(app, by, { personId: carol.id, money: undefined, days: undefined, currency: 'GBP', ...input })
const recorded = async () =>
  app.read(async ({ db }) => {
    const rows = await db.selectFrom('setting_changes').selectAll().orderBy('id').execute()
    return Object.fromEntries(rows.map((row) => [row.key, [row.from_value, row.to_value]]))
  })

describe('the settings of prizes', () => {
  test('are kept, recorded, and told to every host', async () => {
    await save({
      managerMoney: '150.50',
      budgetPeriod: 'quarter',
      workspaceDays: '20',
      approvalMoney: '80',
      approverIds: [dave.id, alice.id],
      fulfillerIds: [bob.id],
      amountsPublic: true,
      nextSteps: { gift: 'Come to the front desk.', money: ' ' },
    })
    expect(await settings()).toMatchObject({
      managerBudget: { moneyMinor: 150_50, halfDays: 2 },
      budgetPeriod: 'quarter',
      workspaceBudget: { halfDays: 40 },
      approvalAbove: { moneyMinor: 80_00 },
      amountsPublic: true,
      nextSteps: { gift: 'Come to the front desk.' },
    })
    const holders = await app.read(async (reader) => ({
      approvers: (await listRoleHolders(reader, 'approver')).map(({ id }) => id).sort(),
      fulfillers: (await listRoleHolders(reader, 'fulfiller')).map(({ id }) => id),
    }))
    expect(holders).toEqual({ approvers: [alice.id, dave.id], fulfillers: [bob.id] })
    expect(await recorded()).toMatchObject({
      budgetPeriod: ['"month"', '"quarter"'],
      approvers: ['[]', '["ALICE","DAVE"]'],
    })
    expect(await waiting(app)).toEqual(['setup.changed → DAVE'])
    const [note] = (await outbox(app)).filter(({ state }) => state === 'waiting')
    expect(note?.args.currency).toBe('GBP')
  })

  test('sent again as they are tell nobody', async () => {
    await save()
    expect(await waiting(app)).toEqual([])
  })

  test.each<[object, string[]]>([
    [{ managerMoney: '-1' }, ['money.too-little on managerMoney']],
    [{ workspaceMoney: 'plenty' }, ['money.unreadable on workspaceMoney']],
    [{ approvalMoney: '99999999999' }, ['money.too-much on approvalMoney']],
    [
      { managerDays: '0.2', workspaceDays: '-2' },
      ['days.not-half on managerDays', 'days.too-few on workspaceDays'],
    ],
    [{ budgetPeriod: 'week' }, ['settings.period-unknown on budgetPeriod']],
    [{ approvalDays: '0' }, ['settings.approvers-needed on approverIds']],
    [
      { approverIds: ['ERIN'], fulfillerIds: ['BOT', 'GONE'] },
      ['role.colleagues-only on approverIds', 'role.colleagues-only on fulfillerIds'],
    ],
    [{ nextSteps: { gift: 'x'.repeat(301) } }, ['text.too-long on nextGift']],
    [{ currency: 'EUR' }, ['settings.currency-changed']],
  ])('%j is refused on its field, and nothing is kept', async (input, problems) => {
    const before = await settings()
    expect(await refusal(save(input))).toEqual(problems)
    expect(await settings()).toEqual(before)
  })

  test('of a large company leave room for all its managers together, and none for a slip of the keyboard', async () => {
    await save({ workspaceDays: '400' })
    expect(await settings()).toMatchObject({ workspaceBudget: { halfDays: 800 } })
    expect(await refusal(save({ workspaceDays: '100001' }))).toEqual(['days.too-many on workspaceDays'])
    expect(await refusal(save({ managerDays: '61' }))).toEqual(['days.too-many on managerDays'])
  })

  test('are for hosts', async () => {
    for (const other of [alice, carol, erin, frank]) {
      expect(await refusal(save({}, other))).toEqual(['host.only'])
      expect(await refusal(showPrizeSettings(app, other))).toEqual(['host.only'])
      expect(await refusal(own({ money: '500' }, other))).toEqual(['host.only'])
      expect(await refusal(showBudget(app, other, carol.id))).toEqual(['host.only'])
    }
  })
})

describe('what every manager may give', () => {
  const managers = { hostIds: [dave.id], managers: { personIds: [carol.id] } }
  const answer = (managerBudget: object) =>
    saveSetup(
      app,
      dave,
      { settings: { celebrationChannel: CELEBRATIONS, managerBudget }, ...managers },
      facts,
    )

  test.each([
    ['in the setup', () => answer({})],
    ['in the settings', () => save({ managerMoney: '', managerDays: '' })],
  ])('is nothing that costs when both are left empty %s, and stays so', async (_, empty) => {
    await empty()
    expect((await settings()).managerBudget).toEqual({ moneyMinor: 0, halfDays: 0 })
    const storyId = await share(app)
    expect(await showAwardOffer(app, carol, storyId)).toMatchObject({ hasBudget: false })
    expect(await refusal(award(app, storyId, 'voucher'))).toEqual(['budget.not-yet on prizeId'])
    expect(await refusal(award(app, storyId, 'card'))).toEqual([])
    await saveSetup(app, dave, { settings: { digestTime: '12:00' }, ...managers }, facts)
    expect((await settings()).managerBudget).toEqual({ moneyMinor: 0, halfDays: 0 })
  })

  test('is asked in the currency of the country of who is asked, until somebody answered', async () => {
    await app.close()
    app = await openPlaudit()
    const locale = { locale: 'ja-JP', changedAt: '2026-02-01T00:00:00.000Z' }
    await app.write((tx) => meetPeople(tx, [newsOf(dave.id, { isAdmin: true, ...locale })]))
    const asks = async (who: Actor) => (await showSetup(app, who)).setup.settings.currency
    expect([await asks(dave), await asks(frank)]).toEqual(['JPY', 'GBP'])
    await setUpPrizes(app)
    expect(await asks(dave)).toBe('GBP')
  })
})

describe('a manager’s own budget', () => {
  test('stands in place of every manager’s, at once, and can be taken away again', async () => {
    await own({ money: '250', days: '0.5' })
    const room = () => showPrizesRoom(app, carol)
    expect((await room()).own).toMatchObject({ isOwn: true, limits: { moneyMinor: 250_00, halfDays: 1 } })
    expect(await showBudget(app, dave, carol.id)).toMatchObject({ allowance: { moneyMinor: 250_00 } })
    await own({})
    expect((await room()).own).toMatchObject({ isOwn: false, limits: { moneyMinor: 100_00, halfDays: 2 } })
    expect(await recorded()).toMatchObject({ 'budget CAROL': [expect.stringContaining('25000'), null] })
    expect(await waiting(app)).toEqual(['setup.changed → DAVE', 'setup.changed → DAVE'])
  })

  test('saved again as it is tells nobody, nor does taking away what is not there', async () => {
    await own({})
    expect(await waiting(app)).toEqual([])
  })

  test('lowered below what was given leaves nothing, never less', async () => {
    const storyId = await share(app)
    await award(app, storyId, 'voucher')
    await own({ money: '20' })
    expect((await showPrizesRoom(app, carol)).own?.left).toEqual({ moneyMinor: 0, halfDays: 0 })
  })

  test.each<[object, string[]]>([
    [{ personId: undefined }, ['budget.whose on personId']],
    [{ personId: 'ERIN', money: '5' }, ['role.colleagues-only on personId']],
    [{ money: '-5', days: 'x' }, ['money.too-little on money', 'days.unreadable on days']],
    [{ currency: 'JPY', money: '5' }, ['settings.currency-changed']],
  ])('%j is refused on its field', async (input, problems) => {
    expect(await refusal(own(input))).toEqual(problems)
  })

  test('keeps its major units in another currency', async () => {
    await own({ money: '250.50' })
    await saveSetup(app, dave, { settings: { currency: 'JPY' }, hostIds: [dave.id] }, facts)
    expect((await showBudget(app, dave, carol.id)).allowance).toEqual({ moneyMinor: 251, halfDays: 0 })
    expect((await settings()).managerBudget).toEqual({ moneyMinor: 100, halfDays: 2 })
  })
})
