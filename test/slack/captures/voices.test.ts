import { describe, expect, test } from '@jest/globals'
import { MODES, startPlaudit } from '../../support/plaudit.ts'
import { addsVoice, SAID, SHARE, sharesMessage } from '../support/captures.ts'

const told = 'Stayed two hours longer to find the lost part.'

describe.each(MODES)('a voice, over %s', (mode) => {
  test('is added where the same message is shared a second time', async () => {
    const plaudit = await startPlaudit({ mode })
    const { alice, carol, frank, celebrations, settled } = plaudit
    const message = await carol.slack.says('CLOBBY', SAID)
    const card = await sharesMessage(plaudit, { message, by: alice })
    await frank.usesShortcut(SHARE, message)
    expect(await frank.answer()).toContain('Alice Archer has made a story of this message already.')
    await frank.presses(frank.lastAnswer(), 'voice.add')
    await frank.form()
    expect((await frank.submits({ words: 'I saw it: he did not even eat.' })).outcome).toBe('closed')
    await settled()
    expect(celebrations.messages()).toHaveLength(1)
    expect(celebrations.text(card)).toContain('Also told by Frank Frost: “I saw it: he did not even eat.”')
  })

  test('is changed and taken back by who added it', async () => {
    const { alice, bob, frank, celebrations, settled } = await startPlaudit({ mode })
    const card = await alice.tells(told, { about: bob })
    await addsVoice(frank, card, 'I saw it with my own eyes.')
    await frank.picks(card, 'voice')
    await frank.form()
    expect(frank.formShows()).toContain('I saw it with my own eyes.')
    await frank.submits({ words: 'I held the lamp for him.' })
    await settled()
    expect(celebrations.text(card)).toContain('“I held the lamp for him.”')
    expect(celebrations.text(card)).not.toContain('my own eyes')
    await frank.picks(card, 'voice')
    await frank.presses(await frank.form(), 'voice.takeBack')
    await settled()
    expect(frank.formShows()).toContain('Your words are gone')
    expect(celebrations.text(card)).not.toContain('Also told by')
  })
})

describe('a voice', () => {
  test('shows what was masked in it before anybody else sees it', async () => {
    const { alice, bob, frank, celebrations, settled } = await startPlaudit()
    const card = await alice.tells(told, { about: bob })
    await frank.picks(card, 'voice')
    await frank.form()
    expect((await frank.submits({ words: 'Write to frank@example.com for more of it.' })).outcome).toBe(
      'updated',
    )
    expect(frank.formShows()).toContain('We hid private data')
    await settled()
    expect(celebrations.text(card)).not.toContain('Also told by')
    expect((await frank.submits()).outcome).toBe('closed')
    await settled()
    expect(celebrations.text(card)).toContain('Also told by Frank Frost: “Write to ✉ ••• for more of it.”')
  })

  test('is not for who told the story, nor for whom it is about, and needs a few words', async () => {
    const { alice, bob, frank } = await startPlaudit()
    const card = await alice.tells(told, { about: bob })
    await alice.picks(card, 'voice')
    expect(await alice.answer()).toContain('You told this story')
    await bob.picks(card, 'voice')
    expect(await bob.answer()).toContain('This story is about you')
    await frank.picks(card, 'voice')
    await frank.form()
    expect(await frank.isRefused({ words: 'Wow!' })).toEqual({
      words: expect.stringContaining('10 characters'),
    })
  })

  test('loses the name of a champion who takes theirs off', async () => {
    const { alice, bob, carol, frank, celebrations, settled } = await startPlaudit()
    const card = await alice.tells(told, { about: [bob, carol] })
    await addsVoice(frank, card, 'Bob held the lamp for all of us.')
    await settled()
    await bob.picks(card, 'name-off')
    await bob.form()
    await bob.submits()
    await settled()
    expect(celebrations.text(card)).toContain('“••• held the lamp for all of us.”')
  })

  test('of many, the card quotes three and names three more', async () => {
    const { alice, bob, carol, dave, erin, frank, gina, celebrations, settled } = await startPlaudit()
    const card = await alice.tells(told, { about: bob })
    for (const one of [carol, dave, erin, frank, gina])
      await addsVoice(one, card, `I saw it, too, says ${one.id}`)
    await settled()
    const text = celebrations.text(card)
    expect(text.match(/Also told by [^:]+: “/g)).toHaveLength(3)
    expect(text).toMatch(/Also told by Frank Frost and Gina Grant\./)
  })
})
