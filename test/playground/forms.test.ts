import { describe, expect, test } from '@jest/globals'
import type { BlockAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { viewPayload } from '../../playground/server/views.ts'
import { rawSocket } from './raw-app.ts'
import { boltOn, clientOf, MODES, refusal, slackWithPeople } from './support.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const option = (value: string) => ({ text: plain(value), value })
const input = (action_id: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id: `${action_id}_block`,
  label: plain(action_id),
  element: { ...element, action_id },
  ...more,
})
const modal = (blocks: object[], more: object = {}) =>
  ({
    type: 'modal',
    callback_id: 'form',
    title: plain('Form'),
    submit: plain('Send'),
    blocks,
    ...more,
  }) as ModalView
const optional = { optional: true }

/** Alice with a form open, made by the app's own call. */
async function aliceWith(view: ModalView, options: Parameters<typeof slackWithPeople>[0] = {}) {
  const slack = await slackWithPeople(options)
  const client = clientOf(slack)
  await boltOn(slack, 'socket', (app) => {
    app.command('/wow', async ({ ack, body, client: bolt }) => {
      await ack()
      await bolt.views.open({ trigger_id: body.trigger_id, view })
    })
    app.view('form', async ({ ack }) => ack())
    app.action('more', async ({ ack }) => ack())
    app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack }) => ack())
  })
  const alice = slack.person('UALICE')
  await alice.command('/wow')
  await alice.nextModal()
  return { slack, client, alice }
}

describe('what is typed', () => {
  test('arrives as Slack sends it, for every kind of field', async () => {
    const { slack, alice } = await aliceWith(
      modal([
        input('text', { type: 'plain_text_input' }),
        input('mail', { type: 'email_text_input' }),
        input('url', { type: 'url_text_input' }),
        input('number', { type: 'number_input', is_decimal_allowed: false }),
        input('rich', { type: 'rich_text_input' }),
        input('file', { type: 'file_input' }),
        input('one', { type: 'static_select', options: [option('a'), option('b')] }),
        input('many', { type: 'multi_static_select', options: [option('a'), option('b')] }),
        input('radio', { type: 'radio_buttons', options: [option('a'), option('b')] }),
        input('boxes', { type: 'checkboxes', options: [option('a'), option('b')] }),
        input('user', { type: 'users_select' }),
        input('users', { type: 'multi_users_select' }),
        input('channel', { type: 'channels_select' }),
        input('conversation', { type: 'conversations_select' }),
        input('day', { type: 'datepicker' }),
        input('time', { type: 'timepicker' }),
        input('instant', { type: 'datetimepicker' }),
        input('kept', { type: 'plain_text_input', initial_value: 'as it was' }),
        input('empty', { type: 'plain_text_input' }, optional),
        input('nobody', { type: 'multi_users_select' }, optional),
      ]),
    )
    const photo = alice.upload({ name: 'photo.png', data: Buffer.from('png') })
    const result = await alice.submit({
      text: 'hello',
      mail: 'a@example.com',
      url: 'https://example.com',
      number: 3,
      rich: 'rich words',
      file: [photo],
      one: 'b',
      many: ['a'],
      radio: 'a',
      boxes: ['a', 'b'],
      user: 'UBOB',
      users: ['UBOB', 'UERIN'],
      channel: 'CCHEERS',
      conversation: 'CCHEERS',
      day: '2026-11-27',
      time: '16:00',
      instant: 1_795_000_000,
    })
    expect(result.outcome).toBe('closed')
    const sent = slack.sent('view_submission').at(-1)?.payload as {
      view: { state: { values: Record<string, Record<string, unknown>> } }
    }
    const values = Object.assign({}, ...Object.values(sent.view.state.values))
    expect(values).toMatchObject({
      text: { type: 'plain_text_input', value: 'hello' },
      mail: { value: 'a@example.com' },
      url: { value: 'https://example.com' },
      number: { value: '3' },
      rich: { rich_text_value: { type: 'rich_text' } },
      file: { files: [{ id: photo, name: 'photo.png', mimetype: 'image/png', size: 3 }] },
      one: { selected_option: option('b') },
      many: { selected_options: [option('a')] },
      radio: { selected_option: option('a') },
      boxes: { selected_options: [option('a'), option('b')] },
      user: { selected_user: 'UBOB' },
      users: { selected_users: ['UBOB', 'UERIN'] },
      channel: { selected_channel: 'CCHEERS' },
      conversation: { selected_conversation: 'CCHEERS' },
      day: { selected_date: '2026-11-27' },
      time: { selected_time: '16:00' },
      instant: { selected_date_time: 1_795_000_000 },
      kept: { value: 'as it was' },
      empty: { value: null },
      nobody: { selected_users: [] },
    })
  })

  test.each<[string, object, unknown, string]>([
    ['nothing', { type: 'plain_text_input' }, null, 'Please complete this required field.'],
    ['too little', { type: 'plain_text_input', min_length: 3 }, '👏👏', 'at least 3 characters'],
    ['too much', { type: 'plain_text_input', max_length: 3 }, '👏👏👏👏', 'at most 3 characters'],
    ['no number', { type: 'number_input', is_decimal_allowed: true }, 'x', 'enter a number'],
    ['no whole number', { type: 'number_input', is_decimal_allowed: false }, '1.5', 'whole number'],
    [
      'too small a number',
      { type: 'number_input', is_decimal_allowed: false, min_value: '5' },
      '1',
      'at least 5',
    ],
    ['no address', { type: 'email_text_input' }, 'me', 'valid email'],
    ['no URL', { type: 'url_text_input' }, 'me', 'valid URL'],
    ['too many', { type: 'multi_users_select', max_selected_items: 1 }, ['UBOB', 'UERIN'], 'at most 1'],
    ['empty rich text', { type: 'rich_text_input' }, '', 'required field'],
  ])('and is %s is stopped by the client, unless it is sent raw', async (_name, element, value, sentence) => {
    const { slack, alice } = await aliceWith(modal([input('field', element)]))
    const result = await alice.submit({ field: value as string })
    expect(result).toMatchObject({
      outcome: 'stopped by client',
      clientErrors: { field_block: expect.stringContaining(sentence) },
    })
    expect(slack.sent('view_submission')).toEqual([])
    expect(await alice.submit({}, { raw: true })).toMatchObject({ outcome: 'closed' })
  })

  test('a field, a choice or a person that is not there is a mistake of the test', async () => {
    const { alice } = await aliceWith(
      modal([
        input('one', { type: 'static_select', options: [option('a')] }),
        input('who', { type: 'users_select' }),
        input('where', { type: 'conversations_select', filter: { include: ['public'] } }),
      ]),
    )
    await expect(alice.submit({ other: 'x' })).rejects.toThrow('has no field other, but: one, who, where')
    await expect(alice.submit({ one: 'x' })).rejects.toThrow('one does not offer x, but: a')
    await expect(alice.submit({ who: 'UNOBODY' })).rejects.toThrow('nobody has the id UNOBODY')
    await expect(alice.submit({ where: 'GSECRET' })).rejects.toThrow('shows public only')
  })
})

describe('what the app answers', () => {
  const view = modal([input('text', { type: 'plain_text_input' })])

  async function answering(answer: object) {
    const { slack, alice } = await aliceWith({ ...view, callback_id: 'other' } as ModalView)
    const app = await rawSocket(slack)
    slack.disconnect('warning')
    const again = await rawSocket(slack)
    const submitted = alice.submit({ text: 'hello' })
    again.ack(await again.envelope(1), { ...answer })
    expect(app.received.at(-1)).toMatchObject({ type: 'disconnect' })
    return { slack, alice, result: await submitted }
  }

  test('errors stand under their fields', async () => {
    const { alice, result } = await answering({ response_action: 'errors', errors: { text_block: 'no' } })
    expect(result).toMatchObject({ outcome: 'errors', errors: { text_block: 'no' } })
    expect(alice.modal()?.errors).toEqual({ text_block: 'no' })
  })

  test('errors for a block that is no input leave the person with trouble', async () => {
    const { slack, alice, result } = await answering({ response_action: 'errors', errors: { title: 'no' } })
    expect(result.outcome).toBe('failed')
    expect(alice.modal()?.trouble).toBe('We had some trouble connecting. Try again?')
    expect(slack.refused().at(-1)?.error).toContain('title, which is no input block')
  })

  test('an update keeps what was typed where block and element keep their ids', async () => {
    const { alice, result } = await answering({
      response_action: 'update',
      view: modal([
        input('text', { type: 'plain_text_input' }),
        input('new', { type: 'plain_text_input', initial_value: 'n' }),
      ]),
    })
    expect(result.outcome).toBe('updated')
    const state = alice.modal()?.state
    expect(state?.get('text_block')?.get('text')).toMatchObject({ value: 'hello' })
    expect(state?.get('new_block')?.get('new')).toMatchObject({ value: 'n' })
  })

  test('a push lies on top, and closing it shows what is below', async () => {
    const { alice, result } = await answering({
      response_action: 'push',
      view: modal([], { title: plain('Two') }),
    })
    expect(result.outcome).toBe('pushed')
    expect(alice.modal()).toMatchObject({ title: 'Two', previous_view_id: alice.modals()[0]?.id })
    await alice.close()
    expect(alice.modal()?.title).toBe('Form')
  })

  test('clear closes all', async () => {
    const { alice, result } = await answering({ response_action: 'clear' })
    expect(result.outcome).toBe('cleared')
    expect(alice.modals()).toEqual([])
  })

  test('a view over the limits is refused', async () => {
    const bad = modal([], { title: plain('a title that is much too long for it') })
    const { slack, result } = await answering({ response_action: 'update', view: bad })
    expect(result.outcome).toBe('failed')
    expect(slack.refused().at(-1)?.error).toContain('must be less than 25 characters')
  })
})

describe('triggers', () => {
  test('open one form, within three seconds', async () => {
    let now = 1_000_000
    const slack = await slackWithPeople({ realClock: () => now })
    const client = clientOf(slack)
    const app = await rawSocket(slack)
    const view = modal([])
    const trigger = async (nth: number) => {
      const command = slack.person('UALICE').command('/wow')
      app.ack(await app.envelope(nth))
      return (await command).triggerId
    }
    const first = await trigger(1)
    const opened = await client.views.open({ trigger_id: first, view })
    expect(opened.view).toMatchObject({ callback_id: 'form', state: { values: {} }, bot_id: 'BPLAUDIT' })
    expect(await refusal(client.views.open({ trigger_id: first, view }))).toMatchObject({
      error: 'exchanged_trigger_id',
    })
    const second = await trigger(2)
    now += 3001
    expect(await refusal(client.views.open({ trigger_id: second, view }))).toMatchObject({
      error: 'expired_trigger_id',
    })
    expect(await refusal(client.views.open({ trigger_id: 'invented', view }))).toMatchObject({
      error: 'invalid_trigger_id',
    })
  })

  test('push up to three forms', async () => {
    const { slack, client, alice } = await aliceWith(
      modal([{ type: 'actions', elements: [{ type: 'button', action_id: 'more', text: plain('More') }] }]),
    )
    const push = async () => {
      await alice.press(alice.modals()[0] ?? { channel: '', ts: '' }, 'more')
      const trigger = String(slack.sent('block_actions').at(-1)?.payload.trigger_id)
      return client.views.push({ trigger_id: trigger, view: modal([]) })
    }
    slack.setRates('off')
    expect((await push()).view?.root_view_id).toBe(alice.modals()[0]?.id)
    await push()
    expect(alice.modals()).toHaveLength(3)
    expect(await refusal(push())).toMatchObject({ error: 'push_limit_reached' })
  })
})

describe('a field that tells at once', () => {
  test('tells what is ticked now, with the whole form as it stands', async () => {
    const boxes = { type: 'checkboxes', options: [option('a'), option('b')] }
    const { slack, alice } = await aliceWith(
      modal([
        input('more', boxes, { dispatch_action: true, optional: true }),
        input('amount', { type: 'number_input', is_decimal_allowed: true, min_value: '0' }, optional),
      ]),
    )
    const view = alice.modal()
    if (!view) throw new Error('no form')
    alice.fill({ amount: '12.5' })
    await alice.press(view, 'more', { value: ['b'] })
    expect(slack.sent('block_actions').at(-1)?.payload).toMatchObject({
      actions: [{ type: 'checkboxes', action_id: 'more', selected_options: [option('b')] }],
      view: {
        state: {
          values: {
            more_block: { more: { selected_options: [option('b')] } },
            amount_block: { amount: { value: '12.5' } },
          },
        },
      },
    })
  })
})

describe('views.update', () => {
  test('by its id changes the form below one that is sent', async () => {
    const button = { type: 'actions', elements: [{ type: 'button', action_id: 'add', text: plain('Add') }] }
    const slack = await slackWithPeople()
    await boltOn(slack, 'socket', (app) => {
      app.command('/wow', async ({ ack, body, client }) => {
        await ack()
        await client.views.open({ trigger_id: body.trigger_id, view: modal([button]) })
      })
      app.action<BlockAction>('add', async ({ ack, body, client }) => {
        await ack()
        const top = modal([input('name', { type: 'plain_text_input' })], { callback_id: 'top' })
        await client.views.push({ trigger_id: body.trigger_id, view: top })
      })
      app.view('top', async ({ ack, view, client }) => {
        const below = modal([
          button,
          { type: 'section', text: plain(view.state.values.name_block?.name?.value ?? '') },
        ])
        await client.views.update({ view_id: view.root_view_id ?? '', view: below })
        await ack()
      })
    })
    const alice = slack.person('UALICE')
    await alice.command('/wow')
    await alice.press(await alice.nextModal(), 'add')
    await alice.nextModal()
    expect((await alice.submit({ name: 'A day off' })).outcome).toBe('closed')
    expect(alice.modals()).toHaveLength(1)
    expect(JSON.stringify(alice.modal()?.blocks)).toContain('A day off')
    expect(slack.refused()).toEqual([])
  })

  test('minds the hash, the external id, and that the view is still open', async () => {
    const { client, alice } = await aliceWith(modal([], { external_id: 'mine' }))
    const view = alice.modal()
    if (view === undefined) throw new Error('no form')
    const old = view.hash
    const change = { view_id: view.id, view: modal([], { title: plain('New') }) }
    await client.views.update({ ...change, hash: old })
    expect(alice.modal()?.title).toBe('New')
    expect(await refusal(client.views.update({ ...change, hash: old }))).toMatchObject({
      error: 'hash_conflict',
    })
    expect(await refusal(client.views.update({ external_id: 'mine', view: change.view }))).toMatchObject({
      error: 'not_found',
    })
    await alice.close()
    expect(await refusal(client.views.update(change))).toMatchObject({ error: 'not_found' })
  })

  test('nextModal gives each new or changed form once', async () => {
    const { client, alice } = await aliceWith(modal([]))
    const waiting = alice.nextModal()
    await client.views.update({ view_id: alice.modal()?.id ?? '', view: modal([], { title: plain('New') }) })
    expect((await waiting).title).toBe('New')
    await expect(alice.nextModal({ timeoutMs: 10 })).rejects.toThrow('a form for UALICE')
  })
})

test('the app hears of closed forms that asked for it, and whether all were closed', async () => {
  const { slack, alice } = await aliceWith(modal([], { notify_on_close: true }))
  await alice.close({ all: true })
  expect(slack.sent('view_closed')).toMatchObject([
    { payload: { is_cleared: true, view: { callback_id: 'form' } } },
  ])
  expect(alice.modal()).toBeUndefined()
})

test('a view over 250 KB is view_too_large', async () => {
  const slack = await slackWithPeople()
  const view = { type: 'home' as const, blocks: [], private_metadata: 'x'.repeat(250_000) }
  expect(await refusal(clientOf(slack).views.publish({ user_id: 'UALICE', view }))).toMatchObject({
    error: 'view_too_large',
  })
})

describe('Home', () => {
  test('is published per person, comes with app_home_opened, and minds the hash', async () => {
    const slack = await slackWithPeople()
    const client = clientOf(slack)
    const view = (text: string) => ({
      type: 'home' as const,
      blocks: [{ type: 'header' as const, text: plain(text) }],
    })
    const published = await client.views.publish({ user_id: 'UALICE', view: view('one') })
    expect(slack.person('UALICE').home()?.blocks).toMatchObject([view('one').blocks[0]])
    expect(slack.person('UBOB').home()).toBeUndefined()
    const hash = published.view?.hash ?? ''
    await client.views.publish({ user_id: 'UALICE', view: view('two'), hash })
    expect(await refusal(client.views.publish({ user_id: 'UALICE', view: view('x'), hash }))).toMatchObject({
      error: 'hash_conflict',
    })
    const app = await rawSocket(slack)
    const opened = slack.person('UALICE').opensHome()
    const envelope = await app.envelope(1)
    expect(envelope.payload).toMatchObject({
      event: { type: 'app_home_opened', tab: 'home', view: { type: 'home' } },
    })
    app.ack(envelope)
    await opened
  })
})

describe.each(MODES)('external selects over %s', (mode) => {
  test('ask the app, and take only what it offered', async () => {
    const slack = await slackWithPeople({ mode })
    await boltOn(slack, mode, (app) => {
      app.command('/wow', async ({ ack, body, client }) => {
        await ack()
        await client.views.open({
          trigger_id: body.trigger_id,
          view: modal([input('theme', { type: 'external_select', min_query_length: 2 })]),
        })
      })
      app.options('theme', async ({ ack, options }) => {
        const offers = [option(`${options.value} one`), option('other')]
        await (options.value === 'bad'
          ? ack({ options: [option('x'.repeat(80))] })
          : ack({ options: offers }))
      })
    })
    const alice = slack.person('UALICE')
    await alice.command('/wow')
    const view = await alice.nextModal()
    expect(await alice.suggest(view, 'theme', 'a')).toEqual([])
    expect(slack.sent('block_suggestion')).toEqual([])
    expect(await alice.suggest(view, 'theme', 'care')).toEqual([option('care one'), option('other')])
    expect(() => alice.fill({ theme: 'invented' })).toThrow('does not offer')
    alice.fill({ theme: 'care one' })
    expect(
      viewPayload(
        view,
        { id: 'T', name: '', domain: '', plan: 'paid' },
        { id: 'A', name: '', botId: 'B', botUserId: 'U' },
      ).state,
    ).toEqual({
      values: { theme_block: { theme: { type: 'external_select', selected_option: option('care one') } } },
    })
    expect(await alice.suggest(view, 'theme', 'bad')).toEqual([])
    expect(slack.refused().at(-1)).toMatchObject({
      name: 'block_suggestion',
      error: expect.stringContaining('76'),
    })
  })
})
