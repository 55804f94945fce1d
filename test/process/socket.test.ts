import { expect, test } from '@jest/globals'
import { eventually, ROOM, ready, settled, tell } from './world.ts'

test.each(['warning', 'refresh_requested', 'drop'] as const)(
  'what happens while the connection is renewed (%s) arrives after it, once',
  async (reason) => {
    const world = await ready()
    const { slack, alice, carol, dave } = world
    await tell(alice, 'Bob drove the forgotten charger to the airport.')
    await settled(world)
    const card = slack.messages(ROOM)[0]
    if (!card) throw new Error('no card')
    const before = carol.react(card, 'tada')
    slack.disconnect(reason)
    const meanwhile = [before, dave.react(card, 'heart')]
    await Promise.all(meanwhile)
    await slack.connected()
    await alice.react(card, 'clap')
    await eventually(() => world.read('select * from cheers').length === 3, 'three cheers')
    expect(slack.lostEvents()).toEqual([])
    expect(await tell(alice, 'Bob stayed until the last guest had left.')).toBe('acknowledged')
    await settled(world)
    expect(slack.messages(ROOM)).toHaveLength(2)
    expect(await world.running.term()).toMatchObject({ code: 0 })
  },
  30_000,
)

test('it comes back by itself when Slack gives no connections for a while', async () => {
  const world = await ready()
  const { slack } = world
  slack.faults.next('apps.connections.open', { kind: '500', times: 2 })
  slack.faults.next('apps.connections.open', { kind: 'reset_before' })
  slack.disconnect('drop')
  await slack.until(() => slack.connections() === 0)
  await slack.connected({ timeoutMs: 10_000 })
  expect(world.running.hasEnded()).toBe(false)
  expect((await world.running.get('/readyz')).status).toBe(200)
}, 30_000)

test('a token that dies while it runs does not end it: it waits, and says so', async () => {
  const world = await ready()
  const { slack, running } = world
  world.forgive(/does not let Plaudit in/)
  slack.setToken('token_revoked')
  slack.disconnect('drop')
  await running.logs('Slack does not let Plaudit in; it waits')
  expect((await running.get('/healthz')).status).toBe(200)
  expect((await running.get('/readyz')).status).toBe(503)
  slack.setToken('alive')
  await slack.connected({ timeoutMs: 10_000 })
}, 30_000)
