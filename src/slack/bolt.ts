/** The Bolt app: who listens to what, and how it starts and stops. */
import { App } from '@slack/bolt'
import type { Meter } from '../meter.ts'
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
import { createListen } from './listen.ts'
import { slackLogger } from './log.ts'
import { registerNominations } from './nominations.ts'
import { registerPraises } from './praises.ts'
import { registerPrizes } from './prizes.ts'
import type { Connection } from './receiver.ts'
import { registerRoundPrizes } from './round-prizes.ts'
import { registerRounds } from './rounds.ts'
import { registerSetup } from './setup.ts'
import type { Slack } from './slack.ts'
import { registerSources } from './sources.ts'
import { registerStories } from './stories.ts'

export function createBolt(slack: Slack, { receiver }: Connection, meter: Meter): App {
  const { identity, log, web } = slack
  const bolt = new App({
    receiver,
    authorize: async () => ({
      botToken: web.interactive.token ?? '',
      botId: identity.botId,
      botUserId: identity.botUserId,
      // Else Bolt keeps a client for each workspace that a request names.
      teamId: identity.workspaceId,
    }),
    clientOptions: { slackApiUrl: web.interactive.slackApiUrl },
    logger: slackLogger(log),
    convoStore: false,
    // What people see of an error is said where it happens; what gets here is a fault of the listeners themselves.
    extendedErrorHandler: false,
  })
  bolt.error(async (error) => {
    log.error({ err: error }, 'a listener failed')
  })
  const listen = createListen(bolt, slack, meter)
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
  return bolt
}
