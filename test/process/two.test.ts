import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import type { Process } from './process.ts'
import { eventually, ROOM, ready, sayings, settled, tell } from './world.ts'

const FRIDAY = '2026-11-27T15:59:58.000Z'

test('two processes on one database, with a connection each, say everything once and run each job once', async () => {
  const world = await ready()
  const { slack, alice, bob, carol, running } = world
  const other = await world.start()
  await slack.until(() => slack.connections() === 2)
  const people = [alice, carol, world.dave]
  await Promise.all(
    people.map(async (teller, index) => {
      for (let number = 0; number < 8; number += 1)
        await tell(teller, `Story ${index}${number} of Bob, who helped.`)
    }),
  )
  await settled(world, 30_000)
  const words = people.flatMap((_, index) =>
    Array.from({ length: 8 }, (__, number) => `Story ${index}${number} `),
  )
  expect(words.filter((story) => sayings(slack.messages(ROOM), story) !== 1)).toEqual([])
  expect(words.filter((story) => sayings(bob.dmMessages(), story) !== 1)).toEqual([])
  expect(people.map(({ id }) => slack.person(id).dmMessages().length)).toEqual([8, 8, 9]) // dave has the setup's summary

  // Both reach the digest's hour, and look at the clock again and again.
  await Promise.all([running, other].map((one) => one.clock(FRIDAY)))
  await pause(2_100)
  const later = '2026-11-27T16:00:10.000Z'
  await Promise.all([running, other, running, other].map((one) => one.clock(later)))
  await settled(world)
  expect(slack.messages(ROOM)).toHaveLength(words.length + 1)
  const digests = "select count(*) as n from job_runs where job = 'digest'"
  expect(world.read(digests)).toEqual([{ n: 1 }])
}, 60_000)

test('what one process took and died with, the other says, once', async () => {
  const world = await ready()
  const { slack, alice, running } = world
  slack.faults.next('chat.postMessage', { kind: 'hang_after' })
  await tell(alice, 'Bob lent his own bicycle to a customer.')
  await slack.until(() => slack.messages(ROOM).length === 1)
  const other = await world.start()
  await running.kill()
  await settled(world)
  expect(slack.messages(ROOM)).toHaveLength(1)
  expect(alice.dmMessages()).toHaveLength(1)
  expect((await other.term()).code).toBe(0)
}, 30_000)

/** Frozen in the middle of writing it would keep the database locked, and nobody could do anything about that. */
async function freezeIdle(running: Process, database: string): Promise<void> {
  const db = new SqliteDatabase(database, { timeout: 0 })
  for (let isIdle = false; !isIdle; ) {
    running.freeze()
    await pause(20) // a signal takes a moment
    try {
      db.exec('begin immediate; rollback')
      isIdle = true
    } catch {
      running.thaw()
      await pause(5)
    }
  }
  db.close()
}

test('a process that was frozen past its lease does not say again what the other said', async () => {
  const world = await ready()
  const { slack, alice, running } = world
  slack.faults.next('chat.postMessage', { kind: 'delay_after', ms: 800 })
  await tell(alice, 'Bob lent his own bicycle to a customer.')
  await slack.until(() => slack.messages(ROOM).length === 1)
  await freezeIdle(running, world.database)
  await world.start()
  await eventually(
    () =>
      world.read("select * from deliveries where kind = 'story.card' and post_id is null and state = 'sent'")
        .length === 1,
    'the other to find it',
  )
  running.thaw()
  await settled(world)
  await running.term()
  expect(slack.messages(ROOM)).toHaveLength(1)
  expect(alice.dmMessages()).toHaveLength(1)
}, 30_000)
