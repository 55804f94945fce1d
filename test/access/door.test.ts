/** Who knocks at the port without being Slack, or a source of letters. */
import { describe, expect, test } from '@jest/globals'
import { sign } from '../../playground/server/delivery/http.ts'
import type { PretendSlack } from '../../playground/server/index.ts'
import { startPlaudit } from '../support/plaudit.ts'
import { counts } from './tables.ts'

const FORM = 'application/x-www-form-urlencoded'

/** A command of alice's, as Slack would send it. */
const command = (text: string, more: Record<string, string> = {}): string =>
  new URLSearchParams({
    ...{ command: '/wow', text, user_id: 'UALICE', team_id: 'TPLAUDIT', channel_id: 'CCHEERS' },
    ...{ trigger_id: '1.2.3', response_url: 'http://127.0.0.1:9/nobody' },
    ...more,
  }).toString()

async function knock(
  { appUrl }: PretendSlack,
  body: string,
  headers: Record<string, string>,
  path = '/slack/events',
) {
  const answer = await fetch(`${appUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': FORM, ...headers },
    body,
  })
  return { status: answer.status, text: await answer.text() }
}

const MINUTE = 60_000

describe('at /slack/events', () => {
  const refused: readonly [string, (secret: string, body: string) => Record<string, string>][] = [
    ['without a signature', () => ({})],
    ['with a time and no signature', () => ({ 'x-slack-request-timestamp': String(Date.now() / 1000) })],
    [
      'with a signature and no time',
      (secret, body) => ({ 'x-slack-signature': sign(secret, body)['x-slack-signature'] ?? '' }),
    ],
    ['signed with the secret of another app', (_, body) => sign('another-secret', body)],
    ['signed with no secret at all', (_, body) => sign('', body)],
    ['with the signature of another body', (secret) => sign(secret, command('leaderboard on'))],
    ['signed six minutes ago', (secret, body) => sign(secret, body, Date.now() - 6 * MINUTE)],
    [
      'with a time that was made new after it was signed',
      (secret, body) => ({
        ...sign(secret, body, Date.now() - 6 * MINUTE),
        'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)),
      }),
    ],
    [
      'with a time that is no number',
      (secret, body) => ({ ...sign(secret, body), 'x-slack-request-timestamp': 'soon' }),
    ],
    [
      'with a signature of another version',
      (secret, body) => ({
        ...sign(secret, body),
        'x-slack-signature': (sign(secret, body)['x-slack-signature'] ?? '').replace('v0', 'v1'),
      }),
    ],
    ['with a signature cut short', (secret, body) => ({ ...sign(secret, body), 'x-slack-signature': 'v0=' })],
    ['behind the question whether TLS works', () => ({})],
  ]

  test.each(refused)('nobody gets in %s', async (how, headersFor) => {
    const plaudit = await startPlaudit({ mode: 'http' })
    const { slack, databasePath } = plaudit
    const before = counts(databasePath)
    const asksForTls = how.startsWith('behind')
    const body = command('leaderboard off', asksForTls ? { ssl_check: '1' } : {})
    if (!asksForTls) plaudit.expectLog(/./)
    const { status, text } = await knock(slack, body, headersFor(slack.signingSecret, body))
    expect({ status, text }).toEqual({ status: asksForTls ? 200 : 401, text: '' })
    expect(counts(databasePath)).toEqual(before)
    expect(slack.calls('views.open')).toEqual([])
  })

  test('a command that is sent again changes nothing', async () => {
    const plaudit = await startPlaudit({ mode: 'http' })
    const { slack, alice } = plaudit
    await alice.runs('/wow leaderboard off')
    await alice.answer()
    const recorded = slack.sent('/wow').at(-1)?.payload ?? {}
    await alice.runs('/wow leaderboard on')
    await alice.answer()
    const before = counts(plaudit.databasePath)
    await slack.send('slash_commands', recorded)
    await alice.runs('/wow help')
    await alice.answer()
    expect(counts(plaudit.databasePath)).toEqual(before)
  })

  test('a request that was recorded on the way, sent again byte by byte, changes nothing', async () => {
    const plaudit = await startPlaudit({ mode: 'http' })
    const { slack, alice, bob, carol, celebrations, settled, databasePath } = plaudit
    const card = await alice.tells('Stayed two hours longer to find the lost part.', { about: bob })
    await carol.presses(card, 'story.cheer')
    await carol.reacts(card)
    await settled()
    const before = counts(databasePath)
    const texts = celebrations.texts()
    const events = slack.sent('reaction_added').map(({ payload }) => JSON.stringify(payload))
    const forms = [...slack.sent('view_submission'), ...slack.sent('block_actions')].map(({ payload }) =>
      new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
    )
    expect([events.length, forms.length]).toEqual([1, 2])
    for (const body of events) {
      const json = { ...sign(slack.signingSecret, body), 'content-type': 'application/json' }
      for (let n = 0; n < 2; n += 1) expect((await knock(slack, body, json)).status).toBe(200)
    }
    for (const body of forms)
      for (let n = 0; n < 2; n += 1)
        expect((await knock(slack, body, sign(slack.signingSecret, body))).status).toBe(200)
    await settled()
    expect(counts(databasePath)).toEqual(before)
    expect(celebrations.texts()).toEqual(texts)
  })
})

describe('at the port', () => {
  test.each(['socket', 'http'] as const)('there is nothing but what is known, over %s', async (mode) => {
    const { slack, expectLog } = await startPlaudit({ mode })
    if (mode === 'http') expectLog(/did not sign/)
    const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']
    const paths = [
      '/',
      '/slack',
      '/slack/events/',
      '/slack/events',
      '/praise',
      '/metrics',
      '/clock',
      '/healthz',
    ]
    const strange = ['/../plaudit.db', '/%2e%2e/.env', '/.env', '//praise', '/slack/install', '/constructor']
    const found: string[] = []
    for (const path of [...paths, ...strange])
      for (const method of methods) {
        const { status } = await fetch(`${slack.appUrl}${path}`, { method })
        if (status !== 404) found.push(`${method} ${path} ${status}`)
      }
    expect(found.sort()).toEqual(
      [
        'GET /clock 200',
        'GET /healthz 200',
        'GET /metrics 200',
        'POST /clock 400',
        'POST /praise 415',
        ...(mode === 'http' ? ['POST /slack/events 401'] : []),
      ].sort(),
    )
  })

  test('measures and the test clock are not for who comes through a proxy', async () => {
    const { slack } = await startPlaudit()
    for (const header of ['x-forwarded-for', 'forwarded', 'x-forwarded-proto', 'x-real-ip', 'via'])
      for (const [path, status] of [
        ['/metrics', 404],
        ['/clock', 404],
        ['/healthz', 200],
        ['/readyz', 200],
      ] as const) {
        const answer = await fetch(`${slack.appUrl}${path}`, { headers: { [header]: '203.0.113.9' } })
        expect([header, path, answer.status]).toEqual([header, path, status])
      }
  })
})
