/** Starts Plaudit, or runs one of its commands. */
import 'dotenv/config'
import { run } from './cli/cli.ts'

// Not only an exit code: a call to Slack that is still being retried would keep what has stopped alive for minutes.
process.exit(await run(process.argv.slice(2)))
