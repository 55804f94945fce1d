import type { App } from '@slack/bolt'
import type { KnownBlock, ModalView } from '@slack/types'

// An app that uses every element of Block Kit, to see that the page can show and fill in all of them.

const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: true })
const option = (value: string) => ({ text: plain(`Choice ${value}`), value })
const options = ['one', 'two', 'three'].map(option)
const confirm = {
  title: plain('Are you sure?'),
  text: plain('This cannot be undone.'),
  confirm: plain('Yes, do it'),
  deny: plain('No'),
}

export const EVERY_MANIFEST = {
  display_information: { name: 'Everything' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    bot_user: { display_name: 'Everything' },
    slash_commands: [
      { command: '/every', description: 'Every element', usage_hint: '[@who what]', should_escape: true },
      { command: '/stack', description: 'Forms on forms' },
      { command: '/slow', description: 'Never answers' },
    ],
    shortcuts: [
      { name: 'Tell this story', type: 'message', callback_id: 'tell', description: 'Tell' },
      { name: 'Award a prize', type: 'message', callback_id: 'award', description: 'Award' },
      { name: 'Start anywhere', type: 'global', callback_id: 'start', description: 'Start' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'channels:history',
        'channels:read',
        'chat:write',
        'commands',
        'files:read',
        'files:write',
        'im:history',
        'im:write',
        'reactions:read',
        'users:read',
      ],
    },
  },
  settings: {
    interactivity: { is_enabled: true },
    event_subscriptions: {
      bot_events: ['app_home_opened', 'message.channels', 'message.im', 'reaction_added'],
    },
    socket_mode_enabled: true,
  },
}

const field = (id: string, label: string, element: object, more: object = {}): KnownBlock =>
  ({
    type: 'input',
    block_id: id,
    label: plain(label),
    element: { action_id: 'value', ...element },
    ...more,
  }) as KnownBlock

const text = (more: object) => ({ type: 'plain_text_input', ...more })

export const everyForm: ModalView = {
  type: 'modal',
  callback_id: 'every',
  title: plain('Every element'),
  submit: plain('Send it'),
  close: plain('Not now'),
  notify_on_close: true,
  blocks: [
    { type: 'section', text: { type: 'mrkdwn', text: 'All of *Block Kit* for <@UBOB> in <#CCHEERS>' } },
    field(
      'words',
      'What happened?',
      text({ multiline: true, max_length: 40, placeholder: plain('Tell it') }),
    ),
    field('short', 'A short name', text({ min_length: 3, max_length: 10 }), {
      hint: plain('3 to 10 letters'),
    }),
    field('rich', 'In rich words', { type: 'rich_text_input' }, { optional: true }),
    field('who', 'Who?', { type: 'users_select', placeholder: plain('Choose somebody') }),
    field('whom', 'Whom?', { type: 'multi_users_select', max_selected_items: 2 }, { optional: true }),
    field('where', 'Where?', { type: 'channels_select' }, { optional: true }),
    field(
      'place',
      'Which place?',
      { type: 'conversations_select', filter: { include: ['public', 'private'] } },
      { optional: true },
    ),
    field('static', 'Which?', { type: 'static_select', options, initial_option: options[1] }),
    field('many', 'Which ones?', { type: 'multi_static_select', options }, { optional: true }),
    field(
      'zone',
      'Zone',
      { type: 'external_select', min_query_length: 0, action_id: 'zone' },
      { optional: true },
    ),
    field('radio', 'One of them', { type: 'radio_buttons', options }, { optional: true }),
    field('boxes', 'Some of them', { type: 'checkboxes', options }, { optional: true }),
    field('day', 'Which day?', { type: 'datepicker' }, { optional: true }),
    field('time', 'What time?', { type: 'timepicker', initial_time: '16:00' }, { optional: true }),
    field('number', 'How many?', { type: 'number_input', is_decimal_allowed: false }, { optional: true }),
    field('mail', 'E-mail', { type: 'email_text_input' }, { optional: true }),
    field('web', 'Address', { type: 'url_text_input' }, { optional: true }),
    field('photo', 'A photo', { type: 'file_input', filetypes: ['png'], max_files: 1 }, { optional: true }),
    {
      type: 'actions',
      block_id: 'buttons',
      elements: [
        { type: 'button', action_id: 'more', text: plain('Show more'), value: 'more' },
        { type: 'button', action_id: 'sure', text: plain('Delete'), style: 'danger', confirm },
      ],
    },
  ],
}

export const everyMessage: KnownBlock[] = [
  { type: 'header', text: plain('A story :tada:') },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'user', user_id: 'UBOB', style: { bold: true } },
          { type: 'text', text: ' stayed late.\nThe passenger’s words were ' },
          { type: 'text', text: 'remarkable', style: { italic: true } },
          { type: 'text', text: ': *not bold*, `code`? ' },
          { type: 'emoji', name: 'clap' },
          { type: 'link', url: 'https://example.com', text: 'a link' },
        ],
      },
      {
        type: 'rich_text_quote',
        elements: [{ type: 'text', text: 'I never saw anything like it.\nThank you.' }],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: ['Listen first', 'Then act'].map((words) => ({
          type: 'rich_text_section' as const,
          elements: [{ type: 'text' as const, text: words }],
        })),
      },
    ],
  },
  { type: 'divider' },
  {
    type: 'section',
    text: { type: 'mrkdwn', text: '*Lesson* for everybody: <https://example.com|read on>' },
    fields: [
      { type: 'mrkdwn', text: '*Cheers*\n12' },
      { type: 'plain_text', text: 'as *typed*' },
    ],
    accessory: { type: 'static_select', action_id: 'pick', placeholder: plain('Pick one'), options },
  },
  { type: 'context', elements: [{ type: 'plain_text', text: 'Shared by Alice · 2 people cheered' }] },
  {
    type: 'actions',
    block_id: 'card',
    elements: [
      { type: 'button', action_id: 'cheer', text: plain('👏 Cheer'), style: 'primary', value: 'story-1' },
      { type: 'button', action_id: 'sure', text: plain('Take back'), style: 'danger', confirm },
      { type: 'overflow', action_id: 'menu', options },
      { type: 'datepicker', action_id: 'day', placeholder: plain('A day') },
    ],
  },
]

/** What the app heard, newest last: what was pressed, and the values of the forms that were sent. */
export type Heard = { name: string; value: unknown }

export function everyApp(heard: Heard[]): (app: App) => void {
  return (app) => {
    app.command('/every', async ({ ack, client, body, command }) => {
      heard.push({ name: '/every', value: command.text })
      await ack()
      await client.views.open({ trigger_id: body.trigger_id, view: everyForm })
    })
    app.command('/stack', async ({ ack, client, body }) => {
      await ack()
      await client.views.open({ trigger_id: body.trigger_id, view: stacked(1) })
    })
    app.action('deeper', async ({ ack, client, body }) => {
      await ack()
      if (body.type !== 'block_actions' || !body.trigger_id) return
      await client.views.push({ trigger_id: body.trigger_id, view: stacked(2) })
    })
    app.action(/^(more|sure|cheer|menu|pick|day)$/, async ({ ack, action, body, client, respond }) => {
      await ack()
      heard.push({ name: 'action_id' in action ? action.action_id : '', value: action })
      if (body.type !== 'block_actions') return
      if (body.view && 'action_id' in action && action.action_id === 'more')
        await client.views.update({
          view_id: body.view.id,
          view: { ...everyForm, blocks: [...everyForm.blocks.slice(0, -1), field('more', 'More', text({}))] },
        })
      else if (!body.view)
        await respond({ text: 'Thank you!', response_type: 'ephemeral', replace_original: false })
    })
    app.options('zone', async ({ ack, options: asked }) => {
      const zones = ['Europe/London', 'Europe/Berlin', 'Asia/Kolkata'].filter((zone) =>
        zone.toLowerCase().includes(asked.value.toLowerCase()),
      )
      await ack({ options: zones.map((zone) => ({ text: plain(zone), value: zone })) })
    })
    app.view('every', async ({ ack, view }) => {
      const values = Object.fromEntries(
        Object.entries(view.state.values).map(([block, actions]) => [block, Object.values(actions)[0]]),
      )
      heard.push({ name: 'submitted', value: values })
      if (values.short?.value === 'wrong')
        return ack({ response_action: 'errors', errors: { short: 'Find a better name.' } })
      await ack()
    })
    app.view({ callback_id: 'every', type: 'view_closed' }, async ({ ack }) => {
      heard.push({ name: 'closed', value: undefined })
      await ack()
    })
    app.shortcut('tell', async ({ ack, client, shortcut }) => {
      await ack()
      await client.views.open({ trigger_id: shortcut.trigger_id, view: stacked(1) })
    })
    app.event('app_home_opened', async ({ event, client }) => {
      if (event.tab !== 'home') return
      await client.views.publish({
        user_id: event.user,
        view: {
          type: 'home',
          blocks: [
            { type: 'header', text: plain('What you can do') },
            { type: 'section', text: { type: 'mrkdwn', text: `Hello <@${event.user}>` } },
            {
              type: 'actions',
              elements: [{ type: 'button', action_id: 'cheer', text: plain('Tell a story'), value: 'home' }],
            },
          ],
        },
      })
    })
  }
}

const stacked = (depth: number): ModalView => ({
  type: 'modal',
  callback_id: `stacked-${depth}`,
  title: plain(`Form ${depth}`),
  submit: plain('Done'),
  blocks: [
    field('note', `Note ${depth}`, text({}), { optional: true }),
    {
      type: 'actions',
      elements: [{ type: 'button', action_id: 'deeper', text: plain('Go deeper'), value: 'x' }],
    },
  ],
})
