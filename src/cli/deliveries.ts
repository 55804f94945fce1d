/** Failed deliveries, and events that could not be acted on: tried again, or let go of. */
import type { Command } from 'commander'
import { Problem } from '../domain/problem.ts'
import { dismissAsOperator, type Failed, retryAsOperator } from '../usecases/operator.ts'
import type { Plaudit } from '../usecases/plaudit.ts'
import { endWith, say, sayError, w } from './answer.ts'
import { type Which, withPlaudit } from './database.ts'

const { is, workspace, retried, dismissed } = w.commands

export const addRetry = (program: Command): Command =>
  program
    .command('retry <id...>')
    .description(is.retry)
    .option('--workspace <id>', workspace)
    .action((ids: string[], which: Which) => each(ids, which, retryAsOperator, retried))

export const addDismiss = (program: Command): Command =>
  program
    .command('dismiss <id...>')
    .description(is.dismiss)
    .option('--workspace <id>', workspace)
    .action((ids: string[], which: Which) => each(ids, which, dismissAsOperator, dismissed))

/** One that is not there keeps none of the others from their turn. */
function each(
  ids: readonly string[],
  which: Which,
  act: (app: Plaudit, id: string) => Promise<Failed | undefined>,
  done: Readonly<Record<Failed, (id: string) => string>>,
): Promise<void> {
  return withPlaudit(which, async (app) => {
    for (const id of ids) {
      const what = await act(app, id)
      if (what) say(done[what](id))
      else endWith(sayError(new Problem('not_found', 'delivery.not-failed', undefined, { id })))
    }
  })
}
