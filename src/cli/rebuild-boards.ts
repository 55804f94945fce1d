import type { Command } from 'commander'
import { rebuildBoards } from '../usecases/recount.ts'
import { say, w } from './answer.ts'
import { type Which, withPlaudit } from './database.ts'

export const addRebuildBoards = (program: Command): Command =>
  program
    .command('rebuild-boards')
    .description(w.commands.is.rebuildBoards)
    .option('--workspace <id>', w.commands.workspace)
    .action((which: Which) =>
      withPlaudit(which, async (app) => say(w.commands.boardsRebuilt(await rebuildBoards(app)))),
    )
