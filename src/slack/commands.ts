/** `/wow`: the subcommands as one table. A first word that is no subcommand is the beginning of a story. */

import { showSetupState } from '../usecases/setup.ts'
import { setupHint } from '../views/setup-notes.ts'
import type { Act } from './acts.ts'
import { openAwardPick } from './awards.ts'
import { answerBoard, switchBoards } from './boards.ts'
import { answerDigest } from './digests.ts'
import { openPrizesTodo } from './handing-over.ts'
import { answerHelp } from './home.ts'
import type { Listen } from './listen.ts'
import { openPrizes } from './prizes.ts'
import { openSetup } from './setup.ts'
import type { Slack } from './slack.ts'
import { openStoryForm } from './stories.ts'

type Subcommand = (slack: Slack, act: Act) => Promise<void>

export const COMMAND = '/wow'

/** Only what is typed exactly so is a subcommand: "help came at once" is a story. */
const subcommands: readonly [RegExp, Subcommand][] = [
  [/^help$/i, answerHelp],
  [/^setup$/i, openSetup],
  [/^digest$/i, onceSetUp(answerDigest)],
  [/^prize$/i, onceSetUp(openAwardPick)],
  [/^prizes$/i, onceSetUp(openPrizes)],
  [/^prizes todo$/i, onceSetUp(openPrizesTodo)],
  [/^leaderboard$/i, onceSetUp(answerBoard)],
  [/^leaderboard off$/i, (slack, act) => switchBoards(slack, act, false)],
  [/^leaderboard on$/i, (slack, act) => switchBoards(slack, act, true)],
]

/** Before the setup there is nothing to see yet: whom to ask for it. */
function onceSetUp(run: Subcommand): Subcommand {
  return async (slack, act) => {
    const { setUp, ...hint } = await showSetupState(slack.app, act.actor)
    await (setUp ? run(slack, act) : act.answer(setupHint(hint, act.look)))
  }
}

export function registerCommands(listen: Listen, slack: Slack): void {
  listen.command(COMMAND, async (act, text) => {
    const typed = text.trim().replace(/\s+/g, ' ')
    const [, run] = subcommands.find(([pattern]) => pattern.test(typed)) ?? []
    await (run ? run(slack, act) : openStoryForm(slack, act, text))
  })
}
