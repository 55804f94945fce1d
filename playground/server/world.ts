import { type Changes, createChanges } from './changes.ts'
import type { Delivery } from './delivery/delivery.ts'
import type { Events } from './delivery/events.ts'
import { createFaults, type Faults } from './faults.ts'
import { createIds, type Ids } from './ids.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { createRates, type Rates } from './rates.ts'
import { createResponseUrls, type ResponseUrls } from './response-urls.ts'
import type { Settings } from './settings.ts'
import { createTokens, type Tokens } from './tokens.ts'
import { createTriggers, type Triggers } from './triggers.ts'
import { createViews, type Views } from './views.ts'
import { createWireLog, type WireLog } from './wire-log.ts'
import { type AppIdentity, createWorkspace, type Workspace } from './workspace.ts'

/** All the parts of one pretend Slack, handed to whoever needs several of them. */
export type World = {
  manifest: Manifest
  workspace: Workspace
  views: Views
  tokens: Tokens
  triggers: Triggers
  responseUrls: ResponseUrls
  changes: Changes
  log: WireLog
  faults: Faults
  rates: Rates
  ids: Ids
  delivery: Delivery
  events: Events
  /** Civil time: what messages and events are dated with. A test may set it. */
  clock: () => number
  /** `http://127.0.0.1:PORT`, known once it listens. */
  baseUrl: string
  /** Whether blocks may show a file that came from a form. */
  formFilesInBlocks: boolean
}

/** A workspace with nobody in it but the app and Slackbot. Delivery and events are put in by who starts it. */
export function createWorld(settings: Settings): World {
  const { clock, realClock } = settings
  const manifest = readManifest(settings.manifest)
  const ids = createIds(clock)
  const changes = createChanges(() => describe(world))
  const app: AppIdentity = {
    id: 'APLAUDIT',
    name: manifest.botName,
    botId: 'BPLAUDIT',
    botUserId: 'UPLAUDIT',
  }
  const team = { id: settings.teamId, name: settings.teamName, domain: 'plaudit', plan: settings.plan }
  const world: World = {
    manifest,
    workspace: createWorkspace(team, app, ids, clock, changes),
    views: createViews(ids, changes),
    tokens: createTokens(manifest, app.id, settings.grantedOptionalScopes),
    triggers: createTriggers(ids, realClock),
    responseUrls: createResponseUrls(ids, realClock, () => world.baseUrl),
    changes,
    log: createWireLog(Date.now, settings.logLimit, (entry) => changes.emit({ kind: 'wire', entry })),
    faults: createFaults(),
    rates: createRates(settings.rates, realClock),
    ids,
    delivery: notYet,
    events: notYet,
    clock,
    baseUrl: '',
    formFilesInBlocks: settings.formFilesInBlocks,
  }
  world.workspace.addUser({ id: app.botUserId, name: 'plaudit', realName: manifest.botName, isBot: true })
  world.workspace.addUser({ id: 'USLACKBOT', name: 'slackbot', realName: 'Slackbot' })
  return world
}

/** Stands where delivery and events will be, and complains when it is used too early. */
const notYet = new Proxy({} as Delivery & Events, {
  get() {
    throw new Error('the pretend Slack is not started yet')
  },
})

function describe(world: World): string {
  const lines = world.log
    .entries()
    .slice(-8)
    .map(
      ({ direction, name, status, error }) =>
        `  ${direction}: ${name} ${status ?? 'no answer'} ${error ?? ''}`,
    )
  return `the last requests were:\n${lines.join('\n') || '  none'}`
}
