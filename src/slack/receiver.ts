/**
 * Where Slack reaches us, over HTTP or Socket Mode, with one promise for both: an event is on disk before Slack is told
 * that we have it. When it cannot be kept it is not acknowledged, and Slack sends it again.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { App, Receiver, ReceiverEvent } from '@slack/bolt'
import type { Config, Secrets } from '../config.ts'
import type { Meter } from '../meter.ts'
import type { InboxEvent } from '../store/inbox.ts'
import { translate } from './events.ts'
import { createHttpReceiver } from './http-receiver.ts'
import type { Identity } from './identify.ts'
import type { Log } from './log.ts'
import { createSocket } from './socket.ts'
import { formOf, mended } from './well-formed.ts'

type Keep = (event: InboxEvent) => Promise<void>

export type Connection = {
  readonly receiver: Receiver
  /** For `POST /slack/events`; absent in Socket Mode. */
  readonly handle?: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  readonly isConnected: () => boolean
  /** Takes nothing more: what comes now is not acknowledged. Resolves when nothing is being worked on. */
  readonly finish: () => Promise<void>
}

type Options = {
  readonly config: Config
  readonly secrets: Secrets
  readonly identity: Identity
  readonly keep: Keep
  readonly log: Log
  readonly meter: Meter
}

export function createConnection(options: Options): Connection {
  return options.config.mode === 'socket' ? overSocket(options) : overHttp(options)
}

function overSocket(options: Options): Connection {
  const { config, secrets, log } = options
  const socket = createSocket(config, secrets, log, (error) => notTaken(error, log))
  const { receiver, finish } = durably(socket, options)
  return { receiver, finish, isConnected: socket.isConnected }
}

function overHttp(options: Options): Connection {
  const { secrets, log } = options
  const failed = (error: unknown) => {
    notTaken(error, log)
    return error instanceof LeftAlone ? error.status : 503
  }
  const http = createHttpReceiver(secrets.signingSecret, {
    failed,
    strange: () => failed(new LeftAlone('strange')),
    unsigned: () => log.warn('a request that Slack did not sign was refused'),
    late: () => log.warn('a request was not acknowledged within three seconds'),
  })
  const { receiver, finish } = durably(http.receiver, options)
  return { receiver, finish, handle: http.handle, isConnected: () => true }
}

/** Told to stop, nothing new is taken: Slack sends what is not acknowledged again. */
class Stopping extends Error {}

/** Whoever listens failed, and said so. */
class Unanswered extends Error {}

/** Signed, but nothing that could be worked on, now or when it comes again. */
class LeftAlone extends Error {
  readonly status: 400 | 404

  constructor(form: 'strange' | 'unknown', cause?: unknown) {
    super(form, { cause })
    this.status = form === 'strange' ? 400 : 404
  }
}

function notTaken(error: unknown, log: Log): void {
  if (error instanceof Stopping || error instanceof Unanswered) return
  if (error instanceof LeftAlone)
    log.warn({ why: error.message, err: error.cause }, 'a request was left alone')
  else log.error({ err: error }, 'not acknowledged: Slack will send it again')
}

/**
 * Bolt's part, but for what it cannot read, where it throws, and what nobody listens to, where it would let Slack wait.
 * A listener that failed before it acknowledged has said so in the log: Slack need not wait for it either.
 */
async function dispatch(app: App, event: ReceiverEvent): Promise<void> {
  const form = formOf(event.body)
  if (form === 'unheard') return event.ack()
  if (form !== 'good') throw new LeftAlone(form)
  let isAcknowledged = false
  const ack: ReceiverEvent['ack'] = async (response) => {
    isAcknowledged = true
    await event.ack(response)
  }
  await app.processEvent({ ...event, body: mended(event.body), ack }).catch((error: unknown) => {
    throw new LeftAlone('strange', error) // a listener's own error ends in `bolt.error`
  })
  if (!isAcknowledged) throw new Unanswered()
}

/** Events are kept, acknowledged, and go no further: the inbox is drained apart. All else is Bolt's to dispatch. */
function durably(inner: Receiver, { identity, keep, meter, log }: Options) {
  let inFlight = 0
  let finishing = false
  let whenIdle = () => {}
  const whileCounted = async <T>(work: () => Promise<T>): Promise<T> => {
    if (finishing) throw new Stopping()
    inFlight += 1
    try {
      return await work()
    } finally {
      inFlight -= 1
      if (inFlight === 0) whenIdle()
    }
  }
  /** False: it is none of the events that are kept, and was not acknowledged. */
  const keepEvent = async (body: unknown, ack: () => Promise<void>): Promise<boolean> => {
    const began = performance.now()
    try {
      const told = translate(body, identity)
      if (!told.kept) return false
      if (told.heard) await keep({ eventId: told.eventId, heard: told.heard })
      await ack()
      meter.eventKept(told.kind, performance.now() - began)
    } catch (error) {
      if ((error as Error).name !== 'ZodError') throw error
      log.warn('an event that is not as Slack makes it was left alone')
      await ack()
    }
    return true
  }
  const receive = (app: App, event: ReceiverEvent) =>
    whileCounted(async () => {
      if (!(await keepEvent(event.body, () => event.ack()))) await dispatch(app, event)
    })
  const finish = () =>
    new Promise<void>((resolve) => {
      finishing = true
      whenIdle = resolve
      if (inFlight === 0) resolve()
    })
  const receiver: Receiver = {
    init: (app) => inner.init({ processEvent: (event: ReceiverEvent) => receive(app, event) } as App),
    start: (...args) => inner.start(...args),
    stop: (...args) => inner.stop(...args),
  }
  return { receiver, finish }
}
