import { expect, test } from '@jest/globals'
import { withoutPages } from '../../chaos/disk.ts'
import { createWorld, MODES, ROOM, sayings, settled, setUp } from '../process/world.ts'

// A story fills what is left of SQLite's pages sooner or later: then it takes new ones, and there are none.
const LONG = 'They went there, and back again. '.repeat(80)
const MOST = 40

test.each(MODES)(
  'without room nothing is kept, the teller is told so, and it goes on when there is room (%s)',
  async (mode) => {
    const world = await createWorld({ mode })
    const disk = withoutPages(world.folder)
    world.forgive(/disk is full/, /database or disk is full/)
    const running = await world.start({ env: { ...disk.env } })
    await setUp(world)
    const { slack, alice } = world
    const shares = async (n: number) => {
      await alice.command('/wow', `@bob helped, for the ${n}th time`, { channel: ROOM })
      await alice.nextModal()
      return (await alice.submit({ words: `Bob helped, number ${n}. ${LONG}` })).outcome
    }

    disk.fill()
    let told = 0
    while (told < MOST && (await shares(told)) === 'closed') told += 1
    expect(told).toBeLessThan(MOST)
    expect(JSON.stringify(alice.modal()?.blocks)).toMatch(/no room left/)
    expect((await running.get('/healthz')).status).toBe(200)
    disk.free()
    await settled(world)
    expect(sayings(slack.messages(ROOM), 'Bob helped, number')).toBe(told)

    await alice.close()
    expect((await alice.submit({})).outcome).toBe('closed')
    await settled(world)
    expect(sayings(slack.messages(ROOM), `number ${told}.`)).toBe(1)
    expect((await running.term()).code).toBe(0)
  },
  60_000,
)

test('a start without room ends with a sentence, and the next one with room is as any other', async () => {
  const world = await createWorld()
  const disk = withoutPages(world.folder)
  disk.fill()
  const running = await world.start({ env: { ...disk.env }, wait: false })
  expect((await running.ended).code).toBe(1)
  expect(running.said.join(' ')).toMatch(/There is no room left for .*plaudit\.db/)
  disk.free()
  await world.start({ env: { ...disk.env } })
})
