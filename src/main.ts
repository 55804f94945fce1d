/** Starts Plaudit, or runs one of its commands. */
import 'dotenv/config'
import { flushCompileCache } from 'node:module'
import { run } from './cli/cli.ts'

// Whatever is written from here on is for its owner alone, from the first moment.
process.umask(0o077)
// What Node compiled stands in files from here on, and no longer in memory as well.
flushCompileCache()
// Not only an exit code: a call to Slack that is still being retried would keep what has stopped alive for minutes.
process.exit(await run(process.argv.slice(2)))
