/** What Plaudit listens to: the app as it is built in earnest, over a receiver that receives nothing; Bolt itself is listened to. */
import { App, type Receiver } from '@slack/bolt'
import { pino } from 'pino'
import { readConfig } from '../../src/config.ts'
import { createMeter } from '../../src/meter.ts'
import { createBolt } from '../../src/slack/bolt.ts'
import { createDirectory } from '../../src/slack/directory.ts'
import { createWeb } from '../../src/slack/web.ts'
import { openTestStore } from '../store/support.ts'

/** What a listener can be registered for. */
const surfaces = ['action', 'command', 'event', 'message', 'options', 'shortcut', 'view'] as const
type Surface = (typeof surfaces)[number]
export type Registered = Readonly<Record<Surface, readonly string[]>>

/** The ids that are listened to, as often as they are. */
export async function listRegistered(): Promise<Registered> {
  const registered: Record<Surface, string[]> = {
    ...{ action: [], command: [], event: [], message: [], options: [], shortcut: [], view: [] },
  }
  const restore = surfaces.map((surface) => listenTo(surface, registered[surface]))
  const { store, clock, close } = openTestStore()
  const { config, secrets } = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' })
  const log = pino({ level: 'silent' })
  const web = createWeb(config, secrets, log, 1_000)
  const identity = { workspaceId: 'T1', botUserId: 'UBOT', botId: 'B1', url: 'https://example.slack.com/' }
  const app = { store, clock }
  const directory = createDirectory(app, web, identity, log)
  const connection = { receiver: deaf, isConnected: () => false, finish: async () => {} }
  createBolt({ app, web, identity, directory, log }, connection, createMeter())
  for (const undo of restore) undo()
  await close()
  return registered
}

const deaf: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} }

function listenTo(surface: Surface, heard: string[]): () => void {
  const methods = App.prototype as unknown as Record<Surface, (...args: unknown[]) => unknown>
  const real = methods[surface]
  methods[surface] = function (this: App, ...args: unknown[]) {
    const [about] = args
    const { action_id } = (typeof about === 'object' ? about : {}) as { action_id?: string }
    heard.push(typeof about === 'string' ? about : String(action_id))
    return real.apply(this, args)
  }
  return () => {
    methods[surface] = real
  }
}
