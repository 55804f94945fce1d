import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createRates } from '../../playground/server/rates.ts'
import { BETWEEN_POSTS_MS, createPace } from '../../src/slack/pace.ts'

/** Time passes only while something waits. */
function paceOverHand(betweenPosts = 1_000) {
  let time = 1_000_000
  const pass = async (ms: number) => {
    time += ms
  }
  return { pace: createPace(() => time, betweenPosts, pass), pass, now: () => time }
}

/** A post that Slack answers after `ms`. @returns when it left */
async function post({ pace, pass, now }: ReturnType<typeof paceOverHand>, ms = 5): Promise<number> {
  const answered = await pace.turn('C1')
  const leftAt = now()
  await pass(ms)
  answered()
  return leftAt
}

describe('posts in a channel', () => {
  test('leave a second apart, and each is prepared in the second half of it', async () => {
    const hand = paceOverHand()
    const first = await post(hand)
    expect(hand.pace.resting()).toEqual(['C1'])
    expect(hand.pace.nextFree()).toBe(first + 500)
    await hand.pass(500)
    expect(hand.pace.resting()).toEqual([])
    expect(await post(hand)).toBe(first + 1_000)
  })

  test('make up for one that left late, by a little', async () => {
    const hand = paceOverHand()
    const first = await post(hand)
    await hand.pass(1_025)
    expect(await post(hand)).toBe(first + 1_030)
    expect(await post(hand)).toBe(first + 2_000)
    await hand.pass(1_500)
    const late = await post(hand)
    expect(await post(hand)).toBeGreaterThanOrEqual(late + 950)
  })

  test('wait longer after one that took unusually long, for it may have arrived as late', async () => {
    const hand = paceOverHand()
    const first = await post(hand, 300)
    expect(await post(hand, 300)).toBe(first + 1_200)
    expect(await post(hand, 300)).toBe(first + 2_200)
    expect(await post(hand, 500)).toBe(first + 3_200)
    expect(await post(hand)).toBe(first + 4_300)
  })

  test('are not prepared while Slack asks to wait', async () => {
    const hand = paceOverHand()
    await post(hand)
    hand.pace.hold('C1', 3_000)
    await hand.pass(2_999)
    expect(hand.pace.resting()).toEqual(['C1'])
    await hand.pass(1)
    expect(hand.pace.resting()).toEqual([])
  })

  test('never come too early for Slack, however late some leave or arrive', async () => {
    const delays = fc.record({ late: fc.nat(120), took: fc.oneof(fc.nat(40), fc.nat(900)) })
    await fc.assert(
      fc.asyncProperty(fc.array(delays, { minLength: 2, maxLength: 30 }), async (posts) => {
        const hand = paceOverHand(BETWEEN_POSTS_MS)
        const rates = createRates('real', hand.now)
        await post(hand, 40) // from then on that is usual
        for (const { late, took } of posts) {
          const answered = await hand.pace.turn('C1')
          await hand.pass(took)
          expect(rates.overPost('C1')).toBeUndefined()
          answered()
          await hand.pass(late > 60 ? 1_000 + late : 0)
        }
      }),
    )
  })
})
