/** The real process, `node bin/plaudit.js`, to be started, killed and asked. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { compiledOnce } from '../support/real-process.ts'

const ROOT = join(import.meta.dirname, '../..')
const WARN = 40

export type LogLine = { readonly level: number; readonly msg: string } & Readonly<Record<string, unknown>>
export type Ended = { readonly code: number | null; readonly signal: string | null; readonly ms: number }

export type Process = {
  readonly pid: number
  readonly port: number
  readonly url: string
  /** Its log, line by line; lines that are no JSON are in `said`. */
  readonly log: readonly LogLine[]
  /** What it printed besides its log. */
  readonly said: readonly string[]
  /** `Plaudit is ready` was logged. */
  readonly ready: Promise<void>
  readonly ended: Promise<Ended>
  hasEnded(): boolean
  /** Resolves with the first line that has this message, also one that was logged before. */
  logs(message: string, timeoutMs?: number): Promise<LogLine>
  get(path: string): Promise<{ status: number; text: string }>
  /** Sets civil time; resolves when everything due by then is written down. */
  clock(at: string): Promise<void>
  /** As a power cut: no last word. */
  kill(): Promise<void>
  /** As an operator: SIGTERM. */
  term(): Promise<Ended>
  freeze(): void
  thaw(): void
}

const living = new Set<Process>()

/** Starts the process; resolves when it listens, which is before it is ready. Rejects when it ends before that. */
export async function startProcess(
  env: Readonly<Record<string, string>>,
  patienceMs = 15_000,
): Promise<Process> {
  const child = spawn(process.execPath, ['bin/plaudit.js'], {
    cwd: ROOT,
    env: { ...compiledOnce, PATH: process.env.PATH ?? '', PORT: '0', PLAUDIT_TEST_CLOCK: 'fast', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const running = follow(child)
  living.add(running)
  const { port } = (await Promise.race([
    running.logs('Plaudit is starting', patienceMs),
    running.ended.then(({ code }) => {
      throw new Error(`it ended with ${code}: ${running.said.join(' ')}`)
    }),
  ])) as unknown as { port: number }
  return Object.assign(running, { port, url: `http://127.0.0.1:${port}` })
}

function follow(child: ChildProcess): Process {
  const log: LogLine[] = []
  const said: string[] = []
  const waiting = new Set<() => void>()
  const began = performance.now()
  let end: Ended | undefined

  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    createInterface({ input: stream }).on('line', (line) => {
      const entry = parse(line)
      if (entry) log.push(entry)
      else said.push(line)
      for (const look of waiting) look()
    })
  }
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => {
      end = { code, signal, ms: performance.now() - began }
      living.delete(running)
      resolve(end)
      for (const look of waiting) look()
    })
  })
  const logs = (message: string, timeoutMs = 10_000) =>
    new Promise<LogLine>((resolve, reject) => {
      const done = () => {
        clearTimeout(timer)
        waiting.delete(look)
      }
      const look = () => {
        const found = log.find(({ msg }) => msg === message)
        if (found) {
          done()
          resolve(found)
        } else if (end) {
          done()
          reject(new Error(`it ended before it logged "${message}": ${said.join(' ')} ${tail(log)}`))
        }
      }
      const timer = setTimeout(() => {
        done()
        reject(new Error(`it did not log "${message}" within ${timeoutMs} ms, but: ${tail(log)}`))
      }, timeoutMs)
      waiting.add(look)
      look()
    })
  const ready = logs('Plaudit is ready', 60_000).then(() => undefined)
  ready.catch(() => undefined)

  const running: Process = {
    pid: child.pid ?? 0,
    port: 0,
    url: '',
    log,
    said,
    ready,
    ended,
    hasEnded: () => end !== undefined,
    logs,
    async get(path) {
      const answer = await fetch(running.url + path)
      return { status: answer.status, text: await answer.text() }
    },
    async clock(at) {
      const answer = await fetch(`${running.url}/clock`, { method: 'POST', body: JSON.stringify({ at }) })
      if (!answer.ok) throw new Error(`the clock was not set: ${answer.status} ${await answer.text()}`)
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async term() {
      const asked = performance.now()
      child.kill('SIGTERM')
      return { ...(await ended), ms: performance.now() - asked }
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
  }
  return running
}

/** What no test that did not ask for it should see in the log. */
export const complaints = ({ log }: Pick<Process, 'log'>, from = WARN + 10): string[] =>
  log.filter(({ level }) => level >= from).map((line) => JSON.stringify(line))

/** Ends every process that a test left. */
export async function endAll(): Promise<void> {
  await Promise.all([...living].map((one) => one.kill()))
}

const tail = (log: readonly LogLine[]): string =>
  log
    .slice(-5)
    .map((line) => JSON.stringify(line))
    .join('\n')

function parse(line: string): LogLine | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    return JSON.parse(line) as LogLine
  } catch {
    return undefined
  }
}
