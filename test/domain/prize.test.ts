import { describe, expect, test } from '@jest/globals'
import { builtinPrize, isFree, isOnOffer, type PrizeInput, readPrize } from '../../src/domain/prize.ts'
import { Problems } from '../../src/domain/problem.ts'

const read = (input: Partial<PrizeInput>, currency = 'EUR') =>
  readPrize({ kind: 'gift', name: 'a mug', ...input }, currency)
function problems(input: Partial<PrizeInput>, currency?: string): string[] {
  try {
    read(input, currency)
  } catch (error) {
    if (error instanceof Problems) return error.problems.map(({ key, field }) => `${key} on ${field}`)
    throw error
  }
  return []
}

describe('a prize', () => {
  test('of money costs what it is', () => {
    expect(read({ kind: 'money', name: 'a bonus', cost: '49,90' })).toMatchObject({
      cost: { moneyMinor: 49_90, halfDays: 0 },
      stock: undefined,
    })
    expect(read({ kind: 'money', cost: '5000' }, 'JPY').cost.moneyMinor).toBe(5000)
  })

  test('of days off takes half days, and no money even if some was typed before', () => {
    expect(read({ kind: 'day_off', days: '1,5', cost: '50' }).cost).toEqual({ moneyMinor: 0, halfDays: 3 })
  })

  test('that is a gift may cost nothing and be there without end, or have a cost and a stock', () => {
    expect(read({})).toMatchObject({ cost: { moneyMinor: 0, halfDays: 0 }, stock: undefined })
    expect(read({ cost: '8', stock: '12' })).toMatchObject({ cost: { moneyMinor: 8_00 }, stock: 12 })
  })

  test.each<[string, Partial<PrizeInput>, string]>([
    ['no name', { name: ' ' }, 'prize.name-missing on name'],
    ['a name of one letter', { name: 'x' }, 'prize.name-too-short on name'],
    ['a name that is too long', { name: 'x'.repeat(61) }, 'prize.name-too-long on name'],
    ['money without an amount', { kind: 'money' }, 'prize.cost-needed on cost'],
    ['no money', { kind: 'money', cost: '0' }, 'money.too-little on cost'],
    ['negative money', { kind: 'money', cost: '-5' }, 'money.too-little on cost'],
    ['absurd money', { kind: 'money', cost: '99999999999' }, 'money.too-much on cost'],
    ['money in words', { kind: 'money', cost: 'a lot' }, 'money.unreadable on cost'],
    ['another currency', { kind: 'money', cost: '50 USD' }, 'money.other-currency on cost'],
    ['a negative gift', { cost: '-1' }, 'money.too-little on cost'],
    ['days off without days', { kind: 'day_off' }, 'prize.days-needed on days'],
    ['no day off', { kind: 'day_off', days: '0' }, 'days.too-few on days'],
    ['a third of a day', { kind: 'day_off', days: '0.33' }, 'days.not-half on days'],
    ['a year off', { kind: 'day_off', days: '365' }, 'days.too-many on days'],
    ['half a mug', { stock: '0.5' }, 'prize.stock-unreadable on stock'],
    ['fewer than no mugs', { stock: '-1' }, 'prize.stock-unreadable on stock'],
    ['more mugs than there are', { stock: '999999' }, 'prize.stock-unreadable on stock'],
  ])('with %s is refused', (_, input, expected) => {
    expect(problems(input)).toEqual([expected])
  })

  test('takes a stock of nothing: sold out for now', () => {
    expect(read({ stock: '0' }).stock).toBe(0)
  })

  test('says all that is wrong with it at once', () => {
    expect(problems({ name: '', cost: 'x', stock: 'y' })).toHaveLength(3)
  })

  test('that comes with Plaudit keeps its name until a host gives it another', () => {
    const blank = readPrize({ kind: 'gift', name: '' }, 'EUR', 'lunch')
    expect(blank).toMatchObject({ name: undefined, builtin: 'lunch' })
    expect(readPrize({ kind: 'gift', name: 'a pizza' }, 'EUR', 'lunch').name).toBe('a pizza')
  })
})

test.each([
  ['EUR', 50_00],
  ['JPY', 5000],
  ['KWD', 50_000],
])('the voucher that comes with Plaudit is fifty in %s', (currency, moneyMinor) => {
  expect(builtinPrize('voucher', currency).cost).toEqual({ moneyMinor, halfDays: 0 })
})

test('what comes with Plaudit are two that cost nothing, a day off, and a voucher', () => {
  const free = (['card', 'lunch', 'day-off', 'voucher'] as const).map((one) =>
    isFree(builtinPrize(one, 'EUR')),
  )
  expect(free).toEqual([true, true, false, false])
})

test('on offer is what is neither retired nor sold out', () => {
  const prize = { ...builtinPrize('card', 'EUR'), id: 'P1', revision: 1, hasPhoto: false, createdAt: '' }
  expect(isOnOffer(prize)).toBe(true)
  expect(isOnOffer({ ...prize, stock: 1 })).toBe(true)
  expect(isOnOffer({ ...prize, stock: 0 })).toBe(false)
  expect(isOnOffer({ ...prize, retiredAt: '2026-11-01T00:00:00.000Z' })).toBe(false)
})
