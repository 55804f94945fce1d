import { createHash } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import type { Mail, MailAnswer } from '../server/page-api/shapes.ts'
import type { AppProcess } from './app-process.ts'

const SOURCE = 'Mailbox'

/** A system that customers write to, and that hands on to Plaudit what they wrote. */
export type Mailbox = {
  /** To `POST /praise`, signed. The same letter again is the same request again. */
  send(mail: Mail): Promise<MailAnswer>
}

/** Its source is opened as whoever runs Plaudit does it: `npx plaudit source add Mailbox`. */
export function openMailbox(app: Pick<AppProcess, 'url' | 'command'>): Mailbox {
  const opening = openSource(app)
  opening.catch(() => undefined) // whoever sends hears of it
  return {
    async send(mail) {
      const body = JSON.stringify(mail)
      const response = await fetch(`${app.url}/praise`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signed(await opening, body) },
        body,
      })
      return { status: response.status, body: (await response.json()) as MailAnswer['body'] }
    },
  }
}

async function openSource({ command }: Pick<AppProcess, 'command'>): Promise<string> {
  const secret = /whsec_\S+/.exec(await command('source', 'add', SOURCE))?.[0]
  if (secret === undefined) throw new Error('Plaudit opened no source for the mailbox.')
  return secret
}

function signed(secret: string, body: string): Record<string, string> {
  const id = `msg_${createHash('sha256').update(body).digest('hex').slice(0, 32)}`
  const at = new Date()
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  }
}
