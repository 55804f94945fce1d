/** What is looked at every ten seconds, and whether it grows. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'

export const measures = ['rssMb', 'heapMb', 'files', 'walMb', 'outboxAgeS', 'outbox', 'inbox'] as const
export type Measure = (typeof measures)[number]
export type Sample = Readonly<Record<Measure, number>> & { readonly minute: number }

/** What may come together in an hour before it counts as growth: the noise of a collector, one checkpoint, one connection. */
const allowance: Readonly<Record<Measure, number>> = {
  rssMb: 50, // V8 gives back late what it took: what is in use says more
  heapMb: 15,
  files: 5,
  walMb: 5,
  outboxAgeS: 30,
  outbox: 200,
  inbox: 50,
}

type Where = { readonly pid: number; readonly url: string; readonly database: string; readonly began: number }

/** Asks the kernel, the files, the metrics and the database; the connection is closed again, so that it holds no log. */
export async function look({ pid, url, database, began }: Where): Promise<Sample> {
  const rssKb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  const files = readdirSync(`/proc/${pid}/fd`).length
  const metrics = await metricsOf(url)
  const measured = (name: string) => Number(new RegExp(`^${name} ([\\d.e+-]+)$`, 'm').exec(metrics)?.[1])
  const db = new SqliteDatabase(database, { readonly: true })
  const count = (sql: string) => db.prepare(sql).pluck().get() as number
  try {
    return {
      minute: (performance.now() - began) / 60_000,
      rssMb: rssKb / 1024,
      heapMb: measured('nodejs_heap_size_used_bytes') / 2 ** 20,
      files,
      walMb: (statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) / 2 ** 20,
      outboxAgeS: measured('plaudit_delivery_age_seconds'),
      outbox: count("select count(*) from deliveries where state in ('waiting', 'sending')"),
      inbox: count('select count(*) from inbox'),
    }
  } finally {
    db.close()
  }
}

/** Over a connection of its own: one that was idle may be closed at the moment when it is used again. */
async function metricsOf(url: string): Promise<string> {
  const answer = await fetch(`${url}/metrics`, { headers: { connection: 'close' } })
  return answer.text()
}

export type Verdict = {
  readonly measure: Measure
  readonly least: number
  readonly middle: number
  readonly most: number
  /** How much more an hour brings, by the second half. */
  readonly perHour: number
  readonly isFlat: boolean
}

/** The first half fills caches and pools; whether something grows without end is seen in the second. */
export function judge(samples: readonly Sample[]): Verdict[] {
  const half = samples.slice(Math.floor(samples.length / 2))
  return measures.map((measure) => {
    const values = half.map((sample) => sample[measure]).toSorted((a, b) => a - b)
    const perHour = slope(half.map((sample) => [sample.minute / 60, sample[measure]]))
    const middle = median(values)
    const isFlat = perHour <= Math.max(allowance[measure], middle * 0.1)
    return { measure, least: values[0] ?? 0, middle, most: values.at(-1) ?? 0, perHour, isFlat }
  })
}

/** Theil and Sen's: the median of the slopes between all pairs, which no single peak bends. */
export function slope(points: readonly (readonly [number, number])[]): number {
  const slopes = points.flatMap(([x, y], index) =>
    points.slice(index + 1).map(([laterX, laterY]) => (laterY - y) / (laterX - x)),
  )
  return median(slopes.toSorted((a, b) => a - b))
}

const median = (sorted: readonly number[]): number => sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
