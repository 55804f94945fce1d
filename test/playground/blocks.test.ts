import { describe, expect, test } from '@jest/globals'
import { blockTextLength, messageProblems } from '../../playground/server/blocks/message.ts'
import { viewProblems } from '../../playground/server/blocks/view.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const long = (length: number) => '👏'.repeat(length)
const options = (count: number, text = 'o') =>
  Array.from({ length: count }, (_, index) => ({ text: plain(text), value: `v${index}` }))
const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item)
const button = (more: object = {}) => ({ type: 'button', action_id: 'go', text: plain('Go'), ...more })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...more,
})
const section = (more: object = {}) => ({ type: 'section', text: mrkdwn('Hello'), ...more })
const image = (more: object = {}) => ({
  type: 'image',
  image_url: 'https://example.com/a.png',
  alt_text: 'a',
  ...more,
})
const rich = (...elements: object[]) => ({ type: 'rich_text', elements })
const richSection = (...elements: object[]) => rich({ type: 'rich_text_section', elements })
const select = (more: object = {}) => ({
  type: 'static_select',
  action_id: 's',
  options: options(2),
  ...more,
})
const confirm = (more: object = {}) => ({
  title: plain('Sure?'),
  text: mrkdwn('Really?'),
  confirm: plain('Yes'),
  deny: plain('No'),
  ...more,
})

describe('a message may show', () => {
  test.each<[string, object]>([
    ['a header at its limit, counted in characters', { type: 'header', text: plain(long(150)) }],
    ['a divider', { type: 'divider', block_id: 'd' }],
    ['a section of 3000 characters', section({ text: mrkdwn(long(3000)) })],
    ['a section of ten fields', { type: 'section', fields: times(10, plain(long(2000))) }],
    ['a section with a button', section({ accessory: button() })],
    ['a section with a picture', section({ accessory: image() })],
    ['a context of text and pictures', { type: 'context', elements: [mrkdwn('a'), plain('b'), image()] }],
    ['a picture with a title', image({ title: plain('t') })],
    [
      'a button with everything',
      actions(
        button({
          url: 'https://example.com',
          value: long(2000),
          style: 'primary',
          confirm: confirm(),
          accessibility_label: long(75),
        }),
      ),
    ],
    ['a menu of five', actions({ type: 'overflow', action_id: 'm', options: options(5) })],
    [
      'a menu with a link',
      actions({
        type: 'overflow',
        action_id: 'm',
        options: [{ text: plain('x'), value: 'x', url: 'https://example.com' }],
      }),
    ],
    ['a select with a chosen option', actions(select({ initial_option: options(2)[1] }))],
    [
      'a select of groups',
      actions({
        type: 'static_select',
        action_id: 's',
        option_groups: [{ label: plain('g'), options: options(2) }],
      }),
    ],
    [
      'pickers',
      actions(
        { type: 'users_select', action_id: 'a' },
        { type: 'multi_users_select', action_id: 'b', max_selected_items: 2 },
        {
          type: 'conversations_select',
          action_id: 'c',
          filter: { include: ['public'], exclude_bot_users: true },
        },
        { type: 'channels_select', action_id: 'd', placeholder: plain(long(150)) },
        { type: 'external_select', action_id: 'e', min_query_length: 0 },
        { type: 'datepicker', action_id: 'f', initial_date: '2026-11-27' },
        { type: 'timepicker', action_id: 'g', initial_time: '16:00' },
        { type: 'datetimepicker', action_id: 'h', initial_date_time: 1_795_000_000 },
        {
          type: 'radio_buttons',
          action_id: 'i',
          options: options(10).map((one) => ({ ...one, description: plain(long(75)) })),
        },
        {
          type: 'checkboxes',
          action_id: 'j',
          options: [{ text: mrkdwn('*a*'), value: 'a', description: mrkdwn('b') }],
        },
      ),
    ],
    [
      'rich text of every kind',
      rich(
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'Hi ', style: { bold: true } },
            { type: 'user', user_id: 'UBOB' },
            { type: 'emoji', name: 'tada' },
            { type: 'link', url: 'https://example.com', text: 'there' },
            { type: 'channel', channel_id: 'C1' },
            { type: 'usergroup', usergroup_id: 'S1' },
            { type: 'date', timestamp: 1_795_000_000, format: '{date}', fallback: 'today' },
            { type: 'broadcast', range: 'here' },
            { type: 'color', value: '#fff' },
          ],
        },
        {
          type: 'rich_text_list',
          style: 'bullet',
          indent: 1,
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] }],
        },
        { type: 'rich_text_quote', elements: [{ type: 'text', text: 'q' }] },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'p' }], border: 1 },
      ),
    ],
    ['markdown', { type: 'markdown', text: '**a**' }],
    [
      'a video',
      {
        type: 'video',
        alt_text: 'a',
        title: plain('t'),
        thumbnail_url: 'https://example.com/a.png',
        video_url: 'https://example.com/v',
      },
    ],
  ])('%s', (_name, block) => {
    expect(messageProblems([block])).toEqual([])
  })
})

describe('a message may not show', () => {
  test.each<[string, object, string]>([
    [
      'a header over 150 characters',
      { type: 'header', text: plain(long(151)) },
      'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ],
    ['a header in mrkdwn', { type: 'header', text: mrkdwn('a') }, 'must be one of: plain_text'],
    ['a section over 3000 characters', section({ text: plain(long(3001)) }), 'must be less than 3001'],
    ['an empty text', section({ text: plain('') }), 'must be more than 0 characters'],
    ['a section of nothing', { type: 'section' }, 'missing required field: text or fields'],
    ['eleven fields', { type: 'section', fields: times(11, plain('a')) }, 'no more than 10 items'],
    ['a long field', { type: 'section', fields: [plain(long(2001))] }, 'must be less than 2001'],
    ['eleven things in a context', { type: 'context', elements: times(11, plain('a')) }, 'no more than 10'],
    ['a button in a context', { type: 'context', elements: [button()] }, 'cannot be used'],
    [
      'twenty-six buttons',
      actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `b${i}` }))),
      'no more than 25',
    ],
    ['no buttons at all', actions(), 'no less than 1'],
    ['two elements of one action_id', actions(button(), button()), 'already exists in this block'],
    ['a long button', actions(button({ text: plain(long(76)) })), 'must be less than 76'],
    ['a button in mrkdwn', actions(button({ text: mrkdwn('a') })), 'plain_text'],
    ['a long value', actions(button({ value: long(2001) })), 'must be less than 2001'],
    ['a long address', actions(button({ url: long(3001) })), 'must be less than 3001'],
    [
      'a long accessibility label',
      actions(button({ accessibility_label: long(76) })),
      'must be less than 76',
    ],
    ['a long action_id', actions(button({ action_id: long(256) })), 'must be less than 256'],
    ['a long block_id', section({ block_id: long(256) }), 'must be less than 256'],
    ['an invented style', actions(button({ style: 'pink' })), 'must be one of: primary, danger'],
    ['an invented property', actions(button({ colour: 'pink' })), 'invalid additional property: colour'],
    ['an invented block', { type: 'banner' }, 'unsupported type: banner'],
    ['an invented element', actions({ type: 'lever', action_id: 'l' }), 'unsupported type: lever'],
    [
      'a long title in a confirmation',
      actions(button({ confirm: confirm({ title: plain(long(101)) }) })),
      'must be less than 101',
    ],
    [
      'a long text in a confirmation',
      actions(button({ confirm: confirm({ text: plain(long(301)) }) })),
      'must be less than 301',
    ],
    [
      'a long yes',
      actions(button({ confirm: confirm({ confirm: plain(long(31)) }) })),
      'must be less than 31',
    ],
    ['a long no', actions(button({ confirm: confirm({ deny: plain(long(31)) }) })), 'must be less than 31'],
    [
      'six choices in a menu',
      actions({ type: 'overflow', action_id: 'm', options: options(6) }),
      'no more than 5',
    ],
    ['no choice in a menu', actions({ type: 'overflow', action_id: 'm', options: [] }), 'no less than 1'],
    ['a long option', actions(select({ options: options(1, long(76)) })), 'must be less than 76'],
    [
      'a long value of an option',
      actions(select({ options: [{ text: plain('a'), value: long(151) }] })),
      'must be less than 151',
    ],
    [
      'a long description',
      actions(select({ options: [{ text: plain('a'), value: 'a', description: plain(long(76)) }] })),
      'must be less than 76',
    ],
    [
      'an address in a select',
      actions(select({ options: [{ text: plain('a'), value: 'a', url: 'https://example.com' }] })),
      'invalid additional property: url',
    ],
    ['a hundred and one options', actions(select({ options: options(101) })), 'no more than 100'],
    [
      'options and groups',
      actions(select({ option_groups: [{ label: plain('g'), options: options(1) }] })),
      'exactly one of options',
    ],
    [
      'a choice that is not offered',
      actions(select({ initial_option: { text: plain('other'), value: 'x' } })),
      'must exactly match one',
    ],
    ['a long placeholder', actions(select({ placeholder: plain(long(151)) })), 'must be less than 151'],
    [
      'eleven radio buttons',
      actions({ type: 'radio_buttons', action_id: 'r', options: options(11) }),
      'no more than 10',
    ],
    [
      'a long word on a choice',
      actions({ type: 'radio_buttons', action_id: 'r', options: [{ text: plain(long(76)), value: 'a' }] }),
      'must be less than 76',
    ],
    [
      'a long description of a choice',
      actions({
        type: 'radio_buttons',
        action_id: 'r',
        options: [{ text: plain('a'), value: 'a', description: plain(long(76)) }],
      }),
      'must be less than 76',
    ],
    [
      'eleven checkboxes',
      actions({ type: 'checkboxes', action_id: 'r', options: options(11) }),
      'no more than 10',
    ],
    [
      'a day that is none',
      actions({ type: 'datepicker', action_id: 'd', initial_date: '27.11.2026' }),
      'does not match',
    ],
    [
      'a time that is none',
      actions({ type: 'timepicker', action_id: 'd', initial_time: '25:00' }),
      'does not match',
    ],
    [
      'a picture without words for it',
      { type: 'image', image_url: 'https://example.com/a.png' },
      'missing required field: alt_text',
    ],
    [
      'a picture from two places',
      image({ slack_file: { id: 'F1' } }),
      'exactly one of image_url, slack_file',
    ],
    ['a picture from nowhere', { type: 'image', alt_text: 'a' }, 'exactly one of image_url, slack_file'],
    ['long words for a picture', image({ alt_text: long(2001) }), 'must be less than 2001'],
    ['empty rich text', richSection({ type: 'text', text: '' }), 'must be more than 0'],
    ['an invented rich text', richSection({ type: 'sparkle' }), 'unsupported type: sparkle'],
    [
      'a list without a style',
      rich({ type: 'rich_text_list', elements: [{ type: 'rich_text_section', elements: [] }] }),
      'missing required field: style',
    ],
    [
      'an invented text style',
      richSection({ type: 'text', text: 'a', style: { blink: true } }),
      'invalid additional property: blink',
    ],
    [
      'an e-mail field',
      input({ type: 'email_text_input', action_id: 'e' }),
      'not allowed on surface message',
    ],
    ['a file field', input({ type: 'file_input', action_id: 'e' }), 'not allowed on surface message'],
    [
      'a rich text field',
      input({ type: 'rich_text_input', action_id: 'e' }),
      'not allowed on surface message',
    ],
    [
      'a text field outside an input',
      actions({ type: 'plain_text_input', action_id: 'e' }),
      'cannot be used in a block of type actions',
    ],
    ['long markdown', { type: 'markdown', text: long(12_001) }, 'must be less than 12001'],
  ])('%s', (_name, block, problem) => {
    expect(messageProblems([block]).join('\n')).toContain(problem)
  })

  test('fifty-one blocks', () => {
    expect(messageProblems(times(51, { type: 'divider' }))).toEqual([
      '[ERROR] no more than 50 items allowed [json-pointer:/blocks]',
    ])
  })

  test('two blocks of one id', () => {
    expect(messageProblems([section({ block_id: 'a' }), section({ block_id: 'a' })]).join()).toContain(
      'already exists',
    )
  })
})

const modal = (...blocks: object[]) => ({
  type: 'modal',
  title: plain('Title'),
  submit: plain('Send'),
  blocks,
})

describe('a form', () => {
  test('takes every kind of input', () => {
    const inputs = [
      {
        type: 'plain_text_input',
        action_id: 'a',
        multiline: true,
        min_length: 1,
        max_length: 3000,
        focus_on_load: true,
      },
      { type: 'email_text_input', action_id: 'a' },
      { type: 'url_text_input', action_id: 'a' },
      { type: 'number_input', action_id: 'a', is_decimal_allowed: false, min_value: '1', max_value: '9' },
      { type: 'file_input', action_id: 'a', filetypes: ['png'], max_files: 10 },
      { type: 'rich_text_input', action_id: 'a' },
      { type: 'datetimepicker', action_id: 'a' },
      { type: 'multi_static_select', action_id: 'a', options: options(100) },
      { type: 'multi_external_select', action_id: 'a', min_query_length: 1 },
      { type: 'multi_conversations_select', action_id: 'a' },
      { type: 'multi_channels_select', action_id: 'a' },
    ]
    expect(viewProblems(modal(...inputs.map((element) => input(element))), 'modal')).toEqual([])
  })

  test.each<[string, object, string]>([
    ['with a long title', { ...modal(section()), title: plain(long(25)) }, 'must be less than 25'],
    ['with a long button', { ...modal(section()), submit: plain(long(25)) }, 'must be less than 25'],
    ['with a long way out', { ...modal(section()), close: plain(long(25)) }, 'must be less than 25'],
    ['without a title', { type: 'modal', blocks: [] }, 'missing required field: title'],
    [
      'without a button to send its inputs',
      { type: 'modal', title: plain('T'), blocks: [input({ type: 'plain_text_input', action_id: 'a' })] },
      'missing required field: submit',
    ],
    [
      'with long private metadata',
      { ...modal(section()), private_metadata: long(3001) },
      'must be less than 3001',
    ],
    ['with a long callback_id', { ...modal(section()), callback_id: long(256) }, 'must be less than 256'],
    ['of 101 blocks', modal(...times(101, { type: 'divider' })), 'no more than 100'],
    [
      'with a long label',
      modal(input({ type: 'plain_text_input', action_id: 'a' }, { label: plain(long(2001)) })),
      'must be less than 2001',
    ],
    [
      'with a long hint',
      modal(input({ type: 'plain_text_input', action_id: 'a' }, { hint: plain(long(2001)) })),
      'must be less than 2001',
    ],
    ['with a button as input', modal(input(button())), 'cannot be used in a block of type input'],
    [
      'with room for too much text',
      modal(input({ type: 'plain_text_input', action_id: 'a', max_length: 3001 })),
      'must be at most 3000',
    ],
    [
      'with lengths that contradict',
      modal(input({ type: 'plain_text_input', action_id: 'a', min_length: 9, max_length: 5 })),
      'min_length must not be more',
    ],
    [
      'with numbers that contradict',
      modal(
        input({
          type: 'number_input',
          action_id: 'a',
          is_decimal_allowed: true,
          min_value: '9',
          max_value: '5',
        }),
      ),
      'min_value must not be more',
    ],
    [
      'with a number that does not say if decimals go',
      modal(input({ type: 'number_input', action_id: 'a' })),
      'is_decimal_allowed',
    ],
    [
      'with room for no file',
      modal(input({ type: 'file_input', action_id: 'a', max_files: 0 })),
      'must be at least 1',
    ],
    [
      'with room for eleven files',
      modal(input({ type: 'file_input', action_id: 'a', max_files: 11 })),
      'must be at most 10',
    ],
    [
      'with a file field outside an input',
      modal(section({ accessory: { type: 'file_input', action_id: 'a' } })),
      'cannot be used',
    ],
    ['with markdown', modal({ type: 'markdown', text: 'a' }), 'not allowed on surface modal'],
    [
      'with two fields in focus',
      modal(
        input({ type: 'plain_text_input', action_id: 'a', focus_on_load: true }),
        input({ type: 'plain_text_input', action_id: 'b', focus_on_load: true }),
      ),
      'focus_on_load',
    ],
    ['that is a home', { type: 'home', blocks: [] }, 'must be modal'],
  ])('%s is refused', (_name, view, problem) => {
    expect(viewProblems(view, 'modal').join('\n')).toContain(problem)
  })
})

test('a Home has no title and no date and time picker', () => {
  expect(viewProblems({ type: 'home', blocks: [section()] }, 'home')).toEqual([])
  expect(viewProblems({ type: 'home', title: plain('a'), blocks: [] }, 'home').join()).toContain(
    'invalid additional property: title',
  )
  const picker = actions({ type: 'datetimepicker', action_id: 'a' })
  expect(viewProblems({ type: 'home', blocks: [picker] }, 'home').join()).toContain(
    'not allowed on surface home',
  )
})

test('the text of a message is counted through all its blocks', () => {
  expect(
    blockTextLength([
      section(),
      { type: 'header', text: plain('👏👏') },
      richSection({ type: 'text', text: 'abc' }),
    ]),
  ).toBe(10)
})
