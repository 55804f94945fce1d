import type { Command } from 'commander'
import { openWriter } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { say, w } from './answer.ts'
import { getDatabasePath } from './database.ts'

export const addMigrate = (program: Command): Command =>
  program
    .command('migrate')
    .description(w.commands.is.migrate)
    .action(() => {
      const db = openWriter(getDatabasePath())
      try {
        say(w.commands.migrated(migrate(db)))
      } finally {
        db.close()
      }
    })
