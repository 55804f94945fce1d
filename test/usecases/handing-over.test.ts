import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { PrizeInput } from '../../src/domain/prize.ts'
import { addTo } from '../../src/domain/time.ts'
import { tick } from '../../src/jobs/tick.ts'
import { listUnbalanced } from '../../src/store/ledger.ts'
import { listPrizes } from '../../src/store/prizes.ts'
import { replaceRoleHolders } from '../../src/store/roles.ts'
import { showAward } from '../../src/usecases/award-showing.ts'
import {
  cancelAward,
  handOver,
  showAwardToClose,
  showHandOver,
  showPrizesTodo,
} from '../../src/usecases/handing-over.ts'
import { meetPeople } from '../../src/usecases/hearing.ts'
import { savePrize, showPrizesRoom } from '../../src/usecases/prizes.ts'
import { award, setUpPrizes } from './prizes.ts'
import {
  alice,
  bob,
  carol,
  dave,
  erin,
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
let storyId: string
let pairId: string
beforeEach(async () => {
  await app?.close()
  app = await openPlaudit()
  await setUpPrizes(app, { money: '200', days: '3' })
  storyId = await share(app)
  pairId = await share(app, alice, { championIds: [bob.id, erin.id] })
  await sayAll(app)
})
afterAll(() => app.close())

const both = { personIds: [bob.id, erin.id] }
const shown = (id: string) => app.read((reader) => showAward(reader, id))
const states = async (id: string) => (await shown(id))?.shares.map(({ state }) => state)
const own = async () => (await showPrizesRoom(app, carol)).own
const left = async () => (await own())?.left
const balanced = () => app.read(listUnbalanced)
const awardLines = async () => (await waiting(app)).filter((line) => line.startsWith('award'))

const addGift = async (more: Partial<PrizeInput>) => {
  await savePrize(app, dave, { kind: 'gift', name: 'a mug', currency: 'GBP', ...more } as PrizeInput & {
    currency: string
  })
}
const stockOf = async (name: string) =>
  (await app.read((reader) => listPrizes(reader))).find((prize) => prize.name === name)?.stock
const leaves = (id: string) =>
  app.write((tx) => meetPeople(tx, [newsOf(id, { hasLeft: true, changedAt: '2026-12-01T00:00:00.000Z' })]))

describe('handing over', () => {
  test('spends what was reserved, once, and what was posted follows', async () => {
    const id = await award(app, storyId, 'voucher')
    await sayAll(app)
    await handOver(app, dave, { awardId: id }, 'Voucher 4711')
    expect(await states(id)).toEqual(['fulfilled'])
    expect(await own()).toMatchObject({
      used: { reservedMinor: 0, spentMinor: 50_00 },
      left: { moneyMinor: 150_00 },
    })
    expect(await awardLines()).toEqual(['award.note ↻ BOB', 'award.post ↻ C1', 'award.todo ↻ DAVE'])
    expect(await refusal(handOver(app, dave, { awardId: id }, undefined))).toEqual(['award.nothing-open'])
    expect(await refusal(cancelAward(app, dave, { awardId: id }, 'Too late'))).toEqual(['award.nothing-open'])
    expect(await refusal(showAwardToClose(app, dave, id, 'fulfilled'))).toEqual(['award.nothing-open'])
    expect(await balanced()).toEqual([])
  })

  test('by two at once happens once', async () => {
    const id = await award(app, storyId, 'voucher')
    const done = await Promise.all([
      refusal(handOver(app, dave, { awardId: id }, 'first')),
      refusal(cancelAward(app, dave, { awardId: id }, 'second')),
    ])
    expect(done).toEqual([[], ['award.nothing-open']])
    expect((await shown(id))?.shares[0]?.ended?.note).toBe('first')
  })

  test('of one share leaves the others open; of none is refused', async () => {
    const id = await award(app, pairId, 'voucher', both)
    expect(await refusal(handOver(app, dave, { awardId: id, personIds: [] }, undefined))).toEqual([
      'award.nobody on personIds',
    ])
    await handOver(app, dave, { awardId: id, personIds: [erin.id] }, undefined)
    expect(await states(id)).toEqual(['open', 'fulfilled'])
    expect((await showPrizesTodo(app, dave)).open.map((one) => one.id)).toEqual([id])
  })

  test('of a shared prize is always of all of it', async () => {
    const id = await award(app, pairId, 'voucher', { ...both, split: 'shared' })
    await handOver(app, dave, { awardId: id, personIds: [erin.id] }, undefined)
    expect(await states(id)).toEqual(['fulfilled', 'fulfilled'])
    expect((await own())?.used.spentMinor).toBe(50_00)
  })

  test('is for who was named for it and for hosts; nobody else may, or sees what is open', async () => {
    await app.write((tx) => replaceRoleHolders(tx, 'fulfiller', [frank.id], dave.id))
    const id = await award(app, storyId, 'voucher')
    expect(await awardLines()).toContain('award.todo → FRANK')
    expect(await awardLines()).not.toContain('award.todo → DAVE')
    for (const refused of [
      handOver(app, carol, { awardId: id }, undefined),
      cancelAward(app, carol, { awardId: id }, 'No reason'),
      showPrizesTodo(app, alice),
      showAwardToClose(app, bob, id, 'cancelled'),
    ])
      expect(await refusal(refused)).toEqual(['award.fulfillers-only'])
    await handOver(app, frank, { awardId: id }, undefined)
    const next = await award(app, storyId, 'card')
    await handOver(app, dave, { awardId: next }, undefined)
  })

  test('the note is for the champion who asks, the manager, and who hands over', async () => {
    const id = await award(app, storyId, 'voucher')
    await handOver(app, dave, { awardId: id }, `${'x'.repeat(290)} now`)
    for (const reader of [bob, carol, dave])
      expect((await showHandOver(app, reader, id)).shares[0]?.ended?.note).toHaveLength(294)
    for (const reader of [alice, erin])
      expect(await refusal(showHandOver(app, reader, id))).toEqual(['award.not-yours'])
    const next = await award(app, storyId, 'card')
    expect(await refusal(handOver(app, dave, { awardId: next }, 'x'.repeat(301)))).toEqual([
      'text.too-long on note',
    ])
  })
})

describe('cancelling', () => {
  test('gives back, takes the post and the line of the card away, and tells champion and manager', async () => {
    const id = await award(app, storyId, 'voucher')
    await sayAll(app)
    await cancelAward(app, dave, { awardId: id }, 'The shop closed for good')
    expect(await states(id)).toEqual(['cancelled'])
    expect(await left()).toMatchObject({ moneyMinor: 200_00 })
    expect(await awardLines()).toEqual([
      'award.cancelled → BOB',
      'award.cancelled → CAROL',
      'award.note ↻ BOB',
      'award.post ↻ C1',
      'award.todo ↻ DAVE',
    ])
    expect(await waiting(app)).toContain('story.card ↻ C1')
    expect(await balanced()).toEqual([])
  })

  test.each([
    ['nothing', undefined, 'text.missing'],
    ['two letters', 'no', 'text.too-short'],
    ['a page', 'x'.repeat(501), 'text.too-long'],
  ])('asks for a reason: %s is refused', async (_, reason, key) => {
    const id = await award(app, storyId, 'voucher')
    expect(await refusal(cancelAward(app, dave, { awardId: id }, reason))).toEqual([`${key} on reason`])
    expect(await states(id)).toEqual(['open'])
  })

  test('one of two gives back its cost and its piece of the stock', async () => {
    await addGift({ cost: '10', stock: '5' })
    const id = await award(app, pairId, 'a mug', both)
    expect(await stockOf('a mug')).toBe(3)
    await cancelAward(app, dave, { awardId: id, personIds: [bob.id] }, 'Bob has one already')
    expect(await states(id)).toEqual(['cancelled', 'open'])
    expect(await stockOf('a mug')).toBe(4)
    expect(await left()).toMatchObject({ moneyMinor: 190_00 })
    const told = (await outbox(app)).filter(({ kind }) => kind === 'award.cancelled')
    expect(told.map(({ lane, args }) => [lane, args])).toEqual([
      ['BOB', { personId: 'BOB' }],
      ['CAROL', { personIds: 'BOB' }],
    ])
    await cancelAward(app, dave, { awardId: id }, 'Erin has one, too')
    expect(await stockOf('a mug')).toBe(5)
    expect((await outbox(app)).filter(({ kind }) => kind === 'award.cancelled').at(-1)?.args).toEqual({
      personIds: 'ERIN',
    })
    expect(await balanced()).toEqual([])
  })

  test('a shared prize is put back as the one piece it is, to the last penny', async () => {
    await addGift({ cost: '10.01', stock: '1' })
    const id = await award(app, pairId, 'a mug', { ...both, split: 'shared' })
    expect((await shown(id))?.shares.map(({ moneyMinor }) => moneyMinor)).toEqual([5_01, 5_00])
    expect(await stockOf('a mug')).toBe(0)
    await cancelAward(app, dave, { awardId: id, personIds: [bob.id] }, 'It broke')
    expect(await states(id)).toEqual(['cancelled', 'cancelled'])
    expect(await stockOf('a mug')).toBe(1)
    expect(await left()).toMatchObject({ moneyMinor: 200_00 })
  })

  test('a day off gives back the day', async () => {
    const id = await award(app, storyId, 'day-off')
    expect(await left()).toMatchObject({ halfDays: 4 })
    await cancelAward(app, dave, { awardId: id }, 'Taken as leave already')
    expect(await left()).toMatchObject({ halfDays: 6 })
  })

  test('gives back to the month in which it was awarded, however late', async () => {
    const id = await award(app, storyId, 'voucher')
    app.clock.setCivil('2026-12-10T09:00:00.000Z')
    expect(await left()).toMatchObject({ moneyMinor: 200_00 })
    await cancelAward(app, dave, { awardId: id }, 'Never picked up')
    expect(await left()).toMatchObject({ moneyMinor: 200_00 })
    app.clock.setCivil('2026-11-30T09:00:00.000Z')
    expect(await left()).toMatchObject({ moneyMinor: 200_00 })
  })
})

describe('what is to be done', () => {
  test('is listed by age, those of leavers apart', async () => {
    const first = await award(app, storyId, 'card')
    app.clock.pass({ minutes: 5 })
    const second = await award(app, pairId, 'lunch', both)
    app.clock.pass({ minutes: 5 })
    const third = await award(app, pairId, 'card', { personIds: [erin.id] })
    await sayAll(app)
    await leaves(bob.id)
    const todo = await showPrizesTodo(app, dave)
    expect(todo.open.map(({ id }) => id)).toEqual([second, third])
    expect(todo.ofLeavers.map(({ id }) => id)).toEqual([first])
    // Who hands over sees it in the message, too.
    expect((await waiting(app)).filter((line) => line === 'award.todo ↻ DAVE')).toHaveLength(2)
    await handOver(app, dave, { awardId: second, personIds: [erin.id] }, undefined)
    expect((await showPrizesTodo(app, dave)).ofLeavers.map(({ id }) => id)).toEqual([first, second])
  })

  test('is cut where a form ends, and says how many more there are', async () => {
    for (let n = 0; n < 23; n += 1) await award(app, storyId, 'card')
    const todo = await showPrizesTodo(app, dave)
    expect([todo.open.length, todo.more, todo.ofLeavers.length, todo.moreOfLeavers]).toEqual([20, 3, 0, 0])
    await leaves(bob.id)
    const later = await showPrizesTodo(app, dave)
    expect([later.open.length, later.more, later.ofLeavers.length, later.moreOfLeavers]).toEqual([
      0, 0, 10, 13,
    ])
  })

  test('is remembered once a week while something is older than a week', async () => {
    const monday = '2026-11-23T09:00:00.000Z'
    const told = async () =>
      (await outbox(app))
        .filter(({ kind }) => kind === 'prizes.reminder')
        .map(({ lane, args }) => [lane, args])
    const look = async (at: string) => {
      app.clock.setCivil(at)
      await tick(app, () => {})
      await tick(app, () => {})
    }
    app.clock.setCivil('2026-11-16T09:00:01.000Z')
    const id = await award(app, storyId, 'card')
    await award(app, pairId, 'card', both)
    await look(monday)
    expect(await told()).toEqual([]) // a second short of a week
    await look(addTo(monday, { days: 7 }))
    expect(await told()).toEqual([['DAVE', { count: '2' }]])
    await handOver(app, dave, { awardId: id }, undefined)
    await look(addTo(monday, { days: 14 }))
    expect((await told()).at(-1)).toEqual(['DAVE', { count: '1' }])
  })
})
