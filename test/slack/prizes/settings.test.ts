import { describe, expect, test } from '@jest/globals'
import { awards } from '../../support/plaudit/giving.ts'
import { onTop, pressesIn } from '../../support/plaudit/list.ts'
import { type Colleague, MODES, type PlauditOptions, setUpBy, startPlaudit } from '../../support/plaudit.ts'

const found = 'Found the lost part in the cellar and drove it to the customer.'
const home = (who: Colleague) => {
  const page = who.slack.home()
  if (!page) throw new Error('Home is empty')
  return page
}
/** The values of the setup's question, as the form shows them. */
const question = (who: Colleague) =>
  who
    .formShows()
    .split('\n')
    .filter((line) => /^(In which currency|How much money|How many days)/.test(line))
    .map((line) => /\{.*?(?: = (.*?))?\}/.exec(line)?.[1] ?? '')

const daveFrom = (locale: string): PlauditOptions => ({
  setUp: false,
  before: (slack) =>
    slack.addPerson({ id: 'UDAVE', name: 'dave', realName: 'Dave Dunn', isAdmin: true, locale }),
})

async function settings(options: PlauditOptions = {}) {
  const plaudit = await startPlaudit({ prizes: true, ...options })
  await plaudit.dave.opens('/wow prizes')
  await pressesIn(plaudit.dave, 'prizes.settings')
  return plaudit
}

describe.each(MODES)('the question of the setup, over %s,', (mode) => {
  test('is answered beforehand with what is suggested, in the money of one’s country', async () => {
    const { dave, carol } = await startPlaudit({ ...daveFrom('en-GB'), mode })
    await dave.opens('/wow setup')
    expect(question(dave)).toEqual(['GBP · British Pound', '100', '1'])
    await dave.submits({ celebrationChannel: 'CCHEERS', hostIds: ['UDAVE'], managerIds: ['UCAROL'] })
    await dave.slack.close()
    await carol.opens('/wow prizes')
    expect(carol.formShows()).toContain('Money: £100 left of £100')
    expect(carol.formShows()).toContain('Days off: 1 day left of 1 day')
  })
})

describe('the question of the setup', () => {
  test.each([
    ['ja-JP', 'JPY · Japanese Yen', '10000'],
    ['ar-KW', 'KWD · Kuwaiti Dinar', '100'],
    ['pt-BR', 'BRL · Brazilian Real', '100'],
  ])('for who comes with %s is suggested in %s', async (locale, currency, money) => {
    const { dave } = await startPlaudit(daveFrom(locale))
    await dave.opens('/wow setup')
    expect(question(dave)).toEqual([currency, money, '1'])
  })

  test('can be left empty: nothing that costs; and stays empty when something else is changed', async () => {
    const { dave, carol, alice, bob, settled } = await startPlaudit({ setUp: false })
    await setUpBy(dave, { managerIds: ['UCAROL'], managerMoney: '', managerDays: '' })
    await dave.opens('/wow setup')
    expect(question(dave).slice(1)).toEqual(['', ''])
    await dave.submits({ digestTime: '12:00' })
    const card = await alice.tells(found, { about: bob })
    await settled()
    await carol.presses(card, 'prize.award')
    await carol.form()
    expect(carol.formShows()).toContain('A host has to say first how much managers may give')
    expect(carol.formShows()).not.toMatch(/= A voucher|, A voucher/)
    await carol.slack.close()
    expect((await awards(carol, card, 'A hand-written card')).outcome).toBe('cleared')
    await carol.opens('/wow prizes')
    expect(carol.formShows()).toContain('The prizes that cost nothing.')
    expect(await carol.opensHome()).toContain('You can give the prizes that cost nothing.')
  })

  test('keeps what was typed when it is refused, each with a sentence on its field', async () => {
    const { dave } = await startPlaudit({ setUp: false })
    await dave.opens('/wow setup')
    const values = { celebrationChannel: 'CCHEERS', hostIds: ['UDAVE'] }
    const errors = await dave.isRefused({ ...values, managerMoney: 'plenty', managerDays: '-1' })
    expect(errors).toEqual({
      managerMoney: expect.stringContaining('Write the amount like'),
      managerDays: expect.stringContaining('cannot be below zero'),
    })
    expect(JSON.stringify([...onTop(dave).state.values()].map((field) => [...field.values()]))).toContain(
      'plenty',
    )
    expect((await dave.submits({ managerMoney: '80', managerDays: '0.5' })).outcome).toBe('updated')
    await dave.slack.close()
    await dave.opens('/wow setup')
    expect(question(dave).slice(1)).toEqual(['80', '0.5'])
  })

  test('takes a currency from its list, by code or name, and no other', async () => {
    const { dave, slack } = await startPlaudit()
    await dave.opens('/wow setup')
    const found = await dave.slack.suggest(onTop(dave), 'setup.currency', 'yen')
    expect(found.map(({ value }) => value)).toEqual(['JPY'])
    const [first] = await dave.slack.suggest(onTop(dave), 'setup.currency', 'eu')
    expect(first?.value).toBe('EUR')
    const form = onTop(dave)
    expect(await dave.slack.suggest(form, 'setup.currency', '')).toHaveLength(100)
    await dave.submits()
    const sent = JSON.stringify(slack.sent('view_submission').at(-1)?.payload)
    const forged = sent.replaceAll('"value":"GBP"', '"value":"XYZ"').replaceAll(form.id, 'VFORGED')
    expect(forged).toContain('XYZ')
    const { body } = await slack.send('interactive', JSON.parse(forged))
    expect(body).toMatchObject({
      errors: { currency: expect.stringContaining('Choose a currency from the list') },
    })
  })

  test('is none for an admin who is no host', async () => {
    const { gina, dave, settled } = await startPlaudit({ prizes: true })
    await gina.opens('/wow setup')
    expect(gina.formShows()).not.toContain('Prizes')
    await gina.submits({ hostIds: ['UDAVE', 'UGINA'] })
    await settled()
    expect(dave.dms().at(-1)).not.toContain('What a manager may give')
    await dave.opens('/wow prizes')
    expect(dave.formShows()).toContain('Every manager may give £100 and 1 day')
  })

  test('says when it is about a quarter', async () => {
    const { dave } = await startPlaudit({ prizes: { budgetPeriod: 'quarter' } })
    await dave.opens('/wow setup')
    expect(dave.formShows()).toContain('How much money may a manager give a quarter?')
  })
})

describe('another currency', () => {
  test('takes the amounts of the same form as its own, keeps the numbers elsewhere, and says so', async () => {
    const { dave, settled } = await startPlaudit({
      prizes: { workspaceBudget: { moneyMinor: 1000_00 }, approvalAbove: { halfDays: 1 } },
    })
    await dave.opens('/wow setup')
    await dave.slack.suggest(onTop(dave), 'setup.currency', 'JPY')
    await dave.submits({ currency: 'JPY', managerMoney: '15000' })
    await settled()
    const note = dave.dms().at(-1) ?? ''
    expect(note).toContain('Currency of prizes: GBP → JPY')
    expect(note).toContain('What a manager may give: £100 and 1 day → ¥15,000 and 1 day')
    expect(note).toContain('All managers together: £1,000 → ¥1,000')
    expect(note).not.toContain('approval')
    await dave.opens('/wow prizes')
    expect(dave.formShows()).toContain('A voucher · gift · ¥50')
    expect(dave.formShows()).toContain('Every manager may give ¥15,000 and 1 day')
    await dave.slack.close()
    await dave.opens('/wow setup')
    await dave.slack.suggest(onTop(dave), 'setup.currency', 'KWD')
    await dave.submits({ currency: 'KWD', managerMoney: '1.5' })
    await dave.opens('/wow prizes')
    expect(dave.formShows()).toMatch(/A voucher · gift · KWD\s50/)
    expect(dave.formShows()).toMatch(/Every manager may give KWD\s1\.500 and 1 day/)
  })

  test('that comes while a form with amounts is open is told there', async () => {
    const { dave, gina } = await settings()
    await gina.opens('/wow setup')
    await gina.submits({ hostIds: ['UDAVE', 'UGINA'] })
    await gina.opens('/wow setup')
    await gina.slack.suggest(onTop(gina), 'setup.currency', 'EUR')
    await gina.submits({ currency: 'EUR' })
    const errors = await dave.isRefused({ managerMoney: '500' })
    expect(Object.values(errors)).toEqual([expect.stringContaining('Amounts are in EUR since just now')])
  })
})

describe('the settings of prizes', () => {
  test('are kept and come back; hosts read what changed, nothing raw', async () => {
    const { dave, carol, settled } = await settings()
    const values = {
      budgetPeriod: 'quarter',
      managerMoney: '150,50',
      workspaceMoney: '1000',
      approvalMoney: '80',
      approverIds: ['UGINA', 'UDAVE'],
      fulfillerIds: ['UERIN', 'UFRANK'],
      amountsPublic: ['on'],
      nextGift: 'Come to the front desk.',
    }
    const errors = await dave.isRefused(values)
    expect(errors).toEqual({ fulfillerIds: expect.stringContaining('Erin East') })
    expect((await dave.submits({ fulfillerIds: ['UFRANK'] })).outcome).toBe('updated')
    expect(dave.formShows()).toContain('Budgets of this quarter')
    await settled()
    const note = dave.dms().at(-1) ?? ''
    for (const line of [
      'What a manager may give: £100 and 1 day → £150.50 and 1 day',
      'How long a budget lasts: a month → a quarter',
      'All managers together: no limit → £1,000',
      'Awards wait for approval above: nothing waits → £80',
      'Everybody sees amounts of money: off → on',
      'Who approves prizes: nobody → Dave Dunn and Gina Grant',
      'Who hands prizes over: the hosts → Frank Frost',
      'What champions read about what happens next: Plaudit’s own words → With a gift: “Come to the front desk.”',
    ])
      expect(note).toContain(line)
    expect(note).not.toMatch(/Minor|halfDays|\{|\[object/)
    await pressesIn(dave, 'prizes.settings')
    const form = dave.formShows()
    for (const part of [
      'A quarter',
      '150.50',
      '1000',
      'UDAVE, UGINA',
      'UFRANK',
      'Everybody sees',
      'front desk',
    ])
      expect(form).toContain(part)
    expect(form).toContain('It is paid with your salary; taxes may apply.')
    await carol.opens('/wow prizes')
    expect(carol.formShows()).toContain('What you can give this quarter')
  })

  test('sent as they are tell nobody', async () => {
    const { dave, settled } = await settings()
    const before = dave.dms().length
    expect((await dave.submits()).outcome).toBe('updated')
    await settled()
    expect(dave.dms()).toHaveLength(before)
  })

  test.each([
    [{ workspaceMoney: '-1' }, 'workspaceMoney', 'below zero'],
    [{ workspaceDays: '1.3' }, 'workspaceDays', 'half days'],
    [{ approvalMoney: '50' }, 'approverIds', 'Name at least one approver'],
    [{ managerMoney: '12345678901' }, 'managerMoney', 'a zero too many'],
  ])('say under the field what is wrong with %j', async (values, field, sentence) => {
    const { dave } = await settings()
    expect(await dave.isRefused(values)).toEqual({ [field]: expect.stringContaining(sentence) })
  })
})

describe('a manager’s own budget', () => {
  test('is set, shown, changed and taken away again in the list; hosts read whose', async () => {
    const { dave, carol, settled } = await startPlaudit({ prizes: true })
    await dave.opens('/wow prizes')
    await pressesIn(dave, 'budget.add')
    expect(await dave.isRefused({ personId: 'UERIN', money: '5' })).toEqual({
      personId: expect.stringContaining('Choose people who work here'),
    })
    expect((await dave.submits({ personId: 'UCAROL', money: '250' })).outcome).toBe('updated')
    expect(dave.formShows()).toContain('Carol Cook · their own budget [Change]')
    await carol.opens('/wow prizes')
    expect(carol.formShows()).toContain('Money: £250 left of £250')
    expect(carol.formShows()).toContain('Days off: none left of none')
    await pressesIn(dave, 'budget.edit', 'Carol Cook')
    expect(dave.formShows()).toContain('The budget of Carol Cook')
    expect(await dave.isRefused({ money: 'x' })).toEqual({
      money: expect.stringContaining('Write the amount'),
    })
    await dave.submits({ money: '', days: '' })
    await settled()
    expect(dave.dms().at(-2)).toContain(
      'The budget of Carol Cook: that of every manager → £250 and no day off',
    )
    expect(dave.dms().at(-1)).toContain(
      'The budget of Carol Cook: £250 and no day off → that of every manager',
    )
  })
})

describe('who gave something', () => {
  test('sees what is left and where it stands, in the list and on Home', async () => {
    const plaudit = await startPlaudit({ prizes: true })
    const { alice, bob, carol, dave, settled } = plaudit
    expect(await carol.opensHome()).toContain('You can still give £100 and 1 day this month.')
    const card = await alice.tells(found, { about: bob })
    await awards(carol, card, 'A voucher')
    await settled()
    await carol.opens('/wow prizes')
    expect(carol.formShows()).toContain('Money: £50 left of £100 (£50 promised, £0 handed over)')
    expect(carol.formShows()).toContain('A voucher (£50) for Bob Baker, on 12 March — to be handed over')
    await carol.slack.close()
    expect(await carol.opensHome()).toContain('You can still give £50 and 1 day this month.')
    await carol.presses(home(carol), 'prizes.open')
    expect((await carol.form()).title).toBe('Prizes')
    await carol.slack.close()

    expect(await dave.opensHome()).toContain('1 prize waits to be handed over.')
    await dave.presses(home(dave), 'prizes.todo')
    expect((await dave.form()).title).toBe('Prizes to hand over')
    await dave.slack.close()
    await dave.opens('/wow prizes')
    expect(dave.formShows()).toContain('[What is to be handed over (1)] [Download]')
    expect(dave.formShows()).toContain('Carol Cook [Change]')
    await plaudit.jumpTo('2026-04-01 09:00')
    await carol.opens('/wow prizes')
    expect(carol.formShows()).toContain('Money: £100 left of £100')
  })

  test('takes back from the list what waits for approval', async () => {
    const { alice, bob, carol, dave, settled } = await settings()
    await dave.submits({ approvalMoney: '20', approverIds: ['UGINA'] })
    const card = await alice.tells(found, { about: bob })
    await awards(carol, card, 'A voucher')
    await settled()
    await carol.slack.close({ all: true })
    await carol.opens('/wow prizes')
    expect(carol.formShows()).toContain('— waits for Gina Grant')
    await carol.presses(onTop(carol), 'award.cancel')
    await carol.form()
    expect((await carol.submits({ reason: 'A card says it better.' })).outcome).toBe('closed')
    await carol.slack.close({ all: true })
    await carol.opens('/wow prizes')
    expect(carol.formShows()).toContain('cancelled: A card says it better.')
    expect(carol.formShows()).toContain('Money: £100 left of £100')
  })
})

test('the help page says what there is about prizes, and what is kept', async () => {
  const { dave, bob } = await startPlaudit({ prizes: true })
  await dave.runs('/wow help')
  const hosts = await dave.answer()
  await bob.runs('/wow help')
  const others = await bob.answer()
  expect(hosts).toContain('`/wow prizes todo` the prizes that wait to be handed over')
  expect(others).not.toContain('/wow prizes todo')
  expect(others).toContain('`/wow prizes` ')
  expect(others).toContain('The prizes you give and get')
})
