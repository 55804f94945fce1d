import { createHmac } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { startPlaudit } from '../support/plaudit.ts'

const WORDS = 'Bob stayed two hours longer'

describe('what cannot be read, over http,', () => {
  test.each([
    ['application/json', `{"type":"event_callback","text":"${WORDS}`],
    ['application/json', `${WORDS}, and that is no JSON`],
    ['application/json', `"${WORDS}" is what she said`],
    ['application/x-www-form-urlencoded', `payload=${encodeURIComponent(`{"words":${WORDS}}`)}`],
  ])('is refused, and no word of it gets into the log: %s', async (type, body) => {
    const { slack, log, expectLog } = await startPlaudit({ mode: 'http' })
    expectLog(/Malformed request body/)
    const at = String(Math.floor(Date.now() / 1000))
    const signature = createHmac('sha256', slack.signingSecret).update(`v0:${at}:${body}`).digest('hex')
    const answer = await fetch(`${slack.appUrl}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': at,
        'x-slack-signature': `v0=${signature}`,
      },
      body,
    })
    expect(answer.status).toBe(400)
    expect(log()).toHaveLength(1)
    for (const word of WORDS.split(' ')) expect(JSON.stringify(log())).not.toContain(word)
  })
})
