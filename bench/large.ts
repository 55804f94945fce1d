/**
 * Plaudit in the database of a large company: ten thousand people, three years, a million stories, ten million cheers.
 * The database is made once, in some minutes, and kept; what is measured is a copy.
 */
import { constants, copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { figure, median, percentile, spread } from './figures.ts'
import { acts } from './large/acts.ts'
import { type Ask, boardAsks, pageAsks, saidAsks } from './large/asks.ts'
import { generate } from './large/generate.ts'
import { longJobs } from './large/jobs.ts'
import { type Sample, sample, watch } from './large/sample.ts'
import { findSamples, type Samples } from './large/samples.ts'
import { quickSizes, type Sizes, sizesOf } from './large/sizes.ts'
import { openWorld, type World } from './large/world.ts'
import type { MeasureOptions, Row, Table } from './table.ts'

/** A job that stops everything for longer is named. */
const LONG_MS = 50

/** @param largeDir where the databases are kept from one time to the next: eight gigabytes */
export async function measureLarge(
  options: MeasureOptions & { readonly largeDir: string },
): Promise<Table[]> {
  const full = prepare(options, 1)
  const tenth = prepare(options, 0.1)
  try {
    const { world, sizes, samples } = full
    const asks = [...(await pageAsks(world, sizes, samples)), ...(await saidAsks(world, samples))]
    return [
      await measureBoards(options, full, tenth),
      await measureAsks(options, 'What people wait for', asks),
      await measureAsks(options, 'What people do', acts(world, sizes, samples)),
      await measureJobs(options, full),
    ]
  } finally {
    await full.world.close()
    await tenth.world.close()
  }
}

type Prepared = {
  readonly sizes: Sizes
  readonly path: string
  readonly world: World
  readonly samples: Samples
}

function prepare(
  { quick, folder, say, largeDir }: Parameters<typeof measureLarge>[0],
  history: number,
): Prepared {
  const sizes = quick ? quickSizes(history) : sizesOf(history)
  const made = generate(quick ? folder : largeDir, sizes, (text) => say(`the database: ${text}`))
  const own = join(folder, `history-${history}`)
  mkdirSync(own)
  const path = join(own, 'plaudit.db')
  copyFileSync(made, path, constants.COPYFILE_FICLONE)
  return { sizes, path, world: openWorld(path), samples: findSamples(path, sizes) }
}

/** By turns in both, so that what else the machine does meets both. */
async function measureBoards(
  { quick, runs, say }: MeasureOptions,
  full: Prepared,
  tenth: Prepared,
): Promise<Table> {
  const inTenth = boardAsks(tenth.world, tenth.samples)
  const rows: Row[] = []
  const all: number[][] = []
  for (const [at, ask] of boardAsks(full.world, full.samples).entries()) {
    say(`boards: ${ask.what}`)
    const samples: Sample[] = []
    const ratios: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const here = await sample(ask, times(quick))
      const there = await sample(inTenth[at] ?? ask, times(quick))
      samples.push(here)
      ratios.push(median(here.busyMs) / median(there.busyMs))
    }
    all.push(ratios)
    rows.push(rowOf(ask, samples, [spread(ratios)]))
  }
  const ratios = Array.from({ length: runs }, (_, run) => median(all.map((one) => one[run] ?? Number.NaN)))
  return {
    title: `Boards: ${sized(full.sizes)}`,
    columns: [...columns, 'ten times the history costs'],
    rows: [
      ...rows,
      {
        what: 'all of them',
        cells: ['', '', '', spread(ratios)],
        goal: { text: '≤ 1.3 times', reached: median(ratios) <= 1.3 },
      },
    ],
  }
}

async function measureAsks(
  { quick, runs, say }: MeasureOptions,
  title: string,
  asks: readonly Ask[],
): Promise<Table> {
  const rows: Row[] = []
  for (const ask of asks) {
    say(ask.what)
    const samples: Sample[] = []
    for (let run = 0; run < runs; run += 1) samples.push(await sample(ask, times(quick)))
    rows.push(rowOf(ask, samples, []))
  }
  return { title, columns, rows }
}

const columns = ['p50 ms', 'p95 ms', 'p95 ms of the processor']
const times = (quick: boolean): number => (quick ? 5 : 40)

/** Of several runs the one in the middle. */
function rowOf({ what, goal }: Ask, samples: readonly Sample[], more: readonly string[]): Row {
  const p95 = median(samples.map(({ ms }) => percentile(ms, 0.95)))
  const p50 = median(samples.map(({ ms }) => median(ms)))
  const busy = median(samples.map(({ busyMs }) => percentile(busyMs, 0.95)))
  const cells = [...[p50, p95, busy].map(figure), ...more]
  return { what, cells, ...(goal ? { goal: { text: `p95 ≤ ${goal} ms`, reached: p95 <= goal } } : {}) }
}

async function measureJobs({ say }: MeasureOptions, { world, samples, path }: Prepared): Promise<Table> {
  const rows: Row[] = []
  for (const { what, run, isCommand } of longJobs(world, samples, path)) {
    say(what)
    const { ms, longest } = await watch(run)
    const stands = isCommand ? 'a process of its own' : figure(longest)
    rows.push({ what, cells: [figure(ms), stands, !isCommand && longest > LONG_MS ? 'yes' : ''] })
  }
  return {
    title: 'What reaches far',
    columns: ['ms in all', 'the process stands still for at most', `over ${LONG_MS} ms`],
    rows,
    notes: ['Once each, the first time after the start: nothing of what they read is at hand.'],
  }
}

const sized = ({ people, stories, cheers }: Sizes): string =>
  [`${count(people)} people`, `${count(stories)} stories`, `${count(cheers)} cheers`].join(', ')

const count = (n: number): string => n.toLocaleString('en-GB')
