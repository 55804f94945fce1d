import { describe, expect, test } from '@jest/globals'
import { ErrorCode } from '@slack/web-api'
import type { FaultKind } from '../../playground/server/index.ts'
import { rawHttpApp, rawSocket } from './raw-app.ts'
import { clientOf, refusal, slackWithPeople } from './support.ts'

const post = (slack: Awaited<ReturnType<typeof slackWithPeople>>, text = 'hello') =>
  clientOf(slack).chat.postMessage({ channel: 'CCHEERS', text })

describe('faults', () => {
  test.each<[FaultKind, number, object]>([
    ['500', 0, { code: ErrorCode.HTTPError, statusCode: 500 }],
    ['500_after', 1, { code: ErrorCode.HTTPError, statusCode: 500 }],
    ['429', 0, { code: ErrorCode.RateLimitedError, retryAfter: 7 }],
    ['reset_before', 0, { code: ErrorCode.RequestError }],
    ['reset_after', 1, { code: ErrorCode.RequestError }],
    ['html', 0, { code: ErrorCode.PlatformError, data: { error: expect.stringContaining('<html>') } }],
    ['html_after', 1, { code: ErrorCode.PlatformError }],
    ['garbage', 0, { code: ErrorCode.PlatformError }],
    ['garbage_after', 1, { code: ErrorCode.PlatformError }],
    ['error', 0, { code: ErrorCode.PlatformError, data: { error: 'fatal_error' } }],
  ])('%s leaves %d messages', async (kind, messages, error) => {
    const slack = await slackWithPeople()
    slack.faults.next('chat.postMessage', { kind, retryAfter: 7, error: 'fatal_error' })
    await expect(post(slack)).rejects.toMatchObject(error)
    expect(slack.messages('CCHEERS')).toHaveLength(messages)
    expect(slack.refused()).toEqual([])
    expect(slack.calls('chat.postMessage')).toMatchObject([{ fault: kind }])
    await post(slack)
    expect(slack.messages('CCHEERS')).toHaveLength(messages + 1)
  })

  test.each<[FaultKind, number]>([
    ['hang_before', 0],
    ['hang_after', 1],
  ])('%s never answers and leaves %d messages', async (kind, messages) => {
    const slack = await slackWithPeople()
    slack.faults.next('chat.postMessage', { kind })
    const aborted = fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}` },
      body: new URLSearchParams({ channel: 'CCHEERS', text: 'hello' }),
      signal: AbortSignal.timeout(50),
    })
    await expect(aborted).rejects.toThrow('timeout')
    expect(slack.messages('CCHEERS')).toHaveLength(messages)
  })

  test('a delay comes before the effect, or after it', async () => {
    const slack = await slackWithPeople()
    slack.faults.next('chat.postMessage', { kind: 'delay', ms: 20 })
    const began = performance.now()
    const late = post(slack)
    await slack.until(() => slack.messages('CCHEERS').length === 1)
    expect(performance.now() - began).toBeGreaterThan(15)
    await late
    slack.faults.next('chat.postMessage', { kind: 'delay_after', ms: 20 })
    let answered = false
    const told = post(slack).then(() => {
      answered = true
    })
    await slack.until(() => slack.messages('CCHEERS').length === 2)
    expect(answered).toBe(false)
    await told
  })

  test('strike as often as told, only the calls that please, until cleared', async () => {
    const slack = await slackWithPeople()
    slack.faults.next('*', { kind: 'error', times: 2, when: (args) => args.text === 'bad' })
    await post(slack, 'good')
    await expect(post(slack, 'bad')).rejects.toThrow('internal_error')
    await expect(post(slack, 'bad')).rejects.toThrow('internal_error')
    await post(slack, 'bad')
    slack.faults.next('auth.test', { kind: '500', times: Number.POSITIVE_INFINITY })
    slack.faults.clear('auth.test')
    expect(await clientOf(slack).auth.test()).toMatchObject({ ok: true })
  })
})

describe('on the way to the app', () => {
  const eventOf = async (kind: FaultKind) => {
    const slack = await slackWithPeople({ mode: 'http', retryDelaysMs: [] })
    const received = await rawHttpApp(slack, () => ({}))
    const send = (id: string) =>
      slack.sendEvent({ event_id: id, event: { type: 'reaction_added', user: 'UALICE' } })
    slack.faults.next('events_api', { kind, ms: 20 })
    const [ack] = await Promise.all([send('struck'), send('next')])
    return { ok: ack.ok, ids: received.map(({ body }) => JSON.parse(body).event_id), slack }
  }

  test.each<[FaultKind, boolean, string[]]>([
    ['lost', false, ['next']],
    ['unheard', false, ['struck', 'next']],
    ['late', true, ['next', 'struck']],
    ['twice', true, ['struck', 'struck', 'next']],
  ])('what is %s is acknowledged: %s', async (kind, isOk, expected) => {
    const { ok, ids, slack } = await eventOf(kind)
    expect(ok).toBe(isOk)
    expect(kind === 'late' ? ids : ids.toSorted().toReversed()).toEqual(expected)
    expect(slack.sent('reaction_added')).toMatchObject([{ fault: kind }, {}])
  })

  test('nothing else strikes, also not what strikes every call', async () => {
    const slack = await slackWithPeople({ mode: 'http' })
    await rawHttpApp(slack, () => ({}))
    slack.faults.next('*', { kind: '500' })
    slack.faults.next('events_api', { kind: '500' })
    const ack = await slack.sendEvent({ event: { type: 'reaction_added', user: 'UALICE' } })
    expect(ack.ok).toBe(true)
    expect(slack.faults.pending()).toHaveLength(2)
  })
})

describe('rates', () => {
  test('a channel takes one post a second, each channel for itself', async () => {
    let now = 1_000_000
    const slack = await slackWithPeople({ rates: 'real', realClock: () => now })
    await post(slack)
    await expect(post(slack)).rejects.toMatchObject({ code: ErrorCode.RateLimitedError, retryAfter: 1 })
    expect(slack.refused()).toMatchObject([{ status: 429, error: 'ratelimited' }])
    await clientOf(slack).chat.postMessage({ channel: 'UBOB', text: 'hello' })
    now += 900
    await post(slack)
    now += 900
    await post(slack)
    now += 900
    await expect(post(slack)).rejects.toMatchObject({ retryAfter: 1 })
    expect(slack.messages('CCHEERS')).toHaveLength(3)
  })

  test('a method has its tier', async () => {
    let now = 1_000_000
    const slack = await slackWithPeople({ rates: 'real', realClock: () => now })
    const list = () => clientOf(slack).users.list({ limit: 1 })
    for (let i = 0; i < 20; i += 1) await list()
    now += 10_000
    await expect(list()).rejects.toMatchObject({ retryAfter: 50 })
    now += 50_001
    await list()
  })

  test('can be set to another speed, or off', async () => {
    let now = 1_000_000
    const slack = await slackWithPeople({ rates: { postsPerSecond: 10 }, realClock: () => now })
    await post(slack)
    await expect(post(slack)).rejects.toMatchObject({ code: ErrorCode.RateLimitedError })
    now += 100
    await post(slack)
    slack.setRates('off')
    await post(slack)
  })
})

describe('a response_url', () => {
  const commandIn = async (options = {}) => {
    const slack = await slackWithPeople(options)
    const app = await rawSocket(slack)
    const command = slack.person('UALICE').command('/wow')
    app.ack(await app.envelope(1))
    const { responseUrl } = await command
    const answer = async (body: object) => {
      const response = await fetch(responseUrl, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      })
      return { status: response.status, ...((await response.json()) as object) }
    }
    return { slack, answer }
  }

  test('answers five times, privately or aloud', async () => {
    const { slack, answer } = await commandIn()
    expect(await answer({ text: 'private' })).toMatchObject({ status: 200, ok: true })
    expect(await answer({ text: 'aloud', response_type: 'in_channel' })).toMatchObject({ status: 200 })
    expect(slack.person('UALICE').ephemerals()).toMatchObject([{ text: 'private' }])
    expect(slack.messages('CCHEERS')).toMatchObject([{ text: 'aloud' }])
    for (let i = 0; i < 3; i += 1) await answer({ text: 'more' })
    expect(await answer({ text: 'too much' })).toEqual({ status: 404, ok: false, error: 'used_url' })
    expect(slack.refused()).toMatchObject([{ name: 'response_url', error: 'used_url' }])
  })

  test('dies after thirty minutes', async () => {
    let now = 1_000_000
    const { answer } = await commandIn({ realClock: () => now })
    now += 30 * 60_000 + 1
    expect(await answer({ text: 'late' })).toEqual({ status: 404, ok: false, error: 'expired_url' })
  })

  test('takes no nonsense, and that does not count', async () => {
    const { answer } = await commandIn()
    expect(await answer({})).toMatchObject({ status: 400, error: 'no_text' })
    expect(await answer({ text: 'a', blocks: [{ type: 'x' }] })).toMatchObject({
      status: 400,
      error: 'invalid_blocks',
    })
    for (let i = 0; i < 5; i += 1) expect(await answer({ text: 'a' })).toMatchObject({ status: 200 })
  })
})

describe('files', () => {
  test('go up in three steps and are shared in a thread', async () => {
    const slack = await slackWithPeople()
    const client = clientOf(slack)
    const { ts = '' } = await client.chat.postMessage({ channel: 'CCHEERS', text: 'card' })
    await client.filesUploadV2({
      channel_id: 'CCHEERS',
      thread_ts: ts,
      file: Buffer.from('picture'),
      filename: 'photo.png',
      alt_text: 'A cake',
      initial_comment: 'the photo',
    })
    const [reply] = slack.replies('CCHEERS', ts)
    expect(reply).toMatchObject({ text: 'the photo', files: [expect.stringMatching(/^F/)] })
    expect(slack.file(reply?.files?.[0] ?? '')).toMatchObject({
      name: 'photo.png',
      mimetype: 'image/png',
      altText: 'A cake',
    })
    const { messages } = await client.conversations.replies({ channel: 'CCHEERS', ts })
    expect(messages?.[1]?.files).toMatchObject([{ name: 'photo.png', size: 7 }])
  })

  test('come down with the token, and as a sign-in page without it', async () => {
    const slack = await slackWithPeople()
    const id = slack.person('UALICE').upload({ name: 'photo.png', data: 'picture' })
    const { file } = await clientOf(slack).files.info({ file: id })
    const url = file?.url_private_download ?? ''
    const get = (token: string) => fetch(url, { headers: { authorization: `Bearer ${token}` } })
    expect(await (await get(slack.botToken)).text()).toBe('picture')
    expect(await (await get('wrong')).text()).toContain('Sign in')
    expect(slack.refused()).toMatchObject([{ name: 'download' }])
    expect(await refusal(clientOf(slack).files.info({ file: 'F0' }))).toMatchObject({
      error: 'file_not_found',
    })
  })

  test('from a form are not shown in blocks, unless that is allowed', async () => {
    const show = async (formFilesInBlocks: boolean) => {
      const slack = await slackWithPeople({ formFilesInBlocks })
      const id = slack.person('UALICE').upload({ name: 'photo.png', data: 'picture' })
      return clientOf(slack).chat.postMessage({
        channel: 'CCHEERS',
        text: 'photo',
        blocks: [{ type: 'image', slack_file: { id }, alt_text: 'A cake' }],
      })
    }
    expect((await refusal(show(false))).messages.join()).toContain('invalid slack file')
    expect(await show(true)).toMatchObject({ ok: true })
  })
})
