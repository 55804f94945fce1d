import { describe, expect, test } from '@jest/globals'
import { problemsOf } from './block-kit.ts'

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false })
const rich = (...elements: unknown[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
})
const message = (...blocks: unknown[]) => ({ text: 'Hello', blocks })
const modal = (...blocks: unknown[]) => ({
  type: 'modal',
  callback_id: 'form',
  title: plain('Form'),
  submit: plain('Send'),
  blocks,
})
const button = { type: 'button', action_id: 'press', text: plain('Press'), value: 'v' }
const input = { type: 'plain_text_input', action_id: 'value', max_length: 20 }
const field = { type: 'input', block_id: 'field', label: plain('Name'), element: input }
const options = (n: number) => Array.from({ length: n }, (_, i) => ({ text: plain(`${i}`), value: `${i}` }))
const select = { type: 'static_select', action_id: 'choose', options: options(3) }
const actions = (...elements: unknown[]) => ({ type: 'actions', elements })

describe('the checker of Block Kit', () => {
  test.each([
    ['a message', message(rich({ type: 'text', text: 'Hello' }), actions(button, select))],
    ['a modal', modal(field)],
    ['a Home page', { type: 'home', blocks: [{ type: 'header', text: plain('Home') }, { type: 'divider' }] }],
  ])('takes %s', (_name, shown) => {
    expect(problemsOf(shown)).toEqual([])
  })

  test.each([
    ['a message without blocks', message()],
    ['51 blocks', message(...Array.from({ length: 51 }, () => ({ type: 'divider' })))],
    ['an empty plain text', { ...message({ type: 'divider' }), text: ' ' }],
    ['a plain text that pings', { ...message({ type: 'divider' }), text: '<!channel>' }],
    [
      'too much text',
      message(...Array.from({ length: 5 }, () => rich({ type: 'text', text: 'w'.repeat(2500) }))),
    ],
    ['an empty text element', message(rich({ type: 'text', text: '' }))],
    ['an empty line', message(rich())],
    ['a ping', message(rich({ type: 'broadcast', range: 'channel' }))],
    ['a link that is none', message(rich({ type: 'link', url: 'javascript:alert(1)', text: 'x' }))],
    ['markup', message({ type: 'section', text: { type: 'mrkdwn', text: '*x*' } })],
    ['emoji made of typed text', message({ type: 'header', text: { type: 'plain_text', text: 'x' } })],
    ['a long header', message({ type: 'header', text: plain('w'.repeat(151)) })],
    ['an image without words', message({ type: 'image', slack_file: { id: 'F1' }, alt_text: '' })],
    ['a block that is not core', message({ type: 'card' })],
    [
      'the same block id twice',
      message({ type: 'divider', block_id: 'a' }, { type: 'divider', block_id: 'a' }),
    ],
    ['the same action id twice', message(actions(button, button))],
    ['a long button', message(actions({ ...button, text: plain('w'.repeat(76)) }))],
    ['six choices in a menu', message(actions({ type: 'overflow', action_id: 'a', options: options(6) }))],
    ['101 options', message(actions({ ...select, options: options(101) }))],
    [
      'a choice that is no option',
      message(actions({ ...select, initial_option: { text: plain('9'), value: '9' } })),
    ],
    ['a control nobody knows', message(actions({ type: 'slider', action_id: 'a' }))],
    ['a field in a message', message(field)],
    ['a form without a button', { ...modal(field), submit: undefined }],
    ['a long title', { ...modal(field), title: plain('w'.repeat(25)) }],
    ['too much to remember', { ...modal(field), private_metadata: 'w'.repeat(3001) }],
    [
      'a text that does not fit its field',
      modal({ ...field, element: { ...input, initial_value: 'w'.repeat(21) } }),
    ],
  ])('refuses %s', (_name, shown) => {
    expect(problemsOf(shown)).not.toEqual([])
  })
})
