/** Memory: after the start, and after a hundred thousand events. */
import { setTimeout as pause } from 'node:timers/promises'
import { median, spread } from './figures.ts'
import { type Server, startFloor, startLoad } from './processes.ts'
import { setStage } from './stage.ts'
import type { MeasureOptions, Table } from './table.ts'

/** What the start left behind is collected by and by. */
const REST_MS = 3_000
const PART = 10_000

export async function measureMemory({ quick, runs, folder, say }: MeasureOptions): Promise<Table> {
  const events = quick ? 2_000 : 100_000
  const stage = await setStage(folder, 500, quick ? 4 : 50)
  const load = startLoad()
  const floors: Grown[] = []
  const plaudits: Grown[] = []
  /** Twenty-five thousand cheers, and then the same people with other emoji. */
  const grow = async (server: Server): Promise<Grown> => {
    await pause(quick ? 0 : REST_MS)
    const before = await server.memory()
    const { port } = server
    for (let from = 0; from < events; from += PART) {
      const count = Math.min(PART, events - from)
      const { signingSecret: secret } = stage.slack
      await load.run({ ...{ port, secret, recipe: stage.reactions }, ...{ from, count, atOnce: 50 } })
    }
    await pause(quick ? 0 : REST_MS)
    return { before, after: await server.memory() }
  }
  try {
    for (let run = 0; run < Math.min(runs, 3); run += 1) {
      say(`memory, run ${run + 1} of ${Math.min(runs, 3)}`)
      const floor = await startFloor(stage.slack.signingSecret)
      floors.push(await grow(floor))
      await floor.stop()
      const opened = await stage.open(`memory-${run}`)
      plaudits.push(await grow(opened.plaudit))
      await opened.close()
    }
  } finally {
    await load.stop()
    await stage.close()
  }
  const [starts, growths] = [startsOf(plaudits), growthsOf(plaudits)]
  return {
    title: 'Memory, in megabytes',
    columns: ['Plaudit', 'floor'],
    rows: [
      {
        what: 'after the start',
        cells: [spread(starts), spread(startsOf(floors))],
        goal: { text: '≤ 130', reached: median(starts) <= 130 },
      },
      {
        what: `more after ${events.toLocaleString('en-GB')} events`,
        cells: [spread(growths), spread(growthsOf(floors))],
        goal: { text: '≤ 30 more', reached: median(growths) <= 30 },
      },
    ],
    notes: ['Resident memory, as the process itself says it.'],
  }
}

type Grown = { readonly before: number; readonly after: number }
const startsOf = (all: readonly Grown[]) => all.map(({ before }) => before)
const growthsOf = (all: readonly Grown[]) => all.map(({ before, after }) => after - before)
