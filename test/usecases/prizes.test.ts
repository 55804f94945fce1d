import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { PrizeInput } from '../../src/domain/prize.ts'
import { listPrizes } from '../../src/store/prizes.ts'
import { getSettings } from '../../src/store/settings.ts'
import type { Actor } from '../../src/usecases/plaudit.ts'
import { savePrizeSettings } from '../../src/usecases/prize-settings.ts'
import {
  bringBackPrize,
  fillCatalogueAtStart,
  retirePrize,
  savePrize,
  showPrize,
  showPrizesRoom,
} from '../../src/usecases/prizes.ts'
import { saveSetup } from '../../src/usecases/setup.ts'
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
  openPlaudit,
  openSetUp,
  refusal,
  sayAll,
  share,
  type TestPlaudit,
} from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openPlaudit()
})
afterEach(() => app.close())

const catalogue = () => app.read((reader) => listPrizes(reader, { retired: true }))
const costs = async () =>
  Object.fromEntries((await catalogue()).map(({ name, builtin, cost }) => [name ?? builtin, cost.moneyMinor]))
const choose = (currency: string, managerBudget = { money: '100', days: '1' }) =>
  saveSetup(
    app,
    dave,
    { settings: { celebrationChannel: CELEBRATIONS, currency, managerBudget }, hostIds: [dave.id] },
    facts,
  )
const hoodie: PrizeInput = { kind: 'gift', name: 'a hoodie', cost: '30', stock: '2' }
const save = (input: object = {}, by: Actor = dave) =>
  savePrize(app, by, { ...hoodie, currency: 'GBP', ...input })
const find = async (name: string) => {
  const found = (await catalogue()).find((one) => one.name === name || one.builtin === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}

describe('the catalogue', () => {
  test.each([
    ['GBP', 50_00],
    ['JPY', 5_000],
    ['KWD', 50_000],
  ])('has four prizes from the first day, in %s', async (currency, voucher) => {
    await choose(currency)
    const prizes = await catalogue()
    expect(prizes.map(({ builtin, kind }) => [builtin, kind])).toEqual([
      ['card', 'gift'],
      ['lunch', 'gift'],
      ['day-off', 'day_off'],
      ['voucher', 'gift'],
    ])
    expect(prizes.map(({ cost }) => cost)).toEqual([
      { moneyMinor: 0, halfDays: 0 },
      { moneyMinor: 0, halfDays: 0 },
      { moneyMinor: 0, halfDays: 2 },
      { moneyMinor: voucher, halfDays: 0 },
    ])
  })

  test('is filled at the start for who set Plaudit up before there were prizes, once', async () => {
    await app.write(fillCatalogueAtStart)
    expect(await catalogue()).toEqual([])
    await choose('GBP')
    await app.write(({ db }) => db.deleteFrom('prizes').execute())
    await app.write(fillCatalogueAtStart)
    for (const { id } of await catalogue()) await retirePrize(app, dave, id)
    await app.write(fillCatalogueAtStart)
    expect(await catalogue()).toHaveLength(4)
  })

  test('takes a prize, edits it, and keeps what it was', async () => {
    await choose('GBP')
    await save({ photoFileId: 'F1' })
    const before = await find('a hoodie')
    expect(before).toMatchObject({ cost: { moneyMinor: 30_00, halfDays: 0 }, stock: 2, hasPhoto: true })
    await save({ id: before.id, revision: 1, name: 'a good hoodie', stock: '' })
    expect(await find('a good hoodie')).toMatchObject({ revision: 2, stock: undefined, hasPhoto: true })
    const edits = await app.read(({ db }) => db.selectFrom('prize_edits').selectAll().execute())
    expect(edits).toMatchObject([{ prize_id: before.id, edited_by: dave.id }])
    expect(JSON.parse(String(edits[0]?.before))).toMatchObject({ name: 'a hoodie', stock: 2 })
  })

  test('lets one of two hosts who edit at once win, and tells the other', async () => {
    await choose('GBP')
    const { id, revision } = await find('voucher')
    const gift = { id, revision, name: '', cost: '60' }
    expect(await refusal(save(gift))).toEqual([])
    expect(await refusal(save({ ...gift, cost: '70' }))).toEqual(['prize.edited-meanwhile'])
    expect((await find('voucher')).cost.moneyMinor).toBe(60_00)
  })

  test('offers a retired prize again, as it was', async () => {
    await choose('GBP')
    const { id } = await find('voucher')
    await retirePrize(app, dave, id)
    await retirePrize(app, dave, id)
    expect((await find('voucher')).retiredAt).toBeDefined()
    await bringBackPrize(app, dave, id)
    expect((await find('voucher')).retiredAt).toBeUndefined()
  })

  test.each<[object, string[]]>([
    [{ kind: 'money', cost: '0' }, ['money.too-little on cost']],
    [{ kind: 'money', cost: '-5' }, ['money.too-little on cost']],
    [{ kind: 'money', cost: '' }, ['prize.cost-needed on cost']],
    [{ cost: '-0.01' }, ['money.too-little on cost']],
    [{ cost: '99999999999' }, ['money.too-much on cost']],
    [{ cost: 'a lot' }, ['money.unreadable on cost']],
    [{ cost: 'NaN' }, ['money.unreadable on cost']],
    [{ cost: '1e3' }, ['money.unreadable on cost']],
    [{ cost: '10 EUR' }, ['money.other-currency on cost']],
    [{ cost: '1.005' }, ['money.ambiguous on cost']],
    [{ cost: '10.0055' }, ['money.too-fine on cost']],
    [{ kind: 'day_off', days: '0' }, ['days.too-few on days']],
    [{ kind: 'day_off', days: '-1' }, ['days.too-few on days']],
    [{ kind: 'day_off', days: '0.3' }, ['days.not-half on days']],
    [{ kind: 'day_off', days: '365' }, ['days.too-many on days']],
    [{ kind: 'day_off', days: 'some' }, ['days.unreadable on days']],
    [{ kind: 'day_off' }, ['prize.days-needed on days']],
    [{ stock: '-1' }, ['prize.stock-unreadable on stock']],
    [{ stock: '1.5' }, ['prize.stock-unreadable on stock']],
    [{ stock: '1000000' }, ['prize.stock-unreadable on stock']],
    [{ name: ' \u200b ' }, ['prize.name-missing on name']],
    [{ name: 'x' }, ['prize.name-too-short on name']],
    [{ name: 'x'.repeat(61), cost: 'x' }, ['prize.name-too-long on name', 'money.unreadable on cost']],
  ])('refuses %j on its field, and keeps nothing', async (input, problems) => {
    await choose('GBP')
    expect(await refusal(save(input))).toEqual(problems)
    expect(await catalogue()).toHaveLength(4)
  })

  test('is for hosts, whatever is sent', async () => {
    await setUpPrizes(app)
    const { id } = await find('voucher')
    for (const other of [alice, carol, erin, frank]) {
      expect(await refusal(save({}, other))).toEqual(['host.only'])
      expect(await refusal(retirePrize(app, other, id))).toEqual(['host.only'])
      expect(await refusal(bringBackPrize(app, other, id))).toEqual(['host.only'])
      expect(await refusal(showPrize(app, other))).toEqual(['host.only'])
      expect(await refusal(showPrize(app, other, id))).toEqual(['host.only'])
    }
    expect(await refusal(retirePrize(app, dave, 'nothing'))).toEqual(['prize.not-found'])
  })
})

describe('a prize that is changed while a form is open', () => {
  let storyId: string
  beforeEach(async () => {
    await setUpPrizes(app)
    storyId = await share(app)
    await sayAll(app)
  })

  test('cannot be given as it was', async () => {
    const { id, revision } = await find('voucher')
    await save({ id, revision, name: '', cost: '60' })
    expect(await refusal(award(app, storyId, 'voucher', { revision }))).toEqual(['prize.changed on prizeId'])
  })

  test('keeps count of what was given meanwhile', async () => {
    await save({ stock: '3' })
    const { id, revision } = await find('a hoodie')
    const edited = { id, revision, stockShown: 3 }
    await award(app, storyId, 'a hoodie')
    await save({ ...edited, stock: '3', name: 'a warm hoodie' })
    expect((await find('a warm hoodie')).stock).toBe(2)
    await save({ ...edited, revision: 2, stockShown: 2, stock: '10' })
    expect((await find('a hoodie')).stock).toBe(10)
    await save({ ...edited, revision: 3, stockShown: 11, stock: '0' })
    expect((await find('a hoodie')).stock).toBe(0)
  })

  test('cannot be given once it is retired; what was given stays', async () => {
    await award(app, storyId, 'voucher')
    const { id, revision } = await find('voucher')
    await retirePrize(app, dave, id)
    const again = { prizeId: id, revision }
    expect(await refusal(award(app, storyId, 'card', again))).toEqual(['prize.retired on prizeId'])
    const { given } = await showPrizesRoom(app, carol)
    expect(given).toMatchObject([{ prize: { cost: { moneyMinor: 50_00 } }, shares: [{ state: 'open' }] }])
  })

  test('cannot be saved in a currency that is none any more', async () => {
    await choose('EUR')
    expect(await refusal(save({}))).toEqual(['settings.currency-changed'])
  })
})

describe('another currency', () => {
  const extra = async () => {
    await save({ kind: 'money', name: 'pocket money', cost: '0.40', currency: 'EUR' })
    await savePrizeSettings(app, dave, {
      managerMoney: '100',
      budgetPeriod: 'month',
      workspaceMoney: '1000.50',
      approvalMoney: '80',
      approverIds: [dave.id],
      fulfillerIds: [],
      amountsPublic: false,
      nextSteps: {},
      currency: 'EUR',
    })
  }

  test.each([
    ['JPY', { voucher: 50, 'pocket money': 1 }, 1001, 80, 100],
    ['KWD', { voucher: 50_000, 'pocket money': 400 }, 1_000_500, 80_000, 100_000],
    ['USD', { voucher: 50_00, 'pocket money': 40 }, 1000_50, 80_00, 100_00],
  ])('keeps the number of its major units: in %s', async (currency, prizes, together, above, each) => {
    await choose('EUR')
    await extra()
    await choose(currency)
    expect(await costs()).toMatchObject({ card: 0, 'day-off': 0, ...prizes })
    expect(await app.read(getSettings)).toMatchObject({
      workspaceBudget: { moneyMinor: together },
      approvalAbove: { moneyMinor: above },
      managerBudget: { moneyMinor: each, halfDays: 2 },
    })
  })

  test('is the one in which the amounts of the same form are read', async () => {
    await choose('EUR')
    await choose('JPY', { money: '15000', days: '0.5' })
    expect((await app.read(getSettings)).managerBudget).toEqual({ moneyMinor: 15_000, halfDays: 1 })
    expect(await refusal(choose('JPY', { money: '100.50', days: '' }))).toEqual([
      'money.too-fine on managerMoney',
    ])
    await choose('KWD', { money: '1.5', days: '' })
    expect((await app.read(getSettings)).managerBudget).toEqual({ moneyMinor: 1_500, halfDays: 0 })
  })

  test.each(['XYZ', '', 'eur', 'XAU'])('%j, which nobody pays with, is refused', async (currency) => {
    expect(await refusal(choose(currency))).toEqual(['settings.currency-unknown on currency'])
  })
})

describe('/wow prizes', () => {
  test('shows managers what they have left, hosts everything, and others who gives prizes', async () => {
    await setUpPrizes(app)
    const storyId = await share(app)
    await sayAll(app)
    await award(app, storyId, 'voucher')
    const left = { moneyMinor: 50_00, halfDays: 2 }
    expect(await showPrizesRoom(app, carol)).toMatchObject({
      own: { left },
      given: [{ shares: [{ person: { id: bob.id } }] }],
      catalogue: [],
      budgets: [],
    })
    const hosts = await showPrizesRoom(app, dave)
    expect(hosts).toMatchObject({ openCount: 1, budgets: [{ person: { id: carol.id }, left }], given: [] })
    expect(hosts.catalogue).toHaveLength(4)
    expect(await showPrizesRoom(app, erin)).toMatchObject({
      ...{ isManager: false, isFulfiller: false, mayRun: false, catalogue: [], openCount: 0, given: [] },
      managers: [{ id: carol.id }],
    })
  })

  test('shows nothing before the setup but that nobody gives prizes', async () => {
    expect(await showPrizesRoom(app, alice)).toMatchObject({ managers: [], catalogue: [] })
  })
})

test('a set-up workspace has the prizes in the currency it starts with', async () => {
  await app.close()
  app = await openSetUp()
  expect((await app.read(getSettings)).currency).toBe('EUR')
  expect(await costs()).toMatchObject({ voucher: 50_00 })
})
