import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { RoundState } from '../../src/domain/round.ts'
import { inputOf } from '../../src/domain/round-draft.ts'
import type { RoundInput } from '../../src/domain/round-input.ts'
import { countTurnout } from '../../src/store/ballots.ts'
import { findRound } from '../../src/store/rounds.ts'
import { judge } from '../../src/usecases/judging.ts'
import {
  cancelRound,
  changeRound,
  planRound,
  showRoundForm,
  stopRepeating,
} from '../../src/usecases/rounds.ts'
import { CLOSE, goTo, MONDAY, nominated, november, plan, VOTES_CLOSE, VOTES_OPEN } from './rounds.ts'
import { alice, bob, carol, dave, frank, openSetUp, type TestPlaudit, waiting } from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp(MONDAY)
})
afterEach(() => app.close())

test('judges who are named while it is judged hear of it; who is none any more has scored nobody', async () => {
  const roundId = await plan(app, { decidedBy: 'judges', judgeIds: [carol.id, frank.id] })
  await nominated(app, roundId, bob.id, alice)
  await goTo(app, CLOSE)
  await goTo(app, VOTES_OPEN)
  await judge(app, carol, roundId, { nomineeId: bob.id, scores: [5, 5] })
  const round = await app.read((reader) => findRound(reader, roundId))
  if (!round) throw new Error('no round')
  const input = { ...inputOf(round, 'Europe/London'), judgeIds: [frank.id, dave.id] }
  await changeRound(app, dave, roundId, input)
  expect(await app.read((reader) => countTurnout(reader, roundId))).toBe(0)
  expect((await waiting(app)).filter((row) => row.startsWith('round.judge '))).toEqual([
    'round.judge → CAROL',
    'round.judge → DAVE',
    'round.judge → FRANK',
  ])
  await goTo(app, VOTES_CLOSE)
})

test('a channel without Plaudit, a group that nobody can read and a prize that is gone are refused together', async () => {
  const facts = { channels: new Map(), groupMembers: new Map() }
  const input = { ...november, groupIds: ['S1'], prizeId: 'none' }
  await expect(planRound(app, dave, input, facts)).rejects.toMatchObject({
    problems: [
      { key: 'channel.not-visible', field: 'channel' },
      { key: 'round.group-unreadable', field: 'groupIds' },
      { key: 'round.prize-gone', field: 'prizeId' },
    ],
  })
})

const titlesIn = (state: RoundState) =>
  app.read(async ({ db }) =>
    (
      await db.selectFrom('rounds').select('title').where('state', '=', state).orderBy('opens_at').execute()
    ).map(({ title }) => title),
  )
const december: RoundInput['plan'] = {
  opens: { on: '2026-12-02', at: '09:00' },
  nominationsClose: { on: '2026-12-14', at: '17:00' },
  votesOpen: { on: '2026-12-16', at: '17:00' },
  votesClose: { on: '2026-12-21', at: '17:00' },
}
const plannedId = async () =>
  app.read(
    async ({ db }) =>
      (await db.selectFrom('rounds').select('id').where('state', '=', 'planned').executeTakeFirstOrThrow())
        .id,
  )

test('of rounds that repeat one can be left out: the one after it is planned', async () => {
  await plan(app, { repeats: 'month' })
  expect(await titlesIn('planned')).toEqual(['Customer Champion of December'])
  await cancelRound(app, dave, await plannedId())
  expect(await titlesIn('planned')).toEqual(['Customer Champion of January'])
  expect(await titlesIn('cancelled')).toEqual(['Customer Champion of December'])
})

test('a judge who has left judges no next round, and it takes no more judges than there are', async () => {
  const leave = (id: string) =>
    app.write((tx) => tx.db.updateTable('people').set({ left_at: tx.now }).where('id', '=', id).execute())
  const judges = { decidedBy: 'judges', judgeIds: [carol.id, frank.id], quorum: '2' }
  const opens = { on: '2026-11-03', at: '09:00' }
  const id = await plan(app, { ...judges, repeats: 'month', plan: { ...november.plan, opens } })
  await leave(frank.id)
  await goTo(app, '2026-11-03T09:00:00.000Z')
  const next = await plannedId()
  expect(next).not.toBe(id)
  expect(await app.read((reader) => findRound(reader, next))).toMatchObject({
    judgeIds: [carol.id],
    quorum: 1,
  })
})

test('a round that is to be the last goes on, whether it has begun or not', async () => {
  const roundId = await plan(app, { repeats: 'month' })
  await stopRepeating(app, dave, await plannedId())
  expect(await titlesIn('planned')).toEqual(['Customer Champion of December'])
  await stopRepeating(app, dave, roundId)
  expect(await titlesIn('planned')).toEqual([])
  await goTo(app, '2027-03-01T09:00:00.000Z')
  expect(await titlesIn('nominating')).toEqual([])
})

test('a round that has begun can begin to repeat, otherwise, no more, and again', async () => {
  const roundId = await plan(app)
  const repeats = async (value: string | undefined) => {
    const round = await app.read((reader) => findRound(reader, roundId))
    if (!round) throw new Error('no round')
    await changeRound(app, dave, roundId, { ...inputOf(round, 'Europe/London'), repeats: value })
    return titlesIn('planned')
  }
  expect(await repeats('month')).toEqual(['Customer Champion of December'])
  expect(await repeats('quarter')).toEqual(['Customer Champion of February'])
  expect(await repeats(undefined)).toEqual([])
  // Who changes their mind at once leaves no month out.
  expect(await repeats('month')).toEqual(['Customer Champion of December'])
  const again = { ...november, title: 'Our champion of December', restRounds: '2' }
  await changeRound(app, dave, await plannedId(), { ...again, repeats: 'month', plan: december })
  expect(await repeats(undefined)).toEqual([])
  expect(await repeats('month')).toEqual(['Customer Champion of December'])
  await goTo(app, '2026-12-02T09:00:00.000Z')
  expect(await titlesIn('nominating')).toEqual(['Customer Champion of December'])
})

test('only hosts get the form', async () => {
  await expect(showRoundForm(app, alice)).rejects.toThrow('round.hosts-only')
})
