/** Systems that send customers' letters: their secrets are printed once. */
import type { Command } from 'commander'
import {
  addSourceAsOperator,
  type NewSecret,
  revokeSourceAsOperator,
  rotateSourceAsOperator,
  showSourcesAsOperator,
} from '../usecases/sources.ts'
import { say, w } from './answer.ts'
import { type Which, withPlaudit } from './database.ts'

const s = w.sourceCommands
const { is, workspace } = w.commands

export function addSource(program: Command): Command {
  const source = program.command('source').description(is.source)
  source
    .command('add <name>')
    .description(is.sourceAdd)
    .option('--workspace <id>', workspace)
    .action((name: string, which: Which) =>
      withPlaudit(which, async (app) => show(await addSourceAsOperator(app, name), s.made)),
    )
  source
    .command('list')
    .description(is.sourceList)
    .option('--workspace <id>', workspace)
    .action((which: Which) => list(which))
  source
    .command('rotate <name>')
    .description(is.sourceRotate)
    .option('--workspace <id>', workspace)
    .action((name: string, which: Which) =>
      withPlaudit(which, async (app) => show(await rotateSourceAsOperator(app, name), s.rotated)),
    )
  source
    .command('revoke <name>')
    .description(is.sourceRevoke)
    .option('--workspace <id>', workspace)
    .action((name: string, which: Which) =>
      withPlaudit(which, async (app) => {
        await revokeSourceAsOperator(app, name)
        say(s.revoked(name))
      }),
    )
  return source
}

function show({ name, secret, token }: NewSecret, intro: (name: string) => string): void {
  say(intro(name))
  say(s.secret(secret))
  say(s.token(token))
  say(s.how)
}

const list = (which: Which): Promise<void> =>
  withPlaudit(which, async (app) => {
    const sources = await showSourcesAsOperator(app)
    if (sources.length === 0) say(s.none)
    for (const { name, state, praises, oldHoldsUntil } of sources) {
      say(s.line(name, s.states[state], praises))
      if (oldHoldsUntil) say(s.overlap(oldHoldsUntil))
    }
  })
