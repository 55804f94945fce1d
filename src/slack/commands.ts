/** `/wow`: the subcommands as one table. A first word that is no subcommand is the beginning of a story. */

import type { Act } from './acts.ts'
import { answerBoard, switchBoards } from './boards.ts'
import { answerDigest } from './digests.ts'
import { answerHelp } from './home.ts'
import type { Listen } from './listen.ts'
import { openSetup } from './setup.ts'
import type { Slack } from './slack.ts'
import { openStoryForm } from './stories.ts'

export const COMMAND = '/wow'

/** Only what is typed exactly so is a subcommand: "help came at once" is a story. */
const subcommands: readonly [RegExp, (slack: Slack, act: Act) => Promise<void>][] = [
  [/^help$/i, answerHelp],
  [/^setup$/i, openSetup],
  [/^digest$/i, answerDigest],
  [/^leaderboard$/i, answerBoard],
  [/^leaderboard off$/i, (slack, act) => switchBoards(slack, act, false)],
  [/^leaderboard on$/i, (slack, act) => switchBoards(slack, act, true)],
]

export function registerCommands(listen: Listen, slack: Slack): void {
  listen.command(COMMAND, async (act, text) => {
    const typed = text.trim().replace(/\s+/g, ' ')
    const [, run] = subcommands.find(([pattern]) => pattern.test(typed)) ?? []
    await (run ? run(slack, act) : openStoryForm(slack, act, text))
  })
}
