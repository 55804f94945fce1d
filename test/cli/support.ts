/** `npx plaudit …`, as somebody types it on the machine. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach } from '@jest/globals'
import { type Plaudit, type PlauditOptions, startPlaudit } from '../support/plaudit.ts'
import { compiledOnce } from '../support/real-process.ts'
import { readableIn, tokensIn } from '../support/secrets.ts'
import { type Ended, type Env, openShell, type Shell } from './shell.ts'

const BIN = join(import.meta.dirname, '../../bin/plaudit.js')

const cleanups: (() => void)[] = []
let shell: Shell | undefined
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup()
  if (!shell?.isReady()) await closeShell()
})
const closeShell = async () => {
  await shell?.close()
  shell = undefined
}
afterAll(closeShell)

/** A folder of its own, gone after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-cli-'))
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Types a command, in a folder without a `.env`; resolves when it has ended. */
export async function types(command: string, env: Env = {}): Promise<Ended> {
  shell ??= openShell()
  return checked(command, env, shell.run({ args: words(command), env: envFor(env), folder: aFolder() }))
}

/** As `types`, in a process of its own, as it is on a machine. `nodeArgs` are for Node itself. */
export function typesAfresh(
  command: string,
  env: Env = {},
  nodeArgs: readonly string[] = [],
): Promise<Ended> {
  const child = spawn(process.execPath, [...nodeArgs, BIN, ...words(command)], {
    cwd: aFolder(),
    env: envFor(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  cleanups.push(() => void child.kill('SIGKILL'))
  let [out, err] = ['', '']
  child.stdout.on('data', (part) => {
    out += part
  })
  child.stderr.on('data', (part) => {
    err += part
  })
  return checked(
    command,
    env,
    new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err }))),
  )
}

const words = (command: string): string[] => command.split(' ').filter(Boolean)
const envFor = (env: Env): Env => ({ ...compiledOnce, PATH: process.env.PATH, ...env })

async function checked(command: string, env: Env, ended: Promise<Ended>): Promise<Ended> {
  const { out, err } = await ended
  const readable = readableIn(out + err, tokensIn(env))
  if (readable.length > 0) throw new Error(`${command} prints ${readable.join(', ')}`)
  return ended
}

export type Started = {
  readonly stop: () => Promise<number | null>
  /** Nobody reads its log any more. */
  readonly leaveLog: () => void
}

/** Starts Plaudit itself; resolves when it is ready. */
export async function starts(env: Env): Promise<Started> {
  const child = spawn(process.execPath, [BIN, 'start'], {
    cwd: aFolder(),
    env: envFor(env),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  cleanups.push(() => void child.kill('SIGKILL'))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (part) => String(part).includes('Plaudit is ready') && resolve())
    child.on('close', (code) => reject(new Error(`it ended with ${code} before it was ready`)))
  })
  return {
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
    leaveLog: () => void child.stdout.destroy(),
  }
}

/** Plaudit as it runs today, since commands know no other day, and the environment that its commands share with it. */
export async function startToday(options: PlauditOptions = {}): Promise<{ plaudit: Plaudit; env: Env }> {
  const now = new Date().toISOString()
  const plaudit = await startPlaudit({ at: now, ...options })
  await plaudit.leapTo(now) // whatever is due today is done
  return { plaudit, env: envOf(plaudit) }
}

export const envOf = ({ slack, databasePath }: Plaudit): Env => ({
  ...slack.env(),
  DATABASE_PATH: databasePath,
  PORT: '0',
})
