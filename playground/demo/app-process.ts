import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PATIENCE_MS = 20_000
const WARN = 40

/** Plaudit itself, `npm start` in a process of its own. */
export type AppProcess = {
  url: string
  /** Sets its civil time; resolves when what is due by then is written down. */
  setClock(at: number): Promise<void>
  /** Runs one of its commands beside it, such as `source list`; resolves with what that prints. */
  command(...words: string[]): Promise<string>
  /** Resolves with its exit code; `told` says whether it was asked to end. */
  ended: Promise<number | null>
  stop(): Promise<void>
}

const run = promisify(execFile)

type Line = { level: number; msg: string; port?: number; err?: { message?: string } }

/**
 * Starts Plaudit and waits until it is ready. Its warnings and errors are printed as they come; the rest of its log is
 * left out. Throws with its last words when it ends before that.
 */
export async function startApp(env: Record<string, string>): Promise<AppProcess> {
  const place = {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', PORT: '0', PLAUDIT_TEST_CLOCK: 'fast', ...env },
  }
  const child = spawn(process.execPath, ['bin/plaudit.js'], { ...place, stdio: ['ignore', 'pipe', 'pipe'] })
  // Whatever ends the playground ends Plaudit with it.
  const endToo = () => child.kill()
  process.once('exit', endToo)
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', (code) => {
      process.off('exit', endToo)
      resolve(code)
    }),
  )
  const port = await readiness(child, ended)
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    ended,
    async setClock(at) {
      const body = JSON.stringify({ at: new Date(at).toISOString() })
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`${url}/clock`, { method: 'POST', headers, body })
      if (!answer.ok) throw new Error(`Plaudit did not set its clock: ${await answer.text()}`)
    },
    async command(...words) {
      const { stdout } = await run(process.execPath, ['bin/plaudit.js', ...words], place)
      return stdout
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Its port, once it says that it is ready. */
function readiness(child: ChildProcess, ended: Promise<number | null>): Promise<number> {
  return new Promise((resolve, reject) => {
    let port = 0
    const lastWords: string[] = []
    const timer = setTimeout(() => reject(new Error('Plaudit was not ready in time.')), PATIENCE_MS)
    const hear = (text: string) => {
      const line = readLine(text)
      if (line === undefined) lastWords.push(text)
      if (line?.port !== undefined) port = line.port
      if (line && line.level >= WARN)
        console.error(`Plaudit: ${line.msg}${line.err?.message ? `: ${line.err.message}` : ''}`)
      if (line?.msg !== 'Plaudit is ready') return
      clearTimeout(timer)
      resolve(port)
    }
    for (const stream of [child.stdout, child.stderr])
      if (stream) createInterface({ input: stream }).on('line', hear)
    void ended.then((code) => {
      clearTimeout(timer)
      reject(new Error(`Plaudit ended with ${code}.\n${lastWords.slice(-20).join('\n')}`))
    })
  })
}

function readLine(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line
  } catch {
    return undefined
  }
}
