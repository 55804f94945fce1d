import { parseArgs } from 'node:util'
import { thursdayAfternoon } from './demo/clock.ts'
import { type Demo, startDemo } from './demo/start.ts'
import { eightWeeks } from './seeds/tell.ts'

// Plaudit in the browser, without a Slack workspace: npm run demo -- [--http] [--empty] [--port 4600]

const USUAL_PORT = 4600

const { values } = parseArgs({
  options: {
    http: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
    port: { type: 'string' },
  },
})

const demo = await start(values.port === undefined ? USUAL_PORT : Number(values.port))
console.log(`\nPlaudit is running in a pretend Slack. Open\n\n  ${demo.url}\n\nCtrl-C ends it.`)

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    void demo.stop().then(() => process.exit(0))
  })
void demo.app.ended.then(async (code) => {
  if (stopping) return
  console.error(`Plaudit ended with ${code}, and the playground with it.`)
  await demo.stop()
  process.exit(1)
})

/** On the usual port, or on a free one when somebody else has it. */
async function start(port: number): Promise<Demo> {
  const mode = values.http ? 'http' : 'socket'
  const now = thursdayAfternoon(Date.now())
  const past = values.empty ? {} : { past: eightWeeks(now) }
  try {
    return await startDemo({ mode, port, now, ...past })
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (!taken || values.port !== undefined) throw error
    return startDemo({ mode, port: 0, now, ...past })
  }
}
