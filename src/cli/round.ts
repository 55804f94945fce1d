/** What whoever runs Plaudit can check about rounds. */
import type { Command } from 'commander'
import { verifyCounts } from '../usecases/round-verifying.ts'
import { endWith, exitCodes, say, w } from './answer.ts'
import { type Which, withPlaudit } from './database.ts'

const s = w.commands.verified

export function addRound(program: Command): Command {
  const round = program.command('round').description(w.commands.is.round)
  round
    .command('verify')
    .description(w.commands.is.roundVerify)
    .option('--workspace <id>', w.commands.workspace)
    .action((which: Which) => verify(which))
  return round
}

/** Ends with 1 when a count does not agree. */
const verify = (which: Which): Promise<void> =>
  withPlaudit(which, async (app) => {
    const verified = await app.store.read((reader) => verifyCounts(reader))
    if (verified.length === 0) return say(s.none)
    for (const { title, ballots, problems } of verified) {
      if (problems.length === 0) say(s.fine(title, ballots))
      for (const problem of problems) say(s.wrong(title, s.what[problem]))
    }
    const wrong = verified.filter(({ problems }) => problems.length > 0).length
    say(s.ends(wrong))
    if (wrong > 0) endWith(exitCodes.failed)
  })
