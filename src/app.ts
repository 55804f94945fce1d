/** The composition root: the only file that knows everybody. */
import { setTimeout as pause } from 'node:timers/promises'
import type { App } from '@slack/bolt'
import type { Logger } from 'pino'
import { createClock, type SettableClock } from './clock.ts'
import type { Config, Secrets } from './config.ts'
import { toMs } from './domain/time.ts'
import { clockRoutes } from './http/clock.ts'
import { healthRoutes } from './http/health.ts'
import { closedDoor, createDoor, type Door } from './http/praise.ts'
import { close, createHttpServer, listen, type Routes } from './http/server.ts'
import { createTicker, type Ticker } from './jobs/ticker.ts'
import { createLog } from './log.ts'
import { createMeter } from './meter.ts'
import { createBolt } from './slack/bolt.ts'
import { createDirectory } from './slack/directory.ts'
import { identify } from './slack/identify.ts'
import { createMessenger, fastTiming, type Messenger, normalTiming, type Timing } from './slack/messenger.ts'
import { type Connection, createConnection } from './slack/receiver.ts'
import { createRecipients } from './slack/recipients.ts'
import type { Slack } from './slack/slack.ts'
import { createWeb } from './slack/web.ts'
import { countDeliveries } from './store/deliveries.ts'
import { openStore, type Store } from './store/store.ts'
import { countWaiting } from './store/waiting-praises.ts'
import { type Announcer, createAnnouncer } from './usecases/announcing.ts'
import { createDrain, type Drain } from './usecases/drain.ts'
import { createInbox } from './usecases/hearing.ts'
import { fillCatalogueAtStart } from './usecases/prizes.ts'

// What commands use of the entry points, which they reach through here alone.
export { listLate, runByHand } from './jobs/by-hand.ts'
export { giveMemoryBack } from './memory.ts'
export { createMailBook } from './slack/emails.ts'
export { createExaminer, type Examiner, type Refused } from './slack/examine.ts'
export { NotLetIn } from './slack/identify.ts'
export { readManifestScopes } from './slack/manifest.ts'

/** What runs is given this long to finish when Plaudit is told to stop. */
const STOP_MS = 9_000
const STRANGERS_EVERY_MS = 30_000

export type RunningApp = {
  /** Resolves once people are served. */
  start(): Promise<{ readonly port: number }>
  /** Takes no more work, finishes what runs, closes the database. */
  stop(): Promise<void>
}

export type Overrides = {
  readonly log?: Logger
  readonly clock?: SettableClock
  readonly timing?: Timing
  /** Called when everybody in the workspace is known: the start is over. */
  readonly afterDirectory?: () => void
}

export function createApp(config: Config, secrets: Secrets, overrides: Overrides = {}): RunningApp {
  const log = overrides.log ?? createLog(config.logLevel)
  const clock = overrides.clock ?? createClock()
  const meter = createMeter()
  const timing = overrides.timing ?? (config.testClock === 'fast' ? fastTiming : normalTiming)
  const web = createWeb(config, secrets, log, timing.timeout)
  let running: Running | undefined
  const stopping = new AbortController()

  const server = createHttpServer(
    () => ({ ...healthRoutes(health), 'POST /praise': closedDoor, ...running?.routes }),
    (error) => log.error({ err: error }, 'an HTTP request failed'),
  )
  const health = {
    database: async () =>
      running
        ? running.store.ping().then(
            () => undefined,
            () => 'not answering',
          )
        : 'not open yet',
    slack: () => (running?.connection.isConnected() ? undefined : 'not connected'),
    metrics: async () => {
      if (running) await measure(running)
      return meter.page()
    },
    metricsType: meter.contentType,
  }

  async function measure({ store, connection }: Running) {
    const counts = await store.read(countDeliveries)
    const age = counts.oldestDueAt ? (toMs(clock.real()) - toMs(counts.oldestDueAt)) / 1000 : 0
    meter.show({
      ...counts,
      praises: (await store.read((reader) => countWaiting(reader))).count,
      oldestSeconds: Math.max(0, age),
      connected: connection.isConnected(),
      commits: store.commits(),
    })
  }

  /** Slack may be away when we start: then we wait for it, alive but not ready. */
  async function open(): Promise<Running> {
    const identity = await identify(web.interactive, log, stopping.signal)
    stopping.signal.throwIfAborted()
    const store = openStore({ path: config.databasePath, workspaceId: identity.workspaceId, clock })
    const app = { store, clock }
    await store.write(fillCatalogueAtStart)
    const directory = createDirectory(app, web, identity, log)
    const slack: Slack = { app, web, identity, directory, log }
    const keep = createInbox(app)
    const connection = createConnection({ config, secrets, identity, keep, log, meter })
    const bolt = createBolt(slack, connection, meter)
    const messenger = createMessenger(slack, timing, meter)
    const ticker = createTicker(app, log, meter)
    const drain = createDrain(app, (error) => log.error({ err: error }, 'the inbox could not be drained'))
    const announcer = createAnnouncer(app, createRecipients(slack), (error) =>
      log.error({ err: error }, 'what arrived could not be announced'),
    )
    const door = createDoor(app, meter)
    const routes: Routes = {
      'POST /praise': door.route,
      ...(connection.handle ? { 'POST /slack/events': connection.handle } : {}),
      ...(config.testClock === 'off' ? {} : testClock(ticker)),
    }
    return { store, slack, connection, bolt, messenger, ticker, drain, announcer, door, routes }
  }

  const testClock = (ticker: Ticker): Routes =>
    clockRoutes(async (at) => {
      clock.setCivil(at)
      await ticker.tickNow()
    }, clock.civil)

  return {
    async start() {
      const port = await listen(server, config.port)
      log.info({ port, mode: config.mode }, 'Plaudit is starting')
      running = await open()
      const { bolt, messenger, ticker, drain, announcer, slack } = running
      drain.start()
      announcer.start()
      messenger.start()
      if (config.mode === 'socket') await bolt.start()
      stopping.signal.throwIfAborted()
      ticker.start()
      running.upkeep = setInterval(() => background(slack.directory.meetStrangers()), STRANGERS_EVERY_MS)
      background(slack.directory.sync().finally(overrides.afterDirectory))
      log.info({ port, mode: config.mode, workspace: slack.identity.workspaceId }, 'Plaudit is ready')
      return { port }
    },

    async stop() {
      stopping.abort()
      const closed = close(server)
      if (running) {
        const { bolt, connection, messenger, ticker, drain, announcer, door, store } = running
        clearInterval(running.upkeep)
        const answered = connection
          .finish()
          .then(() => (config.mode === 'socket' ? bolt.stop() : undefined))
          .catch((error: unknown) => log.warn({ err: error }, 'the connection did not close well'))
        await Promise.race([
          Promise.all([ticker.stop(), messenger.stop(), answered, door.finish(), announcer.stop()]).then(() =>
            drain.stop(),
          ),
          pause(STOP_MS, undefined, { ref: false }),
        ])
        await store.close()
      }
      server.closeAllConnections()
      await closed
      log.info('Plaudit has stopped')
    },
  }

  function background(work: Promise<void>) {
    work.catch((error: unknown) => {
      // Told to stop, nobody waits for it: the next start reads it anew.
      if (!stopping.signal.aborted) log.warn({ err: error }, 'the directory could not be read')
    })
  }
}

type Running = {
  readonly store: Store
  readonly slack: Slack
  readonly connection: Connection
  readonly bolt: App
  readonly messenger: Messenger
  readonly ticker: Ticker
  readonly drain: Drain
  readonly announcer: Announcer
  readonly door: Door
  readonly routes: Routes
  upkeep?: NodeJS.Timeout
}
