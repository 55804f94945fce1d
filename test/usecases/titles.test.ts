import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { upsertChannel } from '../../src/store/channels.ts'
import { vote } from '../../src/usecases/ballots.ts'
import { showDigestSoFar } from '../../src/usecases/digest-showing.ts'
import { showHome } from '../../src/usecases/home.ts'
import { CLOSE, goTo, MONDAY, nominated, plan, VOTES_CLOSE, VOTES_OPEN } from './rounds.ts'
import { alice, bob, carol, channel, frank, openSetUp, share, type TestPlaudit } from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp(MONDAY)
  await app.write((tx) => upsertChannel(tx, channel('C2', { isPrivate: true })))
  await share(app)
})
afterEach(() => app.close())

/** bob wins the first, carol the second. */
async function twoRounds(first: object, second: object): Promise<void> {
  const rounds = [
    { roundId: await plan(app, { title: 'Champion of the public', ...first }), winner: bob },
    { roundId: await plan(app, { title: 'Champion of the few', ...second }), winner: carol },
  ]
  for (const { roundId, winner } of rounds) await nominated(app, roundId, winner.id, alice)
  await goTo(app, CLOSE)
  await goTo(app, VOTES_OPEN)
  for (const { roundId, winner } of rounds) await vote(app, frank, roundId, winner.id)
  await goTo(app, VOTES_CLOSE)
  app.clock.setCivil('2026-11-20T17:01:00.000Z')
}

test('a title is told in the digest, and stands on the Home page of whose it is', async () => {
  await twoRounds({}, {})
  const digest = await showDigestSoFar(app, alice)
  expect(digest?.titles.map(({ title, winners }) => [title, winners.map(({ name }) => name)])).toEqual([
    ['Champion of the public', ['bob']],
    ['Champion of the few', ['carol']],
  ])
  expect((await showHome(app, bob)).titles).toMatchObject([
    { title: 'Champion of the public', wonOn: '2026-11-20' },
  ])
  expect((await showHome(app, alice)).titles).toEqual([])
})

test('a title of a round in a private channel is told there and to whose it is, not in the digest', async () => {
  await twoRounds({}, { channel: 'C2' })
  expect((await showDigestSoFar(app, alice))?.titles.map(({ title }) => title)).toEqual([
    'Champion of the public',
  ])
  expect((await showHome(app, carol)).titles).toMatchObject([{ title: 'Champion of the few' }])
})
