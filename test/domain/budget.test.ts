import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  budgetPeriods,
  budgetWindow,
  leftOf,
  nothingUsed,
  spentProblem,
  suggestedAllowance,
  tightest,
} from '../../src/domain/budget.ts'
import { addDays } from '../../src/domain/calendar.ts'

test.each([
  ['month', '2026-11-30', '2026-11-01', '2026-12-01'],
  ['month', '2026-12-01', '2026-12-01', '2027-01-01'],
  ['month', '2028-02-29', '2028-02-01', '2028-03-01'],
  ['quarter', '2026-12-31', '2026-10-01', '2027-01-01'],
  ['quarter', '2027-01-01', '2027-01-01', '2027-04-01'],
] as const)('the %s of %s is from %s to %s', (period, on, fromOn, toOn) => {
  expect(budgetWindow(period, on)).toEqual({ fromOn, toOn })
})

test('every day belongs to one period, and the periods follow each other without a gap', () => {
  fc.assert(
    fc.property(fc.constantFrom(...budgetPeriods), fc.integer({ min: 0, max: 40_000 }), (period, days) => {
      const on = addDays('1990-01-01', days)
      const { fromOn, toOn } = budgetWindow(period, on)
      expect(fromOn <= on && on < toOn).toBe(true)
      expect(budgetWindow(period, addDays(toOn, -1))).toEqual({ fromOn, toOn })
      expect(budgetWindow(period, toOn).fromOn).toBe(toOn)
    }),
  )
})

describe('what is left', () => {
  const used = { ...nothingUsed, reservedMinor: 30, spentMinor: 50, reservedHalfDays: 1, spentHalfDays: 1 }

  test('is what was neither reserved nor spent', () => {
    expect(leftOf({ moneyMinor: 100, halfDays: 2 }, used)).toEqual({ moneyMinor: 20, halfDays: 0 })
  })

  test('is never less than nothing, also when the limit was lowered since', () => {
    expect(leftOf({ moneyMinor: 10, halfDays: 1 }, used)).toEqual({ moneyMinor: 0, halfDays: 0 })
  })

  test('has no end where there is no limit', () => {
    expect(leftOf({}, used)).toEqual({ moneyMinor: undefined, halfDays: undefined })
  })

  test('in all of several budgets is the least of each', () => {
    expect(tightest({ moneyMinor: 50 }, { moneyMinor: 70, halfDays: 3 }, {})).toEqual({
      moneyMinor: 50,
      halfDays: 3,
    })
    expect(tightest({}, {})).toEqual({ moneyMinor: undefined, halfDays: undefined })
  })
})

describe('too little', () => {
  const left = { moneyMinor: 50, halfDays: 1 }

  test('is said with what is left and what it takes', () => {
    expect(spentProblem({ moneyMinor: 51, halfDays: 0 }, left, 'GBP', 'manager')).toMatchObject({
      ...{ code: 'spent', key: 'budget.manager-money-spent', field: 'prizeId' },
      details: { left: 50, cost: 51, currency: 'GBP' },
    })
    expect(spentProblem({ moneyMinor: 0, halfDays: 2 }, left, 'GBP', 'workspace')).toMatchObject({
      ...{ key: 'budget.workspace-days-spent', details: { left: 1, cost: 2 } },
    })
  })

  test('is nothing to say when it is just enough, or when there is no limit', () => {
    expect(spentProblem({ moneyMinor: 50, halfDays: 1 }, left, 'GBP', 'manager')).toBeUndefined()
    expect(spentProblem({ moneyMinor: 1e9, halfDays: 120 }, {}, 'GBP', 'manager')).toBeUndefined()
  })
})

test.each([
  ['GBP', 100_00],
  ['KWD', 100_000],
  ['JPY', 10_000],
])('a suggestion in %s is %i minor units, and a day', (currency, moneyMinor) => {
  expect(suggestedAllowance(currency)).toEqual({ moneyMinor, halfDays: 2 })
})
