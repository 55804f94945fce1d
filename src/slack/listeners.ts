/** Who listens to what. */
import { registerApprovals } from './approvals.ts'
import { registerAwards } from './awards.ts'
import { registerBallots } from './ballots.ts'
import { registerBoards } from './boards.ts'
import { registerCaptures } from './captures.ts'
import { registerCheers } from './cheers.ts'
import { registerCommands } from './commands.ts'
import { registerDigests } from './digests.ts'
import { registerExport } from './export.ts'
import { registerHandingOver } from './handing-over.ts'
import { registerHome } from './home.ts'
import { registerJudging } from './judging.ts'
import { registerLetters } from './letters.ts'
import type { Listen } from './listen.ts'
import { registerNominations } from './nominations.ts'
import { registerPraises } from './praises.ts'
import { registerPrizes } from './prizes.ts'
import { registerRoundPrizes } from './round-prizes.ts'
import { registerRounds } from './rounds.ts'
import { registerSetup } from './setup.ts'
import type { Slack } from './slack.ts'
import { registerSources } from './sources.ts'
import { registerStories } from './stories.ts'

export function registerListeners(listen: Listen, slack: Slack): void {
  registerCommands(listen, slack)
  registerStories(listen, slack)
  registerLetters(listen, slack)
  registerCheers(listen, slack)
  registerDigests(listen, slack)
  registerBoards(listen, slack)
  registerHome(listen, slack)
  registerPraises(listen, slack)
  registerCaptures(listen, slack)
  registerSources(listen, slack)
  registerSetup(listen, slack)
  registerPrizes(listen, slack)
  registerAwards(listen, slack)
  registerApprovals(listen, slack)
  registerRoundPrizes(listen, slack)
  registerHandingOver(listen, slack)
  registerNominations(listen, slack)
  registerExport(listen, slack)
  registerRounds(listen, slack)
  registerBallots(listen, slack)
  registerJudging(listen, slack)
}
