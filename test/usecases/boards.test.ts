import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { tick } from '../../src/jobs/tick.ts'
import { updateCounts } from '../../src/store/boards.ts'
import { leaveBoards, postMonthBoard, returnToBoards, showBoard } from '../../src/usecases/boards.ts'
import { meetPeople } from '../../src/usecases/hearing.ts'
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
  newsOf,
  openSetUp,
  outbox,
  refusal,
  sayAll,
  share,
  type TestPlaudit,
  waiting,
} from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp()
  await sayAll(app)
})
afterEach(() => app.close())

const champions = { view: 'champions', period: 'month' } as const
const names = async (view: 'champions' | 'storytellers' | 'cheerers' = 'champions') =>
  (await showBoard(app, alice, { view, period: 'month' })).board.rows.map(
    ({ rank, name, count }) => `${rank} ${name} ${count}`,
  )

describe('a board', () => {
  test('ranks alike who did alike, and shows nobody who has nothing to show', async () => {
    for (const championIds of [[bob.id, carol.id], [bob.id, carol.id], [frank.id]])
      await share(app, alice, { championIds })
    await share(app, erin, { championIds: [frank.id] })
    expect(await names()).toEqual(['1 bob 2', '1 carol 2', '1 frank 2'])
    expect(await names('storytellers')).toEqual(['1 alice 3', '2 erin 1'])
    expect(await names('cheerers')).toEqual([])
  })

  test('says one’s own numbers, and not those of others below the list', async () => {
    await share(app)
    expect(await showBoard(app, bob, champions)).toMatchObject({
      own: { count: 1, cheers: 0 },
      hidden: false,
    })
    expect((await showBoard(app, carol, champions)).own).toBeUndefined()
  })

  test('lists nobody who left the boards or the company, and everybody who comes back', async () => {
    await share(app, alice, { championIds: [bob.id, carol.id] })
    await leaveBoards(app, bob)
    await leaveBoards(app, bob)
    expect(await names()).toEqual(['1 carol 1'])
    expect(await showBoard(app, bob, champions)).toMatchObject({ own: { count: 1 }, hidden: true })
    const left = newsOf(carol.id, { hasLeft: true, changedAt: '2026-02-01T00:00:00.000Z' })
    await app.write((tx) => meetPeople(tx, [left]))
    expect(await names()).toEqual([])
    await returnToBoards(app, bob)
    expect(await names()).toEqual(['1 bob 1'])
  })

  test('of a period goes by the zone’s calendar', async () => {
    app.clock.setCivil('2026-11-30T23:59:00.000Z')
    await share(app)
    app.clock.setCivil('2026-12-01T00:01:00.000Z')
    expect(await names()).toEqual([])
    await share(app)
    expect(await names()).toEqual(['1 bob 1'])
    expect((await showBoard(app, alice, { view: 'champions', period: 'quarter' })).board.rows).toMatchObject([
      { count: 2 },
    ])
  })

  test('is not there when boards are off, and counts on meanwhile', async () => {
    const set = (boards: boolean) =>
      saveSetup(
        app,
        dave,
        { settings: { celebrationChannel: CELEBRATIONS, boards }, hostIds: [dave.id] },
        facts,
      )
    await set(false)
    await share(app)
    expect(await refusal(showBoard(app, alice, champions))).toEqual(['board.off'])
    await set(true)
    expect(await names()).toEqual(['1 bob 1'])
  })

  test('is for guests inside the celebration channel only', async () => {
    await showBoard(app, erin, champions)
    expect(await refusal(showBoard(app, { id: erin.id }, champions))).toEqual(['guest.members-only'])
  })

  test('of thousands who did alike lists the first of the alphabet, and counts all the others', async () => {
    const many = Array.from({ length: 3_000 }, (_, n) => `P${String(n).padStart(4, '0')}`)
    // The names run against the ids.
    await app.write((tx) =>
      meetPeople(
        tx,
        many.map((id, n) => newsOf(id, { name: `name ${9_999 - n}` })),
      ),
    )
    const change = { view: 'cheerers', on: '2026-11-16', cheers: 0 } as const
    await app.write((tx) =>
      updateCounts(tx, [
        ...many.map((personId) => ({ ...change, personId, count: 1 })),
        { ...change, personId: bob.id, count: 7 },
      ]),
    )
    const { board } = await showBoard(app, alice, { view: 'cheerers', period: 'month' })
    expect(board.rows.slice(0, 3).map(({ name }) => name)).toEqual(['bob', 'name 7000', 'name 7001'])
    expect(board.rows.length + board.more).toBe(3_001)
  })
})

describe('last month’s board', () => {
  const post = () => app.write((tx) => postMonthBoard(tx, '2026-12-01T09:00:00.000Z'))

  test('is said once, when there is something to show', async () => {
    await post()
    expect(await waiting(app)).toEqual([])
    await share(app)
    await sayAll(app)
    await post()
    await post()
    expect(await waiting(app)).toEqual([`board.month → ${CELEBRATIONS}`])
  })

  test('and every digest follow, however old, when somebody leaves the boards or they are switched off', async () => {
    const weeks = 30
    for (let week = 0; week < weeks; week += 1) {
      await share(app)
      app.clock.pass({ days: 4, hours: 8 }) // from Monday morning to Friday evening
      await tick(app, () => {})
      await app.write((tx) => postMonthBoard(tx, tx.now))
      await sayAll(app)
      app.clock.pass({ days: 2, hours: 16, minutes: -2 })
    }
    const posted = await app.read(({ db }) =>
      db.selectFrom('posts').select(['id', 'kind']).where('kind', 'in', ['digest', 'board.month']).execute(),
    )
    expect(posted.filter(({ kind }) => kind === 'digest').length).toBeGreaterThan(weeks - 3)
    expect(posted.filter(({ kind }) => kind === 'board.month').length).toBeGreaterThan(5)
    await leaveBoards(app, bob)
    const follow = async () =>
      (await outbox(app)).filter(({ state, post }) => state === 'waiting' && post).map(({ post }) => post)
    expect((await follow()).sort()).toEqual(posted.map(({ id }) => id).sort())
    app.clock.pass({ hours: 1 })
    await sayAll(app)
    expect(await follow()).toEqual([])
    const settings = { celebrationChannel: CELEBRATIONS, boards: false }
    await saveSetup(app, dave, { settings, hostIds: [dave.id] }, facts)
    expect((await follow()).sort()).toEqual(posted.map(({ id }) => id).sort())
  })

  test('is not said when boards are off', async () => {
    await share(app)
    await saveSetup(
      app,
      dave,
      { settings: { celebrationChannel: CELEBRATIONS, boards: false }, hostIds: [dave.id] },
      facts,
    )
    await sayAll(app)
    await post()
    expect(await waiting(app)).toEqual([])
  })
})
