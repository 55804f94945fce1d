import { describe, expect, test } from '@jest/globals'
import { clientOf, refusal, slackWithPeople } from './support.ts'

const metadata = (id: string) => ({ event_type: 'delivery', event_payload: { id } })
const section = (text: string) => ({ type: 'section' as const, text: { type: 'plain_text' as const, text } })

describe('chat.postMessage', () => {
  test('keeps text, blocks and metadata, under the name of the app', async () => {
    const slack = await slackWithPeople()
    const posted = await clientOf(slack).chat.postMessage({
      channel: 'CCHEERS',
      text: 'Hello',
      blocks: [section('Hello')],
      metadata: metadata('d1'),
    })
    const message = slack.message('CCHEERS', posted.ts ?? '')
    expect(message).toMatchObject({
      text: 'Hello',
      user: 'UPLAUDIT',
      bot_id: 'BPLAUDIT',
      app_id: 'APLAUDIT',
      metadata: metadata('d1'),
      blocks: [{ type: 'section', block_id: expect.any(String) }],
    })
  })

  test('into a person opens their direct messages and answers with that channel', async () => {
    const slack = await slackWithPeople()
    const posted = await clientOf(slack).chat.postMessage({ channel: 'UBOB', text: 'Psst' })
    expect(posted.channel).toMatch(/^D/)
    expect(slack.person('UBOB').dmMessages()).toMatchObject([{ text: 'Psst', channel: posted.channel }])
    expect(slack.person('UALICE').dmMessages()).toEqual([])
  })

  test.each([
    ['GSECRET', 'channel_not_found'],
    ['CNOWHERE', 'channel_not_found'],
    ['COTHER', 'not_in_channel'],
    ['COLD', 'is_archived'],
    ['CNEWS', 'restricted_action'],
    ['UGONE', 'channel_not_found'],
  ])('into %s is refused with %s', async (channel, error) => {
    const slack = await slackWithPeople()
    slack.addChannel({ id: 'COLD', name: 'old', archived: true, members: ['UPLAUDIT'] })
    slack.addChannel({ id: 'CNEWS', name: 'news', restricted: true, members: ['UPLAUDIT'] })
    slack.addPerson({ id: 'UGONE', deleted: true })
    expect(await refusal(clientOf(slack).chat.postMessage({ channel, text: 'a' }))).toMatchObject({ error })
    expect(slack.refused()).toMatchObject([{ name: 'chat.postMessage', error }])
  })

  test('without anything to say is no_text', async () => {
    const slack = await slackWithPeople()
    const call = clientOf(slack).chat.postMessage({ channel: 'CCHEERS', text: ' ' })
    expect(await refusal(call)).toMatchObject({ error: 'no_text' })
  })

  test('with blocks over a limit is invalid_blocks and says where', async () => {
    const slack = await slackWithPeople()
    const blocks = [section('a'.repeat(3001))]
    expect(
      await refusal(clientOf(slack).chat.postMessage({ channel: 'CCHEERS', text: 'a', blocks })),
    ).toEqual({
      error: 'invalid_blocks',
      messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
    })
  })

  test('with more text in its blocks than Slack takes is msg_blocks_too_long', async () => {
    const slack = await slackWithPeople()
    const blocks = Array.from({ length: 5 }, () => section('a'.repeat(2700)))
    const call = clientOf(slack).chat.postMessage({ channel: 'CCHEERS', text: 'a', blocks })
    expect(await refusal(call)).toMatchObject({ error: 'msg_blocks_too_long' })
  })

  test('with blocks that are no JSON is invalid_blocks_format', async () => {
    const slack = await slackWithPeople()
    const call = clientOf(slack).apiCall('chat.postMessage', { channel: 'CCHEERS', text: 'a', blocks: '[{' })
    expect(await refusal(call)).toMatchObject({ error: 'invalid_blocks_format' })
  })

  test.each<[string, unknown, string]>([
    ['no object', 'delivery', 'invalid_metadata_format'],
    ['without a payload', { event_type: 'a' }, 'invalid_metadata_schema'],
    ['over its size', { event_type: 'a', event_payload: { x: 'y'.repeat(9000) } }, 'metadata_too_large'],
  ])('with metadata that is %s is refused', async (_name, bad, error) => {
    const slack = await slackWithPeople()
    const call = clientOf(slack).apiCall('chat.postMessage', {
      channel: 'CCHEERS',
      text: 'a',
      metadata: bad,
    })
    expect(await refusal(call)).toMatchObject({ error })
  })

  test('cuts a text of more than 40,000 characters', async () => {
    const slack = await slackWithPeople()
    await clientOf(slack).chat.postMessage({ channel: 'CCHEERS', text: 'a'.repeat(40_001) })
    expect(slack.messages('CCHEERS')[0]?.text).toHaveLength(40_000)
    expect(slack.refused()).toMatchObject([{ error: 'message_truncated' }])
  })
})

describe('threads', () => {
  test('replies gather under their parent and stay out of the channel unless broadcast', async () => {
    const slack = await slackWithPeople()
    const client = clientOf(slack)
    const { ts = '' } = await client.chat.postMessage({ channel: 'CCHEERS', text: 'parent' })
    const reply = { channel: 'CCHEERS', thread_ts: ts }
    await client.chat.postMessage({ ...reply, text: 'one', metadata: metadata('d2') })
    await client.chat.postMessage({ ...reply, text: 'two', reply_broadcast: true })
    expect(slack.messages('CCHEERS').map(({ text }) => text)).toEqual(['parent', 'two'])
    expect(slack.replies('CCHEERS', ts).map(({ text }) => text)).toEqual(['one', 'two'])
    const found = await client.conversations.replies({ channel: 'CCHEERS', ts, include_all_metadata: true })
    expect(found.messages).toMatchObject([
      { text: 'parent', reply_count: 2, thread_ts: ts },
      { text: 'one', thread_ts: ts, parent_user_id: 'UPLAUDIT', metadata: metadata('d2') },
      { text: 'two' },
    ])
  })

  test('a reply to nothing is refused', async () => {
    const slack = await slackWithPeople()
    const call = clientOf(slack).chat.postMessage({ channel: 'CCHEERS', text: 'a', thread_ts: '1.000001' })
    expect(await refusal(call)).toMatchObject({ error: 'cannot_reply_to_message' })
  })

  test('a deleted parent leaves a tombstone, a message alone leaves nothing', async () => {
    const slack = await slackWithPeople()
    const client = clientOf(slack)
    const { ts = '' } = await client.chat.postMessage({ channel: 'CCHEERS', text: 'parent' })
    const reply = await client.chat.postMessage({ channel: 'CCHEERS', text: 'reply', thread_ts: ts })
    await client.chat.delete({ channel: 'CCHEERS', ts })
    expect(slack.message('CCHEERS', ts)).toMatchObject({ subtype: 'tombstone' })
    await client.chat.delete({ channel: 'CCHEERS', ts: reply.ts ?? '' })
    expect(slack.replies('CCHEERS', ts)).toEqual([])
    expect(await refusal(client.chat.delete({ channel: 'CCHEERS', ts }))).toMatchObject({
      error: 'message_not_found',
    })
  })
})

describe('a deleted reply', () => {
  test('goes without a trace, and its thread counts one less', async () => {
    const slack = await slackWithPeople()
    const client = clientOf(slack)
    const { ts = '' } = await client.chat.postMessage({ channel: 'CCHEERS', text: 'parent' })
    const reply = async (text: string) =>
      (await client.chat.postMessage({ channel: 'CCHEERS', text, thread_ts: ts })).ts ?? ''
    const [first, second] = [await reply('first'), await reply('second')]
    const parent = async () => (await client.conversations.history({ channel: 'CCHEERS' })).messages?.[0]
    expect(await parent()).toMatchObject({ reply_count: 2, latest_reply: second, thread_ts: ts })
    await client.chat.delete({ channel: 'CCHEERS', ts: second })
    expect(slack.message('CCHEERS', second)).toBeUndefined()
    expect(await parent()).toMatchObject({ reply_count: 1, latest_reply: first, thread_ts: ts })
    await client.chat.delete({ channel: 'CCHEERS', ts: first })
    expect(await parent()).not.toHaveProperty('reply_count')
    expect(await parent()).not.toHaveProperty('thread_ts')
    expect(await refusal(client.chat.delete({ channel: 'CCHEERS', ts: first }))).toMatchObject({
      error: 'message_not_found',
    })
  })

  test('takes what was left of its deleted parent with it', async () => {
    const slack = await slackWithPeople()
    const client = clientOf(slack)
    const { ts = '' } = await client.chat.postMessage({ channel: 'CCHEERS', text: 'parent' })
    const reply = await client.chat.postMessage({ channel: 'CCHEERS', text: 'reply', thread_ts: ts })
    await client.chat.delete({ channel: 'CCHEERS', ts })
    expect(slack.messages('CCHEERS')).toHaveLength(1)
    await client.chat.delete({ channel: 'CCHEERS', ts: reply.ts ?? '' })
    expect(slack.messages('CCHEERS')).toEqual([])
  })
})

describe('history', () => {
  test('comes newest first, in pages, between two instants, with metadata only when asked for', async () => {
    const slack = await slackWithPeople()
    const client = clientOf(slack)
    const ts: string[] = []
    for (const text of ['a', 'b', 'c']) {
      const posted = await client.chat.postMessage({ channel: 'CCHEERS', text, metadata: metadata(text) })
      ts.push(posted.ts ?? '')
    }
    const texts = async (more: object) => {
      const { messages = [] } = await client.conversations.history({ channel: 'CCHEERS', ...more })
      return messages.map(({ text }) => text)
    }
    expect(await texts({})).toEqual(['c', 'b', 'a'])
    expect(await texts({ oldest: ts[0] })).toEqual(['c', 'b'])
    expect(await texts({ oldest: ts[0], inclusive: true })).toEqual(['c', 'b', 'a'])
    expect(await texts({ latest: ts[1] })).toEqual(['a'])
    const page = await client.conversations.history({ channel: 'CCHEERS', limit: 2 })
    expect(page).toMatchObject({ has_more: true, messages: [{ text: 'c' }, { text: 'b' }] })
    expect(page.messages?.[0]).not.toHaveProperty('metadata')
    const cursor = page.response_metadata?.next_cursor ?? ''
    expect(await texts({ limit: 2, cursor })).toEqual(['a'])
    const full = await client.conversations.history({ channel: 'CCHEERS', include_all_metadata: true })
    expect(full.messages?.[0]).toMatchObject({ metadata: metadata('c') })
  })

  test('is for members', async () => {
    const slack = await slackWithPeople()
    expect(await refusal(clientOf(slack).conversations.history({ channel: 'COTHER' }))).toMatchObject({
      error: 'not_in_channel',
    })
  })
})

describe('chat.update', () => {
  test('changes in place; text alone takes the blocks away, blocks alone keep the text and the metadata', async () => {
    const slack = await slackWithPeople()
    const client = clientOf(slack)
    const { ts = '' } = await client.chat.postMessage({
      channel: 'CCHEERS',
      text: 'a',
      metadata: metadata('d'),
    })
    await client.apiCall('chat.update', { channel: 'CCHEERS', ts, blocks: [section('b')] })
    expect(slack.message('CCHEERS', ts)).toMatchObject({
      text: 'a',
      blocks: [section('b')],
      metadata: metadata('d'),
      edited: { user: 'UPLAUDIT' },
    })
    await client.chat.update({ channel: 'CCHEERS', ts, text: 'c' })
    expect(slack.message('CCHEERS', ts)?.blocks).toBeUndefined()
  })

  test("is for the app's own messages, and for those that exist", async () => {
    const slack = await slackWithPeople()
    const hers = await slack.person('UALICE').says('CCHEERS', 'mine')
    const client = clientOf(slack)
    const change = (ts: string) => client.chat.update({ channel: 'CCHEERS', ts, text: 'x' })
    expect(await refusal(change(hers.ts))).toMatchObject({ error: 'cant_update_message' })
    expect(await refusal(change('1.000001'))).toMatchObject({ error: 'message_not_found' })
    expect(await refusal(client.chat.delete({ channel: 'CCHEERS', ts: hers.ts }))).toMatchObject({
      error: 'cant_delete_message',
    })
  })

  test('takes no more than 4,000 characters of text', async () => {
    const slack = await slackWithPeople()
    const client = clientOf(slack)
    const { ts = '' } = await client.chat.postMessage({ channel: 'CCHEERS', text: 'a' })
    const call = client.chat.update({ channel: 'CCHEERS', ts, text: 'a'.repeat(4001) })
    expect(await refusal(call)).toMatchObject({ error: 'msg_too_long' })
  })
})

describe('chat.postEphemeral', () => {
  test('shows to one person, who must be in the channel', async () => {
    const slack = await slackWithPeople()
    const client = clientOf(slack)
    await client.chat.postEphemeral({ channel: 'CCHEERS', user: 'UALICE', text: 'for you' })
    expect(slack.person('UALICE').ephemerals('CCHEERS')).toMatchObject([{ text: 'for you' }])
    expect(slack.person('UBOB').ephemerals()).toEqual([])
    expect(slack.messages('CCHEERS')).toEqual([])
    slack.addPerson({ id: 'UFAR' })
    const call = client.chat.postEphemeral({ channel: 'CCHEERS', user: 'UFAR', text: 'for you' })
    expect(await refusal(call)).toMatchObject({ error: 'user_not_in_channel' })
  })
})

test('a permalink points into the thread', async () => {
  const slack = await slackWithPeople()
  const client = clientOf(slack)
  const { ts = '' } = await client.chat.postMessage({ channel: 'CCHEERS', text: 'a' })
  const reply = await client.chat.postMessage({ channel: 'CCHEERS', text: 'b', thread_ts: ts })
  const link = await client.chat.getPermalink({ channel: 'CCHEERS', message_ts: reply.ts ?? '' })
  expect(link.permalink).toContain(`thread_ts=${ts}`)
  const call = client.chat.getPermalink({ channel: 'CCHEERS', message_ts: '1.000001' })
  expect(await refusal(call)).toMatchObject({ error: 'message_not_found' })
})

test('messages are dated with the civil clock, and no two share a ts', async () => {
  const at = Date.parse('2026-11-27T16:00:00Z')
  const slack = await slackWithPeople({ clock: () => at })
  const client = clientOf(slack)
  const posted = await Promise.all(
    ['a', 'b', 'c'].map((text) => client.chat.postMessage({ channel: 'CCHEERS', text })),
  )
  const stamps = posted.map(({ ts }) => ts ?? '')
  expect(new Set(stamps).size).toBe(3)
  for (const ts of stamps) expect(Math.floor(Number(ts))).toBe(at / 1000)
})
