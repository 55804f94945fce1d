/** How a command ends: what is printed, and the exit code. */
import { NotLetIn } from '../app.ts'
import { BadEnvironment } from '../config.ts'
import { Problem, Problems } from '../domain/problem.ts'
import { MigrationRefused } from '../store/migrate.ts'
import { sentenceFor, wordingFor } from '../wording/index.ts'

export const w = wordingFor()

export const exitCodes = { done: 0, failed: 1, misused: 2 } as const

export const say = (line: string): void => console.log(line)

/** Text as it is, all of it before the command ends. Who reads it may stop early, as `head` does. */
export const print = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const done = (error?: NodeJS.ErrnoException | null) =>
      error && error.code !== 'EPIPE' ? reject(error) : resolve()
    process.stdout.once('error', done)
    process.stdout.write(text, done)
  })

export function endWith(exitCode: number): void {
  process.exitCode = exitCode
}

/** Says what is wrong and what to do about it, without a stack trace where a person can mend it. @returns the exit code */
export function sayError(error: unknown): number {
  const problems = error instanceof Problems ? error.problems : error instanceof Problem ? [error] : []
  if (problems.length > 0) {
    for (const problem of problems) console.error(sentenceFor(problem, w))
    return problems.every(({ code }) => code === 'invalid') ? exitCodes.misused : exitCodes.failed
  }
  const sentence = sentenceOf(error)
  if (sentence === undefined) console.error(w.commands.fault, '\n', error)
  else console.error(sentence)
  return exitCodes.failed
}

function sentenceOf(error: unknown): string | undefined {
  if (error instanceof BadEnvironment || error instanceof NotLetIn || error instanceof MigrationRefused)
    return error.message
  const problem = problemOf(error)
  return problem && sentenceFor(problem, w)
}

/** What the machine refuses, as something that whoever runs Plaudit can mend. */
function problemOf(error: unknown): Problem | undefined {
  const { code = '', port, path, syscall, message } = error as NodeJS.ErrnoException & { port?: number }
  const database = process.env.DATABASE_PATH?.trim() || 'data/plaudit.db'
  if (syscall === 'listen' && code === 'EADDRINUSE')
    return new Problem('conflict', 'port.in-use', undefined, { port: port ?? 0 })
  if (syscall === 'listen' && code === 'EACCES')
    return new Problem('forbidden', 'port.not-allowed', undefined, { port: port ?? 0 })
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new Problem('conflict', 'database.not-a-database', undefined, { path: database })
  if (code.startsWith('SQLITE_BUSY'))
    return new Problem('conflict', 'database.busy', undefined, { path: database })
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR'))
    return new Problem('conflict', 'database.no-room', undefined, { path: database, why: message })
  if (code === 'SQLITE_CANTOPEN' || code.startsWith('SQLITE_READONLY'))
    return new Problem('conflict', 'database.cannot-open', undefined, { path: database, why: message })
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT'].includes(code) && path)
    return new Problem('conflict', 'database.cannot-open', undefined, { path, why: code })
  return undefined
}
