/** How often a storm of reactions asks the disk to flush, and what a slow disk makes of it. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { figure, median, percentile, spread } from './figures.ts'
import type { Sent } from './load.ts'
import { type Load, metric, startLoad } from './processes.ts'
import { counted, perSecond } from './reactions.ts'
import { type Stage, setStage } from './stage.ts'
import type { MeasureOptions, Row, Table } from './table.ts'

const SLOW_MS = 10

type Taken = { readonly sent: Sent; readonly flushes: number; readonly commits: number }
type Watched = { readonly env: (slowMs: number) => Record<string, string>; readonly flushes: () => number }

export async function measureFlushes({ quick, runs, folder, say }: MeasureOptions): Promise<Table> {
  const count = quick ? 1_000 : 10_000
  const stage = await setStage(folder, quick ? 200 : 500, quick ? 10 : 30)
  const load = startLoad()
  const watched = watchFlushes(folder)
  const storms = [
    { atOnce: 50, slowMs: 0 },
    ...(watched ? [{ atOnce: 50, slowMs: SLOW_MS }] : []),
    ...(watched ? [{ atOnce: 200, slowMs: SLOW_MS }] : []),
  ]
  const rows: Row[] = []
  try {
    for (const { atOnce, slowMs } of storms) {
      const taken: Taken[] = []
      for (let run = 0; run < runs; run += 1) {
        say(`flushes of ${slowMs} ms more, ${atOnce} at a time, run ${run + 1} of ${runs}`)
        taken.push(await storm(stage, load, { count, atOnce, slowMs, run, watched }))
      }
      rows.push(rowOf(taken, { count, atOnce, slowMs }))
    }
  } finally {
    await load.stop()
    await stage.close()
  }
  return {
    title: `Flushes in a storm of ${count.toLocaleString('en-GB')} reactions`,
    columns: ['flushes', 'reactions a flush', 'acknowledged a second', 'p99 ms', 'longest ms'],
    rows,
    notes: [
      watched
        ? 'Every fsync and fdatasync of the process is counted, from the first event until the last is counted as a cheer: commits of the inbox, commits of what was drained from it, and checkpoints of the write-ahead log.'
        : 'There is no C compiler here: commits are counted, each of which is a flush, and checkpoints are not; nor can the disk be slowed down.',
    ],
  }
}

type Storm = {
  readonly count: number
  readonly atOnce: number
  readonly slowMs: number
  readonly run: number
  readonly watched: Watched | undefined
}

async function storm(stage: Stage, load: Load, how: Storm): Promise<Taken> {
  const { count, atOnce, slowMs, run, watched } = how
  const opened = await stage.open(
    `flushes-${atOnce}-${slowMs}-${run}`,
    watched && { env: watched.env(slowMs) },
  )
  const { port } = opened.plaudit
  const commits = () => metric(port, 'plaudit_commits_total')
  const before = { flushes: watched?.flushes() ?? 0, commits: await commits() }
  const sent = await load.run({
    ...{ port, secret: stage.slack.signingSecret, recipe: stage.reactions },
    ...{ from: 0, count, atOnce },
  })
  await counted(opened, count)
  const commitsMade = (await commits()) - before.commits
  const taken = {
    sent,
    flushes: watched ? watched.flushes() - before.flushes : commitsMade,
    commits: commitsMade,
  }
  await opened.close()
  return taken
}

/** Puts a shim between the process and its disk, where there is a compiler to make it. */
function watchFlushes(folder: string): Watched | undefined {
  const [library, file] = [join(folder, 'flush-shim.so'), join(folder, 'flushes')]
  writeFileSync(file, new Uint8Array(8))
  try {
    const source = join(import.meta.dirname, 'flush-shim.c')
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl'], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  return {
    env: (slowMs) => ({ LD_PRELOAD: library, FLUSHES_FILE: file, FLUSH_US: String(slowMs * 1_000) }),
    flushes: () => Number(readFileSync(file).readBigInt64LE()),
  }
}

function rowOf(taken: readonly Taken[], { count, atOnce, slowMs }: Omit<Storm, 'run' | 'watched'>): Row {
  const perFlush = taken.map(({ flushes }) => count / flushes)
  const longest = taken.map(({ sent }) => percentile(sent.tookMs, 1))
  return {
    what: `${atOnce} at a time${slowMs ? `, each flush ${slowMs} ms longer` : ''}`,
    cells: [
      spread(taken.map(({ flushes }) => flushes)),
      spread(perFlush),
      spread(taken.map(({ sent }) => perSecond(sent))),
      figure(median(taken.map(({ sent }) => percentile(sent.tookMs, 0.99)))),
      spread(longest),
    ],
    goal: slowMs
      ? { text: 'no acknowledgement above 1 s', reached: Math.max(...longest) <= 1_000 }
      : { text: '≥ 20 reactions a flush', reached: median(perFlush) >= 20 },
  }
}
