import { describe, expect, test } from '@jest/globals'
import { MODES, startPlaudit } from '../../support/plaudit.ts'
import { letter, sharesLetter, words } from '../support/letters.ts'

describe.each(MODES)('a letter by hand, over %s', (mode) => {
  test('needs its words and whom it praises, and its card quotes the customer first', async () => {
    const { alice, bob, celebrations, settled } = await startPlaudit({ mode })
    await alice.opens('/wow letter @bob Your Bob saved our opening day.')
    expect(alice.formShows()).toContain('Share a letter')
    expect((await alice.submits()).outcome).toBe('closed')
    await settled()
    const [card] = celebrations.messages()
    if (!card) throw new Error('no card')
    expect(celebrations.text(card)).toMatch(
      /^💌 A customer writes:\n> Your Bob saved our opening day\.\n🌟 WOW, @bob!\n· In the customer’s words\n· Shared by Alice Archer/,
    )
    expect(card.text).toContain('A customer writes: “Your Bob saved our opening day.”')
    expect(bob.dms().join()).toContain('Alice Archer shared a customer’s letter that praises you:')
    expect(alice.dms().join()).toContain('The letter about Bob Baker is out')
  })

  test('says where it came from, and of who wrote it what may be shown', async () => {
    const plaudit = await startPlaudit({ mode })
    const card = await sharesLetter(plaudit, { lesson: 'Ask by when', reference: 'T-12' })
    const shown = plaudit.celebrations.text(card)
    for (const part of ['> Yours, Ida Miller', 'What we can learn: Ask by when', 'Where it came in: T-12'])
      expect(shown).toContain(part)
    expect(shown).toContain('· In the customer’s words, by e-mail, 11 March · Ida Miller, Acme')
  })

  test('the switch in /wow’s form makes it a letter’s and back, and keeps everything typed', async () => {
    const { alice, celebrations, settled } = await startPlaudit({ mode })
    const form = await alice.opens('/wow @bob Your Bob saved our opening day.')
    const photo = [alice.slack.upload({ name: 'scan.png', data: Buffer.from('not really') })]
    alice.slack.fill({ lesson: 'Look twice', customerKind: 'partner', photo, photoDescription: 'Blue ink' })
    await alice.presses(form, 'letter.switch', 'on')
    await alice.form()
    for (const part of [
      'Share a letter',
      'May we show the name?',
      'Look twice',
      'The scan or photo: {checkboxes}',
    ])
      expect(alice.formShows()).toContain(part)
    expect(alice.formShows()).not.toContain('Who was the customer?')
    alice.slack.fill({ authorName: 'Ida Miller', scanIsClear: ['on'] })

    alice.slack.fill({ isLetter: [] })
    await alice.presses(form, { actionId: 'letter.switch' }, [] as never)
    await alice.form()
    expect(alice.formShows()).toContain('Tell a WOW story')
    expect(alice.formShows()).toContain('A partner')
    expect(alice.formShows()).not.toContain('Ida Miller')

    await alice.presses(form, 'letter.switch', 'on')
    await alice.form()
    expect(alice.formShows()).toContain('Ida Miller')
    expect((await alice.submits()).outcome).toBe('closed')
    await settled()
    const [card] = celebrations.texts()
    for (const part of ['> Bob Baker Your Bob', 'Look twice', '(image: Blue ink)'])
      expect(card).toContain(part)
    for (const hidden of ['For a partner', 'Ida']) expect(card).not.toContain(hidden)
  })

  test('the customer is thanked with a reply to copy, and the card says so', async () => {
    const plaudit = await startPlaudit({ mode })
    const card = await sharesLetter(plaudit)
    const { carol, celebrations, settled } = plaudit
    await carol.picks(card, 'thank')
    await carol.form()
    expect(carol.formShows()).toContain('Dear Ida Miller,')
    expect(carol.formShows()).toContain('Bob Baker was very happy about them')
    await carol.submits()
    await settled()
    expect(celebrations.text(card)).toContain('Carol Cook thanked the customer')
    await plaudit.alice.picks(card, 'thank')
    await plaudit.alice.form()
    expect(plaudit.alice.formShows()).toContain('Carol Cook thanked the customer')
    await plaudit.alice.submits()
    await settled()
    expect(celebrations.text(card)).not.toContain('Alice Archer thanked')
  })
})

describe('a letter', () => {
  test('is what stands after /wow letter, and a story that only begins so is a story', async () => {
    const { alice } = await startPlaudit()
    await alice.opens('/wow letter came today: you are the best')
    expect(alice.formShows()).toContain('came today: you are the best')
    expect(alice.formShows()).toContain('Share a letter')
    await alice.slack.close()
    await alice.opens('/wow letters came today, and Bob answered all')
    expect(alice.formShows()).toContain('Tell a WOW story')
    expect(alice.formShows()).toContain('letters came today, and Bob answered all')
  })

  test('keeps the customer’s words as they are, in their language, with their lines', async () => {
    const { alice, celebrations, settled } = await startPlaudit()
    await alice.opens('/wow letter')
    const exact = 'Grüße!  Zwei  Leerzeichen,\n\n*Sternchen* & <Klammern> – مرحبا 👋'
    await alice.submits({ championIds: ['UBOB'], words: exact })
    await settled()
    expect(celebrations.texts()[0]).toContain(`> ${exact.replaceAll('\n', '\n> ')}`)
  })

  test('may be about oneself: “shared by Bob, who received it”', async () => {
    const { bob, celebrations, settled } = await startPlaudit()
    await bob.opens('/wow letter')
    expect((await bob.submits({ championIds: [bob.id], words })).outcome).toBe('closed')
    await settled()
    expect(celebrations.texts()[0]).toContain('Shared by Bob Baker, who received it')
    expect(bob.dms()).toEqual([expect.stringContaining('The letter about Bob Baker is out')])
  })

  test('about oneself, whose teller takes their own name off, says so once, and to nobody else', async () => {
    const { bob, celebrations, settled } = await startPlaudit()
    await bob.opens('/wow letter')
    await bob.submits({ championIds: [bob.id], words })
    await settled()
    const [card] = celebrations.messages()
    if (!card) throw new Error('no card')
    // Who is both says which of the two is meant.
    await bob.picks(card, 'name-off')
    await bob.presses(await bob.form(), 'story.nameOff')
    await settled()
    expect(celebrations.text(card)).toContain('has been taken back')
    expect(bob.dms()).toEqual(['· This story has been taken back.'])
  })

  test.each([
    [{ words: 'Too short' }, 'words', '10 characters at least. The best sentence is enough.'],
    [{ words: 'x'.repeat(2801) }, 'words', 'Quote the best passage, and attach the whole letter'],
    [{ championIds: [] }, 'championIds', 'Choose at least one colleague'],
    [{ receivedOn: '2026-03-13' }, 'receivedOn', 'This day is still to come'],
    [{ receivedOn: 'soon' }, 'receivedOn', 'Choose a day from the calendar'],
  ])('with %j is refused on its field', async (typed, field, sentence) => {
    const { alice } = await startPlaudit()
    const form = await alice.opens('/wow letter')
    await alice.presses(form, 'story.more')
    await alice.form()
    const { outcome, errors } = await alice.slack.submit(
      { championIds: ['UBOB'], words, ...typed },
      { raw: true },
    )
    expect(outcome).toBe('errors')
    expect(Object.keys(errors)).toEqual([field])
    expect(errors[field]).toContain(sentence)
  })

  test('asks who asked, and when, only once the name may be shown', async () => {
    const { alice } = await startPlaudit()
    const form = await alice.opens('/wow letter')
    await alice.presses(form, 'story.more')
    await alice.form()
    expect(alice.formShows()).not.toContain('Who asked the customer?')
    await alice.presses(form, 'letter.permission', 'first_name')
    await alice.form()
    expect(alice.formShows()).toContain('Who asked the customer?')
    alice.slack.fill({ askedBy: 'UCAROL', askedOn: '2026-03-11' })
    await alice.presses(form, 'letter.permission', 'no')
    await alice.form()
    expect(alice.formShows()).not.toContain('Who asked the customer?')
    await alice.presses(form, 'letter.permission', 'yes')
    await alice.form()
    expect(alice.formShows()).toContain('2026-03-11')
    expect(alice.formShows()).not.toContain('It names nobody')
  })

  test('with private data is previewed as it will be shown, without the name that may not be', async () => {
    const { alice, celebrations, settled } = await startPlaudit()
    const form = await alice.opens('/wow letter')
    await alice.presses(form, 'story.more')
    await alice.form()
    const typed = `${words}, ida@acme.example`
    const told = {
      championIds: ['UBOB'],
      words: typed,
      ...letter,
      permission: 'no',
      authorRole: 'ida@acme.example',
    }
    expect((await alice.submits(told)).outcome).toBe('pushed')
    expect(alice.formShows()).toContain('We hid 2 e-mail addresses')
    expect(alice.formShows()).toContain('> Yours, •••, ✉ •••')
    expect(alice.formShows()).toContain('· In the customer’s words, by e-mail, 11 March')
    expect((await alice.submits()).outcome).toBe('cleared')
    await settled()
    const [card] = celebrations.texts()
    expect(card).toContain('> Yours, •••, ✉ •••')
    expect(card).toContain('by e-mail, 11 March')
    expect(card).not.toContain('Ida')
  })

  test('has its line in the help and on Home', async () => {
    const { alice } = await startPlaudit()
    await alice.runs('/wow help')
    const help = await alice.answer()
    for (const part of ['/wow letter', 'Customers’ letters: their words']) expect(help).toContain(part)
    expect(await alice.opensHome()).toContain('/wow letter shares it in their own words')
  })

  test('that was taken back can be neither thanked for nor found', async () => {
    const plaudit = await startPlaudit()
    const card = await sharesLetter(plaudit)
    const { alice, carol, settled } = plaudit
    await carol.picks(card, 'thank')
    await carol.form()
    await alice.picks(card, 'edit')
    await alice.presses(await alice.form(), 'story.retract')
    await alice.form()
    await alice.submits()
    await settled()
    await carol.submits()
    expect(carol.formShows()).toContain('This story has been taken back.')
  })
})
