import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  type AwardContext,
  type AwardInput,
  mayApprove,
  needsApproval,
  newAward,
  piecesOf,
} from '../../src/domain/award.ts'
import { questionsAbout } from '../../src/domain/award-questions.ts'
import { effectOf, entryKinds, moves, stateAfter } from '../../src/domain/ledger.ts'
import type { Person } from '../../src/domain/person.ts'
import type { Prize } from '../../src/domain/prize.ts'
import { Problems } from '../../src/domain/problem.ts'
import type { Story } from '../../src/domain/story.ts'

const person = (id: string, more: Partial<Person> = {}): Person => ({
  ...{ id, name: id, zone: 'Europe/London', locale: 'en-GB', isKnown: true },
  ...{ isBot: false, isGuest: false, isAdmin: false, isForeign: false },
  ...more,
})
const prize: Prize = {
  ...{ id: 'P1', kind: 'gift', name: 'a mug', cost: { moneyMinor: 10_00, halfDays: 0 } },
  ...{ revision: 3, hasPhoto: false, createdAt: '2026-11-01T09:00:00.000Z' },
}
const story: Story = {
  ...{ id: 'S1', workspaceId: 'T1', kind: 'wow', tellerId: 'alice', championIds: ['bob', 'ana', 'cem'] },
  ...{ words: 'They stayed.', customerKind: 'customer' },
  ...{ toldAt: '2026-11-16T09:00:00.000Z', toldOn: '2026-11-16' },
}
const NOW = '2026-11-16T10:00:00.000Z'
const context = (more: Partial<AwardContext> = {}): AwardContext => ({
  ...{ id: 'A1', giver: person('carol'), story, prize, currency: 'GBP', hasBudget: true },
  people: new Map(['bob', 'ana', 'cem', 'carol'].map((id) => [id, person(id)])),
  ...{ approvalAbove: {}, now: NOW, awardedOn: '2026-11-16' },
  ...more,
})
const input = (more: Partial<AwardInput> = {}): AwardInput => ({
  ...{ storyId: 'S1', prizeId: 'P1', revision: 3, personIds: ['bob'] },
  ...{ reason: 'Nobody had asked him to go back.', isPrivate: false },
  ...more,
})
const award = (more: Partial<AwardInput> = {}, around: Partial<AwardContext> = {}) =>
  newAward(input(more), context(around))
function problems(more: Partial<AwardInput>, around: Partial<AwardContext> = {}): string[] {
  try {
    award(more, around)
  } catch (error) {
    if (error instanceof Problems) return error.problems.map(({ key, field }) => `${key} on ${field}`)
    throw error
  }
  return []
}

describe('an award', () => {
  test('is one prize for each, in the story’s order, and given at once', () => {
    const made = award({ personIds: ['cem', 'bob'] })
    expect(made.shares).toEqual([
      { personId: 'bob', moneyMinor: 10_00, halfDays: 0, state: 'open' },
      { personId: 'cem', moneyMinor: 10_00, halfDays: 0, state: 'open' },
    ])
    expect(made).toMatchObject({ givenAt: NOW, split: 'each', givenBy: 'carol' })
    expect(piecesOf(made)).toBe(2)
  })

  test('that is shared costs once, to the penny', () => {
    const made = award({ personIds: ['bob', 'ana', 'cem'], split: 'shared' })
    expect(made.shares.map(({ moneyMinor }) => moneyMinor)).toEqual([3_34, 3_33, 3_33])
    expect(piecesOf(made)).toBe(1)
  })

  test('for one is never shared', () => {
    expect(award({ split: 'shared' }).split).toBe('each')
  })

  test('keeps what the prize was called and cost', () => {
    expect(award().prize).toEqual({ ...pick(prize), currency: 'GBP', builtin: undefined })
  })

  test('above the threshold waits, by what it takes as a whole', () => {
    const above = { approvalAbove: { moneyMinor: 15_00 } }
    expect(award({}, above).givenAt).toBe(NOW)
    const waits = award({ personIds: ['bob', 'ana'] }, above)
    expect(waits.givenAt).toBeUndefined()
    expect(waits.shares.every(({ state }) => state === 'waiting')).toBe(true)
    expect(award({ personIds: ['bob', 'ana'], split: 'shared' }, above).givenAt).toBe(NOW)
  })

  test('masks private data in its reason', () => {
    expect(award({ reason: 'Reached her at jane@example.com at night' }).reason).toBe(
      'Reached her at ✉ ••• at night',
    )
  })

  test.each<[string, Partial<AwardInput>, Partial<AwardContext>, string[]]>([
    ['no prize', { prizeId: undefined }, {}, ['award.prize-needed on prizeId']],
    ['a prize that is not there', {}, { prize: undefined }, ['prize.retired on prizeId']],
    ['a retired one', {}, { prize: { ...prize, retiredAt: NOW } }, ['prize.retired on prizeId']],
    ['one edited meanwhile', { revision: 2 }, {}, ['prize.changed on prizeId']],
    ['an unreadable revision', { revision: Number.NaN }, {}, ['prize.changed on prizeId']],
    ['a sold-out one', {}, { prize: { ...prize, stock: 0 } }, ['prize.sold-out on prizeId']],
    ['one that costs, before a budget', {}, { hasBudget: false }, ['budget.not-yet on prizeId']],
    ['nobody', { personIds: [] }, {}, ['award.nobody on personIds']],
    ['oneself', { personIds: ['bob', 'carol'] }, {}, ['award.not-oneself on personIds']],
    ['somebody else', { personIds: ['dora'] }, {}, ['award.not-champions on personIds']],
    [
      'who has left',
      {},
      { people: new Map([['bob', person('bob', { leftAt: NOW })]]) },
      ['award.gone on personIds'],
    ],
    ['no reason', { reason: undefined }, {}, ['award.reason-missing on reason']],
    ['a short reason', { reason: 'Thanks!' }, {}, ['award.reason-too-short on reason']],
    [
      'a reason padded with nothing',
      { reason: `Thanks!${'\u200b'.repeat(20)}` },
      {},
      ['award.reason-too-short on reason'],
    ],
    ['a long reason', { reason: 'x'.repeat(501) }, {}, ['award.reason-too-long on reason']],
    [
      'a day for three to share',
      { personIds: ['bob', 'ana', 'cem'], split: 'shared' },
      { prize: { ...prize, cost: { moneyMinor: 0, halfDays: 2 } } },
      ['award.days-not-divisible on split'],
    ],
    [
      'everything at once',
      { prizeId: undefined, personIds: [], reason: '' },
      {},
      ['award.prize-needed on prizeId', 'award.nobody on personIds', 'award.reason-missing on reason'],
    ],
  ])('is refused for %s', (_, more, around, expected) => {
    expect(problems(more, around)).toEqual(expected)
  })

  test('free of cost needs no budget', () => {
    const free = { ...prize, cost: { moneyMinor: 0, halfDays: 0 } }
    expect(problems({}, { prize: free, hasBudget: false })).toEqual([])
  })

  test('takes 10 to 500 characters of reason, counted as people count', () => {
    expect(problems({ reason: '👍'.repeat(500) })).toEqual([])
    expect(problems({ reason: '👍'.repeat(501) })).toEqual(['award.reason-too-long on reason'])
    expect(problems({ reason: 'x'.repeat(10) })).toEqual([])
  })

  test('has shares that add up to its cost, whatever it costs and for however many', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom('each', 'shared'),
        (moneyMinor, halfDays, count, split) => {
          const personIds = Array.from({ length: count }, (_, n) => `U${n}`)
          const cost = { moneyMinor, halfDays: split === 'shared' ? halfDays * count : halfDays }
          const { shares } = award(
            { personIds, split },
            { story: { ...story, championIds: personIds }, prize: { ...prize, cost } },
          )
          const sum = (of: (share: (typeof shares)[number]) => number) =>
            shares.reduce((total, share) => total + of(share), 0)
          const times = split === 'each' ? count : 1
          expect(sum((share) => share.moneyMinor)).toBe(cost.moneyMinor * times)
          expect(sum((share) => share.halfDays)).toBe(cost.halfDays * times)
          const amounts = shares.map((share) => share.moneyMinor)
          expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(1)
          expect(shares.every((share) => Number.isInteger(share.moneyMinor) && share.moneyMinor >= 0)).toBe(
            true,
          )
        },
      ),
    )
  })
})

const pick = ({ id, kind, name, cost }: Prize) => ({ id, kind, name, cost })

test.each([
  [{ moneyMinor: 100 }, { moneyMinor: 100, halfDays: 9 }, false],
  [{ moneyMinor: 100 }, { moneyMinor: 101, halfDays: 0 }, true],
  [{ halfDays: 1 }, { moneyMinor: 0, halfDays: 2 }, true],
  [{ moneyMinor: 0 }, { moneyMinor: 1, halfDays: 0 }, true],
  [{ moneyMinor: 0, halfDays: 0 }, { moneyMinor: 0, halfDays: 0 }, false],
  [{}, { moneyMinor: 1_000_000, halfDays: 120 }, false],
])('above %j, what takes %j has to be approved: %s', (above, cost, expected) => {
  expect(needsApproval(cost, above)).toBe(expected)
})

test('nobody approves what they give or get', () => {
  const made = award({ personIds: ['bob', 'ana'] })
  expect(['carol', 'bob', 'ana', 'cem', 'dave'].filter((id) => mayApprove(made, person(id)))).toEqual([
    'cem',
    'dave',
  ])
})

describe('before it is awarded is asked', () => {
  const people = context().people
  const typed = input().reason ?? ''
  const asked = (more: Partial<AwardInput>, before = [award()], around = people) =>
    questionsAbout(award(more), { story, people: around, awardedBefore: before, typed })

  test('whether who is left out shall be, since everybody sees it; privately nobody does', () => {
    expect(asked({}, [])).toEqual([{ ask: 'left-out', personIds: ['ana', 'cem'] }])
    expect(asked({ isPrivate: true }, [])).toEqual([])
    expect(asked({ personIds: ['bob', 'ana', 'cem'] }, [])).toEqual([])
  })

  test('nothing about who gives it or has left: they could not get one', () => {
    const withCarol = { ...story, championIds: ['bob', 'carol', 'ana'] }
    const gone = new Map([['ana', person('ana', { leftAt: NOW })]])
    expect(questionsAbout(award(), { story: withCarol, people: gone, awardedBefore: [], typed })).toEqual([])
  })

  test('whether somebody shall get the same a second time, unless the first came to nothing', () => {
    const all = { personIds: ['bob', 'ana', 'cem'] }
    expect(asked(all)).toEqual([{ ask: 'again', personIds: ['bob'] }])
    const over = {
      ...award(),
      shares: award().shares.map((share) => ({ ...share, state: 'cancelled' as const })),
    }
    expect(asked(all, [over])).toEqual([])
    const other = { ...award(), prize: { ...award().prize, id: 'P2' } }
    expect(asked(all, [other])).toEqual([])
  })

  test('nothing about what somebody else gave privately: that is told to nobody', () => {
    const all = { personIds: ['bob', 'ana', 'cem'] }
    const byFrank = { ...award(), givenBy: 'frank' }
    expect(asked(all, [{ ...byFrank, isPrivate: true }])).toEqual([])
    expect(asked(all, [byFrank])).toEqual([{ ask: 'again', personIds: ['bob'] }])
    expect(asked(all, [{ ...award(), isPrivate: true }])).toEqual([{ ask: 'again', personIds: ['bob'] }])
  })

  test('whether the reason is right with what was hidden in it', () => {
    const reason = 'Reached her at jane@example.com at night'
    const made = award({ reason, personIds: ['bob', 'ana', 'cem'] })
    expect(questionsAbout(made, { story, people, awardedBefore: [], typed: reason })).toEqual([
      { ask: 'masked' },
    ])
  })
})

describe('the ledger', () => {
  test('of any life of a share comes out even: what is given back leaves nothing, what is fulfilled is spent', () => {
    const share = { moneyMinor: 12_34, halfDays: 3 }
    const kinds = fc.constantFrom(...entryKinds.filter((kind) => kind !== 'reserved'))
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 5 }), fc.constantFrom('waiting', 'open'), (wanted, first) => {
        const lived: ('reserved' | keyof typeof moves)[] = ['reserved']
        for (const kind of wanted) {
          const state = stateAfter(lived, first)
          if (state && moves[kind].from.includes(state)) lived.push(kind)
          else expect(stateAfter([...lived, kind], first)).toBeUndefined()
        }
        const state = stateAfter(lived, first)
        const sum = (of: (effect: ReturnType<typeof effectOf>) => number) =>
          lived.reduce((total, entry) => total + of(effectOf(entry, share)), 0)
        const isHeld = state === 'waiting' || state === 'open'
        expect(sum((effect) => effect.reservedMinor)).toBe(isHeld ? share.moneyMinor : 0)
        expect(sum((effect) => effect.reservedHalfDays)).toBe(isHeld ? share.halfDays : 0)
        expect(sum((effect) => effect.spentMinor)).toBe(state === 'fulfilled' ? share.moneyMinor : 0)
        expect(sum((effect) => effect.spentHalfDays)).toBe(state === 'fulfilled' ? share.halfDays : 0)
      }),
    )
  })

  test('begins with what is reserved, once', () => {
    expect(stateAfter([], 'open')).toBeUndefined()
    expect(stateAfter(['fulfilled'], 'open')).toBeUndefined()
    expect(stateAfter(['reserved', 'reserved'], 'open')).toBeUndefined()
  })
})
