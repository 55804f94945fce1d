import { expect, test } from '@jest/globals'
import {
  begins,
  countOf,
  namesOf,
  openRounds,
  postSaying,
  saidOf,
  stateOf,
  stepsOf,
  votes,
} from './rounds.ts'
import { settled } from './world.ts'

const HOUR = 3_600_000

/** A night in which an hour is left out, and one in which an hour comes twice: what the wall says, and when that is. */
const zones = [
  {
    zone: 'Europe/London',
    gap: { on: '2027-03-28', at: '01:15', also: '01:45', ends: '2027-03-28T01:00:00.000Z' },
    twice: { on: '2027-10-31', at: '01:30', first: '2027-10-31T00:30:00.000Z' },
    opens: '2027-03-22T09:00:00.000Z',
  },
  {
    zone: 'America/New_York',
    gap: { on: '2027-03-14', at: '02:15', also: '02:45', ends: '2027-03-14T07:00:00.000Z' },
    twice: { on: '2027-11-07', at: '01:30', first: '2027-11-07T05:30:00.000Z' },
    opens: '2027-03-08T14:00:00.000Z',
  },
]

test.each(zones)(
  'in $zone a close in the hour that is left out is at its end, and one in the hour that comes twice is at the first',
  async ({ zone, gap, twice, opens }) => {
    const world = await openRounds({ zone })
    const { running, slack, alice, carol } = world
    const clock = (at: string, ms: number) => running.clock(new Date(Date.parse(at) + ms).toISOString())
    await running.clock(opens)
    const roundId = await begins(world, {
      moments: { opens },
      plan: {
        nominationsClose: { on: gap.on, at: gap.at },
        votesOpen: { on: gap.on, at: gap.also },
        votesClose: { on: twice.on, at: twice.at },
      },
      nominations: [
        ['UALICE', 'UBOB'],
        ['UBOB', 'UCAROL'],
      ],
    })
    await clock(gap.ends, -3_000)
    expect(stateOf(world, roundId)).toBe('nominating')
    await clock(gap.ends, 0)
    expect(stateOf(world, roundId)).toBe('voting')
    const post = await postSaying(world, 'Vote: Customer Champion of January')
    await votes(alice, post, 'UBOB')

    await clock(twice.first, -60_000)
    expect(await votes(carol, post, 'UBOB')).toContain('Your vote')
    expect(stateOf(world, roundId)).toBe('voting')
    await clock(twice.first, 0)
    expect(stateOf(world, roundId)).toBe('decided')
    await settled(world)
    const steps = stepsOf(world, roundId)
    const said = saidOf(world, roundId)
    // Half past one again, and the clock turned back to before the first.
    for (const ms of [HOUR - 1_000, HOUR, HOUR + 1_000, -60_000, HOUR, 2 * HOUR]) await clock(twice.first, ms)
    await settled(world)

    expect(stepsOf(world, roundId)).toEqual(steps)
    expect(saidOf(world, roundId)).toEqual(said)
    expect(namesOf(steps)).toEqual([
      'planned',
      'opened',
      'reminded',
      'closed',
      'votes-opened',
      'counted',
      'decided',
    ])
    const dueAt = (step: string) => steps.find((one) => one.step === step)?.due_at
    expect([dueAt('closed'), dueAt('votes-opened'), dueAt('counted')]).toEqual([
      gap.ends,
      gap.ends,
      twice.first,
    ])
    expect(countOf(world, roundId)?.votes).toEqual(['UBOB', 'UBOB'])
    expect(said.filter((one) => one === 'round.announced in CCHEERS')).toHaveLength(1)
    expect(slack.refused()).toEqual([])
  },
  30_000,
)
