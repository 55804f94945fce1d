/** From starting the process until it serves people, with a migrated database; beside a bare Bolt app. */
import { median, spread } from './figures.ts'
import { startFloor } from './processes.ts'
import { setStage } from './stage.ts'
import type { MeasureOptions, Table } from './table.ts'

export async function measureStart({ quick, runs, folder, say }: MeasureOptions): Promise<Table> {
  const stage = await setStage(folder, 200, 1)
  const floors: number[] = []
  const plaudits: number[] = []
  try {
    for (let run = 0; run < (quick ? 1 : 2 * runs); run += 1) {
      say(`start, ${run + 1}`)
      const floor = await startFloor(stage.slack.signingSecret)
      floors.push(floor.readyMs)
      await floor.stop()
      const opened = await stage.open(`start-${run}`)
      plaudits.push(opened.plaudit.readyMs)
      await opened.close()
    }
  } finally {
    await stage.close()
  }
  const ratios = plaudits.map((ms, run) => ms / (floors[run] ?? Number.NaN))
  return {
    title: 'Start',
    columns: ['ms until ready', 'floor: ms', 'ratio'],
    rows: [
      {
        what: 'a migrated database',
        cells: [spread(plaudits), spread(floors), spread(ratios)],
        goal: { text: 'ratio ≤ 3', reached: median(ratios) <= 3 },
      },
    ],
    notes: ['Until it logs that it is ready: Slack said who Plaudit is, and the database is open.'],
  }
}
