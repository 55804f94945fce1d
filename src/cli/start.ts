/** Runs Plaudit until a signal. */
import { once } from 'node:events'
import { createApp } from '../app.ts'
import { readConfig } from '../config.ts'

export async function start(): Promise<number> {
  const { config, secrets } = readConfig(process.env)
  const app = createApp(config, secrets)
  const told = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
  try {
    await Promise.race([app.start(), told])
    await told
  } finally {
    await app.stop()
  }
  return 0
}
