import { describe, expect, test } from '@jest/globals'
import { MODES, startPlaudit } from '../support/plaudit.ts'

describe.each(MODES)('over %s', (mode) => {
  test('a story goes from the form to the card, the champion and the teller, and is cheered', async () => {
    const { alice, bob, carol, celebrations, settled, passes } = await startPlaudit({ mode })
    const card = await alice.tells('Stayed two hours longer to find the lost part.', { about: bob })
    await settled()
    expect(celebrations.text(card)).toContain('WOW, @bob!')
    expect(bob.dms().join()).toContain('Alice Archer told everybody what you did')
    expect(alice.dms().join()).toContain('Your story about Bob Baker is out')

    await carol.presses(card, 'story.cheer')
    expect(await carol.answer()).toContain('You cheered for Bob Baker')
    await settled()
    expect(celebrations.text(card)).toContain('1 cheered')
    await carol.reacts(card)
    await passes({ minutes: 1 })
    expect(celebrations.text(card)).toContain('1 cheered')
  })
})
