import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { cheer } from '../../src/usecases/cheers.ts'
import { drainInbox, meetPeople } from '../../src/usecases/hearing.ts'
import { rebuildBoards } from '../../src/usecases/recount.ts'
import { carol, dave, eventTime, newsOf, openSetUp, share, type TestPlaudit } from './support.ts'

const STORIES = 130

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp()
  for (let n = 0; n < STORIES; n += 1) {
    const id = await share(app)
    await cheer(app, carol, id, eventTime(n))
    if (n < 10) await cheer(app, dave, id, eventTime(n))
  }
})
afterEach(() => app.close())

const cheers = () =>
  app.read(async ({ db }) => {
    const { n } = await db
      .selectFrom('stories')
      .select((eb) => eb.fn.sum<number>('cheer_count').as('n'))
      .executeTakeFirstOrThrow()
    return n
  })
const meets = (id: string, hasLeft: boolean, month: number) =>
  app.write((tx) => meetPeople(tx, [newsOf(id, { hasLeft, changedAt: `2026-0${month}-01T00:00:00.000Z` })]))
const drainAll = async () => {
  while ((await drainInbox(app)) > 0);
}

test('many cheers of who leaves are settled in parts, each a transaction of its own, and all of them in the end', async () => {
  await meets(carol.id, true, 2)
  expect(await cheers()).toBe(STORIES + 10 - 25)
  await drainAll()
  expect(await cheers()).toBe(10)
  expect(await rebuildBoards(app)).toBe(0)
})

test('two who leave at once are both settled', async () => {
  await app.write((tx) =>
    meetPeople(
      tx,
      [carol.id, dave.id].map((id) => newsOf(id, { hasLeft: true, changedAt: '2026-02-01T00:00:00.000Z' })),
    ),
  )
  await drainAll()
  expect(await cheers()).toBe(0)
  expect(await rebuildBoards(app)).toBe(0)
})

test('who comes back before all are settled has them all again', async () => {
  await meets(carol.id, true, 2)
  await meets(carol.id, false, 3)
  await drainAll()
  expect(await cheers()).toBe(STORIES + 10)
  expect(await rebuildBoards(app)).toBe(0)
})
