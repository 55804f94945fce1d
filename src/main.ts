/** Starts Plaudit, or runs one of its commands. */
import 'dotenv/config'
import { run } from './cli/cli.ts'

process.exitCode = await run(process.argv.slice(2))
