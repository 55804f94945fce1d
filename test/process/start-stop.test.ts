import { expect, test } from '@jest/globals'
import type { FaultKind } from '../../playground/server/index.ts'
import { createWorld, eventually, MODES, ROOM, ready, sayings, settled, setUp, tell } from './world.ts'

test.each(MODES)(
  'told to stop in the middle of it, it finishes what it took and loses nothing (%s)',
  async (mode) => {
    const world = await ready({ mode, ackTimeoutMs: 3_000 })
    const { slack, running, bob } = world
    const tellers = Array.from({ length: 12 }, (_, index) =>
      slack.addPerson({ id: `UTELLER${index}`, name: `teller${index}`, realName: `Teller ${index}` }),
    )
    for (const { id } of tellers) await slack.invite(ROOM, id)
    // A few are told before, so that posts are under way as well.
    for (const [index, teller] of tellers.slice(0, 4).entries())
      await tell(teller, `Story ${index}. Bob held the door.`)
    await Promise.all(
      tellers.slice(4).map((teller) => teller.command('/wow', '@bob held the door and smiled')),
    )
    await Promise.all(tellers.slice(4).map((teller) => teller.nextModal()))
    slack.faults.next('chat.postMessage', { kind: 'delay_after', ms: 700, times: 3 })
    const sent = tellers
      .slice(4)
      .map((teller, index) => teller.submit({ words: `Story ${index + 4}. Bob held the door and smiled.` }))
    const ending = running.term()
    const outcomes = await Promise.all(sent)
    const { code, ms } = await ending
    expect(code).toBe(0)
    expect(ms).toBeLessThan(10_000)

    const next = await world.start()
    const taken = outcomes.flatMap(({ outcome }, index) =>
      outcome === 'failed' ? [] : [`Story ${index + 4}.`],
    )
    const words = ['Story 0.', 'Story 1.', 'Story 2.', 'Story 3.', ...taken]
    await settled(world)
    expect(words.filter((story) => sayings(slack.messages(ROOM), story) !== 1)).toEqual([])
    expect(words.filter((story) => sayings(bob.dmMessages(), story) !== 1)).toEqual([])
    expect((await next.term()).code).toBe(0)
  },
  40_000,
)

test('a call to Slack that hangs does not keep it from stopping', async () => {
  const world = await ready()
  const { slack, running, alice } = world
  slack.faults.next('chat.postMessage', { kind: 'hang_after', times: Number.POSITIVE_INFINITY })
  slack.faults.next('users.list', { kind: 'hang_before', times: Number.POSITIVE_INFINITY })
  await tell(alice, 'Bob found the lost part in the cellar.')
  await slack.until(() => slack.messages(ROOM).length === 1)
  const { code, ms } = await running.term()
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
  slack.faults.clear()
  await world.start()
  await settled(world)
  expect(slack.messages(ROOM)).toHaveLength(1)
}, 30_000)

/** It answers with errors, not at all, refuses connections, shows a page. */
const away: readonly FaultKind[] = ['500', 'hang_before', 'reset_before', 'html']

test('while Slack is away at the start it is alive and not ready, and then ready by itself', async () => {
  await Promise.all(away.map(startsWhile))
}, 40_000)

async function startsWhile(kind: FaultKind): Promise<void> {
  const world = await createWorld()
  world.slack.faults.next('auth.test', { kind, times: 2 })
  const running = await world.start({ wait: false })
  await running.logs('Slack does not answer; trying again')
  expect((await running.get('/healthz')).status).toBe(200)
  const { status, text } = await running.get('/readyz')
  expect({ kind, status, ready: JSON.parse(text).ready }).toEqual({ kind, status: 503, ready: false })
  await running.ready
  await eventually(async () => (await running.get('/readyz')).status === 200, 'it to be ready')
  await setUp(world)
}

test('told to stop while it waits for Slack, it stops at once', async () => {
  const world = await createWorld()
  world.slack.faults.next('auth.test', { kind: '500', times: Number.POSITIVE_INFINITY })
  const running = await world.start({ wait: false })
  await running.logs('Slack does not answer; trying again')
  const { code, ms } = await running.term()
  expect(code).toBe(0)
  expect(ms).toBeLessThan(1_500)
}, 20_000)

test.each([
  ['the bot token', { SLACK_BOT_TOKEN: 'xoxb-wrong' }, 'SLACK_BOT_TOKEN'],
  ['the app-level token', { SLACK_APP_TOKEN: 'xapp-wrong' }, 'SLACK_APP_TOKEN'],
])(
  'when Slack does not accept %s it says so in one sentence and ends with 1',
  async (_, env, name) => {
    const world = await createWorld()
    const running = await world.start({ wait: false, env })
    expect((await running.ended).code).toBe(1)
    expect(running.said).toHaveLength(1)
    expect(running.said[0]).toMatch(
      new RegExp(`^Slack does not accept ${name} \\(invalid_auth\\)\\. .* into \\.env\\.$`),
    )
  },
  20_000,
)
