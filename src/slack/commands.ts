/** `/wow`: the subcommands as one table. A first word that is no subcommand is the beginning of a story. */

import { showSetupState } from '../usecases/setup.ts'
import { setupHint } from '../views/setup-notes.ts'
import type { Act } from './acts.ts'
import { openAwardPick } from './awards.ts'
import { answerBallots } from './ballots.ts'
import { answerBoard, switchBoards } from './boards.ts'
import { openCaptures } from './captures.ts'
import { answerDigest } from './digests.ts'
import { openPrizesTodo } from './handing-over.ts'
import { answerHelp } from './home.ts'
import type { Listen } from './listen.ts'
import { openTypedNomination } from './nominations.ts'
import { openLetterForm, openStoryForm } from './open-story.ts'
import { openPraises } from './praises.ts'
import { openPrizes } from './prizes.ts'
import { openRoundForm } from './round-forms.ts'
import { openRounds } from './rounds.ts'
import { openSetup } from './setup.ts'
import type { Slack } from './slack.ts'
import { openSources } from './sources.ts'

/** `typed` is all that stands after `/wow`. */
type Subcommand = (slack: Slack, act: Act, typed: string) => Promise<void>

export const COMMAND = '/wow'

/**
 * Only what is typed exactly so is a subcommand: "help came at once" is a story. After `letter` comes what a customer
 * wrote.
 */
const subcommands: readonly [RegExp, Subcommand][] = [
  [/^letter(?: |$)/i, openLetterForm],
  [/^help$/i, answerHelp],
  [/^setup$/i, openSetup],
  [/^digest$/i, onceSetUp(answerDigest)],
  [/^nominate(?: |$)/i, onceSetUp(openTypedNomination)],
  [/^prize$/i, onceSetUp(openAwardPick)],
  [/^prizes$/i, onceSetUp(openPrizes)],
  [/^prizes todo$/i, onceSetUp(openPrizesTodo)],
  [/^vote$/i, onceSetUp(answerBallots)],
  [/^letters$/i, onceSetUp(openPraises)],
  [/^sources$/i, onceSetUp(openSources)],
  [/^capture$/i, onceSetUp(openCaptures)],
  [/^round$/i, onceSetUp(openRoundForm)],
  [/^rounds$/i, onceSetUp(openRounds)],
  [/^leaderboard$/i, onceSetUp(answerBoard)],
  [/^leaderboard off$/i, (slack, act) => switchBoards(slack, act, false)],
  [/^leaderboard on$/i, (slack, act) => switchBoards(slack, act, true)],
]

/** Before the setup there is nothing to see yet: whom to ask for it. */
function onceSetUp(run: Subcommand): Subcommand {
  return async (slack, act, typed) => {
    const { setUp, ...hint } = await showSetupState(slack.app, act.actor)
    await (setUp ? run(slack, act, typed) : act.answer(setupHint(hint, act.look)))
  }
}

export function registerCommands(listen: Listen, slack: Slack): void {
  listen.command(COMMAND, async (act, text) => {
    const typed = text.trim().replace(/\s+/g, ' ')
    const [, run] = subcommands.find(([pattern]) => pattern.test(typed)) ?? []
    await (run ? run(slack, act, text) : openStoryForm(slack, act, text))
  })
}
