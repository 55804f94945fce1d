/** Whatever happens between the opening of votes and their close: what is counted is what people chose last. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { listCounts } from '../../src/store/counts.ts'
import { vote } from '../../src/usecases/ballots.ts'
import { meetPeople } from '../../src/usecases/hearing.ts'
import { stepAside } from '../../src/usecases/nominations.ts'
import { showRound } from '../../src/usecases/round-showing.ts'
import { verifyCounts } from '../../src/usecases/round-verifying.ts'
import { CLOSE, goTo, MONDAY, nominated, plan, stateOf, VOTES_CLOSE, VOTES_OPEN } from './rounds.ts'
import { newsOf, openSetUp, refusal, type TestPlaudit } from './support.ts'

const VOTERS = ['V0', 'V1', 'V2', 'V3', 'V4', 'V5']
/** They vote, too. */
const NOMINEES = ['N0', 'N1', 'N2', 'N3']
const ALL = [...VOTERS, ...NOMINEES]

type Event =
  | { readonly does: 'vote'; readonly who: string; readonly whom: string }
  | { readonly does: 'step-aside'; readonly who: string }
  | { readonly does: 'leave'; readonly who: string }
  | { readonly does: 'close' }

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      does: fc.constant('vote' as const),
      who: fc.constantFrom(...ALL),
      whom: fc.constantFrom(...ALL),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('step-aside' as const), who: fc.constantFrom(...ALL) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('leave' as const), who: fc.constantFrom(...ALL) }) },
  { weight: 1, arbitrary: fc.constant({ does: 'close' as const }) },
)

/** What should be so. */
function createModel() {
  const chosen = new Map<string, string>()
  const aside = new Set<string>()
  const left = new Set<string>()
  let closed = false
  const isIn = (id: string) => NOMINEES.includes(id) && !aside.has(id) && !left.has(id)
  return {
    chosen,
    isIn,
    isClosed: () => closed,
    /** @returns the key of the problem that there should be */
    apply(one: Event): string | undefined {
      if (one.does === 'close') closed = true
      else if (one.does === 'leave') left.add(one.who)
      else if (left.has(one.who)) return 'person.not-a-colleague'
      else if (one.does === 'step-aside') {
        // After the close it may wait for hosts, and one can still step aside.
        if (!NOMINEES.includes(one.who)) return 'nomination.not-nominated'
        aside.add(one.who)
        for (const [voter, nominee] of chosen) if (nominee === one.who) chosen.delete(voter)
      } else {
        if (closed) return 'ballot.closed'
        if (one.who === one.whom) return 'ballot.not-oneself'
        if (!isIn(one.whom)) return 'ballot.not-a-nominee'
        chosen.set(one.who, one.whom)
      }
      return undefined
    },
  }
}

async function act(app: TestPlaudit, roundId: string, one: Event): Promise<string[]> {
  if (one.does === 'close') return goTo(app, VOTES_CLOSE).then(() => [])
  if (one.does === 'leave') {
    const news = newsOf(one.who, { hasLeft: true, changedAt: app.clock.real() })
    return app.write((tx) => meetPeople(tx, [news])).then(() => [])
  }
  if (one.does === 'step-aside') return refusal(stepAside(app, { id: one.who }, roundId))
  return refusal(vote(app, { id: one.who }, roundId, one.whom))
}

async function open(): Promise<{ app: TestPlaudit; roundId: string }> {
  const app = await openSetUp(MONDAY)
  await app.write((tx) =>
    meetPeople(
      tx,
      ALL.map((id) => newsOf(id)),
    ),
  )
  const roundId = await plan(app)
  for (const nomineeId of NOMINEES) await nominated(app, roundId, nomineeId)
  await goTo(app, CLOSE)
  await goTo(app, VOTES_OPEN)
  return { app, roundId }
}

test('the count equals what people chose last, of those who are still in it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
      const { app, roundId } = await open()
      try {
        const model = createModel()
        const before = events.findIndex(({ does }) => does === 'close')
        const inTime = before < 0 ? events : events.slice(0, before)
        for (const one of inTime) {
          const wanted = model.apply(one)
          expect(await act(app, roundId, one)).toEqual(wanted ? [wanted] : [])
          const shown = await app.read((reader) => showRound(reader, roundId))
          expect(shown?.turnout).toBe(model.chosen.size)
        }
        const counted = [...model.chosen.values()].filter(model.isIn)
        const nominees = NOMINEES.filter(model.isIn)
        await act(app, roundId, { does: 'close' })
        model.apply({ does: 'close' })
        for (const one of events.slice(inTime.length + 1))
          if (one.does === 'vote') {
            const wanted = model.apply(one)
            expect(await act(app, roundId, one)).toEqual([wanted])
          }
        await expectCount(app, roundId, counted, nominees)
      } finally {
        await app.close()
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)

async function expectCount(
  app: TestPlaudit,
  roundId: string,
  counted: readonly string[],
  nominees: readonly string[],
): Promise<void> {
  const [count] = await app.read((reader) => listCounts(reader, roundId))
  const state = await stateOf(app, roundId)
  if (counted.length === 0) {
    expect(state).toBe('short') // votes for who left since are given back
    return expect(count).toBeUndefined()
  }
  const points = new Map(nominees.map((id) => [id, counted.filter((one) => one === id).length]))
  const found = new Map(count?.outcome.ranking.map(({ nomineeId, points: n }) => [nomineeId, n]))
  expect([...found].sort()).toEqual([...points].sort())
  const most = Math.max(...points.values())
  const first = nominees.filter((id) => points.get(id) === most)
  expect(count?.outcome.firstIds.toSorted()).toEqual(first)
  expect(state).toBe(first.length === 1 ? 'decided' : 'tied')
  expect(await app.read((reader) => verifyCounts(reader))).toMatchObject([{ problems: [] }])
}
