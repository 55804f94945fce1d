/** The commands that run beside Plaudit, and end. */
import type { Command } from 'commander'
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

const commands = [
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

export function addCommands(program: Command): void {
  for (const add of commands) add(program)
}
