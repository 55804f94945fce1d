import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { showAnnouncement, showWords } from '../../src/usecases/announcing-rounds.ts'
import { vote } from '../../src/usecases/ballots.ts'
import { decideRound } from '../../src/usecases/round-decisions.ts'
import { verifyCounts } from '../../src/usecases/round-verifying.ts'
import { CLOSE, goTo, MONDAY, nominated, plan, REASON, stateOf, VOTES_CLOSE, VOTES_OPEN } from './rounds.ts'
import { alice, bob, carol, dave, erin, frank, openSetUp, type TestPlaudit, waiting } from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp(MONDAY)
})
afterEach(() => app.close())

test('a round goes from the first nomination to its champion by itself', async () => {
  const roundId = await plan(app)
  expect(await stateOf(app, roundId)).toBe('nominating')
  await nominated(app, roundId, bob.id, alice, { quotable: true })
  await nominated(app, roundId, alice.id, carol)
  await goTo(app, '2026-11-11T17:00:00.000Z')
  await goTo(app, CLOSE)
  expect(await stateOf(app, roundId)).toBe('closed')
  await goTo(app, VOTES_OPEN)
  await vote(app, carol, roundId, bob.id)
  await vote(app, alice, roundId, bob.id)
  await vote(app, bob, roundId, alice.id)
  await goTo(app, VOTES_CLOSE)
  expect(await stateOf(app, roundId)).toBe('decided')
  const announced = await app.read((reader) => showAnnouncement(reader, roundId))
  expect(announced?.winners.map(({ person }) => person.name)).toEqual(['bob'])
  expect(announced?.winners[0]?.reasons.map(({ words }) => words)).toEqual([REASON])
  expect(announced?.others.map(({ name }) => name)).toEqual(['alice'])
  expect((await app.read((reader) => showWords(reader, roundId, alice.id)))?.won).toBe(false)
  expect(await app.read((reader) => verifyCounts(reader))).toMatchObject([{ ballots: 3, problems: [] }])
  expect((await waiting(app)).filter((row) => row.startsWith('round.'))).toEqual([
    'round.announced → C1',
    'round.nominee → ALICE',
    'round.nominee → BOB',
    'round.opened → C1',
    'round.reminder → C1',
    'round.vote → C1',
    'round.words → ALICE',
    'round.words → BOB',
  ])
})

test('a tie is for the hosts to decide, and is shared after three working days', async () => {
  const roundId = await plan(app)
  await nominated(app, roundId, bob.id, alice)
  await nominated(app, roundId, alice.id, carol)
  await goTo(app, CLOSE)
  await goTo(app, VOTES_OPEN)
  await vote(app, frank, roundId, alice.id)
  await vote(app, erin, roundId, bob.id)
  await goTo(app, VOTES_CLOSE)
  expect(await stateOf(app, roundId)).toBe('tied')
  await expect(decideRound(app, dave, roundId, [carol.id])).rejects.toThrow('round.not-a-nominee')
  await goTo(app, '2026-11-25T17:00:00.000Z')
  const announced = await app.read((reader) => showAnnouncement(reader, roundId))
  expect(announced?.winners.map(({ person }) => person.name).sort()).toEqual(['alice', 'bob'])
})
