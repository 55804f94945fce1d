import { describe, expect, test } from '@jest/globals'
import { startPlaudit } from '../../support/plaudit.ts'

const words = 'Stayed two hours longer to find the lost part for a customer.'

describe('the card', () => {
  test('champions first, the words, the lesson, the customer, by whom; two rows at most to press', async () => {
    const { alice, bob, carol, celebrations } = await startPlaudit()
    const card = await alice.tells(words, { about: [bob, carol], lesson: 'Look twice' })
    expect(celebrations.text(card).split('\n')).toEqual([
      '🌟 WOW, @bob and @carol!',
      words,
      '💡 What we can learn: Look twice',
      '_For a customer_',
      '· Shared by Alice Archer',
      '[👏 Cheer] [🎁 Award a prize] [Tell one too | Add your voice | Nominate for this | Edit or take back | Take my name off]',
    ])
  })

  test('it reads well as plain text, without anything that pings', async () => {
    const { alice, bob } = await startPlaudit()
    const card = await alice.tells(words, { about: bob, lesson: 'Look twice' })
    expect(card.text).toBe(
      [
        'WOW, Bob Baker!',
        words,
        'What we can learn: Look twice',
        'For a customer.',
        'Shared by Alice Archer.',
      ].join('\n'),
    )
  })

  test('champions get a DM with the story and a link, the teller a private receipt with the link; nobody else is pinged', async () => {
    const { alice, bob, carol, dave, erin, frank, slack, settled } = await startPlaudit()
    const before = dave.dms().length
    const card = await alice.tells(words, { about: [bob, erin] })
    await settled()
    const link = `archives/CCHEERS/p${card.ts.replace('.', '')}`
    for (const champion of [bob, erin]) {
      expect(champion.dms()).toHaveLength(1)
      expect(champion.dms()[0]).toContain('Alice Archer told everybody what you did')
      expect(champion.dms()[0]).toContain(words)
      expect(champion.dms()[0]).toContain(link)
    }
    expect(alice.dms()).toHaveLength(1)
    expect(alice.dms()[0]).toContain('Your story about Bob Baker and Erin East is out')
    expect(alice.dms()[0]).toContain(link)
    expect([...carol.dms(), ...frank.dms(), ...dave.dms().slice(before)]).toEqual([])
    const mentioned = slack.calls('chat.postMessage').flatMap(({ payload }) => mentionsIn(payload.blocks))
    expect(new Set(mentioned)).toEqual(new Set([bob.id, erin.id]))
  })

  test('the champion can tell one too, from the menu', async () => {
    const { alice, bob, carol } = await startPlaudit()
    const card = await alice.tells(words, { about: bob })
    await carol.picks(card, 'tell')
    expect((await carol.form()).title).toBe('Tell a WOW story')
  })

  test('a card that cannot be posted: the teller hears why, hosts what to do, and a retry posts it once', async () => {
    const plaudit = await startPlaudit()
    const { slack, alice, bob, dave, celebrations, settled, expectLog, expectRefusal } = plaudit
    expectLog(/a delivery failed.*|not_in_channel/)
    expectRefusal(/chat.postMessage .*not_in_channel/)
    await slack.kick('CCHEERS', slack.botUserId)
    await alice.opens('/wow')
    await alice.submits({ championIds: [bob.id], words })
    await settled()
    expect(alice.dms().at(-1)).toContain(
      'is safe with us, but it could not be posted yet: Plaudit is not in the channel',
    )
    const trouble = await dave.dm('A story could not reach #celebrations')
    expect(dave.dms().at(-1)).toContain('/invite @Plaudit')
    await slack.invite('CCHEERS', slack.botUserId)
    await dave.presses(trouble, 'delivery.retry')
    await settled()
    expect(celebrations.texts()).toHaveLength(1)
    expect(alice.dms().at(-1)).toContain('is out')
    expect(bob.dms()).toHaveLength(1)
    await dave.presses(trouble, 'delivery.retry')
    await settled()
    expect(celebrations.texts()).toHaveLength(1)
  })

  test.each(['reset_after', '500_after', 'html_after', 'garbage_after'] as const)(
    'a card whose answer was lost (%s) is said once',
    async (kind) => {
      const { slack, alice, bob, celebrations, settled, expectLog } = await startPlaudit({
        timing: { timeout: 250 },
      })
      expectLog(/in doubt/)
      if (kind === 'reset_after') expectLog(/fetch failed/)
      slack.faults.next('chat.postMessage', { kind, when: ({ channel }) => channel === 'CCHEERS' })
      await alice.tells(words, { about: bob })
      await settled()
      await settledAfterDoubt(settled, bob)
      expect(celebrations.texts()).toHaveLength(1)
      expect(bob.dms()).toHaveLength(1)
    },
  )

  test.each(['reset_before', '500', '429'] as const)(
    'a card that Slack did not take (%s) is said once',
    async (kind) => {
      const { slack, alice, bob, celebrations, settled, expectLog } = await startPlaudit({
        timing: { timeout: 250 },
      })
      if (kind !== '429') expectLog(/in doubt/)
      if (kind === 'reset_before') expectLog(/fetch failed/)
      const fault = {
        kind,
        retryAfter: 1,
        when: ({ channel }: { channel?: unknown }) => channel === 'CCHEERS',
      }
      slack.faults.next('chat.postMessage', fault)
      await alice.tells(words, { about: bob })
      await settledAfterDoubt(settled, bob)
      expect(celebrations.texts()).toHaveLength(1)
      expect(bob.dms()).toHaveLength(1)
    },
  )
})

/** The DM to the champion follows the card, however late. */
async function settledAfterDoubt(
  settled: () => Promise<void>,
  bob: { dm: (text: string) => Promise<unknown> },
) {
  await bob.dm('told everybody what you did')
  await settled()
}

function mentionsIn(blocks: unknown): string[] {
  const text = typeof blocks === 'string' ? blocks : JSON.stringify(blocks)
  return [...text.matchAll(/"user_id":"(U\w+)"/g)].map(([, id]) => id ?? '')
}
