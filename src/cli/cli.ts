/** `npx plaudit [command]`: its commands, and how they end. */
import { Command, CommanderError } from 'commander'
import { exitCodes, sayError, w } from './answer.ts'
import { addBackup, addRestore } from './backup.ts'
import { addDismiss, addRetry } from './deliveries.ts'
import { addDoctor } from './doctor.ts'
import { addExport } from './export.ts'
import { addImport } from './import.ts'
import { addJob } from './job.ts'
import { addMigrate } from './migrate.ts'
import { addRebuildBoards } from './rebuild-boards.ts'
import { addRound } from './round.ts'
import { addSource } from './source.ts'
import { addStart } from './start.ts'

const commands = [
  addStart,
  addDoctor,
  addRetry,
  addDismiss,
  addJob,
  addRebuildBoards,
  addExport,
  addRound,
  addBackup,
  addRestore,
  addMigrate,
  addSource,
  addImport,
]

/** Without a command it starts. @returns the exit code: 0 done, 1 it could not be done, 2 it was asked wrongly */
export async function run(args: readonly string[]): Promise<number> {
  const program = new Command('plaudit')
    .description(w.commands.about)
    .exitOverride()
    .showHelpAfterError(w.commands.seeHelp)
  for (const add of commands) add(program)
  try {
    await program.parseAsync(args.length > 0 ? [...args] : ['start'], { from: 'user' })
    return Number(process.exitCode ?? exitCodes.done)
  } catch (error) {
    return exitCodeOf(error)
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.misused
  return sayError(error)
}
