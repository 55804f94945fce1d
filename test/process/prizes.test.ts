import { expect, test } from '@jest/globals'
import {
  at,
  awardGiven,
  entriesOf,
  expectBalanced,
  give,
  openForm,
  openShop,
  refusals,
  replies,
  send,
  taken,
  totalTaken,
} from './prizes.ts'
import type { Process } from './process.ts'
import { MODES, sayings, settled, type World } from './world.ts'

const REASON = 'stayed until the part was found'
const lamp = { prize: 'lamp', reason: REASON }

test('the last fifty of the workspace’s budget, spent by ten managers at once, are given once', async () => {
  const shop = await openShop({
    managers: 11,
    stories: 11,
    settings: { workspaceBudget: { moneyMinor: 100_00 } },
    gifts: { lamp: { cost: 50_00 } },
  })
  const { managers, cards, bob } = shop
  await Promise.all(managers.map((manager, index) => openForm(manager, at(cards, index))))
  expect(await send(at(managers, 10), lamp)).toBe('acknowledged')
  const given = await Promise.all(managers.slice(0, 10).map((manager) => send(manager, lamp)))
  expect(given.filter((one) => one === 'acknowledged')).toHaveLength(1)
  const sentence =
    'All managers together have £0 left, and this takes £50. Choose something smaller, or ask a host for more.'
  expect(refusals(given)).toEqual(Array(9).fill(sentence))

  await settled(shop)
  expect(taken(shop).map(({ pence }) => pence)).toEqual([50_00, 50_00])
  await expectBalanced(shop)
  expect(sayings(replies(shop), REASON)).toBe(2)
  expect(sayings(bob.dmMessages(), REASON)).toBe(2)
}, 30_000)

test('a gift with one left, given by two managers at the same moment, is given once', async () => {
  const shop = await openShop({ managers: 2, stories: 2, gifts: { lamp: { cost: 10_00, stock: 1 } } })
  const { managers, cards } = shop
  await Promise.all(managers.map((manager, index) => openForm(manager, at(cards, index))))
  const given = await Promise.all(managers.map((manager) => send(manager, lamp)))
  expect(given).toContain('acknowledged')
  expect(refusals(given)).toEqual([
    'The last one of these is gone. Choose another prize, or ask a host for more.',
  ])
  await settled(shop)
  expect(stockOf(shop)).toBe(0)
  expect(totalTaken(shop)).toBe(10_00)
  expect(sayings(replies(shop), REASON)).toBe(1)
}, 30_000)

test('a gift with three left, given to two people each by two managers at once, is not given halfway', async () => {
  const shop = await openShop({
    managers: 2,
    stories: 2,
    also: '@alice',
    gifts: { lamp: { cost: 10_00, stock: 3 } },
  })
  const { managers, cards } = shop
  await Promise.all(managers.map((manager, index) => openForm(manager, at(cards, index))))
  const given = await Promise.all(managers.map((manager) => send(manager, lamp)))
  expect(given).toContain('acknowledged')
  expect(refusals(given)).toEqual(['Only 1 of these is left. Choose fewer champions, or another prize.'])
  await settled(shop)
  expect(stockOf(shop)).toBe(1)
  expect(totalTaken(shop)).toBe(20_00)
  await expectBalanced(shop)
}, 30_000)

test.each(MODES)(
  'a prize that Slack sends three times at once, and again after a restart, is given once (%s)',
  async (mode) => {
    const shop = await openShop({ mode, managers: 1, stories: 1, gifts: { lamp: { cost: 10_00, stock: 5 } } })
    const { slack, managers, cards, bob, dave, running } = shop
    const manager = at(managers, 0)
    await give(manager, at(cards, 0), { prize: 'lamp', reason: 'found the part' })
    // The same prize for the same story is asked about: with that answered, nothing but its key tells it from a third one.
    await openForm(manager, at(cards, 0))
    expect((await manager.submit({ prizeId: 'lamp:1', reason: REASON })).outcome).toBe('pushed')
    const before = slack.sent('view_submission').length
    const first = manager.submit()
    await slack.until(() => slack.sent('view_submission').length > before)
    const { kind, payload } = at(slack.sent('view_submission'), -1)
    const again = () => slack.send(kind as 'interactive', payload)
    expect((await Promise.all([again(), again()])).every(({ ok }) => ok)).toBe(true)
    expect((await first).outcome).toBe('cleared')
    await settled(shop)
    await running.kill()
    await shop.start()
    expect((await again()).ok).toBe(true)
    await settled(shop)

    expect(entriesOf(shop, REASON)).toEqual(['reserved'])
    expect(stockOf(shop)).toBe(3)
    expect(totalTaken(shop)).toBe(20_00)
    expect(sayings(replies(shop), REASON)).toBe(1)
    expect(sayings(bob.dmMessages(), REASON)).toBe(1)
    expect(sayings(dave.dmMessages(), REASON)).toBe(1) // who hands it over
  },
  30_000,
)

const stockOf = ({ read }: Pick<World, 'read'>) =>
  read<{ stock: number }>("select stock from prizes where id = 'lamp'")[0]?.stock

test('two processes that award from one budget spend it to the last pound, and not one more', async () => {
  const shop = await openShop({
    managers: 24,
    stories: 24,
    settings: { workspaceBudget: { moneyMinor: 100_00 } },
    gifts: { lamp: { cost: 10_00 } },
  })
  const { slack, managers, cards, running } = shop
  const other = await shop.start()
  await slack.until(() => slack.connections() === 2)
  await Promise.all(managers.map((manager, index) => openForm(manager, at(cards, index))))
  const before = await submissionsOf(running)
  const given = await Promise.all(managers.map((manager) => send(manager, lamp)))
  expect(given.filter((one) => one === 'acknowledged')).toHaveLength(10)
  // Both took part.
  expect(await submissionsOf(running)).toBeGreaterThan(before)
  expect(await submissionsOf(other)).toBeGreaterThan(0)
  await settled(shop)
  expect(totalTaken(shop)).toBe(100_00)
  await expectBalanced(shop)
  expect(sayings(replies(shop), REASON)).toBe(10)
}, 30_000)

async function submissionsOf(running: Process): Promise<number> {
  const { text } = await running.get('/metrics')
  return Number(/acknowledgement_seconds_count{kind="submission"} (\d+)/.exec(text)?.[1] ?? 0)
}

const waitsForApproval = { approvalAbove: { moneyMinor: 0 } }

test('approved and declined at the same moment, one of both holds, and the other hears who was first', async () => {
  const shop = await openShop({
    managers: 4,
    stories: 4,
    settings: waitsForApproval,
    gifts: { lamp: { cost: 10_00 } },
  })
  const { slack, managers, cards, alice, dave } = shop
  for (const [index, manager] of managers.entries()) {
    const reason = `${REASON}, number ${index}`
    await give(manager, at(cards, index), { prize: 'lamp', reason })
    const asked = await awardGiven(shop, alice, reason)
    await dave.press(await awardGiven(shop, dave, reason), 'award.decline')
    await dave.nextModal()
    const heard = alice.ephemerals().length
    const [, declined] = await Promise.all([
      alice.press(asked, 'award.approve'),
      dave.submit({ reason: 'not this month' }),
    ])
    await settled(shop)
    const entries = entriesOf(shop, reason)
    if (entries.includes('declined')) {
      expect(entries).toEqual(['reserved', 'declined'])
      await slack.until(() => alice.ephemerals().length > heard)
      expect(JSON.stringify(alice.ephemerals().at(-1))).toContain(
        'Dave Dunn has declined this prize already.',
      )
    } else {
      expect(entries).toEqual(['reserved', 'approved'])
      expect(declined.errors).toEqual({
        reason: 'Alice Archer has approved this prize already. Nothing more to do.',
      })
    }
    await dave.close({ all: true })
    expect(sayings(replies(shop), reason)).toBe(entries.includes('approved') ? 1 : 0)
  }
  await expectBalanced(shop)
}, 30_000)

test('approved after it lapsed, it stays lapsed, and the approver hears why', async () => {
  const shop = await openShop({
    managers: 1,
    stories: 1,
    settings: waitsForApproval,
    gifts: { lamp: { cost: 10_00 } },
  })
  const { slack, running, alice, managers, cards } = shop
  await give(at(managers, 0), at(cards, 0), lamp)
  const asked = await awardGiven(shop, alice, REASON)
  // The button is still there: Slack is slow to bring the question up to date.
  slack.faults.next('chat.update', { kind: '429', retryAfter: 60, times: Number.POSITIVE_INFINITY })
  await running.clock(new Date(Date.now() + 15 * 24 * 3_600_000).toISOString())
  await alice.press(asked, 'award.approve')
  await slack.until(() => alice.ephemerals().length > 0)
  expect(JSON.stringify(alice.ephemerals().at(-1))).toContain('This prize has lapsed')
  expect(entriesOf(shop)).toEqual(['reserved', 'lapsed'])
  expect(totalTaken(shop)).toBe(0)
  await expectBalanced(shop)
  expect(sayings(replies(shop), REASON)).toBe(0)
}, 30_000)
