import { createHmac } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createSignatureCheck } from '../../src/slack/signature.ts'

const SECRET = 'f0e1d2c3b4a5'
const isSigned = createSignatureCheck(SECRET)

const now = () => Math.floor(Date.now() / 1000)
const headersFor = (body: Buffer, { at = String(now()), secret = SECRET } = {}) => {
  const digest = createHmac('sha256', secret).update(`v0:${at}:`).update(body).digest('hex')
  return { 'x-slack-request-timestamp': at, 'x-slack-signature': `v0=${digest}` }
}

describe('a request', () => {
  test('is Slack’s when it is signed with the secret, whatever it says', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const body = Buffer.from(bytes)
        expect(isSigned(body, headersFor(body))).toBe(true)
      }),
    )
  })

  test('is not when a byte of it was changed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), (bytes, where) => {
        const body = Buffer.from(bytes)
        const headers = headersFor(body)
        const at = where % body.length
        body[at] = (body[at] ?? 0) ^ 1
        expect(isSigned(body, headers)).toBe(false)
      }),
    )
  })

  const body = Buffer.from('{"type":"event_callback"}')
  test.each([
    ['signed with another secret', headersFor(body, { secret: 'another' })],
    ['older than five minutes', headersFor(body, { at: String(now() - 310) })],
    ['dated in the future', headersFor(body, { at: String(now() + 310) })],
    ['dated with no number', headersFor(body, { at: 'soon' })],
    ['not dated', { 'x-slack-signature': headersFor(body)['x-slack-signature'] }],
    ['not signed', { 'x-slack-request-timestamp': String(now()) }],
    ['signed with too little', { ...headersFor(body), 'x-slack-signature': 'v0=' }],
    ['signed with letters of another alphabet', { ...headersFor(body), 'x-slack-signature': 'v0=ü' }],
  ])('is not when it is %s', (_, headers) => {
    expect(isSigned(body, headers)).toBe(false)
  })
})
