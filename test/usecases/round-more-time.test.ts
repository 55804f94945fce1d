/** Rounds that get more time: too few voted, or the close was moved. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { inputOf } from '../../src/domain/round-draft.ts'
import { findRound } from '../../src/store/rounds.ts'
import { judge } from '../../src/usecases/judging.ts'
import { answerShort } from '../../src/usecases/round-decisions.ts'
import { changeRound } from '../../src/usecases/rounds.ts'
import { CLOSE, goTo, MONDAY, nominated, plan, stateOf, VOTES_CLOSE, VOTES_OPEN } from './rounds.ts'
import { bob, carol, dave, frank, openSetUp, sayAll, type TestPlaudit, waiting } from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp(MONDAY)
})
afterEach(() => app.close())

const DAY_BEFORE = '2026-11-19T17:00:00.000Z'
const said = async (kind: string) => (await waiting(app)).filter((row) => row.startsWith(`${kind} →`))
const judged = () => plan(app, { decidedBy: 'judges', judgeIds: [carol.id, frank.id], quorum: '2' })

describe('too few voted, and hosts give it more time', () => {
  test('judges who have not finished hear of it, once; who has does not', async () => {
    const roundId = await judged()
    await nominated(app, roundId)
    await goTo(app, CLOSE)
    await goTo(app, VOTES_OPEN)
    await judge(app, carol, roundId, { nomineeId: bob.id, scores: [5, 5] })
    await goTo(app, DAY_BEFORE)
    await goTo(app, VOTES_CLOSE)
    expect(await said('round.judge-reminder')).toEqual(['round.judge-reminder → FRANK'])
    await answerShort(app, dave, roundId, 'more-time')
    const twice = ['round.judge-reminder → FRANK', 'round.judge-reminder → FRANK']
    expect(await said('round.judge-reminder')).toEqual(twice)
    await goTo(app, '2026-11-24T17:00:00.000Z')
    expect(await said('round.judge-reminder')).toEqual(twice)
  })

  test('the close is never moved back, also where the clock was', async () => {
    const roundId = await judged()
    await nominated(app, roundId)
    await goTo(app, CLOSE)
    await goTo(app, VOTES_OPEN)
    await goTo(app, VOTES_CLOSE)
    await goTo(app, MONDAY)
    await answerShort(app, dave, roundId, 'more-time')
    const round = await app.read((reader) => findRound(reader, roundId))
    expect(round?.votesCloseAt).toBe('2026-11-25T17:00:00.000Z')
  })

  test('after Plaudit was down over the whole vote there is a post to vote in', async () => {
    const roundId = await plan(app)
    await nominated(app, roundId)
    await goTo(app, '2026-11-23T09:00:00.000Z')
    expect(await stateOf(app, roundId)).toBe('short')
    // What was to be said while votes were open was dropped: they were not any more.
    await app.write((tx) =>
      tx.db.updateTable('deliveries').set({ state: 'dropped' }).where('kind', '=', 'round.vote').execute(),
    )
    await answerShort(app, dave, roundId, 'more-time')
    expect(await said('round.vote')).toEqual(['round.vote → C1'])
  })
})

test('when a host moves the close, judges are reminded before the new one, too', async () => {
  const roundId = await judged()
  await nominated(app, roundId)
  await goTo(app, CLOSE)
  await goTo(app, VOTES_OPEN)
  await goTo(app, DAY_BEFORE)
  const round = await app.read((reader) => findRound(reader, roundId))
  if (!round) throw new Error('no round')
  const input = inputOf(round, 'Europe/London')
  const votesClose = { on: '2026-11-27', at: '17:00' }
  await changeRound(app, dave, roundId, { ...input, plan: { ...input.plan, votesClose } })
  expect(await said('round.judge-reminder')).toHaveLength(2)
  await goTo(app, '2026-11-26T17:00:00.000Z')
  expect(await said('round.judge-reminder')).toHaveLength(4)
})

test('the reminder of a judge who scores says what is left, and that of nobody else is shown anew', async () => {
  const roundId = await judged()
  await nominated(app, roundId)
  await goTo(app, CLOSE)
  await goTo(app, VOTES_OPEN)
  await goTo(app, DAY_BEFORE)
  await sayAll(app)
  await judge(app, carol, roundId, { nomineeId: bob.id, scores: [5, 5] })
  expect(await waiting(app)).toEqual(['round.judge-reminder ↻ CAROL'])
})

test('a judge can be replaced, and not only taken out where it takes as many', async () => {
  const roundId = await judged()
  await nominated(app, roundId)
  await goTo(app, CLOSE)
  await goTo(app, VOTES_OPEN)
  const round = await app.read((reader) => findRound(reader, roundId))
  if (!round) throw new Error('no round')
  const input = { ...inputOf(round, 'Europe/London'), judgeIds: [carol.id] }
  await expect(changeRound(app, dave, roundId, input)).rejects.toMatchObject({
    problems: [{ key: 'round.judges-below-quorum', field: 'judgeIds', details: { quorum: 2 } }],
  })
})
