import { describe, expect, test } from '@jest/globals'
import Database from 'better-sqlite3'
import { awards, prizeIn, REASON } from '../../support/plaudit/giving.ts'
import { buttonIn, choosesIn, menuIn, onTop, picksIn, pressesIn } from '../../support/plaudit/list.ts'
import { MODES, type PlauditOptions, startPlaudit } from '../../support/plaudit.ts'

const found = 'Found the lost part in the cellar and drove it to the customer.'

async function catalogue(options: PlauditOptions = {}) {
  const plaudit = await startPlaudit({ prizes: true, ...options })
  await plaudit.dave.opens('/wow prizes')
  return plaudit
}

describe.each(MODES)('the catalogue, over %s', (mode) => {
  test('is there from the first day; a host adds, edits, retires and brings back, in one window', async () => {
    const { dave } = await catalogue({ mode })
    const list = dave.formShows()
    expect(list).toContain('A hand-written card from the leadership · gift · costs nothing')
    expect(list).toContain('A day off · day off · 1 day')
    expect(list).toContain('A voucher · gift · £50')
    expect(list).toMatch(/A voucher · gift · £50 .*Edit.*Retire/)

    await pressesIn(dave, 'prize.add')
    expect(dave.formShows()).toContain('“Carol awarded Bob a book of their choice”')
    expect((await dave.submits({ name: 'a hoodie', cost: '29,50', stock: '3' })).outcome).toBe('updated')
    expect(dave.formShows()).toContain('A hoodie · gift · £29.50 · 3 left')

    await picksIn(dave, 'edit', 'A hoodie')
    expect(dave.formShows()).toContain('plain_text_input = 29.50')
    expect((await dave.submits({ stock: '' })).outcome).toBe('updated')
    await picksIn(dave, 'edit', 'A hoodie')
    expect((await dave.submits({ name: 'a warm hoodie' })).outcome).toBe('updated')
    expect(dave.formShows()).toContain('A warm hoodie · gift · £29.50 [')

    await picksIn(dave, 'retire', 'A warm hoodie')
    expect(dave.formShows()).toMatch(/Retired\nA warm hoodie \[Bring back\]/)
    await pressesIn(dave, 'prize.bringBack', 'A warm hoodie')
    expect(dave.formShows()).not.toContain('Retired')
    expect(dave.slack.modals()).toHaveLength(1)
  })
})

describe('the catalogue', () => {
  test('comes with an update to who set Plaudit up before there were prizes', async () => {
    const plaudit = await startPlaudit({ prizes: true })
    const db = new Database(plaudit.databasePath)
    db.exec('delete from prizes')
    db.close()
    await plaudit.restarts()
    await plaudit.dave.opens('/wow prizes')
    expect(plaudit.dave.formShows()).toContain('A voucher · gift · £50')
  })

  test('lists the first ones, and the others can be chosen all the same', async () => {
    const { dave } = await catalogue()
    for (let n = 1; n <= 13; n += 1) {
      await pressesIn(dave, 'prize.add')
      await dave.submits({ name: `a mug number ${n}` })
    }
    expect(dave.formShows()).toContain('A mug number 11 ·')
    expect(dave.formShows()).not.toContain('A mug number 12')
    expect(dave.formShows()).toContain('{2 more prizes: choose one to edit: static_select}')
    const last = onTop(dave).blocks.find((block) => JSON.stringify(block).includes('A mug number 12')) as
      | { block_id: string; elements: { options: { value: string }[] }[] }
      | undefined
    const value = last?.elements[0]?.options[1]?.value ?? ''
    await dave.seesChange(() =>
      dave.presses(onTop(dave), { actionId: 'prize.edit', blockId: last?.block_id ?? '' }, value),
    )
    expect(dave.formShows()).toContain('plain_text_input = a mug number 13')
    await pressesIn(dave, 'prize.retire')
    expect(dave.formShows()).toMatch(/Retired\nA mug number 13 \[Bring back\]/)
  })

  test('is for managers who see what they have left, and tells others who gives prizes', async () => {
    const { alice, carol, erin } = await startPlaudit({ prizes: true })
    await carol.opens('/wow prizes')
    expect(carol.formShows()).toContain('Money: £100 left of £100')
    expect(carol.formShows()).not.toContain('Edit')
    for (const other of [alice, erin]) {
      await other.opens('/wow prizes')
      expect(other.formShows()).toContain('Prizes are given by Carol Cook and Frank Frost.')
      expect(other.formShows()).toContain('Each comes with a reason in writing')
      expect(other.formShows()).not.toContain('£')
    }
  })

  test('before the setup tells whom to ask', async () => {
    const { alice } = await startPlaudit({ setUp: false })
    await alice.runs('/wow prizes')
    expect(await alice.answer()).toContain('Any admin or owner of this Slack workspace')
  })

  test('with more words after it is the beginning of a story', async () => {
    const { alice } = await startPlaudit({ prizes: true })
    await alice.opens('/wow prizes were handed out by Bob to every customer')
    expect(onTop(alice).title).toBe('Tell a WOW story')
  })
})

describe('the form of a prize', () => {
  test('asks for other things of another kind, and keeps what was typed', async () => {
    const { dave } = await catalogue()
    await pressesIn(dave, 'prize.add')
    dave.slack.fill({ name: 'a bonus', cost: '75', stock: '2' })
    await choosesIn(dave, 'prize.kind', 'money')
    expect(dave.formShows()).toContain('How much is it, in GBP? *: {plain_text_input = 75}')
    expect(dave.formShows()).not.toContain('How many are there?')
    await choosesIn(dave, 'prize.kind', 'day_off')
    expect(dave.formShows()).not.toContain('How much is it')
    expect((await dave.submits({ days: '½' })).outcome).toBe('updated')
    expect(dave.formShows()).toContain('A bonus · day off · half a day')
  })

  test('goes back to the list without a change', async () => {
    const { dave } = await catalogue()
    await picksIn(dave, 'edit', 'A voucher')
    await pressesIn(dave, 'prizes.open')
    expect(dave.formShows()).toContain('The catalogue')
    expect(dave.slack.modals()).toHaveLength(1)
  })

  test('shows Plaudit’s own name where a host gave none, and keeps it', async () => {
    const { dave } = await catalogue()
    await picksIn(dave, 'edit', 'A voucher')
    expect(dave.formShows()).toContain('What is it called?: {a voucher: plain_text_input}')
    await dave.submits({ cost: '60' })
    expect(dave.formShows()).toContain('A voucher · gift · £60')
  })

  test.each([
    ['money', { cost: '0' }, 'more than nothing'],
    ['money', { cost: '-5' }, 'more than nothing'],
    ['money', { cost: '99999999999' }, '£10,000,000,000'],
    ['money', { cost: 'a lot' }, '100.50'],
    ['money', { cost: '10 EUR' }, 'GBP'],
    ['day_off', { days: '0' }, 'half a day'],
    ['day_off', { days: '-1' }, 'half a day'],
    ['day_off', { days: '400' }, '60 days at most'],
    ['day_off', { days: 'some' }, '0.5'],
    ['gift', { stock: '-3' }, 'whole number'],
    ['gift', { cost: '-1' }, 'below zero'],
  ])(
    'says under the field what is wrong with %s and %j, and keeps the rest',
    async (kind, typed, sentence) => {
      const { dave } = await catalogue()
      await pressesIn(dave, 'prize.add')
      if (kind !== 'gift') await choosesIn(dave, 'prize.kind', kind)
      const [field = ''] = Object.keys(typed)
      const errors = await dave.isRefused({ name: 'a surprise', ...typed })
      expect(errors).toEqual({ [field]: expect.stringContaining(sentence) })
      expect((await dave.submits({ [field]: '1' })).outcome).toBe('updated')
      expect(dave.formShows()).toContain('A surprise · ')
    },
  )
})

describe('two at once', () => {
  test('of two hosts who edit the same prize one wins, and the other is told what to do', async () => {
    const { dave, gina } = await catalogue()
    await dave.opens('/wow setup')
    await dave.submits({ hostIds: ['UDAVE', 'UGINA'] })
    for (const host of [dave, gina]) {
      await host.opens('/wow prizes')
      await picksIn(host, 'edit', 'A voucher')
    }
    expect((await gina.submits({ cost: '60' })).outcome).toBe('updated')
    const errors = await dave.isRefused({ cost: '70' })
    expect(Object.values(errors)).toEqual([expect.stringContaining('Somebody else edited this prize')])
    await pressesIn(dave, 'prizes.open')
    expect(dave.formShows()).toContain('A voucher · gift · £60')
  })

  test('a prize that is edited or retired while a manager has the form open is not given as it was', async () => {
    const { alice, bob, carol, dave, settled } = await catalogue()
    const card = await alice.tells(found, { about: bob })
    await carol.presses(card, 'prize.award')
    const form = await carol.form()
    const [voucher, dayOff] = [prizeIn(form, 'A voucher'), prizeIn(form, 'A day off')]
    await picksIn(dave, 'edit', 'A voucher')
    await dave.submits({ cost: '60' })
    await picksIn(dave, 'retire', 'A day off')
    const refused = async (prizeId: string) => (await carol.isRefused({ prizeId, reason: REASON })).prizeId
    expect(await refused(voucher)).toContain('was changed while the form was open')
    expect(await refused(dayOff)).toContain('is not offered any more')
    await carol.slack.close()
    expect((await awards(carol, card, 'A voucher')).outcome).toBe('cleared')
    await settled()
    await carol.opens('/wow prizes')
    expect(carol.formShows()).toContain('Money: £40 left of £100 (£60 promised, £0 handed over)')
  })

  test('a double click changes nothing twice, and is no fault', async () => {
    const { dave, expectRefusal } = await catalogue()
    expectRefusal(/views.update .*hash_conflict/)
    const view = onTop(dave)
    const retire = menuIn(view, 'retire', 'A voucher')
    await dave.seesChange(async () => {
      await Promise.all([dave.presses(view, ...retire), dave.presses(view, ...retire)])
    })
    expect(dave.formShows()).toMatch(/Retired\nA voucher/)
  })

  test('the same submission again adds no second prize', async () => {
    const { dave, slack } = await catalogue()
    await pressesIn(dave, 'prize.add')
    await dave.submits({ name: 'a mug' })
    await slack.send('interactive', slack.sent('view_submission').at(-1)?.payload ?? {})
    await dave.slack.close({ all: true })
    await dave.opens('/wow prizes')
    expect(dave.formShows().match(/A mug · /g)).toHaveLength(1)
  })
})

describe('who is no host', () => {
  test('is refused on every press and every form of the list, however they got there', async () => {
    const { dave, carol, settled } = await catalogue()
    const list = onTop(dave)
    await carol.opens('/wow prizes')
    const presses = ['prize.add', 'budget.add', 'prizes.settings', 'prizes.export'] as const
    const isRefused = async (action: string) => {
      await carol.form()
      expect([action, carol.formShows()]).toEqual([action, expect.stringContaining('Only hosts can do this')])
      await carol.slack.close()
    }
    for (const action of presses) {
      await carol.presses(list, buttonIn(list, action))
      await isRefused(action)
    }
    for (const verb of ['edit', 'retire'] as const) {
      await carol.presses(list, ...menuIn(list, verb, 'A voucher'))
      await isRefused(verb)
    }
    const forms = [
      ['prize.add', { name: 'a yacht' }],
      ['prizes.settings', { managerMoney: '100000' }],
      ['budget.add', { personId: 'UCAROL', money: '100000' }],
    ] as const
    for (const [action, values] of forms) {
      await pressesIn(dave, action)
      dave.slack.fill(values)
      const { outcome, errors } = await carol.slack.submit({}, { view: onTop(dave) })
      expect([action, outcome]).toEqual([action, 'errors'])
      expect(Object.values(errors)).toEqual([expect.stringContaining('Only hosts can do this')])
      await pressesIn(dave, 'prizes.open')
    }
    await settled()
    expect(dave.formShows()).toContain('Every manager may give £100 and 1 day')
    expect(dave.formShows()).not.toContain('yacht')
    expect(dave.dms().join()).not.toContain('100,000')
  })
})
