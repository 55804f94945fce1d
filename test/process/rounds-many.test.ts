import { expect, test } from '@jest/globals'
import { answersOf, cast, votesLike } from '../../bench/ballots.ts'
import { percentile } from '../../bench/figures.ts'
import {
  begins,
  countOf,
  NOMINATIONS_CLOSE,
  openRounds,
  postSaying,
  VOTES_CLOSE,
  VOTES_OPEN,
  votes,
} from './rounds.ts'
import { eventually, settled } from './world.ts'

// `npm run bench -- --only votes` has three thousand.
const VOTERS = 300
const AT_ONCE = 50

test(`${VOTERS} voters press in a moment: all are acknowledged, counted and answered, and Slack is asked nothing for it`, async () => {
  const world = await openRounds({ mode: 'http', more: VOTERS })
  const { slack, running, dave, colleagues } = world
  const roundId = await begins(world, {
    nominations: [
      ['UALICE', 'UBOB'],
      ['UBOB', 'UCAROL'],
    ],
  })
  await running.clock(NOMINATIONS_CLOSE)
  await running.clock(VOTES_OPEN)
  await votes(dave, await postSaying(world, 'Vote: Customer Champion of January'), 'UCAROL')
  await settled(world)
  const answers = answersOf(slack, 'votes')
  const requests = votesLike(
    slack.sent('block_actions').at(-1)?.payload ?? {},
    { voterIds: colleagues.map(({ id }) => id), nomineeIds: ['UBOB', 'UCAROL'], answersAt: answers.at },
    slack.signingSecret,
  )
  slack.clearLog()

  const cpu = async () =>
    Number(/^process_cpu_seconds_total (\S+)$/m.exec((await running.get('/metrics')).text)?.[1])
  const before = await cpu()
  const { tookMs, allMs } = await cast(running.port, requests, AT_ONCE)
  await eventually(() => answers.all().length === VOTERS, 'everybody to be answered', 20_000)
  const called = slack.calls().map(({ name }) => name)
  const [p50, p99] = [0.5, 0.99].map((part) => Math.round(percentile(tookMs, part)))
  const each = Math.round(((await cpu()) - before) * (1_000_000 / VOTERS))
  process.stdout.write(
    `${VOTERS} votes in ${Math.round(allMs)} ms, ${each} µs of processor time each; acknowledged p50 ${p50}, p99 ${p99} ms\n`,
  )

  expect(called.filter((name) => name !== 'chat.update')).toEqual([])
  expect(called.length).toBeLessThanOrEqual(2) // turn-out, now and then
  expect(
    answers.all().every((own) => own.length === 1 && own[0]?.includes('Your vote for Customer Champion')),
  ).toBe(true)
  expect(Math.max(...tookMs)).toBeLessThan(3_000) // Slack's patience
  expect(world.read<{ n: number }>('select count(*) as n from turnout')).toEqual([{ n: VOTERS + 1 }])

  await running.clock(VOTES_CLOSE)
  await settled(world)
  expect(countOf(world, roundId)?.votes).toHaveLength(VOTERS + 1)
  expect(world.read('select person_id from winners')).toEqual([{ person_id: 'UCAROL' }])
}, 40_000)
