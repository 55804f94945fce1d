import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import type { Message, Person } from '../../playground/server/index.ts'
import {
  at,
  expectBalanced,
  type Given,
  give,
  openForm,
  openShop,
  replies,
  type Shop,
  send,
} from './prizes.ts'
import { chance } from './random.ts'
import { eventually, sayings, settled } from './world.ts'

const MANAGERS = 5
const GIFTS = ['lamp', 'book', 'plant', 'mug']
const STOCK = 20

/** Each manager gives all four gifts for a story of their own, whatever happens to the process. */
async function giveAll(
  { managers, cards }: Shop,
  given: Map<string, Given>,
  dice: ReturnType<typeof chance>,
) {
  const work = async (manager: Person, card: Message) => {
    for (const prize of GIFTS) {
      const reason = `${prize} from ${manager.id}, well earned`
      while (!(await openForm(manager, card, { patience: 1_000 }))) await pause(20)
      let outcome = await send(manager, { prize, reason })
      // Slack says that it had trouble: half of them press the button once more, in the same form.
      const insists = dice.coin()
      while (insists && outcome === 'unacknowledged') {
        await pause(50)
        outcome = await send(manager, { prize, reason })
      }
      await manager.close({ all: true })
      given.set(reason, outcome)
    }
  }
  await Promise.all(managers.map((manager, index) => work(manager, at(cards, index))))
}

test.each([
  ['socket', 4],
  ['http', 3],
] as const)(
  'every acknowledged prize is kept, charged and said once, though the process is killed again and again (%s)',
  async (mode, killed) => {
    const dice = chance()
    const gifts = Object.fromEntries(GIFTS.map((name) => [name, { cost: 1_00, stock: STOCK }]))
    const shop = await openShop({ mode, ackTimeoutMs: 2_000, managers: MANAGERS, stories: MANAGERS, gifts })
    let { running } = shop
    const all = MANAGERS * GIFTS.length
    const given = new Map<string, Given>()
    const giving = giveAll(shop, given, dice)
    for (let kills = 0; kills < killed; kills += 1) {
      await running.ready
      const until = given.size + dice.between(1, Math.floor(all / killed) - 1)
      await eventually(() => given.size >= Math.min(until, all), 'more prizes', 20_000)
      await pause(dice.between(0, 100))
      await running.kill()
      running = await shop.start({ wait: false })
    }
    await giving
    await running.ready
    await settled(shop, 30_000)

    const kept = shop.read<{ reason: string; entries: number; pence: number }>(
      `select reason, count(*) as entries, sum(reserved_minor) as pence
         from awards join ledger_entries on award_id = awards.id group by awards.id`,
    )
    const said = replies(shop)
    const counts = [...given].map(([reason, outcome]) => ({
      reason,
      outcome,
      kept: kept.filter((one) => one.reason === reason).length,
      said: sayings(said, reason),
      told: sayings(shop.bob.dmMessages(), reason),
      toDo: sayings(shop.dave.dmMessages(), reason),
    }))
    // What was not acknowledged may have been kept: then it is said once, too. Nothing else is ever said.
    const right = counts.map((one) => {
      const times = one.outcome === 'acknowledged' ? 1 : Math.min(1, one.kept)
      return { ...one, kept: times, said: times, told: times, toDo: times }
    })
    expect(counts).toEqual(right)
    expect(counts.filter(({ outcome }) => outcome === 'acknowledged').length).toBeGreaterThan(all / 2)
    expect(said).toHaveLength(kept.length)
    expect(kept.filter(({ entries, pence }) => entries !== 1 || pence !== 1_00)).toEqual([])
    const left = shop.read<{ n: number }>('select sum(stock) as n from prizes where stock is not null')
    expect(left).toEqual([{ n: GIFTS.length * STOCK - kept.length }])
    await expectBalanced(shop)
  },
  60_000,
)

test.each(['getUploadURLExternal', 'completeUploadExternal'])(
  'a gift’s photo is shared once, though the process is killed while it waits for files.%s',
  async (method) => {
    const photo = Buffer.from('a lamp')
    const shop = await openShop({ managers: 1, stories: 1, gifts: { lamp: { cost: 1_00, photo } } })
    const { slack, managers, cards, running } = shop
    slack.faults.next(`files.${method}`, { kind: 'hang_after' })
    await give(at(managers, 0), at(cards, 0), { prize: 'lamp', reason: 'well earned' })
    await slack.until(() => slack.calls(`files.${method}`).length > 0)
    await running.kill()
    await shop.start()
    await settled(shop)
    const files = replies(shop).flatMap(({ files = [] }) => files)
    expect(files.map((id) => slack.file(id)?.data)).toEqual([photo])
  },
  30_000,
)
