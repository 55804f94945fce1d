/** A reaction: a signed event comes in, is committed with FULL, is acknowledged, and becomes a cheer. Beside the floor. */
import { setTimeout as pause } from 'node:timers/promises'
import { figure, median, percentile, spread } from './figures.ts'
import type { Sent } from './load.ts'
import { type Server, startFloor, startLoad } from './processes.ts'
import { type Opened, setStage } from './stage.ts'
import type { MeasureOptions, Row, Table } from './table.ts'

const AT_ONCE = [1, 10, 50] as const

/** Processor time for each, in microseconds. */
export type Costs = { readonly cpuMicros: number }

type Taken = {
  readonly atOnce: number
  readonly floor: Sent & Costs
  readonly plaudit: Sent & Costs
  /** How long after the last acknowledgement the last reaction was counted. */
  readonly behindMs: number
}

export async function measureReactions(options: MeasureOptions): Promise<Table> {
  const { quick, runs, folder, say } = options
  const counts = quick ? [200, 400, 400] : [5_000, 15_000, 15_000]
  const warmUp = quick ? 200 : 3_000
  const stage = await setStage(folder, quick ? 120 : 500, quick ? 10 : 76)
  const load = startLoad()
  const taken: Taken[] = []
  try {
    for (let run = 0; run < runs; run += 1) {
      say(`reactions, run ${run + 1} of ${runs}`)
      const floor = await startFloor(stage.slack.signingSecret)
      const opened = await stage.open(`reactions-${run}`)
      const send = ({ port }: Server, from: number, count: number, atOnce: number) =>
        load.run({
          ...{ port, from, count, atOnce },
          secret: stage.slack.signingSecret,
          recipe: stage.reactions,
        })
      await send(floor, 0, warmUp, 50)
      await send(opened.plaudit, 0, warmUp, 50)
      let from = warmUp
      for (const [at, atOnce] of AT_ONCE.entries()) {
        const count = counts[at] ?? 0
        const beside = await costing(floor, () => send(floor, from, count, atOnce))
        let behindMs = 0
        const plaudit = await costing(opened.plaudit, async () => {
          const sent = await send(opened.plaudit, from, count, atOnce)
          const ended = performance.now()
          await counted(opened, from + count)
          behindMs = performance.now() - ended
          return sent
        })
        from += count
        taken.push({ atOnce, floor: beside, plaudit, behindMs })
      }
      await Promise.all([floor.stop(), opened.close()])
    }
  } finally {
    await load.stop()
    await stage.close()
  }
  return tableOf(taken)
}

/** Resolves when so many cheers are counted, in the database and on the stories; throws when one is lost. */
export async function counted({ count }: Opened, expected: number): Promise<void> {
  while (count('select count(*) from inbox') > 0) await pause(2)
  const [cheers, onStories] = [
    count('select count(*) from cheers'),
    count('select sum(cheer_count) from stories'),
  ]
  if (cheers !== expected || onStories !== expected)
    throw new Error(`${cheers} cheers and ${onStories} on the stories, not ${expected}`)
}

/** With what it cost the server, acting on what it took included. */
export async function costing(server: Server, send: () => Promise<Sent>): Promise<Sent & Costs> {
  const before = await server.cpu()
  const sent = await send()
  return { ...sent, cpuMicros: ((await server.cpu()) - before) * (1_000_000 / sent.tookMs.length) }
}

export const perSecond = ({ tookMs, allMs }: Sent): number => tookMs.length / (allMs / 1000)

function tableOf(taken: readonly Taken[]): Table {
  return {
    title: 'A durable reaction, beside a bare Bolt app',
    columns: [
      ...['events a second', 'p50 ms', 'p99 ms', 'CPU µs each'],
      ...['floor: a second', 'p99 ms', 'CPU µs each', 'ratio', 'p99 ratio'],
    ],
    rows: AT_ONCE.map((atOnce) =>
      rowOf(
        atOnce,
        taken.filter((one) => one.atOnce === atOnce),
      ),
    ),
    notes: [
      `All became cheers; the last was counted ${spread(taken.map(({ behindMs }) => behindMs))} ms after its acknowledgement. Figures are medians of the runs, with the least and the most; ratios are taken within a run.`,
    ],
  }
}

function rowOf(atOnce: number, taken: readonly Taken[]): Row {
  const p99 = (sent: Sent) => percentile(sent.tookMs, 0.99)
  const ratios = taken.map(({ floor, plaudit }) => perSecond(plaudit) / perSecond(floor))
  const slower = taken.map(({ floor, plaudit }) => p99(plaudit) / p99(floor))
  return {
    what: `${atOnce} at a time`,
    cells: [
      spread(taken.map(({ plaudit }) => perSecond(plaudit))),
      figure(median(taken.map(({ plaudit }) => percentile(plaudit.tookMs, 0.5)))),
      spread(taken.map(({ plaudit }) => p99(plaudit))),
      figure(median(taken.map(({ plaudit }) => plaudit.cpuMicros))),
      spread(taken.map(({ floor }) => perSecond(floor))),
      spread(taken.map(({ floor }) => p99(floor))),
      figure(median(taken.map(({ floor }) => floor.cpuMicros))),
      spread(ratios),
      spread(slower),
    ],
    ...(atOnce === 50
      ? {
          goal: {
            text: 'ratio ≥ 0.5, p99 ratio ≤ 2',
            reached: median(ratios) >= 0.5 && median(slower) <= 2,
          },
        }
      : {}),
  }
}
