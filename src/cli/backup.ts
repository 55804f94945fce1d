/** A copy of the database while Plaudit runs, and a copy put back in its place while it does not. */
import type { Command } from 'commander'
import { createClock } from '../clock.ts'
import { readDatabasePath } from '../config.ts'
import { backupDatabase } from '../store/backup.ts'
import { restoreDatabase } from '../store/restore.ts'
import { say, w } from './answer.ts'
import { getDatabasePath } from './database.ts'

export const addBackup = (program: Command): Command =>
  program
    .command('backup <file>')
    .description(w.commands.is.backup)
    .action(async (file: string) => {
      await backupDatabase(getDatabasePath(), file)
      say(w.commands.backedUp(file))
    })

export const addRestore = (program: Command): Command =>
  program
    .command('restore <file>')
    .description(w.commands.is.restore)
    .action(async (file: string) => {
      const path = readDatabasePath(process.env)
      const { aside, stories } = await restoreDatabase(path, file, createClock().real())
      say(w.commands.restored(file, path, stories))
      if (aside) say(w.commands.keptAside(aside))
    })
