import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { type Logger, pino } from 'pino'
import type { PretendSlack } from '../../playground/server/index.ts'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { MODES, startPlaudit } from '../support/plaudit.ts'

const found = 'Found the lost part in the cellar and drove it to Mrs Berger.'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe.each(MODES)('over %s', (mode) => {
  test('it is alive, and ready once the database and Slack can be reached', async () => {
    const { get } = await startPlaudit({ mode })
    expect(await get('/healthz')).toEqual({ status: 200, text: 'alive\n' })
    const ready = await get('/readyz')
    expect(ready.status).toBe(200)
    expect(JSON.parse(ready.text)).toEqual({ ready: true })
  })
})

describe('/readyz', () => {
  test('says when Slack cannot reach us, and is ready again once it can', async () => {
    const { get, slack } = await startPlaudit()
    slack.disconnect('link_disabled')
    await slack.until(() => slack.connections() === 0)
    await slack.until(async () => (await get('/healthz')).status === 200)
    await slack.connected({ timeoutMs: 15_000 })
    await untilReady(get)
  })

  test('it is alive but not ready while Slack has not answered yet, and stops when told to', async () => {
    const { slack } = await startPlaudit({ setUp: false })
    slack.faults.next('auth.test', { kind: '500', times: Number.POSITIVE_INFINITY })
    const begins = Promise.withResolvers<number>()
    const log = pino(
      { level: 'info' },
      { write: (line: string) => begins.resolve(Number(JSON.parse(line).port)) },
    )
    const { app } = otherApp(slack, log)
    const started = app.start().catch((error: unknown) => error)
    const url = `http://127.0.0.1:${await begins.promise}`
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    const ready = await fetch(`${url}/readyz`)
    expect(ready.status).toBe(503)
    expect(await ready.json()).toEqual({ ready: false, database: 'not open yet', slack: 'not connected' })
    await app.stop()
    await started
  })
})

describe('/metrics', () => {
  test('deliveries by state and age, acknowledgements, events by kind, job lateness, the connection', async () => {
    const { alice, bob, carol, get, jumpTo } = await startPlaudit()
    const card = await alice.tells(found, { about: bob })
    await carol.reacts(card)
    await jumpTo('2026-03-13 16:00')
    const { status, text } = await get('/metrics')
    expect(status).toBe(200)
    for (const line of [
      'plaudit_deliveries{state="waiting"} ',
      'plaudit_deliveries{state="failed"} 0',
      'plaudit_delivery_age_seconds ',
      'plaudit_events_total{kind="reaction_added"} 1',
      'plaudit_acknowledgement_seconds_count{kind="submission"} ',
      'plaudit_acknowledgement_seconds_count{kind="event"} ',
      'plaudit_delivery_outcomes_total{kind="story.card",outcome="said"} 1',
      'plaudit_job_lateness_seconds{job="digest"} ',
      'plaudit_slack_connected 1',
      'plaudit_commits_total ',
    ])
      expect(text).toContain(line)
  })

  test('no names, channels or words of anybody', async () => {
    const { alice, bob, carol, get, settled, expectLog, expectRefusal, slack } = await startPlaudit()
    expectLog(/a delivery failed/)
    expectRefusal(/not_in_channel/)
    const card = await alice.tells(found, { about: bob })
    await carol.presses(card, 'story.cheer')
    await slack.kick('CCHEERS', slack.botUserId)
    await alice.opens('/wow')
    await alice.submits({ championIds: [bob.id], words: `${found} Again.` })
    await settled()
    const { text } = await get('/metrics')
    expect(text).toContain('plaudit_deliveries{state="failed"} 1')
    for (const word of [
      'Bob',
      'UBOB',
      'UALICE',
      'CCHEERS',
      'celebrations',
      'cellar',
      'Berger',
      'TPLAUDIT',
      'xoxb',
    ])
      expect(text).not.toContain(word)
  })
})

describe('/clock', () => {
  test('sets civil time, and everything due by then is done when it answers', async () => {
    const { get, post, alice, bob, settled, celebrations } = await startPlaudit()
    await alice.tells(found, { about: bob })
    const set = await post('/clock', JSON.stringify({ at: '2026-03-13T16:00:00.000Z' }))
    expect(set.status).toBe(200)
    expect((await get('/clock')).text).toContain('2026-03-13T16:00:')
    await settled()
    expect(celebrations.texts().at(-1)).toContain('The week’s WOW stories')
  })

  test.each(['', '{}', '{"at":"tomorrow"}', '{"at":"2026-03-13T16:00"}', 'x'.repeat(70_000)])(
    'refuses what is no instant, and says what to send (%#)',
    async (body) => {
      const { post } = await startPlaudit({ setUp: false })
      const answer = await post('/clock', body)
      expect(answer.status).toBe(400)
      expect(answer.text).toContain('send {')
    },
  )

  test('is not there at all without PLAUDIT_TEST_CLOCK', async () => {
    const { slack } = await startPlaudit({ setUp: false, mode: 'http' })
    const { app } = otherApp(slack, pino({ level: 'silent' }))
    const { port } = await app.start()
    try {
      const body = JSON.stringify({ at: '2026-03-13T16:00:00.000Z' })
      const answer = await fetch(`http://127.0.0.1:${port}/clock`, { method: 'POST', body })
      expect(answer.status).toBe(404)
    } finally {
      await app.stop()
    }
  })
})

describe('other addresses', () => {
  test('are not found, and a forged request to Slack’s own is refused', async () => {
    const { get, post, expectLog } = await startPlaudit({ mode: 'http' })
    expectLog(/did not sign/)
    expect((await get('/')).status).toBe(404)
    expect((await get('/slack/events')).status).toBe(404)
    expect((await post('/slack/events', '{"type":"event_callback"}')).status).toBe(401)
    expect((await post('/healthz', '')).status).toBe(404)
  })
})

/** A second process beside the one of the test, without a test clock, over a database of its own. */
function otherApp(slack: PretendSlack, log: Logger) {
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-other-'))
  folders.push(folder)
  const env = { ...slack.env(), PORT: '0', DATABASE_PATH: join(folder, 'plaudit.db') }
  const { config, secrets } = readConfig(env)
  return { app: createApp(config, secrets, { log }) }
}

async function untilReady(get: (path: string) => Promise<{ status: number }>): Promise<void> {
  const end = Date.now() + 5_000
  while ((await get('/readyz')).status !== 200) if (Date.now() > end) throw new Error('it is not ready again')
}
