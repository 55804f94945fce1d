/** A story submitted: a form comes in, the story and its delivery are committed with FULL, and it is acknowledged. */
import { figure, median, percentile, spread } from './figures.ts'
import { type Server, startFloor, startLoad } from './processes.ts'
import { costing, perSecond } from './reactions.ts'
import { setStage } from './stage.ts'
import type { MeasureOptions, Table } from './table.ts'

const AT_ONCE = 10

export async function measureStories({ quick, runs, folder, say }: MeasureOptions): Promise<Table> {
  const [warmUp, count] = quick ? [50, 200] : [1_000, 4_000]
  const stage = await setStage(folder, 200, 1)
  const load = startLoad()
  const taken = []
  try {
    for (let run = 0; run < runs; run += 1) {
      say(`stories, run ${run + 1} of ${runs}`)
      const floor = await startFloor(stage.slack.signingSecret)
      const opened = await stage.open(`stories-${run}`)
      const send = ({ port }: Server, from: number, many: number) =>
        load.run({
          ...{ port, from, count: many, atOnce: AT_ONCE },
          secret: stage.slack.signingSecret,
          recipe: stage.stories,
        })
      await send(floor, 0, warmUp)
      await send(opened.plaudit, 0, warmUp)
      const beside = await costing(floor, () => send(floor, warmUp, count))
      const plaudit = await costing(opened.plaudit, () => send(opened.plaudit, warmUp, count))
      const told = opened.count('select count(*) from stories') - 1
      const cards = opened.count("select count(*) from deliveries where kind = 'story.card'") - 1
      if (told !== warmUp + count || cards !== told)
        throw new Error(`${told} stories and ${cards} cards, not ${warmUp + count}`)
      taken.push({ floor: beside, plaudit })
      await Promise.all([floor.stop(), opened.close()])
    }
  } finally {
    await load.stop()
    await stage.close()
  }
  const ratios = taken.map(({ floor, plaudit }) => perSecond(plaudit) / perSecond(floor))
  const p99 = taken.map(({ plaudit }) => percentile(plaudit.tookMs, 0.99))
  return {
    title: 'A story submitted, beside a bare Bolt app',
    columns: [
      ...['stories a second', 'p50 ms', 'p99 ms', 'CPU µs each'],
      ...['floor: a second', 'p99 ms', 'CPU µs each', 'ratio'],
    ],
    rows: [
      {
        what: `${AT_ONCE} at a time`,
        cells: [
          spread(taken.map(({ plaudit }) => perSecond(plaudit))),
          figure(median(taken.map(({ plaudit }) => percentile(plaudit.tookMs, 0.5)))),
          spread(p99),
          figure(median(taken.map(({ plaudit }) => plaudit.cpuMicros))),
          spread(taken.map(({ floor }) => perSecond(floor))),
          spread(taken.map(({ floor }) => percentile(floor.tookMs, 0.99))),
          figure(median(taken.map(({ floor }) => floor.cpuMicros))),
          spread(ratios),
        ],
        goal: {
          text: 'ratio ≥ 0.33, p99 ≤ 10 ms',
          reached: median(ratios) >= 1 / 3 && median(p99) <= 10,
        },
      },
    ],
    notes: ['Every story is there afterwards, with the delivery of its card.'],
  }
}
