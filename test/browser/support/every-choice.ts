import type { App } from '@slack/bolt'
import type { KnownBlock, ModalView } from '@slack/types'
import type { Heard } from './every-element.ts'

// A form that is chosen from a message's menu: choices with descriptions, one that changes the form, and groups.

const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: true })
const input = (id: string, label: string, element: object, more: object = {}): KnownBlock =>
  ({
    type: 'input',
    block_id: id,
    label: plain(label),
    element: { action_id: id, ...element },
    ...more,
  }) as KnownBlock

const PRIZES: [string, string][] = [
  ['A hand-written card from the leadership', 'Costs nothing, and is kept for years'],
  ['Choosing the team’s next lunch place', 'Costs nothing'],
  ['A day off', '1 day of your 1 day would be left for November: afterwards, none'],
  [
    'A voucher for the bookshop at the corner of the market place, also online',
    '€100.00 of €1,250.00: afterwards, €1,150.00 are left until the end of it.',
  ],
]
const prizes = PRIZES.map(([text, description], index) => ({
  text: plain(text),
  description: plain(description),
  value: `prize-${index}`,
}))
const box = (value: string, description: string) => ({
  text: plain(value),
  description: plain(description),
  value,
})
const group = (label: string, ...values: string[]) => ({
  label: plain(label),
  options: values.map((value) => ({ text: plain(value), value })),
})

const form = (about: string, isPrivate: boolean): ModalView => ({
  type: 'modal',
  callback_id: 'award',
  title: plain('Award a prize'),
  submit: plain('Award'),
  private_metadata: about,
  blocks: [
    { type: 'section', text: plain(about) },
    input('prize', 'Which prize?', { type: 'radio_buttons', options: prizes, initial_option: prizes[1] }),
    input(
      'how',
      'How',
      {
        type: 'checkboxes',
        options: [
          box('Shared', 'One prize for all of them, charged once'),
          box('Give privately', 'Only the champion is told, and nothing appears in the thread'),
        ],
      },
      { dispatch_action: true, optional: true },
    ),
    input(
      'amount',
      'Amount in EUR',
      { type: 'number_input', is_decimal_allowed: true, min_value: '0.01', max_value: '1250' },
      { optional: true },
    ),
    input(
      'from',
      'From which budget?',
      {
        type: 'static_select',
        option_groups: [group('Money', 'Monthly budget', 'Quarterly budget'), group('Days', 'Days off')],
      },
      { optional: true },
    ),
    ...(isPrivate ? [{ type: 'context' as const, elements: [plain('Nobody else will see it.')] }] : []),
  ],
})

/** Opens from the shortcut `award`, follows what is ticked, and answers with a file. */
export function everyChoice(heard: Heard[]): (app: App) => void {
  return (app) => {
    app.shortcut('award', async ({ ack, client, shortcut }) => {
      await ack()
      const about = 'message' in shortcut ? (shortcut.message.text ?? '') : ''
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form(about, false) })
    })
    app.action('how', async ({ ack, action, body, client }) => {
      await ack()
      if (body.type !== 'block_actions' || !body.view || action.type !== 'checkboxes') return
      const isPrivate = action.selected_options.some(({ value }) => value === 'Give privately')
      const view = form(body.view.private_metadata, isPrivate)
      await client.views.update({ view_id: body.view.id, view })
    })
    app.view('award', async ({ ack, body, client, view }) => {
      heard.push({ name: 'awarded', value: view.state.values })
      await ack()
      const { channel } = await client.conversations.open({ users: body.user.id })
      await client.filesUploadV2({
        channel_id: channel?.id ?? '',
        filename: 'prizes.csv',
        title: 'Prizes of November',
        initial_comment: 'Here is what was awarded.',
        content: 'person,prize\nBob,A day off\n',
      })
    })
  }
}
