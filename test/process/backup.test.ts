import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { typesAfresh } from '../cli/support.ts'
import { ROOM, ready, settled, tell } from './world.ts'

const PEOPLE = 40
const STORIES = 3

test('a backup made in the middle of a storm restores to balanced books', async () => {
  const world = await ready()
  const { slack, alice, carol, folder, running, database } = world
  const people = Array.from({ length: PEOPLE }, (_, n) =>
    slack.addPerson({ id: `U${n}`, name: `person${n}`, realName: `Person ${n}` }),
  )
  for (const { id } of people) slack.channel(ROOM).members.add(id)
  for (let n = 0; n < STORIES; n += 1) await tell(alice, `Story ${n}, of help at the right moment.`)
  await settled(world)

  let isOver = false
  let reactions = 0
  const storm = people.map(async (person) => {
    for (let n = 0; !isOver; n += 1) {
      const card = slack.messages(ROOM)[n % STORIES]
      if (!card) throw new Error('no card')
      await (n % (2 * STORIES) < STORIES ? person.react(card, 'tada') : person.unreact(card, 'tada'))
      reactions += 1
    }
  })
  const stories = (async () => {
    for (let n = STORIES; !isOver; n += 1) await tell(carol, `Story ${n}, told while it storms.`)
  })()
  const env = { ...slack.env(), DATABASE_PATH: database, PORT: '0' }
  const file = join(folder, 'backup.db')
  const before = reactions
  expect((await typesAfresh(`backup ${file}`, env)).code).toBe(0)
  expect(reactions).toBeGreaterThan(before)
  isOver = true
  await Promise.all([...storm, stories])
  await settled(world)
  await running.term()

  const restored = { ...env, DATABASE_PATH: join(folder, 'restored.db') }
  const { code, out } = await typesAfresh(`restore ${file}`, restored)
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/\d+ stories/) })
  // What is due every hour was due once since: it is made good by a start, and none is made here.
  const examined = await typesAfresh('doctor --deep', restored)
  expect(examined.out).toContain('✓ Its structure is sound and every reference holds.')
  expect(examined.out).toContain('✓ The leaderboards agree with the stories and cheers.')
  expect(examined.out).toMatch(/✓ What was restored is what was backed up/)
  expect(examined.out.replace(/✗ \S+ was due at .* and has not run/g, '')).not.toContain('✗')
}, 60_000)
