import { expect, test } from '@jest/globals'
import { at, awardGiven, expectBalanced, give, openForm, openShop, send, taken } from './prizes.ts'
import { settled } from './world.ts'

const HOUR = 3_600_000

/** Midnight on the wall at the end of a month in which the clocks were changed. */
const ends = [
  ['Europe/London', '2027-03', '2027-04', '2027-03-31T23:00:00.000Z'],
  ['America/New_York', '2027-03', '2027-04', '2027-04-01T04:00:00.000Z'],
] as const

test.each(ends)(
  'at the end of the month on the wall in %s a prize is charged to the month it is given in, and given back to it',
  async (zone, march, april, midnight) => {
    const shop = await openShop({
      zone,
      managers: 1,
      stories: 4,
      settings: { managerBudget: { moneyMinor: 50_00, halfDays: 2 } },
      gifts: { lamp: { cost: 50_00 }, plant: { cost: 0 } },
    })
    const { running, cards, dave } = shop
    const manager = at(shop.managers, 0)
    const by = manager.id
    const turn = Date.parse(midnight)
    const clock = (ms: number) => running.clock(new Date(ms).toISOString())

    await clock(turn - HOUR)
    await openForm(manager, at(cards, 0))
    await clock(turn - 2_000)
    expect(await send(manager, { prize: 'lamp', reason: 'in the last moments of March' })).toBe(
      'acknowledged',
    )
    expect(taken(shop)).toEqual([{ by, month: march, pence: 50_00 }])

    await clock(turn + 1_000)
    expect(
      await give(manager, at(cards, 1), { prize: 'lamp', reason: 'in the first moments of April' }),
    ).toBe('acknowledged')
    const both = [
      { by, month: march, pence: 50_00 },
      { by, month: april, pence: 50_00 },
    ]
    expect(taken(shop)).toEqual(both)

    await dave.press(await awardGiven(shop, dave, 'in the last moments of March'), 'award.cancel')
    await dave.nextModal()
    await dave.submit({ reason: 'the shop has none left' })
    await settled(shop)
    expect(taken(shop)).toEqual([{ ...both[0], pence: 0 }, both[1]])
    // April has no more than before.
    const more = openForm(manager, at(cards, 2)).then(() => JSON.stringify(manager.modal()))
    expect(await more).toContain('£0')
    await manager.close({ all: true })
    await expectBalanced(shop)
  },
  30_000,
)
