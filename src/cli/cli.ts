/** `npx plaudit [command]`: its commands, and how they end. */
import { Command, CommanderError } from 'commander'
import { exitCodes, sayError, w } from './answer.ts'
import { addStart } from './start.ts'

/** Without a command it starts. @returns the exit code: 0 done, 1 it could not be done, 2 it was asked wrongly */
export async function run(args: readonly string[]): Promise<number> {
  const program = new Command('plaudit')
    .description(w.commands.about)
    .exitOverride()
    .showHelpAfterError(w.commands.seeHelp)
  const asked = args.length > 0 ? [...args] : ['start']
  try {
    addStart(program)
    // What runs for months need not hold what runs for seconds.
    if (asked[0] !== 'start') (await import('./commands.ts')).addCommands(program)
    await program.parseAsync(asked, { from: 'user' })
    return Number(process.exitCode ?? exitCodes.done)
  } catch (error) {
    return exitCodeOf(error)
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.misused
  return sayError(error)
}
