import { createHmac } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { sign } from '../../playground/server/delivery/http.ts'
import { startPlaudit } from '../support/plaudit.ts'

const event = (secret: string, slack: { team: { id: string } }, at = Math.floor(Date.now() / 1000)) => {
  const body = JSON.stringify({
    ...{ type: 'event_callback', event_id: `Ev${at}`, team_id: slack.team.id },
    event: {
      ...{ type: 'reaction_added', user: 'UBOB', reaction: 'tada', event_ts: `${at}.000100` },
      item: { type: 'message', channel: 'CCHEERS', ts: '1700000000.000100' },
    },
  })
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  }
}

test('an event over http is acknowledged with nothing, and one that Slack did not sign, or long ago, is refused', async () => {
  const { slack, expectLog } = await startPlaudit({ mode: 'http' })
  expectLog(/did not sign/)
  const url = `${slack.appUrl}/slack/events`
  const good = await fetch(url, event(slack.signingSecret, slack))
  expect([good.status, await good.text()]).toEqual([200, ''])
  expect((await fetch(url, event('another secret', slack))).status).toBe(401)
  const old = event(slack.signingSecret, slack, Math.floor(Date.now() / 1000) - 600)
  expect((await fetch(url, old)).status).toBe(401)
})

test('Slack asks whether the address is ours, and whether TLS works there, before anything else', async () => {
  const { slack } = await startPlaudit({ mode: 'http' })
  const url = `${slack.appUrl}/slack/events`
  const question = JSON.stringify({ type: 'url_verification', token: 'x', challenge: '3eZbrw1aB' })
  const json = { 'content-type': 'application/json', ...sign(slack.signingSecret, question) }
  const ours = await fetch(url, { method: 'POST', headers: json, body: question })
  expect([ours.status, await ours.json()]).toEqual([200, { challenge: '3eZbrw1aB' }])
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const tls = await fetch(url, { method: 'POST', headers: form, body: 'token=x&ssl_check=1' })
  expect([tls.status, await tls.text()]).toEqual([200, ''])
})
