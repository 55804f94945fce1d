import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Message } from '../../../playground/server/index.ts'
import { type Plaudit, startPlaudit } from '../../support/plaudit.ts'

const words = 'Stayed two hours longer to find the lost part for a customer.'

type Step = { readonly isOn: boolean; readonly at: number }

/** Slack tells of a reaction, in whatever order and at whatever time of its own. */
const tells = ({ slack }: Plaudit, card: Message, user: string, emoji: string, { isOn, at }: Step) =>
  slack.sendEvent({
    event: {
      type: isOn ? 'reaction_added' : 'reaction_removed',
      user,
      reaction: emoji,
      item: { type: 'message', channel: card.channel, ts: card.ts },
      item_user: slack.botUserId,
      event_ts: `${1_900_000_000 + at}.000000`,
    },
  })

async function aStory() {
  const plaudit = await startPlaudit()
  const card = await plaudit.alice.tells(words, { about: plaudit.bob })
  await plaudit.settled()
  const cheers = async () => {
    await plaudit.passes({ minutes: 2 })
    return Number(/(\d+) cheered/.exec(plaudit.celebrations.text(card))?.[1] ?? 0)
  }
  return { ...plaudit, plaudit, card, cheers }
}

describe('events that come late and out of order', () => {
  test('an un-react overtakes its react: there is no cheer', async () => {
    const { plaudit, card, cheers } = await aStory()
    await tells(plaudit, card, 'UCAROL', 'tada', { isOn: false, at: 2 })
    await tells(plaudit, card, 'UCAROL', 'tada', { isOn: true, at: 1 })
    expect(await cheers()).toBe(0)
  })

  test('react, un-react, react again: there is one', async () => {
    const { plaudit, card, cheers } = await aStory()
    await tells(plaudit, card, 'UCAROL', 'tada', { isOn: true, at: 3 })
    await tells(plaudit, card, 'UCAROL', 'tada', { isOn: true, at: 1 })
    await tells(plaudit, card, 'UCAROL', 'tada', { isOn: false, at: 2 })
    expect(await cheers()).toBe(1)
  })

  test('whatever the order and the repetitions, the end is what each person last did', async () => {
    const { plaudit, card, cheers, celebrations } = await aStory()
    const people = ['UALICE', 'UCAROL', 'UDAVE', 'UERIN', 'UFRANK', 'UGINA']
    const history = fc.record({
      person: fc.constantFrom(...people),
      emoji: fc.constantFrom('tada', 'heart', '-1'),
      isOn: fc.boolean(),
    })
    const [steps = []] = fc.sample(fc.array(history, { minLength: 150, maxLength: 150 }), {
      numRuns: 1,
      seed: 7,
    })
    const dated = steps.map((step, at) => ({ ...step, at }))
    const told = fc.sample(fc.shuffledSubarray([...dated, ...dated], { minLength: 300 }), {
      numRuns: 1,
      seed: 8,
    })[0]
    await Promise.all(told?.map((step) => tells(plaudit, card, step.person, step.emoji, step)) ?? [])

    const last = new Map(dated.map(({ person, emoji, isOn }) => [`${person} ${emoji}`, isOn]))
    const standing = people.filter((one) => last.get(`${one} tada`) || last.get(`${one} heart`))
    expect(await cheers()).toBe(standing.length)
    expect(celebrations.texts()).toHaveLength(1)
  })

  test('a reaction that is told before Slack has answered where the card is counts', async () => {
    const plaudit = await startPlaudit()
    const { slack, alice, bob, carol, frank, celebrations, settled } = plaudit
    slack.faults.next('chat.postMessage', { kind: 'delay_after', ms: 300 })
    const card = await alice.tells(words, { about: bob })
    await carol.reacts(card)
    await frank.reacts(card)
    await frank.unreacts(card)
    expect(bob.dms()).toEqual([])
    await settled()
    expect(celebrations.text(card)).toContain('1 cheered')
  })

  test('so does one on a card whose post was in doubt', async () => {
    const plaudit = await startPlaudit({ timing: { timeout: 250 } })
    const { slack, alice, bob, carol, celebrations, settled, expectLog } = plaudit
    expectLog(/in doubt/)
    slack.faults.next('chat.postMessage', { kind: '500_after' })
    const card = await alice.tells(words, { about: bob })
    await carol.reacts(card)
    await bob.dm('told everybody')
    await settled()
    expect(celebrations.texts()).toEqual([expect.stringContaining('1 cheered')])
  })

  test('a cheer with the button before the card is known is answered at once', async () => {
    const { slack, alice, bob, carol, celebrations, settled } = await startPlaudit()
    slack.faults.next('chat.postMessage', { kind: 'delay_after', ms: 300 })
    const card = await alice.tells(words, { about: bob })
    await carol.presses(card, 'story.cheer')
    expect(await carol.answer()).toContain('You cheered for Bob Baker')
    await settled()
    expect(celebrations.text(card)).toContain('1 cheered')
  })
})

describe('the number on the card', () => {
  test('is refreshed at most once a minute', async () => {
    const { slack, carol, frank, gina, card, celebrations, settled, passes } = await aStory()
    slack.clearLog()
    await carol.reacts(card)
    await settled()
    expect(celebrations.text(card)).toContain('1 cheered')
    await frank.reacts(card)
    await gina.reacts(card)
    await settled()
    expect(celebrations.text(card)).toContain('1 cheered')
    await passes({ minutes: 0.9 })
    expect(celebrations.text(card)).toContain('1 cheered')
    await passes({ minutes: 0.2 })
    expect(celebrations.text(card)).toContain('3 cheered')
    expect(slack.calls('chat.update')).toHaveLength(2)
  })

  test('cheers that come while the first is just being shown wait for their minute, too', async () => {
    const { slack, carol, frank, card, celebrations, settled, passes } = await aStory()
    slack.clearLog()
    const begun = Promise.withResolvers<void>()
    const when = () => {
      begun.resolve()
      return true
    }
    slack.faults.next('chat.update', { kind: 'delay', ms: 200, when })
    await carol.reacts(card)
    await begun.promise
    await frank.reacts(card)
    await settled()
    expect(slack.calls('chat.update')).toHaveLength(1)
    await passes({ minutes: 1.1 })
    expect(celebrations.text(card)).toContain('2 cheered')
    expect(slack.calls('chat.update')).toHaveLength(2)
  })

  test('a cheer that came and went before anybody looked costs nothing', async () => {
    const { slack, carol, frank, card, passes } = await aStory()
    await carol.reacts(card)
    await passes({ minutes: 0.1 })
    slack.clearLog()
    await frank.reacts(card)
    await frank.unreacts(card)
    await passes({ minutes: 2 })
    expect(slack.calls().length).toBeLessThanOrEqual(1)
  })

  test('a storm of reactions is a non-event: no call to Slack per cheer', async () => {
    const crowd = Array.from({ length: 300 }, (_, n) => `UCROWD${n}`)
    const plaudit = await startPlaudit({
      before: (slack) => {
        for (const id of crowd) slack.addPerson({ id, name: id.toLowerCase() })
      },
    })
    const card = await plaudit.alice.tells(words, { about: plaudit.bob })
    await plaudit.settled()
    plaudit.slack.clearLog()
    const emoji = ['tada', 'heart', 'clap', '+1', 'fire', 'star', 'rocket', 'bow', '100', 'pray']
    await Promise.all(
      emoji.flatMap((name, at) => crowd.map((id) => tells(plaudit, card, id, name, { isOn: true, at }))),
    )
    await plaudit.passes({ minutes: 2 })
    expect(plaudit.celebrations.text(card)).toContain('300 cheered')
    const calls = plaudit.slack.calls().map(({ name }) => name)
    expect(calls.length).toBeLessThanOrEqual(2)
    expect(new Set(calls)).toEqual(new Set(['chat.update']))
  })

  test('so is a storm on the button: everybody is answered, without a rated call', async () => {
    const crowd = Array.from({ length: 100 }, (_, n) => `UCROWD${n}`)
    const { slack, alice, bob, meet, passes, celebrations, settled } = await startPlaudit({
      before: (early) => {
        for (const id of crowd) early.addPerson({ id, name: id.toLowerCase() })
      },
    })
    const card = await alice.tells(words, { about: bob })
    await settled()
    slack.clearLog()
    await Promise.all(
      crowd.map(async (id) => {
        const person = meet(id)
        await person.presses(card, 'story.cheer')
        expect(await person.answer()).toContain('You cheered for Bob Baker')
      }),
    )
    await passes({ minutes: 2 })
    expect(celebrations.text(card)).toContain('100 cheered')
    expect(slack.calls().length).toBeLessThanOrEqual(2)
  })
})
