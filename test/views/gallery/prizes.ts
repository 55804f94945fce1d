import { nothingUsed } from '../../../src/domain/budget.ts'
import type { Prize } from '../../../src/domain/prize.ts'
import { defaultSettings } from '../../../src/domain/settings.ts'
import type { PrizesRoom, ShownAward, ShownBudget, ShownShare } from '../../../src/domain/shown-prizes.ts'
import { budgetForm } from '../../../src/views/budget-form.ts'
import { editedPrize, newPrize, prizeForm } from '../../../src/views/prize-form.ts'
import { prizeSettingsForm } from '../../../src/views/prize-settings-form.ts'
import { prizesRoom } from '../../../src/views/prizes-room.ts'
import { setupChanged } from '../../../src/views/setup-changed.ts'
import { alice, aStory, bob, carol, dave, erin, look } from './cast.ts'
import type { Examples } from './examples.ts'

const aPrize: Prize = {
  id: 'P1',
  kind: 'gift',
  cost: { moneyMinor: 0, halfDays: 0 },
  revision: 1,
  hasPhoto: false,
  createdAt: '2026-11-01T09:00:00.000Z',
}
export const catalogue: readonly Prize[] = [
  { ...aPrize, id: 'P1', builtin: 'card' },
  { ...aPrize, id: 'P2', builtin: 'day-off', kind: 'day_off', cost: { moneyMinor: 0, halfDays: 2 } },
  { ...aPrize, id: 'P3', builtin: 'voucher', cost: { moneyMinor: 50_00, halfDays: 0 } },
  { ...aPrize, id: 'P4', name: 'a bonus', kind: 'money', cost: { moneyMinor: 75_50, halfDays: 0 } },
  {
    ...aPrize,
    id: 'P5',
    name: 'a hoodie',
    cost: { moneyMinor: 30_00, halfDays: 0 },
    stock: 1,
    hasPhoto: true,
  },
  { ...aPrize, id: 'P6', name: 'a mug', stock: 0 },
  { ...aPrize, id: 'P7', builtin: 'lunch', retiredAt: '2026-11-10T09:00:00.000Z' },
]

const limits = { moneyMinor: 100_00, halfDays: 2 }
const aBudget: ShownBudget = {
  person: carol,
  isOwn: false,
  limits,
  used: { reservedMinor: 30_00, spentMinor: 20_00, reservedHalfDays: 1, spentHalfDays: 0 },
  left: { moneyMinor: 50_00, halfDays: 1 },
}
const aShare: ShownShare = {
  person: bob,
  hasLeft: false,
  isUnnamed: false,
  isUncredited: false,
  moneyMinor: 50_00,
  halfDays: 0,
  state: 'open',
}
const at = '2026-11-19T09:00:00.000Z'
const anAward = (id: string, ...shares: Partial<ShownShare>[]): ShownAward => ({
  id,
  storyId: 'S1',
  story: aStory(),
  prize: { ...aPrize, builtin: 'voucher', cost: { moneyMinor: 50_00, halfDays: 0 }, currency: 'GBP' },
  split: 'each',
  isPrivate: false,
  reason: 'stayed until the part was found',
  givenBy: carol,
  awardedAt: at,
  awardedOn: '2026-11-19',
  shares: shares.map((share) => ({ ...aShare, ...share })),
  amountsPublic: false,
  approvers: [dave],
})
const nobody: PrizesRoom = {
  roles: [],
  mayRun: false,
  isManager: false,
  isFulfiller: false,
  currency: 'GBP',
  period: 'month',
  window: { fromOn: '2026-11-01', toOn: '2026-12-01' },
  managerBudget: limits,
  given: [],
  catalogue: [],
  budgets: [],
  openCount: 0,
  waitingCount: 0,
  managers: [carol, dave],
}
const manager: PrizesRoom = { ...nobody, roles: ['manager'], isManager: true, own: aBudget }
const host: PrizesRoom = {
  ...nobody,
  roles: ['host'],
  mayRun: true,
  isFulfiller: true,
  catalogue,
  workspace: { ...aBudget, person: undefined, limits: {}, left: {} },
  budgets: [aBudget, { ...aBudget, person: erin, isOwn: true, used: nothingUsed, left: limits }],
  openCount: 3,
  waitingCount: 1,
}
const name = 'W'.repeat(60)
const many = <T>(n: number, make: (index: number) => T): T[] =>
  Array.from({ length: n }, (_, index) => make(index))

export const prizesRooms: Examples = {
  'for who gives none': () => prizesRoom(nobody, look),
  'for who gives none, with no manager': () => prizesRoom({ ...nobody, managers: [] }, look),
  'of a manager on the first day': () =>
    prizesRoom({ ...manager, own: { ...aBudget, used: nothingUsed } }, look),
  'of a manager before hosts have said': () =>
    prizesRoom({ ...manager, managerBudget: undefined, own: { ...aBudget, limits: {}, left: {} } }, look),
  'of a manager who gave a few': () =>
    prizesRoom(
      {
        ...manager,
        period: 'quarter',
        given: [
          anAward('A1', { state: 'waiting' }),
          anAward('A2', {}, { person: erin, state: 'fulfilled' }),
          anAward('A3', { state: 'declined', ended: { by: dave, at, note: 'a card says it better' } }),
          anAward('A4', { state: 'lapsed', ended: { at } }),
          anAward('A5', { state: 'cancelled', ended: { by: dave, at } }),
        ],
      },
      look,
    ),
  'of who hands over': () => prizesRoom({ ...nobody, isFulfiller: true, openCount: 1 }, look),
  'of a host': () => prizesRoom(host, look),
  'of a host, before anybody has said': () =>
    prizesRoom({ ...host, managerBudget: undefined, budgets: [], openCount: 0, waitingCount: 0 }, look),
  'as full as it gets': () =>
    prizesRoom(
      {
        ...host,
        isManager: true,
        own: aBudget,
        given: many(5, (n) => anAward(`A${n}`, ...many(10, () => ({ state: 'waiting' as const })))),
        catalogue: many(300, (n) => ({
          ...aPrize,
          id: `P${n}`,
          name,
          ...(n % 2 === 0 ? { retiredAt: at } : {}),
        })),
        budgets: many(100, (n) => ({ ...aBudget, person: { id: `U${n}`, name: name.repeat(2) } })),
      },
      look,
    ),
}

const settings = { ...defaultSettings('Europe/London'), currency: 'GBP' }
const [card, day, voucher, , hoodie] = catalogue
const edited = (prize = aPrize) => prizeForm.render(editedPrize(prize, 'GBP'), look)

export const prizeForms: Examples = {
  'a new gift': () => prizeForm.render(newPrize('GBP'), look),
  'new money': () => prizeForm.render({ ...newPrize('JPY'), kind: 'money', cost: '5000' }, look),
  'a new day off': () => prizeForm.render({ ...newPrize('GBP'), kind: 'day_off' }, look),
  'one that came with Plaudit': () => edited(card),
  'a day off that is edited': () => edited(day),
  'a voucher that is edited': () => edited(voucher),
  'a gift with a photo and the last one of it': () => edited(hoodie),
  'settings, at first': () => prizeSettingsForm.render({ settings, approvers: [], fulfillers: [] }, look),
  'settings, with everything set': () =>
    prizeSettingsForm.render(
      {
        settings: {
          ...settings,
          managerBudget: { moneyMinor: 150_50, halfDays: 3 },
          budgetPeriod: 'quarter',
          workspaceBudget: { moneyMinor: 1000_00, halfDays: 20 },
          approvalAbove: { moneyMinor: 0, halfDays: 1 },
          amountsPublic: true,
          nextSteps: { gift: 'Come to the front desk.' },
        },
        approvers: [dave],
        fulfillers: [erin, alice],
      },
      look,
    ),
  'a manager’s own budget': () => budgetForm.render({ currency: 'GBP', budgetPeriod: 'month' }, look),
  'that of a manager who has one': () =>
    budgetForm.render({ currency: 'GBP', budgetPeriod: 'quarter', person: carol, allowance: limits }, look),
}

export const prizeChanges: Examples = {
  'about prizes, in another currency': () =>
    setupChanged(
      {
        by: alice,
        currency: 'JPY',
        changes: [
          { key: 'currency', from: 'EUR', to: 'JPY' },
          { key: 'managerBudget', to: { moneyMinor: 10_000, halfDays: 3 } },
          { key: 'workspaceBudget', from: { moneyMinor: 1000_00, halfDays: 0 }, to: { moneyMinor: 1000 } },
          { key: 'approvalAbove', from: {}, to: { moneyMinor: 0, halfDays: 1 } },
          { key: 'budgetPeriod', from: 'month', to: 'quarter' },
          { key: 'amountsPublic', from: false, to: true },
          { key: 'approvers', from: [], to: [dave.id] },
          { key: 'fulfillers', from: [dave.id, carol.id], to: [] },
          { key: 'nextSteps', from: {}, to: { gift: 'Come to the front desk.', money: '=1+1' } },
          { key: `budget ${carol.id}`, to: { moneyMinor: 0, halfDays: 0 } },
          { key: `budget ${dave.id}`, from: { moneyMinor: 50_00, halfDays: 1 } },
        ],
      },
      (id) => [dave, carol].find((person) => person.id === id)?.name ?? id,
      look,
    ),
}
