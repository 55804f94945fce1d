import { describe, expect, test } from '@jest/globals'
import type { UsersListResponse } from '@slack/web-api'
import { clientOf, MANIFEST, refusal, slackWithPeople } from './support.ts'

describe('who may call', () => {
  test('a call without a token is not_authed, with a wrong one invalid_auth', async () => {
    const slack = await slackWithPeople()
    expect(await refusal(clientOf(slack, '').auth.test())).toMatchObject({ error: 'not_authed' })
    expect(await refusal(clientOf(slack, 'xoxb-wrong').auth.test())).toMatchObject({ error: 'invalid_auth' })
  })

  test('the app-level token opens connections and nothing else', async () => {
    const slack = await slackWithPeople()
    const opened = await clientOf(slack, slack.appToken).apps.connections.open()
    expect(opened.url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/link\//)
    expect(await refusal(clientOf(slack, slack.appToken).users.list({}))).toMatchObject({
      error: 'not_allowed_token_type',
    })
    expect(await refusal(clientOf(slack).apps.connections.open())).toMatchObject({
      error: 'not_allowed_token_type',
    })
  })

  test('auth.test says who the app is, and the answer carries the granted scopes', async () => {
    const slack = await slackWithPeople({ grantedOptionalScopes: false })
    const answer = await clientOf(slack).auth.test()
    expect(answer).toMatchObject({ user_id: 'UPLAUDIT', bot_id: 'BPLAUDIT', team_id: 'TPLAUDIT' })
    expect(answer.response_metadata?.scopes).toEqual(MANIFEST.oauth_config.scopes.bot)
  })

  test('a scope that was not granted is missing_scope, with what is needed and provided', async () => {
    const slack = await slackWithPeople({ grantedOptionalScopes: false })
    const failed = clientOf(slack).usergroups.list({})
    await expect(failed).rejects.toMatchObject({
      data: {
        error: 'missing_scope',
        needed: 'usergroups:read',
        provided: slack.grantedScopes().join(','),
      },
    })
    expect(slack.refused()).toMatchObject([{ name: 'usergroups.list', error: 'missing_scope' }])
  })

  test('optional scopes are granted unless told otherwise', async () => {
    const slack = await slackWithPeople()
    slack.addUserGroup({ id: 'SMANAGERS', handle: 'managers', members: ['UALICE'] })
    const { usergroups } = await clientOf(slack).usergroups.list({ include_users: true })
    expect(usergroups).toMatchObject([{ id: 'SMANAGERS', handle: 'managers', users: ['UALICE'] }])
    expect((await clientOf(slack).usergroups.users.list({ usergroup: 'SMANAGERS' })).users).toEqual([
      'UALICE',
    ])
  })

  test('a free plan has no user groups', async () => {
    const slack = await slackWithPeople({ plan: 'free' })
    expect(await refusal(clientOf(slack).usergroups.list({}))).toMatchObject({
      error: 'plan_upgrade_required',
    })
  })

  test('an app that was removed is told so, and its token is dead', async () => {
    const slack = await slackWithPeople()
    await slack.uninstall()
    expect(await refusal(clientOf(slack).auth.test())).toMatchObject({ error: 'account_inactive' })
    slack.setToken('token_revoked')
    expect(await refusal(clientOf(slack).auth.test())).toMatchObject({ error: 'token_revoked' })
    slack.setToken('alive')
    expect(await clientOf(slack).auth.test()).toMatchObject({ ok: true })
  })

  test('a method that does not exist is unknown_method', async () => {
    const slack = await slackWithPeople()
    expect(await refusal(clientOf(slack).apiCall('stories.list'))).toMatchObject({ error: 'unknown_method' })
  })

  test('a missing argument is named', async () => {
    const slack = await slackWithPeople()
    expect(await refusal(clientOf(slack).apiCall('chat.update', { channel: 'CCHEERS' }))).toEqual({
      error: 'invalid_arguments',
      messages: ['[ERROR] missing required field: ts'],
    })
  })

  test('JSON bodies work as forms do', async () => {
    const slack = await slackWithPeople()
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${slack.botToken}` },
      body: JSON.stringify({ channel: 'CCHEERS', text: 'Hello', unfurl_links: false }),
    })
    expect(await response.json()).toMatchObject({ ok: true, channel: 'CCHEERS' })
  })
})

describe('people', () => {
  test('users.list comes in pages, with locale when asked for, and without people of other companies', async () => {
    const slack = await slackWithPeople()
    slack.addPerson({ id: 'UFOREIGN', teamId: 'TFOREIGN' })
    const client = clientOf(slack)
    const first = await client.users.list({ limit: 2, include_locale: true })
    expect(first.members).toHaveLength(2)
    const seen: string[] = []
    for await (const page of client.paginate('users.list', { limit: 2 }) as AsyncIterable<UsersListResponse>)
      seen.push(...(page.members ?? []).map(({ id = '' }) => id))
    expect(seen).toEqual(['UPLAUDIT', 'USLACKBOT', 'UALICE', 'UBOB', 'UERIN'])
    const everybody = await client.users.list({ include_locale: true })
    expect(everybody.members?.find(({ id }) => id === 'UERIN')).toMatchObject({
      is_restricted: true,
      is_ultra_restricted: false,
      locale: 'en-GB',
    })
    expect(await refusal(client.users.list({ cursor: 'nonsense' }))).toMatchObject({
      error: 'invalid_cursor',
    })
  })

  test('a person has a zone, an offset, and an e-mail address when the scope allows', async () => {
    const slack = await slackWithPeople({ clock: () => Date.parse('2026-07-01T12:00:00Z') })
    const { user } = await clientOf(slack).users.info({ user: 'UALICE' })
    expect(user).toMatchObject({
      tz: 'Europe/London',
      tz_offset: 3600,
      profile: { email: 'alice@example.com' },
    })
    const found = await clientOf(slack).users.lookupByEmail({ email: 'ALICE@example.com' })
    expect(found.user?.id).toBe('UALICE')
    expect(await refusal(clientOf(slack).users.info({ user: 'UNOBODY' }))).toMatchObject({
      error: 'user_not_found',
    })
    const frugal = await slackWithPeople({ grantedOptionalScopes: false })
    const stripped = await clientOf(frugal).users.info({ user: 'UALICE' })
    expect(stripped.user?.profile).not.toHaveProperty('email')
  })
})

describe('channels', () => {
  test('conversations.list shows public channels, and private ones the app is in', async () => {
    const slack = await slackWithPeople()
    const client = clientOf(slack)
    const listed = async () =>
      (await client.conversations.list({ types: 'public_channel,private_channel' })).channels?.map(
        ({ id }) => id,
      )
    expect(await listed()).toEqual(['CCHEERS', 'COTHER'])
    await slack.invite('GSECRET', 'UPLAUDIT')
    expect(await listed()).toEqual(['CCHEERS', 'COTHER', 'GSECRET'])
    const { channel } = await client.conversations.info({ channel: 'GSECRET', include_num_members: true })
    expect(channel).toMatchObject({ is_private: true, is_member: true, num_members: 2 })
    expect(await refusal(client.conversations.list({ types: 'mpim' }))).toMatchObject({
      error: 'missing_scope',
    })
  })

  test('a private channel without the app does not exist for it', async () => {
    const slack = await slackWithPeople()
    const client = clientOf(slack)
    expect(await refusal(client.conversations.info({ channel: 'GSECRET' }))).toMatchObject({
      error: 'channel_not_found',
    })
    expect(await refusal(client.conversations.join({ channel: 'GSECRET' }))).toMatchObject({
      error: 'channel_not_found',
    })
  })

  test('the app joins a public channel, and not an archived one', async () => {
    const slack = await slackWithPeople()
    const client = clientOf(slack)
    expect((await client.conversations.join({ channel: 'COTHER' })).channel).toMatchObject({
      is_member: true,
    })
    expect(await client.conversations.join({ channel: 'COTHER' })).toMatchObject({
      warning: 'already_in_channel',
    })
    expect((await client.conversations.members({ channel: 'COTHER' })).members).toEqual([
      'UALICE',
      'UPLAUDIT',
    ])
    slack.addChannel({ id: 'COLD', name: 'old', archived: true })
    expect(await refusal(client.conversations.join({ channel: 'COLD' }))).toMatchObject({
      error: 'is_archived',
    })
  })

  test('a channel shared with another company says so', async () => {
    const slack = await slackWithPeople()
    await slack.setShared('CCHEERS', true)
    const { channel } = await clientOf(slack).conversations.info({ channel: 'CCHEERS' })
    expect(channel).toMatchObject({ is_ext_shared: true, is_shared: true })
  })

  test('conversations.open gives the direct messages of a person, but not of a bot or somebody who left', async () => {
    const slack = await slackWithPeople()
    const client = clientOf(slack)
    const { channel } = await client.conversations.open({ users: 'UBOB' })
    expect(channel?.id).toMatch(/^D/)
    expect(await client.conversations.open({ users: 'UBOB' })).toMatchObject({ already_open: true })
    await slack.changePerson('UBOB', { deleted: true })
    expect(await refusal(client.conversations.open({ users: 'UBOB' }))).toMatchObject({
      error: 'user_disabled',
    })
    expect(await refusal(client.conversations.open({ users: 'UPLAUDIT' }))).toMatchObject({
      error: 'cannot_dm_bot',
    })
  })

  test('users.conversations lists where somebody is', async () => {
    const slack = await slackWithPeople()
    const { channels } = await clientOf(slack).users.conversations({ user: 'UALICE' })
    expect(channels?.map(({ id }) => id)).toEqual(['CCHEERS', 'COTHER'])
  })
})

test('team, bot and emoji are known', async () => {
  const slack = await slackWithPeople()
  const client = clientOf(slack)
  expect((await client.team.info()).team).toMatchObject({ id: 'TPLAUDIT', domain: 'plaudit' })
  expect(await refusal(client.emoji.list())).toMatchObject({ error: 'missing_scope' })
  expect((await client.bots.info({ bot: 'BPLAUDIT' })).bot).toMatchObject({ user_id: 'UPLAUDIT' })
})

test('a manifest that Slack would refuse is refused at the start', async () => {
  const manifest = { ...MANIFEST, display_information: { name: 'x'.repeat(36) } }
  await expect(slackWithPeople({ manifest })).rejects.toThrow(
    'display_information.name is over 35 characters',
  )
})
