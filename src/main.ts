/** Starts Plaudit, or runs one of its commands. */
import 'dotenv/config'
import { run } from './cli/cli.ts'

// Whatever is written from here on is for its owner alone, from the first moment.
process.umask(0o077)
// Not only an exit code: a call to Slack that is still being retried would keep what has stopped alive for minutes.
process.exit(await run(process.argv.slice(2)))
