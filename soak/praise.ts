/** Customers' letters that come from another system, and what becomes of them. */
import { Webhook } from 'standardwebhooks'
import type { Person, PretendSlack } from '../playground/server/index.ts'

export type Praise = { readonly send: () => Promise<void> }

/** The host says where letters are told, and adds a system that sends them; it is known by the secret. */
export async function openDesk(host: Person, room: string, desk: string): Promise<string> {
  await host.command('/wow', 'letters', { channel: room })
  await host.press(await host.nextModal(), 'praises.settings')
  await host.nextModal()
  await host.submit({ triageChannel: desk })
  await host.close({ all: true })
  await host.command('/wow', 'sources', { channel: room })
  await host.press(await host.nextModal(), 'source.add')
  await host.nextModal()
  await host.submit({ name: 'Help desk' })
  const [secret] = /whsec_[\w+/=]+/.exec(JSON.stringify(host.modal()?.blocks)) ?? []
  await host.close({ all: true })
  if (!secret) throw new Error('the new source has no secret')
  return secret
}

export function createPraise(url: string, secret: string): Praise {
  const webhook = new Webhook(secret)
  let sent = 0
  return {
    async send() {
      sent += 1
      const id = `msg_${sent}`
      const at = new Date()
      const body = JSON.stringify({
        words: `Letter ${sent}. Somebody of yours stayed until the heating ran again. Thank you!`,
        customer: { name: 'Mrs Berger', company: 'School of Leeds' },
        reference: sent,
        rating: 5,
      })
      const answer = await fetch(`${url}/praise`, {
        method: 'POST',
        headers: {
          connection: 'close', // an idle one may be closed at the moment when it is used again
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': webhook.sign(id, at, body),
        },
        body,
      })
      if (answer.status !== 202) throw new Error(`a letter: ${answer.status} ${await answer.text()}`)
      await answer.arrayBuffer()
    },
  }
}

/** The host dismisses the newest letter whose card is still open. */
export async function triage(slack: PretendSlack, desk: string): Promise<void> {
  const host = slack.person('U0')
  if (host.modal()) return
  const open = slack
    .messages(desk)
    .findLast(({ blocks }) => JSON.stringify(blocks ?? []).includes('praise.dismiss'))
  if (!open) return
  const ack = await host.press(open, 'praise.dismiss')
  if (!ack.ok) throw new Error(`a press: ${JSON.stringify(ack)}`)
  await host.nextModal()
  const { outcome, errors } = await host.submit({})
  if (outcome === 'failed' || outcome === 'errors')
    throw new Error(`a letter was not dismissed: ${outcome} ${JSON.stringify(errors)}`)
  await host.close({ all: true })
}
