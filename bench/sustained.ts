/** Three thousand reactions a second, for as long as a storm lasts: acknowledged, counted, and how far counting is behind. */
import { setTimeout as pause } from 'node:timers/promises'
import { figure, median, percentile, spread } from './figures.ts'
import type { Sent } from './load.ts'
import { startLoad } from './processes.ts'
import { counted, perSecond } from './reactions.ts'
import { type Opened, setStage } from './stage.ts'
import type { MeasureOptions, Table } from './table.ts'

const RATE = 3_000
const LOOK_EVERY_MS = 50

type Taken = { readonly sent: Sent; readonly afterMs: number; readonly oldestMs: number }

export async function measureSustained({ quick, runs, folder, say }: MeasureOptions): Promise<Table> {
  const count = RATE * (quick ? 1 : 10)
  const stage = await setStage(folder, quick ? 300 : 500, quick ? 10 : 60)
  const load = startLoad()
  const taken: Taken[] = []
  try {
    for (let run = 0; run < runs; run += 1) {
      say(`sustained, run ${run + 1} of ${runs}`)
      const opened = await stage.open(`sustained-${run}`)
      const watch = watchInbox(opened)
      const sent = await load.run({
        port: opened.plaudit.port,
        secret: stage.slack.signingSecret,
        recipe: stage.reactions,
        ...{ from: 0, count, atOnce: 100, perSecond: RATE },
      })
      const ended = performance.now()
      await counted(opened, count)
      const afterMs = performance.now() - ended
      taken.push({ sent, afterMs, oldestMs: await watch.end() })
      await opened.close()
    }
  } finally {
    await load.stop()
    await stage.close()
  }
  const rates = taken.map(({ sent }) => perSecond(sent))
  const behind = taken.map(({ afterMs, oldestMs }) => Math.max(afterMs, oldestMs))
  return {
    title: `${RATE.toLocaleString('en-GB')} reactions a second, for ${count / RATE} s`,
    columns: ['acknowledged a second', 'p50 ms', 'p99 ms', 'longest ms', 'most behind, ms'],
    rows: [
      {
        what: 'reactions that become cheers',
        cells: [
          spread(rates),
          figure(median(taken.map(({ sent }) => percentile(sent.tookMs, 0.5)))),
          spread(taken.map(({ sent }) => percentile(sent.tookMs, 0.99))),
          spread(taken.map(({ sent }) => percentile(sent.tookMs, 1))),
          spread(behind),
        ],
        goal: {
          text: `${RATE} a second, never over a second behind`,
          reached: median(rates) >= RATE * 0.98 && median(behind) <= 1_000,
        },
      },
    ],
    notes: [
      'Each is counted from when it was to be sent, so that a sender that is kept waiting hides nothing. “Behind” is the age of the oldest event that was kept and not yet counted, looked at from outside, or how long the last one took.',
    ],
  }
}

/** How old the oldest event of the inbox ever was, in milliseconds. */
function watchInbox({ count }: Opened) {
  let oldest = 0
  let watching = true
  const watched = (async () => {
    while (watching) {
      const since = count("select ifnull(unixepoch(min(received_at), 'subsec') * 1000, 0) from inbox")
      if (since > 0) oldest = Math.max(oldest, Date.now() - since)
      await pause(LOOK_EVERY_MS)
    }
  })()
  return {
    end: async () => {
      watching = false
      await watched
      return oldest
    },
  }
}
