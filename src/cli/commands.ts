/** Every command, as it is typed. */
import { Command, CommanderError } from 'commander'
import { exitCodes, w } from './answer.ts'
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

/** @returns the exit code */
export async function runCommand(args: readonly string[]): Promise<number> {
  const program = new Command('plaudit')
    .description(w.commands.about)
    .exitOverride()
    .showHelpAfterError(w.commands.seeHelp)
  for (const add of commands) add(program)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return Number(process.exitCode ?? exitCodes.done)
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? exitCodes.done : exitCodes.misused
  }
}
