import { describe, expect, test } from '@jest/globals'
import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { boltOn, MODES, slackWithPeople } from './support.ts'

const form: ModalView = {
  type: 'modal',
  callback_id: 'story',
  title: { type: 'plain_text', text: 'Tell a story' },
  submit: { type: 'plain_text', text: 'Share' },
  blocks: [
    {
      type: 'input',
      block_id: 'champions',
      label: { type: 'plain_text', text: 'Who?' },
      element: { type: 'multi_users_select', action_id: 'who' },
    },
    {
      type: 'input',
      block_id: 'what',
      label: { type: 'plain_text', text: 'What happened?' },
      element: { type: 'plain_text_input', action_id: 'text', min_length: 5, max_length: 100 },
    },
  ],
}

function stories(app: App): void {
  app.command('/wow', async ({ ack, body, client }) => {
    await ack()
    await client.views.open({ trigger_id: body.trigger_id, view: form })
  })
  app.view('story', async ({ ack, view, client }) => {
    const { champions, what } = view.state.values
    if (champions?.who?.selected_users?.includes('UALICE'))
      return ack({ response_action: 'errors', errors: { champions: 'not yourself' } })
    await ack()
    await client.chat.postMessage({
      channel: 'CCHEERS',
      text: what?.text?.value ?? '',
      blocks: [
        { type: 'section', text: { type: 'plain_text', text: what?.text?.value ?? '' } },
        {
          type: 'actions',
          elements: [{ type: 'button', action_id: 'cheer', text: { type: 'plain_text', text: 'Cheer' } }],
        },
      ],
    })
  })
  app.action('cheer', async ({ ack, respond, body }) => {
    await ack()
    await respond({ text: `thanks ${body.user.id}`, response_type: 'ephemeral', replace_original: false })
  })
}

describe.each(MODES)('over %s', (mode) => {
  test('a person tells a story in a form and another cheers it', async () => {
    const slack = await slackWithPeople({ mode })
    await boltOn(slack, mode, stories)
    const alice = slack.person('UALICE')
    const bob = slack.person('UBOB')

    expect((await alice.command('/wow')).ack).toMatchObject({ ok: true, status: 200 })
    const view = await alice.nextModal()
    expect(view.title).toBe('Tell a story')

    expect(await alice.submit({ who: ['UALICE'], text: 'I am so good' })).toMatchObject({
      outcome: 'errors',
      errors: { champions: 'not yourself' },
    })
    expect(alice.modal()?.errors).toEqual({ champions: 'not yourself' })

    expect(await alice.submit({ who: ['UBOB'] })).toMatchObject({ outcome: 'closed' })
    expect(alice.modal()).toBeUndefined()
    await slack.until(() => slack.messages('CCHEERS').length === 1)
    const [card] = slack.messages('CCHEERS')
    if (card === undefined) throw new Error('no card')
    expect(card.text).toBe('I am so good')

    await bob.press(card, 'cheer')
    await slack.until(() => bob.ephemerals('CCHEERS').length === 1)
    expect(bob.ephemerals()).toMatchObject([{ text: 'thanks UBOB', from: 'app' }])
    expect(slack.refused()).toEqual([])
  })
})
