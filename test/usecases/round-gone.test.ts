/** Rounds whose nominees step aside or leave while it is decided. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { countTurnout } from '../../src/store/ballots.ts'
import { showAnnouncement } from '../../src/usecases/announcing-rounds.ts'
import { vote } from '../../src/usecases/ballots.ts'
import { stepAside } from '../../src/usecases/nominations.ts'
import { answerShort, decideRound, showDeciding } from '../../src/usecases/round-decisions.ts'
import { showRounds } from '../../src/usecases/round-showing.ts'
import { verifyCounts } from '../../src/usecases/round-verifying.ts'
import { CLOSE, goTo, MONDAY, nominated, plan, stateOf, VOTES_CLOSE, VOTES_OPEN } from './rounds.ts'
import { alice, bob, carol, dave, erin, frank, openSetUp, type TestPlaudit } from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp(MONDAY)
})
afterEach(() => app.close())

/** bob and alice are tied, carol has no vote. */
async function tied(): Promise<string> {
  const roundId = await plan(app)
  await nominated(app, roundId, bob.id, alice)
  await nominated(app, roundId, alice.id, carol)
  await nominated(app, roundId, carol.id, alice)
  await goTo(app, CLOSE)
  await goTo(app, VOTES_OPEN)
  await vote(app, frank, roundId, alice.id)
  await vote(app, { ...erin, inCelebrationChannel: true }, roundId, bob.id)
  await goTo(app, VOTES_CLOSE)
  expect(await stateOf(app, roundId)).toBe('tied')
  return roundId
}

describe('who steps aside from a tie', () => {
  test('leaves the turn-out as it was counted', async () => {
    const roundId = await tied()
    await stepAside(app, alice, roundId)
    expect(await app.read((reader) => countTurnout(reader, roundId))).toBe(2)
    expect(await app.read((reader) => verifyCounts(reader))).toMatchObject([{ ballots: 2, problems: [] }])
  })

  test('cannot be chosen by hosts any more, and the other one can', async () => {
    const roundId = await tied()
    await stepAside(app, alice, roundId)
    const { nominees } = await showDeciding(app, dave, roundId)
    expect(nominees.map(({ person }) => person.id)).toEqual([bob.id])
    await expect(decideRound(app, dave, roundId, [alice.id])).rejects.toThrow('round.not-a-nominee')
    await decideRound(app, dave, roundId, [bob.id])
    expect(await stateOf(app, roundId)).toBe('decided')
  })

  test('leaves the title to the other one alone, of whom nobody says that they share it', async () => {
    const roundId = await tied()
    await stepAside(app, alice, roundId)
    await goTo(app, '2026-11-25T17:00:00.000Z')
    const announced = await app.read((reader) => showAnnouncement(reader, roundId))
    expect(announced?.winners.map(({ person }) => person.id)).toEqual([bob.id])
    expect(announced?.tie).toBeUndefined()
  })

  test('as the last of those who are tied, ends the round at once', async () => {
    const roundId = await tied()
    await stepAside(app, alice, roundId)
    await stepAside(app, bob, roundId)
    expect(await stateOf(app, roundId)).toBe('unwon')
  })
})

describe('who voted for somebody who has left since', () => {
  const leaves = (id: string) =>
    app.write((tx) => tx.db.updateTable('people').set({ left_at: tx.now }).where('id', '=', id).execute())

  test('has not voted: they read so, and hosts are asked when too few are left', async () => {
    const roundId = await plan(app, { quorum: '2' })
    await nominated(app, roundId, bob.id, alice)
    await nominated(app, roundId, carol.id, alice)
    await goTo(app, CLOSE)
    await goTo(app, VOTES_OPEN)
    await vote(app, alice, roundId, bob.id)
    await vote(app, frank, roundId, carol.id)
    await leaves(bob.id)
    expect((await showRounds(app, alice)).open).toMatchObject([{ hasVoted: false }])
    expect((await showRounds(app, frank)).open).toMatchObject([{ hasVoted: true }])
    await goTo(app, VOTES_CLOSE)
    expect(await stateOf(app, roundId)).toBe('short')
    expect(await app.read((reader) => countTurnout(reader, roundId))).toBe(1)
    await answerShort(app, dave, roundId, 'count')
    expect(await app.read((reader) => verifyCounts(reader))).toMatchObject([{ ballots: 1, problems: [] }])
  })

  test('ends a round in which nobody else was nominated', async () => {
    const roundId = await plan(app)
    await nominated(app, roundId)
    await goTo(app, CLOSE)
    await goTo(app, VOTES_OPEN)
    await vote(app, alice, roundId, bob.id)
    await leaves(bob.id)
    await goTo(app, VOTES_CLOSE)
    expect(await stateOf(app, roundId)).toBe('unwon')
  })
})

describe('a round whose last nominee steps aside', () => {
  test.each(['everybody', 'host'])(
    'while %s decides, ends at once: there is nobody to choose',
    async (decidedBy) => {
      const roundId = await plan(app, { decidedBy })
      await nominated(app, roundId)
      await goTo(app, CLOSE)
      await goTo(app, VOTES_OPEN)
      await stepAside(app, bob, roundId)
      expect(await stateOf(app, roundId)).toBe('unwon')
    },
  )
})
