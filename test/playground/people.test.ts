import { describe, expect, test } from '@jest/globals'
import type { KnownBlock } from '@slack/types'
import { rawHttpApp, rawSocket } from './raw-app.ts'
import { boltOn, clientOf, MANIFEST, MODES, slackWithPeople } from './support.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })

describe('a command', () => {
  test('is sent with the fields that Slack sends', async () => {
    const slack = await slackWithPeople({ mode: 'http' })
    const received = await rawHttpApp(slack, () => ({}))
    await slack.person('UALICE').command('/plain', 'hello <you> & @bob', { channel: 'COTHER' })
    const fields = Object.fromEntries(new URLSearchParams(received[0]?.body))
    expect(fields).toEqual({
      token: expect.any(String),
      team_id: 'TPLAUDIT',
      team_domain: 'plaudit',
      channel_id: 'COTHER',
      channel_name: 'other',
      user_id: 'UALICE',
      user_name: 'alice',
      command: '/plain',
      text: 'hello <you> & @bob',
      api_app_id: 'APLAUDIT',
      is_enterprise_install: 'false',
      response_url: expect.stringContaining('http://127.0.0.1:'),
      trigger_id: expect.any(String),
    })
  })

  test.each([
    ['@bob helped', '<@UBOB|bob> helped'],
    ['@Bob Baker helped', '<@UBOB|bob> helped'],
    ['@BOB, and @erin!', '<@UBOB|bob>, and <@UERIN|erin>!'],
    ['@bobby is nobody, bob@example.com neither', '@bobby is nobody, bob@example.com neither'],
    ['in #celebrations for @managers', 'in <#CCHEERS|celebrations> for <!subteam^SMANAGERS|@managers>'],
    ['@channel <!here> R&D', '<!channel> &lt;!here&gt; R&amp;D'],
    ['see https://example.com/a', 'see <https://example.com/a>'],
  ])('with should_escape, %s arrives as %s', async (typed, sent) => {
    const slack = await slackWithPeople({ mode: 'http' })
    slack.addUserGroup({ id: 'SMANAGERS', handle: 'managers', members: [] })
    const received = await rawHttpApp(slack, () => ({}))
    await slack.person('UALICE').command('/wow', typed)
    expect(new URLSearchParams(received[0]?.body).get('text')).toBe(sent)
  })

  test('that the manifest does not have cannot be typed', async () => {
    const slack = await slackWithPeople()
    await expect(slack.person('UALICE').command('/other')).rejects.toThrow('/other is not a valid command')
  })

  test.each(MODES)(
    'over %s can be answered privately or aloud, and not with what Slack would refuse',
    async (mode) => {
      const slack = await slackWithPeople({ mode })
      const bad: KnownBlock[] = [{ type: 'header', text: plain('x'.repeat(151)) }]
      await boltOn(slack, mode, (app) =>
        app.command('/wow', async ({ ack, body }) => {
          if (body.text === 'private') await ack({ text: 'for you', blocks: [{ type: 'divider' }] })
          else if (body.text === 'bad') await ack({ text: 'bad', blocks: bad })
          else await ack({ response_type: 'in_channel', text: 'for all' })
        }),
      )
      const alice = slack.person('UALICE')
      await alice.command('/wow', 'private')
      expect(alice.ephemerals()).toMatchObject([{ text: 'for you', blocks: [{ type: 'divider' }] }])
      await alice.command('/wow', 'aloud')
      expect(slack.messages('CCHEERS')).toMatchObject([{ text: 'for all', user: 'UPLAUDIT' }])
      expect(slack.refused()).toEqual([])
      await alice.command('/wow', 'bad')
      expect(slack.refused()).toMatchObject([{ name: '/wow', error: 'invalid_blocks' }])
    },
  )
})

describe('shortcuts', () => {
  test.each(MODES)('over %s bring the message, a trigger and a response_url', async (mode) => {
    const slack = await slackWithPeople({ mode })
    const seen: string[] = []
    await boltOn(slack, mode, (app) => {
      app.shortcut('tell_it', async ({ ack, shortcut, respond }) => {
        await ack()
        if ('message' in shortcut) seen.push(shortcut.message.text ?? '')
        await respond('noted')
      })
      app.shortcut('start', async ({ ack }) => {
        await ack()
        seen.push('started')
      })
    })
    const alice = slack.person('UALICE')
    const message = await slack.person('UBOB').says('CCHEERS', 'a customer wrote')
    await alice.shortcut('tell_it', message)
    await alice.globalShortcut('start')
    await slack.until(() => alice.ephemerals().length === 1 && seen.length === 2)
    expect(seen).toEqual(['a customer wrote', 'started'])
    await expect(alice.shortcut('start', message)).rejects.toThrow('no message shortcut start')
  })
})

describe('a message shortcut', () => {
  test('tells of the message as it stands, without what the app keeps in it', async () => {
    const slack = await slackWithPeople()
    const app = await rawSocket(slack)
    const { ts = '' } = await clientOf(slack).chat.postMessage({
      channel: 'CCHEERS',
      text: 'a card',
      metadata: { event_type: 'story', event_payload: { id: '1' } },
    })
    app.ack(await app.envelope(1)) // that it was posted
    const chosen = slack.person('UALICE').shortcut('tell_it', { channel: 'CCHEERS', ts })
    const envelope = await app.envelope(2)
    app.ack(envelope)
    expect((await chosen).ok).toBe(true)
    expect(envelope.payload).toMatchObject({
      type: 'message_action',
      callback_id: 'tell_it',
      user: { id: 'UALICE' },
      channel: { id: 'CCHEERS', name: 'celebrations' },
      message_ts: ts,
      message: { type: 'message', ts, text: 'a card', user: 'UPLAUDIT' },
      trigger_id: expect.any(String),
      response_url: expect.stringContaining('/response/'),
    })
    expect(envelope.payload).not.toHaveProperty('message.metadata')
  })
})

describe('buttons and menus', () => {
  const blocks: KnownBlock[] = [
    {
      type: 'actions',
      block_id: 'b',
      elements: [
        { type: 'button', action_id: 'go', text: plain('Go'), value: 'v' },
        {
          type: 'button',
          action_id: 'sure',
          text: plain('Sure'),
          confirm: { title: plain('?'), text: plain('?'), confirm: plain('y'), deny: plain('n') },
        },
        { type: 'overflow', action_id: 'more', options: [{ text: plain('Edit'), value: 'edit' }] },
        { type: 'users_select', action_id: 'who' },
      ],
    },
  ]

  test('bring where they are, what was picked, and a response_url', async () => {
    const slack = await slackWithPeople({ retryDelaysMs: [] })
    const posted = await clientOf(slack).chat.postMessage({ channel: 'CCHEERS', text: 'card', blocks })
    const app = await rawSocket(slack)
    const alice = slack.person('UALICE')
    const card = { channel: 'CCHEERS', ts: posted.ts ?? '' }
    let nth = 0
    const press = async (...args: [string, object?]) => {
      nth += 1
      const pressed = alice.press(card, ...args)
      const envelope = await app.envelope(nth)
      app.ack(envelope)
      await pressed
      return envelope.payload
    }
    expect(await press('go')).toMatchObject({
      type: 'block_actions',
      user: { id: 'UALICE', username: 'alice', team_id: 'TPLAUDIT' },
      container: { type: 'message', message_ts: card.ts, channel_id: 'CCHEERS', is_ephemeral: false },
      channel: { id: 'CCHEERS', name: 'celebrations' },
      message: { text: 'card', user: 'UPLAUDIT', bot_id: 'BPLAUDIT' },
      trigger_id: expect.any(String),
      response_url: expect.any(String),
      actions: [
        { action_id: 'go', block_id: 'b', value: 'v', type: 'button', action_ts: expect.any(String) },
      ],
    })
    expect(await press('more', { value: 'edit' })).toMatchObject({
      actions: [{ type: 'overflow', selected_option: { value: 'edit' } }],
    })
    expect(await press('who', { value: 'UBOB' })).toMatchObject({
      actions: [{ type: 'users_select', selected_user: 'UBOB' }],
      state: { values: { b: { who: { selected_user: 'UBOB' } } } },
    })
    await alice.press(card, 'sure', { confirm: 'no' })
    expect(app.received).toHaveLength(1 + nth)
    await expect(alice.press(card, 'nothing')).rejects.toThrow(
      'nothing to press named "nothing", but: go, sure',
    )
    await expect(alice.press(card, 'more', { value: 'x' })).rejects.toThrow('does not offer x')
  })

  test('in an ephemeral message bring no message, and can replace or delete it', async () => {
    const slack = await slackWithPeople()
    const alice = slack.person('UALICE')
    await clientOf(slack).chat.postEphemeral({ channel: 'CCHEERS', user: 'UALICE', text: 'psst', blocks })
    await boltOn(slack, 'socket', (app) => {
      app.action('go', async ({ ack, respond }) => {
        await ack()
        await respond({ text: 'replaced', blocks, replace_original: true })
      })
      app.action('more', async ({ ack, respond }) => {
        await ack()
        await respond({ delete_original: true })
      })
    })
    const [psst] = alice.ephemerals()
    if (psst === undefined) throw new Error('nothing to see')
    await alice.press(psst, 'go')
    await slack.until(() => alice.ephemerals()[0]?.text === 'replaced')
    expect(slack.sent('block_actions')[0]?.payload).not.toHaveProperty('message')
    expect(slack.sent('block_actions')[0]?.payload).toMatchObject({ container: { is_ephemeral: true } })
    await alice.press(psst, 'more', { value: 'edit' })
    await slack.until(() => alice.ephemerals().length === 0)
    await expect(slack.person('UBOB').press(psst, 'go')).rejects.toThrow('sees no message')
  })

  test('tell the person when the app does not answer', async () => {
    const slack = await slackWithPeople()
    const posted = await clientOf(slack).chat.postMessage({ channel: 'CCHEERS', text: 'card', blocks })
    const alice = slack.person('UALICE')
    await alice.press({ channel: 'CCHEERS', ts: posted.ts ?? '' }, 'go')
    expect(alice.ephemerals()).toMatchObject([
      { from: 'slack', text: expect.stringContaining('dispatch_failed') },
    ])
  })

  test('need interactivity in the manifest', async () => {
    const settings = { ...MANIFEST.settings, interactivity: { is_enabled: false } }
    const slack = await slackWithPeople({ manifest: { ...MANIFEST, settings } })
    await expect(slack.person('UALICE').globalShortcut('start')).rejects.toThrow('interactivity')
  })
})

describe('people write', () => {
  test('in channels where they are, and to the app', async () => {
    const slack = await slackWithPeople()
    await expect(slack.person('UBOB').says('COTHER', 'hello')).rejects.toThrow('UBOB is not in COTHER')
    const bob = slack.person('UBOB')
    const message = await bob.dm('hello')
    expect(bob.dmMessages()).toEqual([message])
    expect(message.channel).toMatch(/^D/)
  })

  test('but not to an app whose Messages tab is off, and it not to them', async () => {
    const features = { ...MANIFEST.features, app_home: { messages_tab_enabled: false } }
    const slack = await slackWithPeople({ manifest: { ...MANIFEST, features } })
    expect(() => slack.person('UBOB').dm('hello')).toThrow('Messages tab')
    await expect(clientOf(slack).chat.postMessage({ channel: 'UBOB', text: 'a' })).rejects.toThrow(
      'messages_tab_disabled',
    )
    await expect(
      clientOf(slack).views.publish({ user_id: 'UBOB', view: { type: 'home', blocks: [] } }),
    ).rejects.toThrow('not_enabled')
  })
})
