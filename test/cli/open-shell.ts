/**
 * The commands of `npx plaudit`, loaded once and run one after the other: each line that comes in is a command, and a `\0`
 * on each stream says that it has ended. Starting Node anew for each would cost more than all that they do.
 */
import { createInterface } from 'node:readline'
import { run } from '../../src/cli/cli.ts'

export type Line = {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly folder: string
}

process.umask(0o077) // as src/main.ts has it
process.stdout.setMaxListeners(0)

for await (const line of createInterface({ input: process.stdin })) {
  const { args, env, folder } = JSON.parse(line) as Line
  process.chdir(folder)
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, env)
  process.exitCode = undefined
  const code = await run(args)
  process.stderr.write('\0')
  process.stdout.write(`\0${code}\n`)
}
