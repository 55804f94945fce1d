/** A shell in which commands of `npx plaudit` are typed one after the other: see `open-shell.ts`. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { compiledOnce } from '../support/real-process.ts'
import type { Line } from './open-shell.ts'

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }
export type Env = Readonly<Record<string, string | undefined>>

export type Shell = {
  /** Runs a command when those before it have ended. */
  run(line: Line): Promise<Ended>
  /** Whether it waits for a command. */
  isReady(): boolean
  close(): Promise<void>
}

const OUT = /^([^\0]*)\0(\d+)\n$/
const ERR = /^([^\0]*)\0$/

export function openShell(): Shell {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'open-shell.ts')], {
    env: { ...compiledOnce, PATH: process.env.PATH },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  let running: ((ended: Ended) => void) | undefined
  const look = () => {
    const [, said, code] = OUT.exec(out) ?? []
    const [, complained] = ERR.exec(err) ?? []
    if (said !== undefined && complained !== undefined)
      running?.({ code: Number(code), out: said, err: complained })
  }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    look()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
    look()
  })
  const closed = once(child, 'close').then(([code]) => running?.({ code, out, err }))

  const runNow = async (line: Line): Promise<Ended> => {
    out = ''
    err = ''
    const ended = new Promise<Ended>((resolve) => {
      running = resolve
    })
    child.stdin.write(`${JSON.stringify(line)}\n`)
    return ended.finally(() => {
      running = undefined
    })
  }
  let last: Promise<unknown> = Promise.resolve()
  return {
    run: (line) => {
      const ended = last.then(() => runNow(line))
      last = ended
      return ended
    },
    isReady: () => running === undefined && child.exitCode === null && child.signalCode === null,
    close: async () => {
      child.kill()
      await closed
    },
  }
}
