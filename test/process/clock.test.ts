import { expect, test } from '@jest/globals'
import type { Process } from './process.ts'
import { ROOM, ready, settled, tell, type World } from './world.ts'

const HOUR = 3_600_000
const at = (when: string | number): string => new Date(when).toISOString()

/** How many digests the channel shows. */
function digests({ slack, read }: World): number {
  const ids = new Set(
    read<{ id: string }>("select id from deliveries where kind = 'digest'").map(({ id }) => id),
  )
  return slack.messages(ROOM).filter(({ metadata }) => ids.has(String(metadata?.event_payload.delivery_id)))
    .length
}

/** When each digest was due, as the ledger of the issues has it. */
const dueAt = ({ read }: World): string[] =>
  read<{ to_at: string }>('select to_at from digest_issues order by to_at').map(({ to_at }) => to_at)

const runs = ({ read }: World, job: string) =>
  read<{ due_at: string; outcome: string }>(
    'select due_at, outcome from job_runs where job = ? order by due_at',
    job,
  )

async function jump(running: Process, world: World, when: string | number): Promise<void> {
  await running.clock(at(when))
  await settled(world)
}

const weeks = [
  // the week before the change, the change on the Sunday between, the week after it: 16:00 on the wall
  ['Europe/London', 'in spring', ['2027-03-26T16:00Z', '2027-04-02T15:00Z']],
  ['Europe/London', 'in autumn', ['2027-10-29T15:00Z', '2027-11-05T16:00Z']],
  ['America/New_York', 'in spring', ['2027-03-12T21:00Z', '2027-03-19T20:00Z']],
  ['America/New_York', 'in autumn', ['2027-11-05T20:00Z', '2027-11-12T21:00Z']],
] as const

test.each(weeks)(
  'the clocks change in %s %s: one digest a week, at 16:00 on the wall',
  async (zone, _, fridays) => {
    const first = Date.parse(fridays[0])
    const world = await ready({ zone })
    const { running, alice } = world
    await jump(running, world, first - 48 * HOUR)
    await tell(alice, 'Bob fetched the parcel in the rain.')
    let time = first - 30 * HOUR
    for (const friday of fridays) {
      const due = Date.parse(friday)
      // Hour by hour around the hour itself, in larger steps for the rest of the week.
      for (; time < due - 3 * HOUR; time += 9 * HOUR) await jump(running, world, time)
      const before = digests(world)
      await jump(running, world, due - 60_000)
      expect(digests(world)).toBe(before)
      for (const moment of [due + 1_000, due + 1_000, due - HOUR, due + 2_000, due + HOUR]) {
        await jump(running, world, moment)
        expect(digests(world)).toBe(before + 1)
      }
      await tell(alice, 'Bob fetched another parcel in the rain.')
      time = due + 9 * HOUR
    }
    expect(digests(world)).toBe(2)
    expect(dueAt(world)).toEqual(fridays.map(at))
  },
  40_000,
)

test('down at 16:00 it posts the digest when it is back, once, whatever restarts follow', async () => {
  const world = await ready()
  const { running, alice, slack } = world
  const due = Date.parse('2027-01-15T16:00Z')
  await jump(running, world, due - 24 * HOUR)
  await tell(alice, 'Bob fetched the parcel in the rain.')
  await settled(world)
  await jump(running, world, due - 1_000)
  await running.kill()

  const late = await world.start()
  await late.clock(at(due + 4 * HOUR)) // and is killed within the minute, perhaps while it speaks
  await late.kill()
  for (let restarts = 0; restarts < 2; restarts += 1) {
    const next = await world.start()
    await jump(next, world, due + 4 * HOUR + 20_000)
    await next.kill()
  }
  expect(digests(world)).toBe(1)
  expect(dueAt(world)).toEqual([at(due)])
  expect(JSON.stringify(slack.messages(ROOM).at(-1)?.blocks)).not.toMatch(/late|sorry|delay/i)
}, 40_000)

test('down for thirty hours, what the digest would have told joins the next one', async () => {
  const world = await ready()
  const { running, alice, slack } = world
  const due = Date.parse('2027-01-15T16:00Z')
  await jump(running, world, due - 24 * HOUR)
  await tell(alice, 'Bob fetched the parcel in the rain.')
  await settled(world)
  await running.kill()

  const back = await world.start()
  await jump(back, world, due + 30 * HOUR)
  expect(digests(world)).toBe(0)
  await tell(alice, 'Bob dried the parcel on the stove.')
  await jump(back, world, due + 7 * 24 * HOUR + 1_000)
  await jump(back, world, due + 7 * 24 * HOUR + 2_000)
  expect(digests(world)).toBe(1)
  expect(dueAt(world)).toEqual([at(due + 7 * 24 * HOUR)])
  const digest = JSON.stringify(slack.messages(ROOM).at(-1)?.blocks)
  expect(digest).toContain('fetched the parcel')
  expect(digest).toContain('dried the parcel')
  expect(runs(world, 'digest').filter(({ outcome }) => outcome === 'ran')).toHaveLength(1)
}, 40_000)
