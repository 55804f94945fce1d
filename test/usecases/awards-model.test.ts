/** Whatever managers, approvers and hosts do in whatever order: no budget is overspent, and every sum stays right. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { listUnbalanced } from '../../src/store/ledger.ts'
import { listPrizes } from '../../src/store/prizes.ts'
import { updateSettings } from '../../src/store/settings.ts'
import { approveAward, declineAward } from '../../src/usecases/approvals.ts'
import { awardPrize } from '../../src/usecases/awards.ts'
import { cancelAward, handOver } from '../../src/usecases/handing-over.ts'
import { savePrize, showPrizesRoom } from '../../src/usecases/prizes.ts'
import { saveSetup } from '../../src/usecases/setup.ts'
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
  refusal,
  share,
  type TestPlaudit,
} from './support.ts'

const LIMITS = { moneyMinor: 100_00, halfDays: 2 }
const ALL_TOGETHER = { moneyMinor: 150_00, halfDays: 3 }
const APPROVAL_ABOVE = { moneyMinor: 15_00 }
const MUGS = 4
const champions = [bob, erin, alice]
const managers = [carol, frank]
const prizes = [
  { name: 'a bonus', kind: 'money', cost: '33.33' },
  { name: 'a mug', kind: 'gift', cost: '16.01', stock: String(MUGS) },
  { name: 'a weekend', kind: 'gift', cost: '70' },
  { name: 'a card', kind: 'gift' },
  { name: 'half a day off', kind: 'day_off', days: '0.5' },
  { name: 'a whole day off', kind: 'day_off', days: '1' },
] as const

type Deed =
  | {
      readonly do: 'award'
      readonly by: number
      readonly prize: number
      readonly people: readonly number[]
      readonly shared: boolean
    }
  | {
      readonly do: 'approve' | 'decline' | 'cancel' | 'hand-over'
      readonly award: number
      readonly person: number | undefined
    }
  | { readonly do: 'wait'; readonly days: number }

const nth = (length: number) => fc.integer({ min: 0, max: length - 1 })
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('award' as const),
      by: nth(managers.length),
      prize: fc.constantFrom(0, 1, 1, 1, 2, 3, 4, 5),
      people: fc.subarray([0, 1, 2], { minLength: 1 }),
      shared: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('approve' as const, 'decline' as const, 'cancel' as const, 'hand-over' as const),
      award: fc.nat(),
      person: fc.option(nth(3), { nil: undefined, freq: 1 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 20 }) }),
  },
)

/** What a model remembers of an award. */
type Held = {
  readonly id: string
  readonly by: number
  readonly month: string
  readonly shared: boolean
  readonly isMug: boolean
  readonly shares: {
    readonly person: number
    readonly moneyMinor: number
    readonly halfDays: number
    state: string
  }[]
}

let app: TestPlaudit
let known: Awaited<ReturnType<typeof listPrizes>>
let month = 0
beforeAll(async () => {
  app = await openPlaudit()
  await saveSetup(
    app,
    dave,
    {
      settings: {
        celebrationChannel: CELEBRATIONS,
        currency: 'GBP',
        managerBudget: { money: '100', days: '1' },
      },
      hostIds: [dave.id],
      managers: { personIds: managers.map(({ id }) => id) },
    },
    facts,
  )
  await app.write((tx) =>
    updateSettings(tx, [
      { key: 'workspaceBudget', to: ALL_TOGETHER },
      { key: 'approvalAbove', to: APPROVAL_ABOVE },
    ]),
  )
})
afterAll(() => app.close())

/** A world of its own for each run: other years, a story and a catalogue that nobody touched. */
async function begin() {
  month += 36
  app.clock.setCivil(new Date(Date.UTC(2026, month, 1, 9)).toISOString())
  const stale = known ?? []
  for (const prize of prizes) await savePrize(app, dave, { ...prize, currency: 'GBP' })
  const all = await app.read((reader) => listPrizes(reader))
  known = all.filter(({ id }) => !stale.some((one) => one.id === id))
  const catalogue = prizes.map(({ name }) => known.findLast((one) => one.name === name))
  known = all
  const storyId = await share(app, dave, { championIds: champions.map(({ id }) => id) })
  return { storyId, catalogue }
}

test('no sequence of awards, decisions and months overspends a budget or loses a penny', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { minLength: 5, maxLength: 40 }), async (all) => {
      const { storyId, catalogue } = await begin()
      const held: Held[] = []
      const thisMonth = () => app.clock.civil().slice(0, 7)
      const taken = (by?: number) => {
        const shares = held
          .filter((award) => award.month === thisMonth() && (by === undefined || award.by === by))
          .flatMap((award) => award.shares)
          .filter(({ state }) => ['waiting', 'open', 'fulfilled'].includes(state))
        return {
          moneyMinor: shares.reduce((sum, { moneyMinor }) => sum + moneyMinor, 0),
          halfDays: shares.reduce((sum, { halfDays }) => sum + halfDays, 0),
        }
      }
      const mugs = () =>
        MUGS -
        held
          .filter(({ isMug }) => isMug)
          .map(({ shared, shares }) => {
            const kept = shares.filter(({ state }) => ['waiting', 'open', 'fulfilled'].includes(state)).length
            return shared ? Math.min(1, kept) : kept
          })
          .reduce((sum, pieces) => sum + pieces, 0)

      for (const deed of all) {
        if (deed.do === 'wait') app.clock.pass({ days: deed.days })
        else if (deed.do === 'award') await award(deed)
        else await settle(deed)
        await check()
      }

      async function award(deed: Extract<Deed, { do: 'award' }>) {
        const prize = catalogue[deed.prize]
        if (!prize) throw new Error('no prize')
        const isShared = deed.shared && deed.people.length > 1
        const times = isShared ? 1 : deed.people.length
        const cost = { moneyMinor: prize.cost.moneyMinor * times, halfDays: prize.cost.halfDays * times }
        const isMug = prize.name === 'a mug'
        const fits = [[taken(deed.by), LIMITS] as const, [taken(), ALL_TOGETHER] as const].every(
          ([used, limits]) =>
            (cost.moneyMinor === 0 || used.moneyMinor + cost.moneyMinor <= limits.moneyMinor) &&
            (cost.halfDays === 0 || used.halfDays + cost.halfDays <= limits.halfDays),
        )
        const isDivisible = !isShared || prize.cost.halfDays % deed.people.length === 0
        const isThere = !isMug || mugs() >= times
        const personIds = deed.people.map((person) => champions[person]?.id ?? '')
        const { id: prizeId, revision } = prize
        const giving = awardPrize(
          app,
          managers[deed.by] ?? carol,
          {
            ...{ storyId, prizeId, revision, personIds, split: isShared ? 'shared' : 'each' },
            ...{ reason: 'They stayed until five.', isPrivate: false },
          },
          ['left-out', 'again', 'masked'],
        )
        if (!fits || !isDivisible || !isThere) {
          expect(await refusal(giving)).not.toEqual([])
          return
        }
        const { award: made } = await giving
        const waits = cost.moneyMinor > APPROVAL_ABOVE.moneyMinor
        expect(made.givenAt === undefined).toBe(waits)
        held.push({
          ...{ id: made.id, by: deed.by, month: thisMonth(), shared: isShared, isMug },
          shares: made.shares.map(({ personId, moneyMinor, halfDays, state }) => ({
            ...{ person: champions.findIndex(({ id }) => id === personId), moneyMinor, halfDays, state },
          })),
        })
      }

      async function settle(deed: Extract<Deed, { do: 'approve' | 'decline' | 'cancel' | 'hand-over' }>) {
        const award = held[deed.award % Math.max(1, held.length)]
        if (!award) return
        const one = deed.person === undefined ? undefined : champions[deed.person]?.id
        const which = { awardId: award.id, ...(one ? { personIds: [one] } : {}) }
        const chosen = award.shares.filter(
          ({ person }) => award.shared || one === undefined || champions[person]?.id === one,
        )
        const [from, to, among, does] = {
          approve: [['waiting'], 'open', award.shares, () => approveAward(app, dave, award.id)] as const,
          decline: [
            ['waiting'],
            'declined',
            award.shares,
            () => declineAward(app, dave, award.id, 'Not now'),
          ] as const,
          cancel: [
            ['waiting', 'open'],
            'cancelled',
            chosen,
            () => cancelAward(app, dave, which, 'By mistake'),
          ] as const,
          'hand-over': [['open'], 'fulfilled', chosen, () => handOver(app, dave, which, undefined)] as const,
        }[deed.do]
        const moving = among.filter(({ state }) => (from as readonly string[]).includes(state))
        expect((await refusal(does())).length).toBe(moving.length === 0 ? 1 : 0)
        for (const share of moving) share.state = to
      }

      async function check() {
        for (const [by, manager] of managers.entries()) {
          const { own } = await showPrizesRoom(app, manager)
          const { moneyMinor, halfDays } = taken(by)
          expect(moneyMinor).toBeLessThanOrEqual(LIMITS.moneyMinor)
          expect(own?.left).toEqual({
            moneyMinor: LIMITS.moneyMinor - moneyMinor,
            halfDays: LIMITS.halfDays - halfDays,
          })
        }
        expect(taken().moneyMinor).toBeLessThanOrEqual(ALL_TOGETHER.moneyMinor)
        expect(taken().halfDays).toBeLessThanOrEqual(ALL_TOGETHER.halfDays)
      }

      const mug = (await app.read((reader) => listPrizes(reader))).find(({ id }) => id === catalogue[1]?.id)
      expect(mug?.stock).toBe(mugs())
      expect(await app.read(listUnbalanced)).toEqual([])
    }),
    { numRuns: 25 },
  )
}, 60_000)
