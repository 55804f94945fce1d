/**
 * Plaudit over a large database, without a Slack around it: what the listeners do when somebody presses, types or looks,
 * from the moment Slack's request is read to the view that answers it.
 */
import { readConfig } from '../../src/config.ts'
import { addTo, type Instant } from '../../src/domain/time.ts'
import { createLog } from '../../src/log.ts'
import { COMMAND } from '../../src/slack/commands.ts'
import { createDirectory } from '../../src/slack/directory.ts'
import { registerListeners } from '../../src/slack/listeners.ts'
import type { Slack } from '../../src/slack/slack.ts'
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

export function openWorld(path: string): World {
  let now: Instant = NOW
  const clock = { civil: () => now, real: () => now }
  const store = openStore({ path, workspaceId: WORKSPACE, clock })
  const app = { store, clock }
  const slack = slackOver(app)
  const { listen, ...listeners } = collectListeners(slack, COMMAND)
  registerListeners(listen, slack)
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
