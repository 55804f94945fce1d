/** The door over the wire, and a sender who signs. */
import { afterEach } from '@jest/globals'
import { Webhook } from 'standardwebhooks'
import { createDoor, type DoorOptions } from '../../../src/http/praise.ts'
import { close, createHttpServer, listen } from '../../../src/http/server.ts'
import { createMeter } from '../../../src/meter.ts'
import { addSourceAsOperator, type NewSecret } from '../../../src/usecases/sources.ts'
import { openSetUp, type TestPlaudit } from '../../usecases/support.ts'

export type Answer = {
  readonly status: number
  readonly body: Readonly<Record<string, string>>
  readonly headers: Headers
}

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** A server with nothing but the door; its clock stands at the real time, as signatures need it. */
export async function openDoor(options: Partial<DoorOptions> = {}) {
  const app = await openSetUp(new Date().toISOString())
  cleanups.push(app.close)
  const faults: unknown[] = []
  const door = createDoor(app, createMeter(), options)
  const server = createHttpServer(
    () => ({ 'POST /praise': door.route }),
    (error) => faults.push(error),
  )
  const port = await listen(server, 0, '127.0.0.1')
  cleanups.push(async () => {
    server.closeAllConnections()
    await close(server)
    if (faults.length > 0) throw faults[0]
  })
  const url = `http://127.0.0.1:${port}/praise`
  const zendesk = await addSourceAsOperator(app, 'Zendesk')
  return { app, door, port, url, zendesk, ...sendersTo(url, zendesk) }
}

let ids = 0
const nextId = (): string => {
  ids += 1
  return `msg_${ids}`
}
export const WORDS = 'Bob stayed until the heating ran again. Thank you!'

/** Header by header, so that a test can spoil one. */
export function signed(
  { secret }: Pick<NewSecret, 'secret'>,
  body: string,
  { id = nextId(), at = new Date() }: { id?: string; at?: Date } = {},
): Record<string, string> {
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  }
}

export async function post(url: string, headers: Record<string, string>, body: string): Promise<Answer> {
  const response = await fetch(url, { method: 'POST', headers, body })
  const text = await response.text()
  return {
    status: response.status,
    body: text.startsWith('{') ? (JSON.parse(text) as Record<string, string>) : {},
    headers: response.headers,
  }
}

function sendersTo(url: string, secret: NewSecret) {
  return {
    /** As the specification wants it. */
    send: (praise: unknown, more: { id?: string; at?: Date } = {}): Promise<Answer> => {
      const body = JSON.stringify(praise)
      return post(url, signed(secret, body, more), body)
    },
    /** With the token of those who cannot sign. */
    sendWithToken: (praise: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
      post(
        url,
        { 'content-type': 'application/json', authorization: `Bearer ${secret.token}`, ...headers },
        JSON.stringify(praise),
      ),
  }
}

export const rows = (app: TestPlaudit) =>
  app.read(({ db }) => db.selectFrom('praises').selectAll().orderBy('id').execute())
