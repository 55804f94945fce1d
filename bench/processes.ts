/** The processes that are measured, and the one that sends. */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startFlags } from '../test/support/real-process.ts'
import type { Job, Sent } from './load.ts'

const ROOT = join(import.meta.dirname, '..')

/** Whatever happens, nothing that was started here outlives the bench. */
const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

function keepTrack<C extends ChildProcess>(child: C): C {
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

export type Server = {
  readonly pid: number
  readonly port: number
  /** From the start of the process until it could be asked. */
  readonly readyMs: number
  /** Megabytes. */
  memory(): Promise<number>
  /** Seconds of processor time since its start: what others do on the machine changes it little. */
  cpu(): Promise<number>
  stop(): Promise<void>
}

export async function startFloor(secret: string): Promise<Server> {
  const began = performance.now()
  const child = keepTrack(
    fork(join(import.meta.dirname, 'floor.ts'), {
      env: { PATH: process.env.PATH, SLACK_SIGNING_SECRET: secret },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    }),
  )
  const { port } = await logged(child, 'ready')
  return {
    pid: child.pid ?? 0,
    port,
    readyMs: performance.now() - began,
    memory: async () => (await askFloor(child)).memory / 1_000_000,
    cpu: async () => (await askFloor(child)).cpu / 1_000_000,
    stop: () => stop(child),
  }
}

async function askFloor(child: ChildProcess): Promise<{ memory: number; cpu: number }> {
  child.send('how much?')
  const [answer] = (await once(child, 'message')) as [{ memory: number; cpu: number }]
  return answer
}

/** As `npm start` does, with nothing else around it. */
export async function startPlaudit(env: Readonly<Record<string, string>>): Promise<Server> {
  const began = performance.now()
  // To look inside: BENCH_NODE='--cpu-prof --cpu-prof-dir=profiles' npm run bench -- --only stories
  const flags = [...startFlags, ...(process.env.BENCH_NODE?.split(' ') ?? [])]
  const child = keepTrack(
    spawn(process.execPath, [...flags, join(ROOT, 'bin/plaudit.js')], {
      env: { PATH: process.env.PATH, PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )
  const directory = logged(child, 'directory read')
  const { port } = await logged(child, 'Plaudit is ready')
  const readyMs = performance.now() - began
  await directory // what it does once at every start is not measured
  return {
    pid: child.pid ?? 0,
    port,
    readyMs,
    memory: async () => (await metric(port, 'process_resident_memory_bytes')) / 1_000_000,
    cpu: () => metric(port, 'process_cpu_seconds_total'),
    stop: () => stop(child),
  }
}

/** One figure of `/metrics`. */
export async function metric(port: number, name: string): Promise<number> {
  const page = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(page)?.[1])
}

export type Load = { run(job: Job): Promise<Sent>; stop(): Promise<void> }

export function startLoad(): Load {
  const child = keepTrack(fork(join(import.meta.dirname, 'load.ts'), { serialization: 'advanced' }))
  return {
    async run(job) {
      child.send(job)
      const [answer] = (await once(child, 'message')) as [{ sent: Sent } | { failed: string }]
      if ('failed' in answer) throw new Error(answer.failed)
      return answer.sent
    },
    stop: () => stop(child),
  }
}

/** The line of its log with this message. */
function logged(child: ChildProcess, message: string): Promise<{ port: number }> {
  return new Promise((resolve, reject) => {
    if (child.stdout)
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.includes(`"msg":"${message}"`)) resolve(JSON.parse(line) as { port: number })
        // What should not have happened would make every figure worthless.
        if (/"level":[56]0/.test(line)) console.error(line)
      })
    child.once('exit', (code) => reject(new Error(`it ended with ${code} before it logged "${message}"`)))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
