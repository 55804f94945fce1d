/** Sends so many requests, batch by batch, and says what broke. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { booksOf } from './books.ts'
import type { Company } from './company.ts'
import { fuzzImports } from './imports.ts'
import { type Request, requestsTo } from './requests.ts'
import { type Answer, hangUp, send } from './wire.ts'

const BATCH = 500
const AT_ONCE = 16
const ACKNOWLEDGED_MS = 3_000
/** Slow by itself, or kept waiting by a busy machine? Once of so often alone it is fast, if it can be. */
const TRIES = 3
/** A listener may still open a form in Slack when the request is answered. */
const WARM_UP = 0.3
const MOST_MORE_MB = 150
const REQUESTS_A_TABLE = 200

type Options = { readonly seed: number; readonly requests: number; readonly say: (line: string) => void }

/** @returns what broke, each kind once with how often and an example */
export async function fuzz(company: Company, { seed, requests, say }: Options): Promise<string[]> {
  const { plaudit } = company
  const anyRequest = requestsTo(company)
  const tally = createTally(say)
  let warmMb = 0
  for (let sent = 0; sent < requests && !plaudit.hasEnded(); sent += BATCH) {
    const batch = fc.sample(anyRequest, { seed: seed + sent, numRuns: Math.min(BATCH, requests - sent) })
    const late = await sendAll(plaudit.url, batch, tally.count)
    for (const one of late) tally.late(one, await fastest(plaudit.url, one))
    const mb = memoryMb(plaudit.pid)
    if (sent <= requests * WARM_UP) warmMb = mb
    if ((sent / BATCH) % 10 === 0)
      say(
        `${String(sent + batch.length).padStart(8)} sent, ${mb} MB (${await heapMb(company)} of it in use), slowest ${tally.slowest()}`,
      )
  }
  hangUp()
  for (const line of tally.lines()) say(line)
  say(`answered late, and in time when asked again alone: ${tally.busy()}`)
  const failures = [...tally.failures()]
  if (plaudit.hasEnded())
    return [...failures, `the process ended: ${plaudit.said.join('\n').slice(0, 2_000)}`]
  const endMb = memoryMb(plaudit.pid)
  say(`memory: ${warmMb} MB warmed up, ${endMb} MB at the end`)
  if (endMb > warmMb + MOST_MORE_MB) failures.push(`memory grew from ${warmMb} to ${endMb} MB`)
  for (const line of faultsIn(company)) say(line)
  const tables = Math.ceil(requests / REQUESTS_A_TABLE)
  say(`${tables} tables to import`)
  failures.push(...(await fuzzImports(company, seed, tables)))
  return [...failures, ...(await booksOf(company, say))]
}

async function sendAll(
  url: string,
  batch: readonly Request[],
  count: (r: Request, a: Answer) => void,
): Promise<Request[]> {
  const left = [...batch]
  const late: Request[] = []
  const sender = async () => {
    for (let one = left.pop(); one; one = left.pop()) {
      const answer = await send(url, one)
      count(one, answer)
      if (answer.ms > ACKNOWLEDGED_MS) late.push(one)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sender))
  return late
}

async function fastest(url: string, request: Request): Promise<number> {
  let ms = Number.POSITIVE_INFINITY
  for (let tried = 0; tried < TRIES && ms > ACKNOWLEDGED_MS; tried += 1)
    ms = Math.min(ms, (await send(url, request)).ms)
  return ms
}

function createTally(say: Options['say']) {
  const sorts = new Map<string, Map<string, number>>()
  const failed = new Map<string, { times: number; example: string }>()
  let slowest = { ms: 0, what: '' }
  let busy = 0
  const fail = (request: Request, why: string) => {
    const kind = `${request.sort} ${request.name}: ${why}`
    const { times = 0, example = request.body.toString().slice(0, 1_500) } = failed.get(kind) ?? {}
    if (times === 0) say(`✗ ${kind}`)
    failed.set(kind, { times: times + 1, example })
  }
  return {
    count(request: Request, { status, ms, text }: Answer) {
      if (ms > slowest.ms) slowest = { ms: Math.round(ms), what: `${request.sort} ${request.name}` }
      const statuses = sorts.get(request.sort) ?? new Map<string, number>()
      sorts.set(request.sort, statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1))
      const why = failureOf(request, { status, ms, text })
      if (why) fail(request, why)
    },
    late(request: Request, fastestMs: number) {
      if (fastestMs > ACKNOWLEDGED_MS) fail(request, 'answered after three seconds')
      else busy += 1
    },
    slowest: () => `${slowest.ms} ms (${slowest.what})`,
    busy: () => busy,
    lines: () =>
      [...sorts].map(
        ([sort, statuses]) =>
          `${sort}: ${[...statuses]
            .sort()
            .map(([s, n]) => `${n} × ${s}`)
            .join(', ')}`,
      ),
    failures: () => [...failed].map(([kind, { times, example }]) => `${times} × ${kind}\n    ${example}`),
  }
}

function failureOf({ isGood }: Request, { status, text }: Answer): string | undefined {
  if (status === 'none') return `no answer (${text})`
  if (status >= 500) return `answered ${status}`
  if (isGood && status !== 200) return `is good, and answered ${status}`
  return undefined
}

/** Each kind of fault that was logged, with where it came from: not a failure where a body was none of Slack's. */
function faultsIn({ plaudit }: Company): string[] {
  const faults = plaudit.log.filter(({ level, err }) => level >= 50 && !isOfTheFuzz(err))
  const kinds = Map.groupBy(faults, ({ msg, err, where }) => `${msg} | ${where ?? ''} | ${stackOf(err)}`)
  return [...kinds].map(([kind, all]) => `logged ${all.length} × ${kind}`)
}

/** No trigger of a made-up press opens a form, and no made-up form can be changed: Slack says so, and that is logged. */
const isOfTheFuzz = (err: unknown): boolean =>
  /invalid_trigger_id|expired_trigger_id|exchanged_trigger_id|error occurred: not_found/.test(stackOf(err))

const stackOf = (err: unknown): string =>
  ((err as { stack?: string } | undefined)?.stack ?? '').split('\n').slice(0, 4).join(' ').slice(0, 400)

/** JavaScript's share, at a moment of chance between two collections. */
async function heapMb({ plaudit }: Company): Promise<number> {
  const { text } = await plaudit.get('/metrics')
  return Math.round(Number(/^nodejs_heap_size_used_bytes ([\d.e+]+)$/m.exec(text)?.[1]) / 2 ** 20)
}

const memoryMb = (pid: number): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
