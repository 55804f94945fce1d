import { describe, expect, test } from '@jest/globals'
import { sign } from '../../playground/server/delivery/http.ts'
import type { PretendSlack } from '../../playground/server/index.ts'
import { startPlaudit } from '../support/plaudit.ts'

/** As Slack signs it. */
function post({ appUrl, signingSecret }: PretendSlack, type: string, body: string): Promise<Response> {
  const headers = { 'content-type': type, ...sign(signingSecret, body) }
  return fetch(`${appUrl}/slack/events`, { method: 'POST', headers, body })
}

const WORDS = 'Bob stayed two hours longer'

describe('what cannot be read, over http,', () => {
  test.each([
    ['application/json', `{"type":"event_callback","text":"${WORDS}`],
    ['application/json', `${WORDS}, and that is no JSON`],
    ['application/json', `"${WORDS}" is what she said`],
    ['application/x-www-form-urlencoded', `payload=${encodeURIComponent(`{"words":${WORDS}}`)}`],
  ])('is refused, and no word of it gets into the log: %s', async (type, body) => {
    const { slack, log, expectLog } = await startPlaudit({ mode: 'http' })
    expectLog(/a request was left alone/)
    const answer = await post(slack, type, body)
    expect(answer.status).toBe(400)
    expect(log()).toHaveLength(1)
    for (const word of WORDS.split(' ')) expect(JSON.stringify(log())).not.toContain(word)
  })
})

describe('what is signed and yet is not as Slack makes it, over http,', () => {
  const form = 'application/x-www-form-urlencoded'
  const payload = (body: unknown) => `payload=${encodeURIComponent(JSON.stringify(body))}`
  const who = { user: { id: 'UALICE' }, trigger_id: '1.2.3', response_url: 'http://127.0.0.1:9/' }
  const press = (id: string) => ({ action_id: id, block_id: 'b', action_ts: '1.2', type: 'button' })

  test.each([
    ['nothing at all', form, '', 400],
    ['null as JSON', 'application/json', 'null', 400],
    ['null in a form', form, 'payload=null', 400],
    ['a list', 'application/json', '[]', 400],
    ['a number', form, 'payload=7', 400],
    ['an event without an event', 'application/json', '{"type":"event_callback","event":null}', 400],
    ['an event that is a word', 'application/json', '{"type":"event_callback","event":"app_mention"}', 400],
    ['a press by nobody', form, payload({ type: 'block_actions', ...who, user: {} }), 400],
    ['a press on nothing', form, payload({ type: 'block_actions', ...who, actions: [] }), 400],
    ['a form without fields', form, payload({ type: 'view_submission', ...who, view: { id: 'V' } }), 400],
    ['a command of nobody', form, 'command=%2Fwow&text=help', 400],
    [
      'a button that is not ours',
      form,
      payload({ type: 'block_actions', ...who, actions: [press('x')] }),
      404,
    ],
    ['a command that is not ours', form, `command=%2Fother&text=&user_id=U&trigger_id=1&response_url=x`, 404],
    ['a shortcut that is not ours', form, payload({ type: 'shortcut', callback_id: 'x', ...who }), 404],
    ['the closing of a form', form, payload({ type: 'view_closed', ...who, view: { id: 'V' } }), 404],
    [
      'a press in a channel that is nothing',
      form,
      payload({ type: 'block_actions', ...who, actions: [press('home.help')], channel: null }),
      400,
    ],
    [
      'a field that holds no text',
      form,
      payload({
        type: 'view_submission',
        ...who,
        view: { id: 'V', callback_id: 'story.tell', state: { values: { words: { words: { value: {} } } } } },
      }),
      400,
    ],
    ['one of Object’s own words', form, payload({ type: 'constructor', ...who }), 404],
  ])('is answered at once, and ends nothing: %s', async (_, type, body, status) => {
    const plaudit = await startPlaudit({ mode: 'http' })
    plaudit.expectLog(/a request was left alone/)
    const began = performance.now()
    expect((await post(plaudit.slack, type, body)).status).toBe(status)
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(await plaudit.alice.opens('/wow')).toMatchObject({ callback_id: 'story.tell' })
  })

  test.each(['pin_added', 'constructor'])(
    'is acknowledged when nobody listens to the event, which Slack would send again: %s',
    async (type) => {
      const { slack } = await startPlaudit({ mode: 'http' })
      const about = { type: 'event_callback', team_id: slack.team.id, event_id: 'Ev1' }
      const event = JSON.stringify({ ...about, event: { type, item: 'x' } })
      expect((await post(slack, 'application/json', event)).status).toBe(200)
    },
  )

  test('loses halves of characters, which nobody could be told again', async () => {
    const { alice, celebrations } = await startPlaudit({ mode: 'http' })
    await alice.runs('/wow')
    const opened = await alice.form()
    alice.slack.fill({ championIds: ['UBOB'], words: `${WORDS} \ud83d and more` })
    const more = await alice.seesChange(() => alice.presses(opened, 'story.more'))
    expect(JSON.stringify(more.blocks)).toContain(`${WORDS} � and more`)
    expect(await alice.submits({})).toMatchObject({ outcome: 'closed' })
    await celebrations.shows(`${WORDS} � and more`)
  })

  test('is refused where it is larger than anything of Slack’s', async () => {
    const { slack, alice } = await startPlaudit({ mode: 'http' })
    expect((await post(slack, form, `payload=${'x'.repeat(3_000_000)}`)).status).toBe(413)
    expect(await alice.opens('/wow')).toMatchObject({ callback_id: 'story.tell' })
  })
})
