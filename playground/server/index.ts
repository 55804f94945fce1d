import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createDelivery, type Transport } from './delivery/delivery.ts'
import { createEvents } from './delivery/events.ts'
import { createHttpTransport } from './delivery/http.ts'
import { createSocketMode } from './delivery/socket-mode.ts'
import { createDoors } from './doors.ts'
import { createPretendSlack, type PretendSlack } from './pretend-slack.ts'
import { type Settings, type SlackOptions, withDefaults } from './settings.ts'
import { allMethods } from './web-api/methods.ts'
import { createHandler } from './web-api/server.ts'
import { createWorld } from './world.ts'

export type { Change } from './changes.ts'
export type { Ack } from './delivery/delivery.ts'
export type { Fault, FaultKind } from './faults.ts'
export type { Json } from './json.ts'
export type { SubmitResult, Values } from './person/forms.ts'
export type { Person } from './person/person.ts'
export type { PretendSlack } from './pretend-slack.ts'
export type { SlackOptions } from './settings.ts'
export type {
  Ephemeral,
  Message,
  MessageRef,
  NewChannel,
  NewUser,
  User,
  View,
} from './types.ts'
export type { WireEntry } from './wire-log.ts'

/** Starts a pretend Slack on a free port of 127.0.0.1. */
export async function startPretendSlack(options: SlackOptions): Promise<PretendSlack> {
  const settings = withDefaults(options)
  const world = createWorld(settings)
  const sockets = createSocketMode({
    appId: world.workspace.app.id,
    ackTimeoutMs: settings.ackTimeoutMs,
    pingEveryMs: settings.pingEveryMs,
    log: world.log,
    changes: world.changes,
    base: () => world.baseUrl,
  })
  const transport = chooseTransport(settings, world.tokens.signingSecret, sockets)
  world.delivery = createDelivery(() => transport, world.log, world.faults)
  world.events = createEvents({
    ...world,
    subscribed: world.manifest.events,
    retryDelaysMs: settings.retryDelaysMs,
  })
  const methods = allMethods(() => (settings.mode === 'socket' ? sockets.issueUrl() : undefined))
  const doors = createDoors({ request: createHandler(world, methods), upgrade: sockets.upgrade })
  const server = createServer(doors.request)
  server.on('upgrade', doors.upgrade)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.port, '127.0.0.1', resolve)
  })
  world.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return createPretendSlack(world, settings, { sockets, doors }, async () => {
    world.events.stop()
    world.changes.stop()
    await sockets.stop()
    await transport.stop()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
}

function chooseTransport(settings: Settings, signingSecret: string, sockets: Transport): Transport {
  if (settings.mode === 'socket') return sockets
  return createHttpTransport({
    appUrl: () => settings.appUrl,
    signingSecret,
    ackTimeoutMs: settings.ackTimeoutMs,
  })
}
