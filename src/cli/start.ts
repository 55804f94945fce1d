/** Runs Plaudit until a signal. */
import { once } from 'node:events'
import type { Command } from 'commander'
import { createApp, giveMemoryBack } from '../app.ts'
import { readConfig } from '../config.ts'
import { w } from './answer.ts'

export const addStart = (program: Command): Command =>
  program.command('start').description(w.commands.is.start).action(start)

export async function start(): Promise<void> {
  const { config, secrets } = readConfig(process.env)
  process.stdout.on('error', () => undefined) // nobody reads the log any more: no reason to stop, nor to hang
  const app = createApp(config, secrets, { afterDirectory: giveMemoryBack })
  const told = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
  try {
    await Promise.race([app.start(), told])
    await told
  } finally {
    await app.stop()
  }
}
