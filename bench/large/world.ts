/**
 * Plaudit over a large database, without a Slack around it: what the listeners do when somebody presses, types or looks,
 * from the moment Slack's request is read to the view that answers it.
 */
import { readConfig } from '../../src/config.ts'
import { addTo, type Instant } from '../../src/domain/time.ts'
import { createLog } from '../../src/log.ts'
import { registerApprovals } from '../../src/slack/approvals.ts'
import { registerAwards } from '../../src/slack/awards.ts'
import { registerBoards } from '../../src/slack/boards.ts'
import { registerCaptures } from '../../src/slack/captures.ts'
import { registerCheers } from '../../src/slack/cheers.ts'
import { COMMAND, registerCommands } from '../../src/slack/commands.ts'
import { registerDigests } from '../../src/slack/digests.ts'
import { createDirectory } from '../../src/slack/directory.ts'
import { registerExport } from '../../src/slack/export.ts'
import { registerHandingOver } from '../../src/slack/handing-over.ts'
import { registerHome } from '../../src/slack/home.ts'
import { registerLetters } from '../../src/slack/letters.ts'
import { registerNominations } from '../../src/slack/nominations.ts'
import { registerPraises } from '../../src/slack/praises.ts'
import { registerPrizes } from '../../src/slack/prizes.ts'
import { registerSetup } from '../../src/slack/setup.ts'
import type { Slack } from '../../src/slack/slack.ts'
import { registerSources } from '../../src/slack/sources.ts'
import { registerStories } from '../../src/slack/stories.ts'
import { createWeb } from '../../src/slack/web.ts'
import { openStore } from '../../src/store/store.ts'
import type { Plaudit } from '../../src/usecases/plaudit.ts'
import { collectListeners, type Listeners } from './listeners.ts'
import { NOW, WORKSPACE } from './sizes.ts'

export type World = Listeners & {
  readonly app: Plaudit
  readonly slack: Slack
  /** Both clocks go on. */
  readonly pass: (ms: number) => void
  readonly close: () => Promise<void>
}

const registrations = [
  ...[registerCommands, registerStories, registerLetters, registerCheers, registerDigests, registerBoards],
  ...[registerHome, registerPraises, registerCaptures, registerSources, registerSetup, registerPrizes],
  ...[registerAwards, registerApprovals, registerHandingOver, registerExport, registerNominations],
]

export function openWorld(path: string): World {
  let now: Instant = NOW
  const clock = { civil: () => now, real: () => now }
  const store = openStore({ path, workspaceId: WORKSPACE, clock })
  const app = { store, clock }
  const slack = slackOver(app)
  const { listen, ...listeners } = collectListeners(slack, COMMAND)
  for (const register of registrations) register(listen, slack)
  return {
    ...listeners,
    app,
    slack,
    pass: (ms) => {
      now = addTo(now, { ms })
    },
    close: () => store.close(),
  }
}

/** Everybody is known, so nobody asks Slack; who asks for a channel is in it. */
function slackOver(app: Plaudit): Slack {
  const { config, secrets } = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-none',
    SLACK_SIGNING_SECRET: 'none',
    SLACK_API_URL: 'http://127.0.0.1:9/api/',
  })
  const log = createLog('silent')
  const identity = { workspaceId: WORKSPACE, botUserId: 'UBOT', botId: 'BBOT', url: 'https://x.example/' }
  const web = createWeb(config, secrets, log, 1_000)
  const directory = { ...createDirectory(app, web, identity, log), isIn: async () => true }
  return { app, web, identity, directory, log }
}
