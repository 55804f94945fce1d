import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  cheerButton,
  countsAsCheer,
  latest,
  mayCheerFor,
  neverCheers,
  normalEmoji,
  type Reaction,
} from '../../src/domain/cheer.ts'

describe('emoji', () => {
  test.each([
    ['tada', 'tada'],
    ['thumbsup', '+1'],
    ['+1::skin-tone-3', '+1'],
    ['thumbsup::skin-tone-6', '+1'],
    ['people_holding_hands::skin-tone-2::skin-tone-5', 'people_holding_hands'],
    ['TADA', 'tada'],
    ['constructor', 'constructor'],
  ])('%s is %s', (name, normal) => {
    expect(normalEmoji(name)).toBe(normal)
  })

  test.each([
    '-1',
    'thumbsdown',
    'thumbsdown::skin-tone-4',
    'poop',
    'middle_finger',
    'no_entry',
    'clown_face',
  ])('%s is never a cheer', (emoji) => {
    expect(neverCheers(emoji)).toBe(true)
    expect(countsAsCheer(emoji, 'any')).toBe(false)
    expect(countsAsCheer(emoji, [normalEmoji(emoji)])).toBe(false)
  })

  test.each(['+1', 'tada', 'cry', 'eyes', 'our-own-emoji', 'heart'])(
    '%s is one where any emoji counts',
    (emoji) => {
      expect(countsAsCheer(emoji, 'any')).toBe(true)
    },
  )

  test('only what hosts listed counts, by any of its names and in any skin', () => {
    expect(countsAsCheer('thumbsup::skin-tone-2', ['+1'])).toBe(true)
    expect(countsAsCheer('tada', ['+1'])).toBe(false)
  })

  test('the button always counts', () => {
    expect(countsAsCheer(cheerButton, ['tada'])).toBe(true)
  })
})

test('champions do not cheer for themselves, colleagues and guests do, bots never', () => {
  const carol = {
    id: 'carol',
    name: 'Carol',
    isBot: false,
    isGuest: false,
    isAdmin: false,
    isForeign: false,
    isKnown: true,
  }
  const story = { championIds: ['bob'] }
  expect(mayCheerFor(story, carol)).toBe(true)
  expect(mayCheerFor(story, { ...carol, isGuest: true })).toBe(true)
  expect(mayCheerFor(story, { ...carol, id: 'bob' })).toBe(false)
  expect(mayCheerFor(story, { ...carol, isBot: true })).toBe(false)
})

describe('reactions settle', () => {
  const reaction = (isOn: boolean, at: string, emoji = 'tada'): Reaction => ({
    storyId: 's',
    personId: 'alice',
    emoji,
    isOn,
    at,
  })

  test('an un-react that overtakes its react is still the last word', () => {
    const on = reaction(true, '1732118400.000100')
    const off = reaction(false, '1732118400.000200')
    expect(latest([off, on])).toEqual([off])
    expect(latest([on, off, on])).toEqual([off])
  })

  test('of two at the same time, off wins in either order', () => {
    const on = reaction(true, '1732118400.000100')
    const off = reaction(false, '1732118400.000100')
    expect(latest([on, off])).toEqual([off])
    expect(latest([off, on])).toEqual([off])
  })

  test('taking one skin tone off leaves the other on', () => {
    const light = reaction(true, '1732118400.000100', '+1::skin-tone-2')
    const dark = reaction(true, '1732118400.000200', '+1::skin-tone-6')
    const lightOff = { ...light, isOn: false, at: '1732118400.000300' }
    expect(latest([light, dark, lightOff])).toEqual([lightOff, dark])
  })

  test('the end is what people did last, however often and in whatever order it is heard', () => {
    const deeds = fc.array(
      fc.record({
        storyId: fc.constantFrom('s', 't'),
        personId: fc.constantFrom('alice', 'bob'),
        emoji: fc.constantFrom('tada', '+1', cheerButton),
        isOn: fc.boolean(),
      }),
      { minLength: 1, maxLength: 30 },
    )
    const heard = deeds.chain((done) => {
      const events = done.map((deed, at) => ({ ...deed, at: `1732118400.${String(at).padStart(6, '0')}` }))
      const again = fc.array(fc.constantFrom(...events), { maxLength: 20 })
      const arrived = again.chain((twice) =>
        fc.shuffledSubarray([...events, ...twice], { minLength: events.length + twice.length }),
      )
      return fc.record({ events: fc.constant(events), arrived })
    })
    fc.assert(
      fc.property(heard, fc.nat(), ({ events, arrived }, cut) => {
        const state = new Map<string, boolean>()
        for (const event of events) state.set(`${event.storyId} ${event.personId} ${event.emoji}`, event.isOn)
        const settled = (reactions: Reaction[]) =>
          new Map(reactions.map((one) => [`${one.storyId} ${one.personId} ${one.emoji}`, one.isOn]))
        expect(settled(latest(arrived))).toEqual(state)
        // In two batches, the first one settled before the second came.
        const half = arrived.slice(0, cut % (arrived.length + 1))
        expect(settled(latest([...latest(half), ...arrived.slice(half.length)]))).toEqual(state)
      }),
    )
  })
})
