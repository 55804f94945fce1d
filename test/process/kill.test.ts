import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import type { Person } from '../../playground/server/index.ts'
import { chance } from './random.ts'
import { eventually, ROOM, ready, sayings, settled, share, type Told, tell, type World } from './world.ts'

const TELLERS = 8

/** Eight tellers share their stories as fast as they can, whatever happens to the process. */
async function tellAll(
  { slack }: World,
  stories: number,
  told: Map<string, Told>,
  dice: ReturnType<typeof chance>,
) {
  const numbers = Array.from({ length: stories }, (_, index) => index)
  const tellers = Array.from({ length: TELLERS }, (_, index) => {
    const id = `UTELLER${index}`
    return slack.addPerson({ id, name: `teller${index}`, realName: `Teller ${index}`, tz: 'Europe/London' })
  })
  for (const { id } of tellers) await slack.invite(ROOM, id)
  const work = async (teller: Person) => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
      const words = `Story ${number} of many, about a colleague who stayed.`
      let outcome: Told = 'not sent'
      while (outcome === 'not sent') {
        await pause(20)
        outcome = await tell(teller, words, { patience: 1_500 })
      }
      // Slack says that it had trouble: half of them press Share once more, in the same form.
      const insists = dice.coin()
      while (insists && outcome === 'unacknowledged') {
        await pause(100)
        outcome = await share(teller)
      }
      told.set(words, outcome)
    }
  }
  await Promise.all(tellers.map(work))
}

test.each([
  ['socket', 140, 7],
  ['http', 60, 3],
] as const)(
  'every acknowledged story is said once, though the process is killed again and again (%s)',
  async (mode, stories, killed) => {
    const dice = chance()
    const world = await ready({ mode, ackTimeoutMs: 2_000 })
    const { slack, bob } = world
    let { running } = world
    const told = new Map<string, Told>()
    const telling = tellAll(world, stories, told, dice)
    for (let kills = 0; kills < killed; kills += 1) {
      await running.ready
      const until = told.size + dice.between(5, stories / killed)
      await eventually(() => told.size >= Math.min(until, stories), 'more stories', 30_000)
      await pause(dice.between(0, 150))
      await running.kill()
      running = await world.start({ wait: false })
    }
    await telling
    await running.ready
    await settled(world, 60_000)

    const posts = slack.messages(ROOM)
    const acknowledged = [...told].filter(([, outcome]) => outcome === 'acknowledged')
    expect(acknowledged.length).toBeGreaterThan(stories / 2)
    const counts = [...told].map(([words, outcome]) => ({ words, outcome, cards: sayings(posts, words) }))
    expect(
      counts.filter(({ outcome, cards }) => (outcome === 'acknowledged' ? cards !== 1 : cards > 1)),
    ).toEqual([])

    // Whatever was said was also said once to the champion and once to its teller.
    const said = counts.filter(({ cards }) => cards === 1).map(({ words }) => words)
    expect(world.read('select id from stories')).toHaveLength(said.length)
    expect(said.filter((words) => sayings(bob.dmMessages(), words) !== 1)).toEqual([])
    const receipts = Array.from(
      { length: TELLERS },
      (_, index) => slack.person(`UTELLER${index}`).dmMessages().length,
    )
    expect(receipts.reduce((sum, count) => sum + count, 0)).toBe(said.length)
    expect(new Set(posts.map(({ metadata }) => metadata?.event_payload.delivery_id)).size).toBe(posts.length)
  },
  120_000,
)
