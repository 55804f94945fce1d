import { describe, expect, test } from '@jest/globals'
import { rawHttpApp } from './raw-app.ts'
import { boltOn, clientOf, MANIFEST, MODES, slackWithPeople } from './support.ts'

/** A pretend Slack with an app that takes everything; the events it took, newest last. */
async function listening(options: Parameters<typeof slackWithPeople>[0] = {}) {
  const slack = await slackWithPeople({ mode: 'http', ...options })
  const received = await rawHttpApp(slack, () => ({}))
  const events = () => received.map(({ body }) => JSON.parse(body).event)
  return { slack, received, events, types: () => events().map(({ type }) => type) }
}

test('an event comes in the envelope that Slack uses', async () => {
  const { slack, received } = await listening()
  await slack.person('UALICE').says('CCHEERS', 'hello')
  expect(JSON.parse(received[0]?.body ?? '')).toEqual({
    token: expect.any(String),
    team_id: 'TPLAUDIT',
    context_team_id: 'TPLAUDIT',
    context_enterprise_id: null,
    api_app_id: 'APLAUDIT',
    type: 'event_callback',
    event_id: expect.stringMatching(/^Ev/),
    event_time: expect.any(Number),
    event_context: expect.any(String),
    authorizations: [
      {
        enterprise_id: null,
        team_id: 'TPLAUDIT',
        user_id: 'UPLAUDIT',
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event: {
      type: 'message',
      user: 'UALICE',
      text: 'hello',
      ts: expect.any(String),
      event_ts: expect.any(String),
      channel: 'CCHEERS',
      channel_type: 'channel',
      team: 'TPLAUDIT',
      client_msg_id: expect.any(String),
      blocks: [expect.objectContaining({ type: 'rich_text' })],
    },
  })
})

describe('reactions', () => {
  test('come under their names as typed, with and without item_user', async () => {
    const { slack, events } = await listening()
    const { ts = '' } = await clientOf(slack).chat.postMessage({ channel: 'CCHEERS', text: 'card' })
    const card = { channel: 'CCHEERS', ts }
    const bob = slack.person('UBOB')
    await bob.react(card, '+1::skin-tone-4')
    await bob.react(card, 'thumbsup', { itemUser: false })
    await bob.unreact(card, '+1::skin-tone-4')
    const item = { type: 'message', channel: 'CCHEERS', ts }
    const [added, bare, removed] = events().filter(({ type }) => type !== 'message')
    expect(added).toMatchObject({
      type: 'reaction_added',
      user: 'UBOB',
      reaction: '+1::skin-tone-4',
      item,
      item_user: 'UPLAUDIT',
    })
    expect(bare).toMatchObject({ reaction: 'thumbsup' })
    expect(bare).not.toHaveProperty('item_user')
    expect(removed).toMatchObject({ type: 'reaction_removed', reaction: '+1::skin-tone-4', item })
    expect([...(slack.message('CCHEERS', ts)?.reactions.keys() ?? [])]).toEqual(['thumbsup'])
    await expect(bob.react(card, 'thumbsup')).rejects.toThrow('already_reacted')
    await expect(bob.unreact(card, 'tada')).rejects.toThrow('no_reaction')
    await expect(bob.react(card, 'not an emoji')).rejects.toThrow('invalid_name')
  })

  test('come only from channels where the app is', async () => {
    const { slack, types } = await listening()
    const alice = slack.person('UALICE')
    await alice.react(await alice.says('COTHER', 'hello'), 'tada')
    expect(types()).toEqual([])
  })

  test('need their scope and their subscription', async () => {
    const bot = MANIFEST.oauth_config.scopes.bot.filter((scope) => scope !== 'reactions:read')
    const { slack, types } = await listening({ manifest: { ...MANIFEST, oauth_config: { scopes: { bot } } } })
    const alice = slack.person('UALICE')
    await alice.react(await alice.says('CCHEERS', 'hello'), 'tada')
    expect(types()).toEqual(['message'])
    const deaf = await listening({
      manifest: { ...MANIFEST, settings: { interactivity: { is_enabled: true } } },
    })
    await deaf.slack.person('UALICE').says('CCHEERS', 'hello')
    expect(deaf.types()).toEqual([])
  })
})

describe('messages', () => {
  test('of the app itself come too, changes and deletions as well', async () => {
    const { slack, events } = await listening()
    const client = clientOf(slack)
    const { ts = '' } = await client.chat.postMessage({ channel: 'CCHEERS', text: 'card' })
    await client.chat.update({ channel: 'CCHEERS', ts, text: 'new' })
    await client.chat.delete({ channel: 'CCHEERS', ts })
    await slack.until(() => slack.sent('message').filter(({ status }) => status).length === 3)
    const subtypes = events().map(({ subtype }) => subtype)
    expect(new Set(subtypes)).toEqual(new Set([undefined, 'message_changed', 'message_deleted']))
    expect(events().find(({ subtype }) => subtype === undefined)).toMatchObject({
      bot_id: 'BPLAUDIT',
      app_id: 'APLAUDIT',
    })
  })

  test('that mention the app come twice: as message and as mention', async () => {
    const { slack, events } = await listening()
    await slack.person('UALICE').mention('CCHEERS', 'hello')
    expect(events()).toHaveLength(2)
    expect(events()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'app_mention', text: '<@UPLAUDIT> hello', channel: 'CCHEERS' }),
      ]),
    )
  })

  test('to the app come as direct messages', async () => {
    const { slack, events } = await listening()
    await slack.person('UALICE').dm('hello')
    expect(events()).toMatchObject([{ type: 'message', channel_type: 'im', text: 'hello' }])
  })

  test('in private channels need their own subscription', async () => {
    const { slack, types } = await listening()
    await slack.invite('GSECRET', 'UPLAUDIT')
    await slack.person('UALICE').says('GSECRET', 'hello')
    expect(types()).toEqual(['member_joined_channel'])
  })
})

describe('people and channels', () => {
  test('changes are told', async () => {
    const { slack, events } = await listening()
    await slack.changePerson('UBOB', { deleted: true })
    await slack.joinTeam({ id: 'UNEW', name: 'new' })
    await slack.invite('CCHEERS', 'UNEW', 'UALICE')
    await slack.archive('CCHEERS')
    await slack.setShared('CCHEERS', true)
    await slack.uninstall()
    expect(events()).toMatchObject([
      { type: 'user_change', user: { id: 'UBOB', deleted: true } },
      { type: 'team_join', user: { id: 'UNEW', name: 'new' } },
      {
        type: 'member_joined_channel',
        user: 'UNEW',
        channel: 'CCHEERS',
        inviter: 'UALICE',
        channel_type: 'C',
      },
      { type: 'channel_archive', channel: 'CCHEERS' },
      { type: 'channel_shared', channel: 'CCHEERS' },
      { type: expect.stringMatching(/app_uninstalled|tokens_revoked/) },
      { type: expect.stringMatching(/app_uninstalled|tokens_revoked/) },
    ])
  })

  test('changes of user groups are told with the scope', async () => {
    const { slack, events } = await listening()
    slack.addUserGroup({ id: 'SMANAGERS', handle: 'managers', members: [] })
    await slack.changeUserGroup('SMANAGERS', ['UBOB'])
    expect(events()).toMatchObject([
      { type: 'subteam_updated', subteam: { id: 'SMANAGERS', users: ['UBOB'] } },
    ])
    const frugal = await listening({ grantedOptionalScopes: false })
    frugal.slack.addUserGroup({ id: 'SMANAGERS', handle: 'managers', members: [] })
    await frugal.slack.changeUserGroup('SMANAGERS', ['UBOB'])
    expect(frugal.events()).toEqual([])
  })
})

describe.each(MODES)('a storm over %s', (mode) => {
  test('of a thousand reactions is a matter of seconds', async () => {
    const slack = await slackWithPeople({ mode })
    let count = 0
    await boltOn(slack, mode, (app) =>
      app.event('reaction_added', async () => {
        count += 1
      }),
    )
    const message = await slack.person('UALICE').says('CCHEERS', 'hello')
    for (let i = 0; i < 1000; i += 1) {
      slack.addPerson({ id: `UCROWD${i}` })
      slack.channel('CCHEERS').members.add(`UCROWD${i}`)
    }
    const acks = await Promise.all(
      Array.from({ length: 1000 }, (_, i) => slack.person(`UCROWD${i}`).react(message, 'tada')),
    )
    expect(acks.every((ack) => ack?.ok)).toBe(true)
    await slack.until(() => count === 1000)
    expect(slack.message('CCHEERS', message.ts)?.reactions.get('tada')?.size).toBe(1000)
  })
})

test('every change is told to whoever listens, in small', async () => {
  const { slack } = await listening()
  const kinds: string[] = []
  const stop = slack.onChange((change) => kinds.push(change.kind))
  const message = await slack.person('UALICE').says('CCHEERS', 'hello')
  await slack.person('UBOB').react(message, 'tada')
  stop()
  await slack.person('UBOB').unreact(message, 'tada')
  expect(kinds).toEqual(['message', 'wire', 'reaction', 'wire'])
})

test('waiting in vain says for what, and what happened last', async () => {
  const { slack } = await listening()
  await slack.person('UALICE').says('CCHEERS', 'hello')
  const waiting = slack.until(() => slack.messages('COTHER').length > 0, { timeoutMs: 5 })
  await expect(waiting).rejects.toThrow(/waited 5 ms in vain for: .*COTHER[\s\S]*to app: message 200/)
})
