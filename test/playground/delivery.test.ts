import { once } from 'node:events'
import { describe, expect, test } from '@jest/globals'
import { WebSocket } from 'ws'
import { sign } from '../../playground/server/delivery/http.ts'
import { rawHttpApp, rawSocket } from './raw-app.ts'
import { boltOn, MODES, slackWithPeople } from './support.ts'

describe('over HTTP', () => {
  test('requests are signed, and Bolt refuses them when the secret is another', async () => {
    const slack = await slackWithPeople({ mode: 'http' })
    const received = await rawHttpApp(slack, () => ({}))
    await slack.person('UALICE').command('/wow', 'hello')
    const [request] = received
    const at = Number(request?.headers['x-slack-request-timestamp']) * 1000
    expect(Math.abs(Date.now() - at)).toBeLessThan(2000)
    expect(request?.headers).toMatchObject(sign(slack.signingSecret, request?.body ?? '', at))
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded')

    await boltOn(slack, 'http', () => {}, 'another')
    const { ack } = await slack.person('UALICE').command('/wow', 'hello')
    expect(ack).toMatchObject({ ok: false, error: 'dispatch_failed' })
  })

  test('Slack checks a request URL with a challenge', async () => {
    const slack = await slackWithPeople({ mode: 'http' })
    await boltOn(slack, 'http')
    expect(await slack.verifyUrl()).toBe(true)
    await rawHttpApp(slack, () => ({ body: 'hello' }))
    expect(await slack.verifyUrl()).toBe(false)
  })

  test('a command that is not acknowledged in time is not sent again, and the person is told', async () => {
    const slack = await slackWithPeople({ mode: 'http', ackTimeoutMs: 300, retryDelaysMs: [0] })
    const received = await rawHttpApp(slack, () => ({ hang: true }))
    const alice = slack.person('UALICE')
    expect((await alice.command('/wow')).ack).toMatchObject({ ok: false, error: 'operation_timeout' })
    expect(alice.ephemerals()).toMatchObject([
      { from: 'slack', text: '/wow failed with the error "operation_timeout"' },
    ])
    expect(slack.refused()).toMatchObject([{ name: '/wow', error: 'operation_timeout' }])
    expect(received).toHaveLength(1)
  })

  test('a command to nobody fails to be dispatched', async () => {
    const slack = await slackWithPeople({ mode: 'http', appUrl: 'http://127.0.0.1:1' })
    const alice = slack.person('UALICE')
    expect((await alice.command('/wow')).ack).toMatchObject({ ok: false, error: 'dispatch_failed' })
    expect(alice.ephemerals()).toMatchObject([{ text: '/wow failed with the error "dispatch_failed"' }])
  })

  test('an event that fails is sent again three times, with number and reason, and then lost', async () => {
    const slack = await slackWithPeople({ mode: 'http', retryDelaysMs: [0, 5, 10] })
    const received = await rawHttpApp(slack, () => ({ status: 503 }))
    await slack.person('UALICE').says('CCHEERS', 'hello')
    await slack.until(() => slack.lostEvents().length === 1)
    expect(received.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3'])
    expect(received[1]?.headers['x-slack-retry-reason']).toBe('http_error')
    expect(new Set(received.map(({ body }) => JSON.parse(body).event_id))).toEqual(
      new Set(slack.lostEvents()),
    )
  })

  test('an event that times out is retried as http_timeout, until it is acknowledged', async () => {
    const slack = await slackWithPeople({ mode: 'http', retryDelaysMs: [0, 0, 0], ackTimeoutMs: 300 })
    const received = await rawHttpApp(slack, (_request, count) => ({ hang: count < 3 }))
    await slack.person('UALICE').says('CCHEERS', 'hello')
    await slack.until(() => slack.sent('message').at(-1)?.status === 200)
    expect(received.map(({ headers }) => headers['x-slack-retry-reason'])).toEqual([
      undefined,
      'http_timeout',
      'http_timeout',
    ])
    expect(slack.lostEvents()).toEqual([])
  })

  test('an app may ask for no retries', async () => {
    const slack = await slackWithPeople({ mode: 'http', retryDelaysMs: [0] })
    const received = await rawHttpApp(slack, () => ({ status: 500, headers: { 'x-slack-no-retry': '1' } }))
    await slack.person('UALICE').says('CCHEERS', 'hello')
    await slack.person('UALICE').says('CCHEERS', 'again')
    expect(received).toHaveLength(2)
  })
})

describe('over Socket Mode', () => {
  test('an address is good for one connection', async () => {
    const slack = await slackWithPeople()
    const { url, hello } = await rawSocket(slack)
    expect(hello).toMatchObject({
      type: 'hello',
      num_connections: 1,
      connection_info: { app_id: 'APLAUDIT' },
    })
    const second = new WebSocket(url)
    await expect(once(second, 'open')).rejects.toThrow('401')
    expect(slack.refused()).toMatchObject([{ name: 'link' }])
  })

  test('commands may be answered in the acknowledgement, events may not', async () => {
    const slack = await slackWithPeople()
    const app = await rawSocket(slack)
    const alice = slack.person('UALICE')
    const command = alice.command('/wow', 'hello')
    const first = await app.envelope(1)
    expect(first).toMatchObject({ type: 'slash_commands', accepts_response_payload: true })
    app.ack(first, { text: 'hi' })
    expect((await command).ack.body).toEqual({ text: 'hi' })
    expect(alice.ephemerals()).toMatchObject([{ text: 'hi', from: 'app' }])

    const said = alice.says('CCHEERS', 'hello')
    const second = await app.envelope(2)
    expect(second).toMatchObject({ type: 'events_api', accepts_response_payload: false, retry_attempt: 0 })
    app.ack(second, { text: 'hi' })
    await said
    expect(slack.refused()).toMatchObject([
      { error: 'this envelope takes no payload in its acknowledgement' },
    ])
  })

  test('a late and a second acknowledgement are written down', async () => {
    const slack = await slackWithPeople({ ackTimeoutMs: 20 })
    const app = await rawSocket(slack)
    expect((await slack.person('UALICE').command('/wow')).ack.error).toBe('operation_timeout')
    const envelope = await app.envelope(1)
    app.ack(envelope)
    await slack.until(() => slack.refused().length === 2)
    expect(slack.refused().map(({ error }) => error)).toEqual([
      'operation_timeout',
      'acknowledged late or twice',
    ])
    app.ack({ type: 'none', envelope_id: 'invented' })
    await slack.until(() => slack.refused().length === 3)
    expect(slack.refused().at(-1)?.error).toBe('unknown envelope')
  })

  test('what is not acknowledged comes again over another connection when one breaks', async () => {
    const slack = await slackWithPeople({ retryDelaysMs: [0, 0, 0] })
    const first = await rawSocket(slack)
    const said = slack.person('UALICE').says('CCHEERS', 'hello')
    const before = await first.envelope(1)
    const second = await rawSocket(slack)
    expect(second.hello).toMatchObject({ num_connections: 2 })
    first.socket.terminate()
    const after = await second.envelope(1)
    expect(after).toMatchObject({ retry_attempt: 1, payload: { event_id: before.payload?.event_id } })
    expect(after.envelope_id).not.toBe(before.envelope_id)
    second.ack(after)
    await said
  })

  test('several connections share the work, each payload going to one of them', async () => {
    const slack = await slackWithPeople()
    const apps = await Promise.all([rawSocket(slack), rawSocket(slack)])
    const alice = slack.person('UALICE')
    const told = [1, 2].map((n) => alice.says('CCHEERS', `hello ${n}`))
    for (const app of apps) app.ack(await app.envelope(1))
    await Promise.all(told)
    expect(apps.map(({ received }) => received.length)).toEqual([2, 2])
  })

  test('an eleventh connection is one too many', async () => {
    const slack = await slackWithPeople()
    for (let i = 0; i < 10; i += 1) await rawSocket(slack)
    const { hello } = await rawSocket(slack)
    expect(hello).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' })
  })

  test('a connection that was told goodbye gets nothing new but may still acknowledge', async () => {
    const slack = await slackWithPeople()
    const old = await rawSocket(slack)
    const command = slack.person('UALICE').command('/wow')
    const pending = await old.envelope(1)
    slack.disconnect('refresh_requested')
    expect(await old.envelope(2)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' })
    expect(slack.connections()).toBe(0)
    old.ack(pending)
    expect((await command).ack.ok).toBe(true)
    expect((await slack.person('UALICE').command('/wow')).ack.error).toBe('dispatch_failed')
  })

  test.each(['warning', 'drop'] as const)('a Bolt app comes back after %s', async (reason) => {
    const slack = await slackWithPeople({ retryDelaysMs: [100, 100, 100] })
    await boltOn(slack, 'socket', (app) => app.command('/wow', async ({ ack }) => ack('hello')))
    slack.disconnect(reason)
    await slack.until(() => slack.calls('apps.connections.open').length === 2)
    await slack.connected()
    expect((await slack.person('UALICE').command('/wow')).ack).toMatchObject({ body: { text: 'hello' } })
  })
})

describe.each(MODES)('over %s', (mode) => {
  test('an event can be sent again, and a made-up one at any time', async () => {
    const slack = await slackWithPeople({ mode })
    const seen: string[] = []
    await boltOn(slack, mode, (app) =>
      app.event(
        'reaction_added',
        async ({ event, body }) => void seen.push(`${body.event_id} ${event.event_ts}`),
      ),
    )
    const message = await slack.person('UALICE').says('CCHEERS', 'hello')
    await slack.person('UBOB').react(message, 'tada')
    const acks = await slack.redeliver('last', 2)
    expect(acks.every(({ ok }) => ok)).toBe(true)
    await slack.until(() => seen.length === 3)
    expect(new Set(seen).size).toBe(1)
    await slack.sendEvent({
      event_id: 'Ev1',
      event: { type: 'reaction_added', user: 'UBOB', reaction: 'x', item: {}, event_ts: '1.000001' },
    })
    await slack.until(() => seen.includes('Ev1 1.000001'))
  })
})
