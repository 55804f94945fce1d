import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Heard } from '../../src/domain/heard.ts'
import { findChannel } from '../../src/store/channels.ts'
import { insertEvents } from '../../src/store/inbox.ts'
import { createDrain } from '../../src/usecases/drain.ts'
import { drainInbox } from '../../src/usecases/hearing.ts'
import { CELEBRATIONS, carol, dave, eventTime, openSetUp, outbox, type TestPlaudit } from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp()
})
afterEach(() => app.close())

let events = 0
const hears = (...heard: Heard[]) =>
  app.write((tx) =>
    insertEvents(
      tx,
      heard.map((one) => ({ eventId: `Ev${events++}`, heard: one })),
    ),
  )
const news = (is: boolean, at: number): Heard => ({
  ...{ what: 'channel', channel: CELEBRATIONS, fact: 'isArchived', is },
  at: eventTime(at),
})
const isArchived = async () => (await app.read((reader) => findChannel(reader, CELEBRATIONS)))?.isArchived

describe('news of a channel', () => {
  test('that was overtaken by newer news changes nothing', async () => {
    await hears(news(false, 2))
    await drainInbox(app)
    await hears(news(true, 1))
    await drainInbox(app)
    expect(await isArchived()).toBe(false)
    expect((await outbox(app)).filter(({ kind }) => kind === 'trouble')).toEqual([])
  })

  test('that is new is told to the hosts', async () => {
    await hears(news(true, 1))
    await drainInbox(app)
    expect(await isArchived()).toBe(true)
    expect((await outbox(app)).filter(({ kind }) => kind === 'trouble')).toMatchObject([{ lane: dave.id }])
  })
})

describe('an event that cannot be acted on', () => {
  test('is kept and set aside, and what came before and after it is acted on', async () => {
    const broken = { what: 'group', groupId: 'S1', memberIds: [null] } as unknown as Heard
    await hears(news(true, 1), broken, { what: 'talk', personId: carol.id })
    const faults: unknown[] = []
    const drain = createDrain(app, (error) => faults.push(error))
    drain.start()
    while ((await outbox(app)).every(({ kind }) => kind !== 'help')) await pause(5)
    await drain.stop()
    expect(await isArchived()).toBe(true)
    expect(faults).toHaveLength(1)
    const left = await app.read(({ db }) => db.selectFrom('inbox').select(['body', 'failed_at']).execute())
    expect(left).toMatchObject([{ body: JSON.stringify(broken), failed_at: expect.any(String) }])
  })
})
