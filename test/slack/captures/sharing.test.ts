import { describe, expect, test } from '@jest/globals'
import { MODES, startPlaudit } from '../../support/plaudit.ts'
import { SAID, SHARE, SHOWN, sharesMessage } from '../support/captures.ts'

/** Plaudit is not in it, so Slack does not show it. */
const UNSEEN = /conversations.info 200 channel_not_found/
const picture = { name: 'part.png', data: Buffer.from('not really a picture'), altText: 'The part' }

describe.each(MODES)('a message shared as a WOW, over %s', (mode) => {
  test('opens the form with its words and whom it names, and its card names its author and leads back to it', async () => {
    const plaudit = await startPlaudit({ mode })
    const { alice, carol, celebrations } = plaudit
    const message = await carol.slack.says('CLOBBY', SAID)
    await alice.usesShortcut(SHARE, message)
    await alice.form()
    expect(alice.formShows()).toContain(SHOWN)
    expect(alice.formShows()).toContain('UBOB')
    expect(alice.formShows()).toContain('These are Carol Cook’s words')
    expect((await alice.submits()).outcome).toBe('closed')
    const card = await celebrations.shows(SHOWN)
    expect(celebrations.text(card)).toContain('From a message by Carol Cook · ')
    expect(celebrations.text(card)).toContain(`/archives/CLOBBY/p${message.ts.replace('.', '')}`)
    expect(celebrations.text(card)).toContain('Shared by Alice Archer')
  })

  test('tells its author, who can take the words back; the teller hears of it gently, and it stays so', async () => {
    const plaudit = await startPlaudit({ mode })
    const { alice, carol, frank, celebrations, settled } = plaudit
    const message = await carol.slack.says('CLOBBY', SAID)
    const card = await sharesMessage(plaudit, { message, by: alice })
    const note = await carol.dm('Alice Archer shared a message of yours')
    await carol.presses(note, 'capture.takeBack')
    expect(await carol.answer()).toContain('You took your words back')
    await settled()
    expect(celebrations.text(card)).toContain('has been taken back')
    expect(celebrations.text(card)).not.toContain('Carol')
    expect(alice.dms().join()).toContain('Carol Cook would rather keep the words of the message')
    expect(carol.dms().at(-1)).toContain('You took your words back.')
    await frank.usesShortcut(SHARE, message)
    expect(await frank.answer()).toContain('Carol Cook would rather leave these words where they are')
  })

  test('from a private channel is only copied once its author said yes', async () => {
    const { alice, dave, celebrations, settled, expectRefusal } = await startPlaudit({ mode })
    expectRefusal(UNSEEN)
    const message = await dave.slack.says('GSECRET', SAID)
    await alice.usesShortcut(SHARE, message)
    expect(await alice.answer()).toContain('Dave Dunn is asked first')
    const asked = await dave.dm('Alice Archer would like to share a message of yours')
    expect(dave.dms().at(-1)).not.toContain(SHOWN)
    expect(celebrations.texts()).toEqual([])
    await dave.presses(asked, 'capture.allow')
    expect(await dave.answer()).toContain('You said yes')
    await alice.dm('Dave Dunn is happy to have this message shared. Open it, and choose “Share as a WOW”')
    await alice.usesShortcut(SHARE, message)
    await alice.form()
    expect(alice.formShows()).toContain(SHOWN)
    expect((await alice.submits()).outcome).toBe('closed')
    const card = await celebrations.shows(SHOWN)
    expect(celebrations.text(card)).toContain('From a message by Dave Dunn')
    expect(celebrations.text(card)).not.toContain('GSECRET')
    await settled()
    expect(dave.dms().join()).toContain('You said yes, and it is a story now.')
    expect(alice.dms().join()).toContain('It is shared. Thank you!')
  })

  test('from a private channel stays there when its author says no, and nobody asks again', async () => {
    const { alice, dave, celebrations, settled, expectRefusal } = await startPlaudit({ mode })
    expectRefusal(UNSEEN)
    const message = await dave.slack.says('GSECRET', SAID)
    await alice.usesShortcut(SHARE, message)
    await alice.answer()
    await alice.usesShortcut(SHARE, message)
    expect(await alice.answer()).toContain('Dave Dunn was asked already')
    await dave.presses(await dave.dm('would like to share'), 'capture.refuse')
    await settled()
    expect(dave.dms().join()).not.toContain(SHOWN)
    expect(alice.dms().at(-1)).toContain('Dave Dunn would rather leave these words where they are')
    await alice.usesShortcut(SHARE, message)
    expect(await alice.answer()).toContain('was asked, and would rather leave these words')
    expect(celebrations.texts()).toEqual([])
  })
})

describe('a message shared as a WOW', () => {
  test('says whose words they are to its champion, in the digest, and when it is read aloud', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, carol, celebrations, jumpTo } = plaudit
    const card = await sharesMessage(plaudit, { message: await carol.slack.says('CLOBBY', SAID), by: alice })
    const author = 'From a message by Carol Cook'
    expect(card.text).toContain(author)
    expect(bob.dms().at(-1)).toContain(author)
    await jumpTo('2026-03-13 16:00')
    const digest = await celebrations.shows('Story of the week')
    expect(celebrations.text(digest)).toContain(`· Shared by Alice Archer · ${author}`)
    expect(digest.text).toContain(author)
  })

  test('brings its picture along, unless its teller leaves it', async () => {
    const plaudit = await startPlaudit()
    const { alice, carol, slack, celebrations } = plaudit
    const first = await carol.slack.says('CLOBBY', SAID, { files: [picture] })
    const card = await sharesMessage(plaudit, { message: first, by: alice })
    expect(slack.file(celebrations.replies(card)[0]?.files?.[0] ?? '')?.data.equals(picture.data)).toBe(true)
    expect(celebrations.text(card)).toContain('(image: The part)')
    const second = await carol.slack.says('CLOBBY', SAID, { files: [picture] })
    await alice.usesShortcut(SHARE, second)
    await alice.form()
    await alice.submits({ takePhoto: [] })
    await plaudit.settled()
    const other = celebrations.messages().at(-1)
    expect(other && celebrations.replies(other)).toEqual([])
  })

  test('as a letter about oneself was received by its author', async () => {
    const { alice, carol, celebrations } = await startPlaudit()
    const message = await carol.slack.says('CLOBBY', 'A customer just called: <@UALICE> was wonderful.')
    await alice.usesShortcut(SHARE, message)
    const form = await alice.form()
    await alice.presses(form, 'letter.switch', 'on')
    await alice.form()
    expect((await alice.submits({ championIds: [alice.id] })).outcome).toBe('closed')
    const card = await celebrations.shows('From a message by Carol Cook')
    expect(celebrations.text(card)).toContain('Shared by Alice Archer')
    expect(celebrations.text(card)).not.toContain('who received it')
  })

  test('of oneself needs nobody’s yes, wherever it stands, and names oneself once', async () => {
    const plaudit = await startPlaudit()
    const { alice, celebrations, expectRefusal } = plaudit
    expectRefusal(UNSEEN)
    const message = await alice.slack.says('GSECRET', SAID)
    const card = await sharesMessage(plaudit, { message, by: alice })
    expect(celebrations.text(card)).not.toContain('From a message')
    expect(alice.dms().join()).not.toContain('message of yours')
  })

  test('that is too long is quoted up to a sentence, and whom it names only counts when they can be champions', async () => {
    const { alice, carol } = await startPlaudit()
    const long = `Thanks to <@UALICE>, <@UROBOT>, <@ULENA> and <@UBOB>! ${'They found the lost part in the old warehouse. '.repeat(100)}`
    await alice.usesShortcut(SHARE, await carol.slack.says('CLOBBY', long))
    await alice.form()
    expect(alice.formShows()).toMatch(/in the old warehouse\. …/)
    expect((await alice.submits()).outcome).toBe('closed')
  })

  test.each([
    ['a bot', 'robot', 'No person wrote this message'],
    ['another company', 'fritz', 'Somebody of another company wrote this'],
  ] as const)('is refused when %s wrote it', async (_, who, sentence) => {
    const { alice, celebrations, ...cast } = await startPlaudit()
    const message = await cast[who].slack.says('CLOBBY', SAID)
    await alice.usesShortcut(SHARE, message)
    expect(await alice.answer()).toContain(sentence)
    expect(celebrations.texts()).toEqual([])
  })

  test('that is Plaudit’s own leads to the story, or says what to do instead', async () => {
    const { alice, bob, carol, dave, settled } = await startPlaudit()
    await dave.slack.dm('Hello')
    const card = await alice.tells('Stayed two hours longer to find the lost part.', { about: bob })
    await carol.usesShortcut(SHARE, card)
    expect(await carol.answer()).toContain('This is the story that Alice Archer told')
    const receipt = await alice.dm('is out')
    await settled()
    await alice.usesShortcut(SHARE, receipt)
    expect(await alice.answer()).toContain('This is the story that Alice Archer told')
    const note = await dave.dm(/./)
    await dave.usesShortcut(SHARE, note)
    expect(await dave.answer()).toContain('Plaudit wrote this itself')
  })

  test('before the setup says whom to ask', async () => {
    const { alice, carol } = await startPlaudit({ setUp: false })
    await alice.usesShortcut(SHARE, await carol.slack.says('CLOBBY', SAID))
    expect(await alice.answer()).toContain('not set up yet')
  })
})
