import { describe, expect, test } from '@jest/globals'
import type { Message } from '../../../playground/server/index.ts'
import { MODES, type Plaudit, type PlauditOptions, startPlaudit } from '../../support/plaudit.ts'

const words = 'Stayed two hours longer to find the lost part for a customer.'

/** A story about bob, told by alice; `cheers` is what its card says, however long that takes to show. */
async function aStory(options: PlauditOptions = {}) {
  const plaudit = await startPlaudit(options)
  const card = await plaudit.alice.tells(words, { about: plaudit.bob })
  await plaudit.settled()
  return { ...plaudit, card, cheers: () => cheersOf(plaudit, card) }
}

async function cheersOf({ passes, celebrations }: Plaudit, card: Message): Promise<number> {
  await passes({ minutes: 2 })
  return Number(/(\d+) cheered/.exec(celebrations.text(card))?.[1] ?? 0)
}

describe.each(MODES)('cheers, over %s', (mode) => {
  test('a reaction is a cheer, and taking it back takes the cheer back', async () => {
    const { carol, frank, card, cheers } = await aStory({ mode })
    await carol.reacts(card, 'tada')
    await frank.reacts(card, 'heart')
    expect(await cheers()).toBe(2)
    await carol.unreacts(card, 'tada')
    expect(await cheers()).toBe(1)
  })

  test('the button is a cheer and answers; a second press offers to take it back', async () => {
    const { carol, card, cheers } = await aStory({ mode })
    await carol.presses(card, 'story.cheer')
    const answer = await carol.answer()
    expect(answer).toContain('You cheered for Bob Baker')
    expect(answer).not.toContain('Take it back')
    await carol.presses(card, 'story.cheer')
    expect(await carol.answer()).toContain('[Take it back]')
    expect(await cheers()).toBe(1)
    await carol.presses(carol.lastAnswer(), 'story.uncheer')
    expect(await carol.answer()).toContain('Your cheer for Bob Baker is taken back')
    expect(carol.slack.ephemerals()).toHaveLength(2)
    expect(await cheers()).toBe(0)
  })

  test('redelivered events and presses change nothing', async () => {
    const { carol, slack, card, cheers } = await aStory({ mode })
    await carol.reacts(card)
    await slack.redeliver('last', 3)
    await carol.presses(card, 'story.cheer')
    await carol.answer()
    await slack.send('interactive', slack.sent('block_actions').at(-1)?.payload ?? {})
    expect(await cheers()).toBe(1)
  })
})

describe('one cheer per person and story', () => {
  test('whatever and however many emoji, with the button too', async () => {
    const { carol, card, cheers } = await aStory()
    for (const emoji of ['tada', 'heart', 'clap::skin-tone-4', 'our_own_emoji'])
      await carol.reacts(card, emoji)
    await carol.presses(card, 'story.cheer')
    expect(await carol.answer()).toContain('already')
    expect(await cheers()).toBe(1)
    for (const emoji of ['tada', 'heart', 'clap::skin-tone-4']) await carol.unreacts(card, emoji)
    expect(await cheers()).toBe(1)
    await carol.unreacts(card, 'our_own_emoji')
    expect(await cheers()).toBe(0)
  })

  test('a cheer by button stands when a reaction comes and goes', async () => {
    const { carol, card, cheers } = await aStory()
    await carol.presses(card, 'story.cheer')
    await carol.reacts(card)
    await carol.unreacts(card)
    expect(await cheers()).toBe(1)
  })

  test('taken back by button, the emoji that are still there count no more; a new one does', async () => {
    const { carol, card, cheers } = await aStory()
    await carol.reacts(card, 'tada')
    await carol.presses(card, 'story.cheer')
    await carol.answer()
    await carol.presses(carol.lastAnswer(), 'story.uncheer')
    expect(await cheers()).toBe(0)
    await carol.reacts(card, 'heart')
    expect(await cheers()).toBe(1)
  })

  test.each(['-1', 'thumbsdown', '-1::skin-tone-3', 'middle_finger', 'x'])(
    ':%s: never counts',
    async (emoji) => {
      const { carol, card, cheers } = await aStory()
      await carol.reacts(card, emoji)
      expect(await cheers()).toBe(0)
    },
  )

  test('where hosts named the emoji, only those count, under any of their names', async () => {
    const { dave, carol, frank, card, cheers } = await aStory()
    await dave.opens('/wow setup')
    await dave.submits({ cheerEmoji: ':+1: :tada:' })
    await carol.reacts(card, 'heart')
    expect(await cheers()).toBe(0)
    await frank.reacts(card, 'thumbsup::skin-tone-5')
    expect(await cheers()).toBe(1)
    await carol.presses(card, 'story.cheer')
    expect(await cheers()).toBe(2)
  })

  test('champions do not cheer for themselves', async () => {
    const { bob, card, cheers } = await aStory()
    await bob.reacts(card)
    await bob.presses(card, 'story.cheer')
    expect(await bob.answer()).toContain('the cheers are for the others to give')
    expect(await cheers()).toBe(0)
  })

  test('the teller and guests cheer like anybody', async () => {
    const { alice, erin, card, cheers } = await aStory()
    await alice.reacts(card)
    await erin.presses(card, 'story.cheer')
    expect(await cheers()).toBe(2)
  })

  test('a guest cheers although Slack is too busy to say where they are', async () => {
    const { erin, slack, card, cheers } = await aStory()
    slack.faults.next('users.conversations', { kind: '429', times: Number.POSITIVE_INFINITY })
    await erin.presses(card, 'story.cheer')
    expect(await cheers()).toBe(1)
  })

  test('bots and people of other companies never do', async () => {
    const { robot, fritz, slack, card, cheers } = await aStory()
    for (const { id } of [robot, fritz]) slack.channel('CCHEERS').members.add(id)
    await robot.reacts(card)
    await fritz.reacts(card)
    await fritz.presses(card, 'story.cheer')
    expect(await fritz.answer()).toContain('for people of this company only')
    expect(await cheers()).toBe(0)
  })

  test('an edit that credits a cheerer ends their cheer, and one that does not any more brings it back', async () => {
    const { alice, bob, carol, frank, card, cheers } = await aStory()
    await carol.reacts(card)
    await frank.reacts(card)
    const edit = async (...champions: { id: string }[]) => {
      await alice.picks(card, 'edit')
      await alice.form()
      await alice.submits({ championIds: champions.map(({ id }) => id) })
    }
    await edit(bob, carol)
    expect(await cheers()).toBe(1)
    await edit(bob)
    expect(await cheers()).toBe(2)
  })

  test('reactions on other messages are ignored', async () => {
    const { alice, carol, card, slack, cheers, jumpTo, celebrations } = await aStory()
    const chat = await alice.slack.says('CCHEERS', 'Is there cake?')
    await carol.reacts(chat)
    await jumpTo('2026-03-13 16:00')
    const digest = await celebrations.shows('The week’s WOW stories')
    await carol.reacts(digest)
    expect(await cheers()).toBe(0)
    expect(celebrations.text(card)).not.toContain('cheered')
    expect(slack.messages('CCHEERS')).toHaveLength(3)
  })

  test('a reaction by somebody whom the directory has not met yet counts once it has', async () => {
    const { slack, meet, card, cheers, settled } = await aStory()
    slack.addPerson({ id: 'UNEWT', name: 'newt', realName: 'Newt New' })
    slack.channel('CCHEERS').members.add('UNEWT')
    await meet('UNEWT').reacts(card)
    await settled()
    await meet('UNEWT').runs('/wow help') // who acts is looked up at once
    await meet('UNEWT').answer()
    expect(await cheers()).toBe(1)
  })
})
