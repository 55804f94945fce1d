import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { hostileText } from '../support/hostile-text.ts'
import { ROOM, ready } from './world.ts'

const LETTERS = 2_000
const SENDERS = 40

test('every acknowledged letter of a burst is kept once, though the process is killed in between', async () => {
  const world = await ready()
  const { slack, dave, read } = world
  let { running } = world
  slack.addChannel({ id: 'CTRIAGE', name: 'triage', members: ['UDAVE'] })
  await choose(dave)
  const { secret } = await addSource(dave)
  const webhook = new Webhook(secret)
  const texts = fc.sample(hostileText(300), 50)
  const numbers = Array.from({ length: LETTERS }, (_, n) => n)
  const answered = new Map<number, string>()

  /** Until it is answered: what was refused or broke off is sent again, with the same id; now and then one too many. */
  async function send(n: number): Promise<void> {
    const id = `msg_${n}`
    const body = JSON.stringify({ words: `Letter ${n}. ${texts[n % texts.length]}`, reference: n })
    for (;;) {
      const at = new Date()
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': webhook.sign(id, at, body),
      }
      const answer = await fetch(`${running.url}/praise`, { method: 'POST', headers, body }).then(
        async (response) => ({ status: response.status, body: (await response.json()) as { id: string } }),
        () => undefined,
      )
      if (answer?.status === 202 || answer?.status === 200) {
        expect(answered.get(n) ?? answer.body.id).toBe(answer.body.id)
        answered.set(n, answer.body.id)
        if (n % 10 !== 0 || answer.status === 200) return
        continue
      }
      if (answer) expect(answer.status).toBe(503)
      await pause(20)
    }
  }

  const work = async () => {
    for (let n = numbers.shift(); n !== undefined; n = numbers.shift()) await send(n)
  }
  const sending = Promise.all(Array.from({ length: SENDERS }, work))
  for (const enough of [300, 1_100]) {
    while (answered.size < enough) await pause(10)
    await running.kill()
    running = await world.start({ wait: false })
  }
  await sending
  await running.ready

  const rows = read<{ id: string }>('select id from praises')
  expect(rows).toHaveLength(LETTERS)
  expect(new Set(answered.values())).toEqual(new Set(rows.map(({ id }) => id)))
  // All of it reached the triage channel, in few messages.
  const unheard = 'select 1 from waiting_praises where announced_at is null limit 1'
  const unsaid = "select 1 from deliveries where state in ('waiting', 'sending') limit 1"
  await until(() => read(unheard).length === 0 && read(unsaid).length === 0)
  const posts = slack.messages('CTRIAGE')
  expect(posts.length).toBeLessThan(100)
  const groups = read<{ n: number }>('select coalesce(sum(count), 0) as n from praise_groups')[0]?.n ?? 0
  const cards = posts.filter(({ blocks }) => JSON.stringify(blocks).includes('praise.share')).length
  expect(groups + cards).toBe(LETTERS)
  expect(new Set(posts.map(({ metadata }) => metadata?.event_payload.delivery_id)).size).toBe(posts.length)
  // Not a word of it in the log.
  expect(JSON.stringify(running.log)).not.toMatch(/Letter \d/)
}, 120_000)

/** Of what the database says: that changes after the last thing that Slack sees. */
async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 60_000
  while (!isSo()) {
    if (Date.now() > end) throw new Error('it did not become so in a minute')
    await pause(50)
  }
}

type Dave = Awaited<ReturnType<typeof ready>>['dave']

async function choose(dave: Dave): Promise<void> {
  await dave.command('/wow', 'letters', { channel: ROOM })
  await dave.press(await dave.nextModal(), 'praises.settings')
  await dave.nextModal()
  const { outcome, errors } = await dave.submit({ triageChannel: 'CTRIAGE' })
  if (outcome !== 'updated') throw new Error(`no triage channel: ${outcome} ${JSON.stringify(errors)}`)
  await dave.close({ all: true })
}

async function addSource(dave: Dave): Promise<{ secret: string }> {
  await dave.command('/wow', 'sources', { channel: ROOM })
  await dave.press(await dave.nextModal(), 'source.add')
  await dave.nextModal()
  await dave.submit({ name: 'Help desk' })
  const [secret = ''] = /whsec_[\w+/=]+/.exec(JSON.stringify(dave.modal()?.blocks)) ?? []
  await dave.close({ all: true })
  return { secret }
}
