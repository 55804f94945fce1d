/** `/wow` until the form is asked for: from when the command is sent until Slack is asked to open the form. */

import { personId } from './bodies.ts'
import { median, percentile, spread } from './figures.ts'
import { startLoad } from './processes.ts'
import { ROOM, type Stage, setStage } from './stage.ts'
import type { MeasureOptions, Row, Table } from './table.ts'

const STORM = 1_000

export async function measureForms({ quick, runs, folder, say }: MeasureOptions): Promise<Table> {
  const [warmUp, count] = quick ? [20, 60] : [300, 1_000]
  const stage = await setStage(folder, 200, quick ? 10 : 50)
  const alone: number[][] = []
  const inStorm: number[][] = []
  try {
    const seconds = quick ? 1 : 6
    const load = startLoad()
    for (let run = 0; run < runs; run += 1) {
      say(`forms, run ${run + 1} of ${runs}`)
      const opened = await stage.open(`forms-${run}`)
      await askForForms(stage, warmUp)
      alone.push(await askForForms(stage, count))
      const storm = load.run({
        port: opened.plaudit.port,
        secret: stage.slack.signingSecret,
        recipe: stage.reactions,
        ...{ from: 0, count: STORM * seconds, atOnce: 50, perSecond: STORM },
      })
      inStorm.push(await askForForms(stage, count / 2))
      await storm
      await opened.close()
    }
    await load.stop()
  } finally {
    await stage.close()
  }
  return {
    title: '`/wow` until Slack is asked to open the form',
    columns: ['p50 ms', 'p99 ms'],
    rows: [
      rowOf('nothing else to do', alone, { text: 'p99 ≤ 5 ms', most: 5 }),
      rowOf(`while ${STORM.toLocaleString('en-GB')} reactions a second come in`, inStorm),
    ],
    notes: ['With the sender’s own time for signing and sending the command.'],
  }
}

/** One after the other. @returns how long each took, in milliseconds */
async function askForForms({ slack, people }: Stage, count: number): Promise<number[]> {
  let asked = () => {}
  // The pretend Slack shows every call as it arrives to whoever may want it to go wrong: we only look at the clock.
  slack.faults.next('views.open', {
    kind: 'delay',
    times: Number.POSITIVE_INFINITY,
    when: () => {
      asked()
      return false
    },
  })
  const took: number[] = []
  for (let n = 0; n < count; n += 1) {
    const person = slack.person(personId(n % people))
    const arrived = new Promise<number>((resolve) => {
      asked = () => resolve(performance.now())
    })
    const began = performance.now()
    const acknowledged = person.command('/wow', '', { channel: ROOM })
    took.push((await arrived) - began)
    await acknowledged
    await person.nextModal()
    await person.close({ all: true })
  }
  slack.faults.clear('views.open')
  slack.clearLog()
  return took
}

function rowOf(what: string, runs: readonly number[][], goal?: { text: string; most: number }): Row {
  const p99 = runs.map((took) => percentile(took, 0.99))
  return {
    what,
    cells: [spread(runs.map((took) => percentile(took, 0.5))), spread(p99)],
    ...(goal ? { goal: { text: goal.text, reached: median(p99) <= goal.most } } : {}),
  }
}
