/** Runs a scheduled job by hand, through the same code and the same ledger as the schedule. */
import type { Command } from 'commander'
import { runByHand } from '../app.ts'
import { Problem } from '../domain/problem.ts'
import { type Instant, toInstant } from '../domain/time.ts'
import { say, w } from './answer.ts'
import { type Which, withPlaudit } from './database.ts'

export const addJob = (program: Command): Command =>
  program
    .command('job <name>')
    .description(w.commands.is.job)
    .requiredOption('--at <instant>', w.commands.is.at)
    .option('--workspace <id>', w.commands.workspace)
    .action((name: string, options: Which & { at: string }) => job(name, options))

async function job(name: string, which: Which & { readonly at: string }): Promise<void> {
  const at = readInstant(which.at)
  await withPlaudit(which, async (app) => {
    const ran = await runByHand(app, name, at)
    say(ran ? w.commands.jobRan(name, at) : w.commands.jobRanBefore(name, at))
  })
}

/** A date and time with its zone: without one it would be another instant on another machine. */
function readInstant(text: string): Instant {
  const ms = /T.*(Z|[+-]\d\d:?\d\d)$/i.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(ms)) throw new Problem('invalid', 'job.at-unreadable', 'at', { at: text })
  return toInstant(ms)
}
