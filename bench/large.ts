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
import { sample, watch } from './large/sample.ts'
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
  const medians: number[] = []
  const rows: Row[] = []
  for (const [at, ask] of boardAsks(full.world, full.samples).entries()) {
    say(`boards: ${ask.what}`)
    const less = inTenth[at]
    const [own, others]: number[][] = [[], []]
    const ratios: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const [here, there] = [await sample(ask, times(quick)), less ? await sample(less, times(quick)) : []]
      own?.push(...here)
      others?.push(...there)
      ratios.push(median(here) / median(there))
    }
    medians.push(median(ratios))
    rows.push(rowOf(ask, own ?? [], [figure(percentile(others ?? [], 0.95)), spread(ratios)]))
  }
  return {
    title: `Boards: ${sized(full.sizes)}`,
    columns: ['p50 ms', 'p95 ms', 'a tenth: p95 ms', 'ten times the history costs'],
    rows: [
      ...rows,
      {
        what: 'all of them',
        cells: ['', '', '', spread(medians)],
        goal: { text: '≤ 1.3 times', reached: median(medians) <= 1.3 },
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
    const all: number[] = []
    for (let run = 0; run < runs; run += 1) all.push(...(await sample(ask, times(quick))))
    rows.push(rowOf(ask, all, [figure(Math.max(...all))]))
  }
  return { title, columns: ['p50 ms', 'p95 ms', 'longest'], rows }
}

const times = (quick: boolean): number => (quick ? 5 : 20)

function rowOf({ what, goal }: Ask, all: readonly number[], more: readonly string[]): Row {
  const p95 = percentile(all, 0.95)
  const cells = [figure(median(all)), figure(p95), ...more]
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
