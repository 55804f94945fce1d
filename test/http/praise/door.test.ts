import { connect } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import { updateSettings } from '../../../src/store/settings.ts'
import { revokeSourceAsOperator, rotateSourceAsOperator } from '../../../src/usecases/sources.ts'
import { openDoor, post, rows, signed, WORDS } from './support.ts'

describe('praise that arrives', () => {
  test('is kept, and answered with its id', async () => {
    const { send, app } = await openDoor()
    const { status, body } = await send({
      words: WORDS,
      customer: { name: 'Mrs Berger', company: 'School of Leeds', email: 'berger@example.com' },
      receivedAt: '2026-11-20T16:00:00Z',
      channel: 'email',
      reference: 4711,
      rating: '5',
      recipients: ['bob', 'CAROL', 'somebody@example.com'],
      url: 'https://example.com/tickets/4711',
      language: 'en',
      unheardOf: { is: 'ignored' },
    })
    expect({ status, body }).toEqual({ status: 202, body: { id: expect.any(String), status: 'received' } })
    const [row] = await rows(app)
    expect(row?.id).toBe(body.id)
    expect(JSON.parse(row?.body ?? '')).toEqual({
      words: WORDS,
      customerName: 'Mrs Berger',
      customerCompany: 'School of Leeds',
      receivedOn: '2026-11-20',
      via: 'email',
      reference: '4711',
      url: 'https://example.com/tickets/4711',
      language: 'en',
      rating: 5,
    })
  })

  test('needs nothing but words; null and blank are as good as nothing', async () => {
    const { send } = await openDoor()
    expect((await send({ words: WORDS })).status).toBe(202)
    const blank = {
      customer: null,
      receivedAt: '',
      channel: ' ',
      reference: null,
      rating: '',
      recipients: null,
    }
    expect((await send({ words: WORDS, ...blank, url: '', language: null })).status).toBe(202)
  })

  test('leaves no card number, no address and no e-mail address behind', async () => {
    const { send, app } = await openDoor()
    const secret = 'anna@example.com'
    const words = `${WORDS} Pay 4111 1111 1111 1111, write to ${secret}, call +44 20 7946 0958.`
    await send({ words, customer: { name: secret, email: secret }, reference: secret })
    expect(JSON.stringify(await rows(app))).not.toMatch(/4111|anna|7946/)
  })

  test('is kept whole, however long a letter is', async () => {
    const { send, app } = await openDoor()
    const words = 'Thank you for everything. '.repeat(1_500).trim()
    expect((await send({ words })).status).toBe(202)
    const [row] = await rows(app)
    expect(JSON.parse(row?.body ?? '').words).toBe(words)
  })

  test('with a rating that is not celebrated leaves its reference alone', async () => {
    const { send, app } = await openDoor()
    await app.write((tx) => updateSettings(tx, [{ key: 'minRating', to: 4 }]))
    const low = { words: 'Bob was late again, and rude.', rating: 1, reference: '7' }
    const first = await send(low)
    expect(first).toMatchObject({ status: 200, body: { status: 'not_celebrated' } })
    expect(await send(low)).toMatchObject({
      status: 200,
      body: { id: first.body.id, status: 'duplicate', became: 'not_celebrated' },
    })
    expect(await rows(app)).toMatchObject([{ body: null }])
    expect(JSON.stringify(await rows(app))).not.toContain('rude')
    expect((await send({ words: WORDS, rating: 4 })).body.status).toBe('received')
    expect((await send({ words: WORDS })).body.status).toBe('received')
  })
})

describe('the same praise again', () => {
  test('by its id, at the same moment or later, is answered with what it became', async () => {
    const { send, app } = await openDoor()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send({ words: WORDS }, { id: 'msg_x' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(19).fill(200), 202])
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(answers.filter(({ body }) => body.became === 'waiting')).toHaveLength(19)
    expect(await rows(app)).toHaveLength(1)
  })

  test('by its reference, even with other words; from another source it is another', async () => {
    const { send, app, sendWithToken } = await openDoor()
    await send({ words: WORDS, reference: 'T-1' })
    expect((await sendWithToken({ words: `${WORDS} Again.`, reference: 'T-1' })).status).toBe(200)
    expect((await send({ words: WORDS, reference: 'T-2' })).status).toBe(202)
    expect(await rows(app)).toHaveLength(2)
  })
})

describe('who may send', () => {
  test('is known by a signature, and one that fits is enough', async () => {
    const { url, zendesk } = await openDoor()
    const body = JSON.stringify({ words: WORDS })
    const headers = signed(zendesk, body)
    const two = { ...headers, 'webhook-signature': `v1,bm90IGl0 v2,x v1 ${headers['webhook-signature']}` }
    expect((await post(url, two, body)).status).toBe(202)
  })

  test.each([
    ['another body', (h: Record<string, string>) => h, `{"words":"${WORDS}!"}`],
    ['no signature', (h: Record<string, string>) => ({ ...h, 'webhook-signature': '' }), undefined],
    ['a forged one', (h: Record<string, string>) => ({ ...h, 'webhook-signature': 'v1,AAAA' }), undefined],
    ['another id', (h: Record<string, string>) => ({ ...h, 'webhook-id': 'msg_other' }), undefined],
    ['no id', (h: Record<string, string>) => ({ ...h, 'webhook-id': '' }), undefined],
    ['another time', (h: Record<string, string>) => ({ ...h, 'webhook-timestamp': '1' }), undefined],
    ['no time', (h: Record<string, string>) => ({ ...h, 'webhook-timestamp': 'now' }), undefined],
  ])('not by %s', async (_, spoil, other) => {
    const { url, zendesk, app } = await openDoor()
    const body = JSON.stringify({ words: WORDS })
    const answer = await post(url, spoil(signed(zendesk, body)), other ?? body)
    expect(answer.status).toBe(401)
    expect(answer.body.reason).toMatch(/^[A-Zw].*\.$/)
    expect(await rows(app)).toEqual([])
  })

  test('not by a signature of ten minutes ago, nor of ten minutes to come', async () => {
    const { send } = await openDoor()
    for (const minutes of [-10, 10])
      expect((await send({ words: WORDS }, { at: new Date(Date.now() + minutes * 60_000) })).status).toBe(401)
    for (const minutes of [-4, 4])
      expect((await send({ words: WORDS }, { at: new Date(Date.now() + minutes * 60_000) })).status).toBe(202)
  })

  test('by the old secret for a day after it was rotated, and not after it was revoked', async () => {
    const { send, url, app, zendesk } = await openDoor()
    const renewed = await rotateSourceAsOperator(app, 'Zendesk')
    const body = JSON.stringify({ words: WORDS })
    const sendNew = () => post(url, signed(renewed, body), body)
    expect((await send({ words: WORDS })).status).toBe(202)
    expect((await sendNew()).status).toBe(202)
    app.clock.pass({ minutes: 1 })
    await revokeSourceAsOperator(app, 'Zendesk')
    expect((await send({ words: WORDS })).status).toBe(401)
    expect((await sendNew()).status).toBe(401)
    expect(zendesk.secret).not.toBe(renewed.secret)
  })

  test('by a token over TLS, or on this machine', async () => {
    const { sendWithToken, url } = await openDoor()
    expect((await sendWithToken({ words: WORDS })).status).toBe(202)
    expect((await sendWithToken({ words: WORDS }, { 'x-forwarded-proto': 'https' })).status).toBe(202)
    const plain = await sendWithToken({ words: WORDS }, { 'x-forwarded-proto': 'http' })
    expect(plain).toMatchObject({ status: 401, body: { reason: expect.stringContaining('https') } })
    const headers = { 'content-type': 'application/json', authorization: 'Bearer plaudit_wrong' }
    expect((await post(url, headers, JSON.stringify({ words: WORDS }))).status).toBe(401)
  })

  test('is looked for only where the address says', async () => {
    const { url, zendesk } = await openDoor()
    const body = JSON.stringify({ words: WORDS })
    expect((await post(`${url}?source=Zendesk`, signed(zendesk, body), body)).status).toBe(202)
    expect((await post(`${url}?source=Intercom`, signed(zendesk, body), body)).status).toBe(401)
  })
})

describe('what is refused', () => {
  test.each([
    [{}, 'words'],
    [{ words: '' }, 'words'],
    [{ words: 'Thanks.' }, 'words'],
    [{ words: '\u200b'.repeat(40) }, 'words'],
    [{ words: 7 }, 'words'],
    [{ words: 'x'.repeat(50_001) }, 'words'],
    [{ words: WORDS, customer: 'Berger' }, 'customer'],
    [{ words: WORDS, customer: { name: 4 } }, 'customer.name'],
    [{ words: WORDS, customer: { name: 'x'.repeat(201) } }, 'customer.name'],
    [{ words: WORDS, channel: 'pigeon' }, 'channel'],
    [{ words: WORDS, receivedAt: 'yesterday' }, 'receivedAt'],
    [{ words: WORDS, receivedAt: '2026-02-30' }, 'receivedAt'],
    [{ words: WORDS, receivedAt: '2999-01-01' }, 'receivedAt'],
    [{ words: WORDS, rating: 'five' }, 'rating'],
    [{ words: WORDS, rating: 1e9 }, 'rating'],
    [{ words: WORDS, url: 'javascript:alert(1)' }, 'url'],
    [{ words: WORDS, language: '????' }, 'language'],
    [{ words: WORDS, recipients: Array(21).fill('x') }, 'recipients'],
    [{ words: WORDS, recipients: [7] }, 'recipients'],
    [{ words: WORDS, reference: 'x'.repeat(301) }, 'reference'],
    [[], 'body'],
    ['words', 'body'],
    [null, 'body'],
  ])('%j is, on its field and with a reason', async (praise, field) => {
    const { send } = await openDoor()
    const { status, body } = await send(praise)
    expect({ status, field: body.field }).toEqual({ status: 400, field: expect.stringMatching(`^${field}`) })
    expect(body.reason).toMatch(/^["A-Z].*\.$/)
  })

  test('is never quoted', async () => {
    const { url, zendesk } = await openDoor()
    for (const body of ['{"words": "secret heart', '{"words":["secret heart"]}', '"secret heart"']) {
      const answer = await post(url, signed(zendesk, body), body)
      expect(answer.status).toBe(400)
      expect(JSON.stringify(answer.body)).not.toContain('heart')
    }
  })

  test('is what is no JSON in UTF-8', async () => {
    const { url, zendesk } = await openDoor()
    const body = JSON.stringify({ words: WORDS })
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json; charset=latin1',
      '',
    ])
      expect((await post(url, { ...signed(zendesk, body), 'content-type': type }, body)).status).toBe(415)
    const packed = { ...signed(zendesk, body), 'content-encoding': 'gzip' }
    expect((await post(url, packed, body)).status).toBe(415)
    const utf8 = { ...signed(zendesk, body), 'content-type': 'application/json; charset=UTF-8' }
    expect((await post(url, utf8, body)).status).toBe(202)
  })

  test('is what is larger than 256 KiB, whether it says so or not', async () => {
    const { url, zendesk, port } = await openDoor()
    const body = JSON.stringify({ words: 'x'.repeat(300_000) })
    expect((await post(url, signed(zendesk, body), body)).status).toBe(413)
    const head = Object.entries(signed(zendesk, body)).map(([name, value]) => `${name}: ${value}`)
    const chunk = 'x'.repeat(65_536)
    const answer = await wire(port, [
      ['POST /praise HTTP/1.1', 'host: x', ...head, 'transfer-encoding: chunked', '', ''].join('\r\n'),
      ...Array<string>(8).fill(`10000\r\n${chunk}\r\n`),
    ])
    expect(answer).toContain('413')
  })

  test('is what comes too slowly', async () => {
    const { port, zendesk } = await openDoor({ bodyMs: 60 })
    const head = Object.entries(signed(zendesk, '{}')).map(([name, value]) => `${name}: ${value}`)
    const answer = await wire(port, [
      ['POST /praise HTTP/1.1', 'host: x', ...head, 'content-length: 100', '', '{'].join('\r\n'),
    ])
    expect(answer).toContain('408')
  })

  test('is too much at once, with the seconds to wait; other sources are not held up', async () => {
    const { send } = await openDoor({ rate: { burst: 3, perSecond: 0.1 } })
    for (let n = 0; n < 3; n += 1) expect((await send({ words: WORDS })).status).toBe(202)
    const { status, headers } = await send({ words: WORDS })
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
  })

  test('is everything once it stops, and then the sender is asked to come again', async () => {
    const { send, door } = await openDoor()
    await door.finish()
    const { status, headers } = await send({ words: WORDS })
    expect({ status, retry: headers.get('retry-after') }).toEqual({ status: 503, retry: '10' })
  })
})

/** What a server says to raw bytes, until it closes. */
function wire(port: number, parts: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    const socket = connect(port, '127.0.0.1', () => {
      for (const part of parts) socket.write(part)
    })
    socket.setEncoding('utf8')
    socket.on('data', (part) => {
      said += part
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(said))
  })
}
