import { describe, expect, test } from '@jest/globals'
import { awards, prizeIn, REASON } from '../../support/plaudit/giving.ts'
import { MODES, startPlaudit } from '../../support/plaudit.ts'

const words = 'Stayed two hours longer to find the lost part for a customer.'

describe.each(MODES)('a manager answers a story, over %s,', (mode) => {
  test('from the button on its card to the thread, the champion and the card', async () => {
    const { alice, bob, carol, celebrations, settled } = await startPlaudit({ mode, prizes: true })
    const card = await alice.tells(words, { about: bob })
    expect(celebrations.text(card)).toContain('[👏 Cheer] [🎁 Award a prize]')
    await carol.presses(card, 'prize.award')
    const form = await carol.form()
    expect(carol.formShows()).toContain(`Bob Baker: ${words}`)
    expect(carol.formShows()).toContain('A voucher (£50) (leaves you £50 this month)')
    expect(carol.formShows()).toContain('A day off (leaves you no days this month)')
    expect(carol.formShows()).toContain('(costs nothing)')
    const sent = await carol.submits({ prizeId: prizeIn(form, 'A day off'), reason: REASON })
    expect(sent.outcome).toBe('cleared')
    await settled()
    expect(celebrations.replyTexts(card)).toEqual([`🎁 Carol Cook awarded @bob a day off\n> ${REASON}`])
    expect(celebrations.replies(card)[0]?.text).toBe(`Carol Cook awarded Bob Baker a day off: “${REASON}”`)
    expect(celebrations.text(card)).toContain('· 🎁 A day off for Bob Baker, from Carol Cook')
    const dm = bob.dms().at(-1)
    expect(dm).toContain('🎁 Carol Cook awarded you a day off')
    expect(dm).toContain(`> ${REASON}`)
    expect(dm).toContain('What happens next\nAgree the date with your own manager.')
  })

  test('is asked before somebody is left out, and sees what everybody will read', async () => {
    const { alice, bob, frank, carol, celebrations, settled } = await startPlaudit({ mode, prizes: true })
    const card = await alice.tells(words, { about: [bob, frank] })
    const asked = await awards(carol, card, 'A voucher', {
      personIds: [bob.id],
      reason: 'Bob can be reached under 020 7946 0018 at any hour.',
    })
    expect(asked.outcome).toBe('pushed')
    expect(carol.formShows()).toContain('Everybody will see that Frank Frost gets none.')
    expect(carol.formShows()).toContain('We hid 1 phone number in your reason')
    expect(carol.formShows()).toContain('🎁 Carol Cook awarded @bob a voucher')
    expect(carol.formShows()).toContain('> Bob can be reached under ☎ ••• at any hour.')
    await settled()
    expect(celebrations.replyTexts(card)).toEqual([])
    expect((await carol.submits()).outcome).toBe('cleared')
    await settled()
    expect(celebrations.replyTexts(card)).toEqual([
      '🎁 Carol Cook awarded @bob a voucher\n> Bob can be reached under ☎ ••• at any hour.',
    ])
    expect(bob.dms().at(-1)).toContain('Carol Cook awarded you a voucher (£50)')
    expect(frank.dms().join()).not.toContain('voucher')
  })

  test('from a message’s menu: on the card, and on a reply in its thread', async () => {
    const { alice, bob, carol, slack, settled } = await startPlaudit({ mode, prizes: true })
    const card = await alice.tells(words, { about: bob })
    await settled()
    await carol.usesShortcut('Award a prize', card)
    await carol.form()
    expect(carol.formShows()).toContain(words)
    await carol.slack.close()
    const reply = await slack.person(alice.id).says('CCHEERS', 'So well deserved', { thread: card.ts })
    await carol.usesShortcut('Award a prize', reply)
    await carol.form()
    expect(carol.formShows()).toContain(words)
  })

  test('is told what to do on a message that is no story', async () => {
    const { alice, carol, slack } = await startPlaudit({ mode, prizes: true })
    const message = await slack.person(alice.id).says('CLOBBY', 'Lunch?')
    await carol.usesShortcut('Award a prize', message)
    expect(await carol.answer()).toContain('type /wow prize to see the stories without one')
  })

  test('from the list of stories without a prize', async () => {
    const { alice, bob, carol, celebrations, settled } = await startPlaudit({ mode, prizes: true })
    await carol.runs('/wow prize')
    expect(await carol.answer()).toContain('Every recent story has a prize')
    const card = await alice.tells(words, { about: bob })
    await settled()
    const list = await carol.opens('/wow prize')
    expect(carol.formShows()).toContain(`Bob Baker, 12 March: ${words} [🎁 Award a prize]`)
    await carol.presses(list, 'prize.award')
    const form = await carol.form()
    const sent = await carol.submits({ prizeId: prizeIn(form, 'A hand-written card'), reason: REASON })
    expect(sent.outcome).toBe('cleared')
    await settled()
    expect(celebrations.replyTexts(card)).toHaveLength(1)
    await carol.runs('/wow prize')
    expect(await carol.answer()).toContain('Every recent story has a prize')
  })
})

describe('a prize', () => {
  test('for several is one each, or one that is shared: each reads what is theirs', async () => {
    const { alice, bob, frank, carol, celebrations, settled } = await startPlaudit({ prizes: true })
    const card = await alice.tells(words, { about: [bob, frank] })
    await awards(carol, card, 'A voucher', { split: 'shared' })
    await settled()
    expect(celebrations.replyTexts(card)[0]).toContain(
      'Carol Cook awarded @bob and @frank a voucher to share',
    )
    expect(celebrations.text(card)).toContain(
      '🎁 A voucher to share for Bob Baker and Frank Frost, from Carol Cook',
    )
    expect(bob.dms().at(-1)).toContain('You share it with Frank Frost; your part is £25.')
    expect(celebrations.replyTexts(card).join()).not.toContain('£')
    const again = await awards(carol, card, 'A hand-written card')
    expect(again.outcome).toBe('cleared')
    await settled()
    expect(celebrations.replyTexts(card)[1]).toContain('a hand-written card from the leadership each')
  })

  test('given privately is told to nobody but the champion', async () => {
    const { alice, bob, carol, celebrations, settled } = await startPlaudit({ prizes: true })
    const card = await alice.tells(words, { about: bob })
    await awards(carol, card, 'A voucher', { isPrivate: ['yes'] })
    await settled()
    expect(celebrations.replyTexts(card)).toEqual([])
    expect(celebrations.text(card)).not.toContain('voucher')
    expect(bob.dms().at(-1)).toContain('It was given privately: only you and who hands it over know of it.')
  })

  test('says what it is worth where hosts want that', async () => {
    const { alice, bob, carol, celebrations, settled } = await startPlaudit({
      prizes: { amountsPublic: true },
    })
    const card = await alice.tells(words, { about: bob })
    await awards(carol, card, 'A voucher')
    await settled()
    expect(celebrations.replyTexts(card)[0]).toContain('awarded @bob a voucher (£50)')
    expect(celebrations.text(card)).toContain('🎁 A voucher (£50) for Bob Baker')
  })

  test('above the threshold waits, and the thread says nothing', async () => {
    const { alice, bob, carol, celebrations, settled } = await startPlaudit({
      prizes: { approvalAbove: { moneyMinor: 20_00 } },
    })
    const card = await alice.tells(words, { about: bob })
    await carol.presses(card, 'prize.award')
    const form = await carol.form()
    expect(carol.formShows()).toContain('What takes more than £20 waits until somebody has approved it.')
    const sent = await carol.submits({ prizeId: prizeIn(form, 'A voucher'), reason: REASON })
    expect(sent.outcome).toBe('updated')
    expect(carol.formShows()).toContain('Your prize waits to be approved.')
    await settled()
    expect(celebrations.replyTexts(card)).toEqual([])
    expect(bob.dms().join()).not.toContain('voucher')
    expect(celebrations.text(card)).not.toContain('voucher')
  })

  test('goes from the thread and the card when the champion takes their name off, and stays theirs', async () => {
    const { alice, bob, frank, carol, celebrations, settled } = await startPlaudit({ prizes: true })
    const card = await alice.tells(words, { about: [bob, frank] })
    await awards(carol, card, 'A hand-written card')
    await settled()
    await bob.picks(card, 'name-off')
    await bob.form()
    await bob.submits()
    await settled()
    expect(celebrations.replyTexts(card)).toEqual([
      '🎁 Carol Cook awarded @frank a hand-written card from the leadership\n> Nobody would have asked, and ••• stayed.',
    ])
    expect(celebrations.text(card)).not.toContain('Bob Baker')
    expect(bob.dms().join()).toContain('nobody else reads of this prize. It is yours all the same.')
    await frank.picks(card, 'name-off')
    await frank.form()
    await frank.submits()
    await settled()
    expect(celebrations.replies(card)).toEqual([])
  })
})

describe('who presses the button', () => {
  test('and is no manager is told kindly who may', async () => {
    const { alice, bob, celebrations, settled } = await startPlaudit({ prizes: true })
    const card = await alice.tells(words, { about: bob })
    await settled()
    await alice.presses(card, 'prize.award')
    expect(await alice.answer()).toBe(
      'Prizes are given by managers: Carol Cook and Frank Frost. If this story deserves one, tell one of them.',
    )
    await alice.runs('/wow prize')
    expect(await alice.answer()).toContain('Prizes are given by managers')
    expect(celebrations.replies(card)).toEqual([])
  })

  test('and is the only champion hears that it takes another manager', async () => {
    const { alice, carol } = await startPlaudit({ prizes: true })
    const card = await alice.tells(words, { about: carol })
    await carol.presses(card, 'prize.award')
    expect(await carol.answer()).toContain('Another manager can answer this story.')
  })

  test('and told the story gives a prize all the same', async () => {
    const { bob, carol, celebrations, settled } = await startPlaudit({ prizes: true })
    const card = await carol.tells(words, { about: bob })
    expect((await awards(carol, card, 'A day off')).outcome).toBe('cleared')
    await settled()
    expect(celebrations.replies(card)).toHaveLength(1)
  })

  test('before anybody said how much is offered what costs nothing, and reads what the rest waits for', async () => {
    const { alice, bob, carol } = await startPlaudit({ prizes: { managerBudget: undefined } })
    const card = await alice.tells(words, { about: bob })
    await carol.presses(card, 'prize.award')
    await carol.form()
    const shown = carol.formShows()
    expect(shown).toContain('A hand-written card from the leadership')
    expect(shown).toContain('· Not yet: ')
    expect(shown).toContain('one question in /wow setup')
    expect(shown).not.toContain('○ A voucher')
  })

  test('of a story that was taken back is told so', async () => {
    const { alice, bob, carol, slack, settled } = await startPlaudit({ prizes: true })
    const card = await alice.tells(words, { about: bob })
    await settled()
    await carol.presses(card, 'prize.award')
    const form = await carol.form()
    await alice.picks(card, 'edit')
    await alice.presses(await alice.form(), 'story.retract')
    await alice.form()
    await alice.submits()
    await settled()
    const sent = await carol.isRefused({ prizeId: prizeIn(form, 'A day off'), reason: REASON })
    expect(Object.values(sent).join()).toContain('taken back')
    expect(slack.replies('CCHEERS', card.ts)).toEqual([])
  })
})

describe('the form is refused', () => {
  test('without a reason, with too short a one, and without a prize', async () => {
    const { alice, bob, carol } = await startPlaudit({ prizes: true })
    const card = await alice.tells(words, { about: bob })
    await carol.presses(card, 'prize.award')
    const form = await carol.form()
    const prizeId = prizeIn(form, 'A day off')
    expect(await carol.isRefused({ prizeId, reason: 'Good.' })).toEqual({
      reason: 'A little more, please: at least 10 characters.',
    })
    expect(await carol.isRefused({ prizeId, reason: ' \u200b ' })).toEqual({
      reason: 'Say why: the reason is the best part of a prize.',
    })
  })

  test('when the budget was spent meanwhile, with what is left', async () => {
    const { alice, bob, frank, carol, settled } = await startPlaudit({ prizes: true })
    const one = await alice.tells(words, { about: bob })
    const two = await alice.tells(`${words} Twice.`, { about: [bob, frank] })
    await carol.presses(two, 'prize.award')
    const form = await carol.form()
    await settled()
    expect(
      await carol.isRefused({ prizeId: prizeIn(form, 'A day off'), split: 'each', reason: REASON }),
    ).toEqual({
      prizeId:
        'You have 1 day left to give, and this takes 2 days. Choose something else, or ask a host for more.',
    })
    await carol.slack.close()
    await awards(carol, one, 'A day off')
    await carol.presses(two, 'prize.award')
    await carol.form()
    expect(carol.formShows()).toContain('· Too much for what is left this month (no days): a day off.')
  })
})

test('a submission that Slack sends twice gives one prize', async () => {
  const { alice, bob, carol, celebrations, slack, settled } = await startPlaudit({
    mode: 'http',
    prizes: true,
  })
  const card = await alice.tells(words, { about: bob })
  await awards(carol, card, 'A voucher')
  const again = slack.sent('view_submission').at(-1)?.payload ?? {}
  await slack.send('interactive', again)
  await settled()
  expect(celebrations.replies(card)).toHaveLength(1)
  expect(bob.dms().filter((dm) => dm.includes('voucher'))).toHaveLength(1)
})

test('the digest tells the week’s prizes under their stories, and later ones apart', async () => {
  const { alice, bob, carol, celebrations, settled, jumpTo } = await startPlaudit({ prizes: true })
  const card = await alice.tells(words, { about: bob })
  await awards(carol, card, 'A day off')
  await settled()
  await jumpTo('2026-03-13 16:00')
  const first = await celebrations.shows('The week’s WOW stories')
  expect(celebrations.text(first)).toContain(`🎁 A day off for Bob Baker, from Carol Cook\n> ${REASON}`)
  await jumpTo('2026-03-17 11:00')
  await awards(carol, card, 'A voucher', { reason: 'It took me a week to hear of it.' })
  await settled()
  await jumpTo('2026-03-20 16:00')
  const second = celebrations.messages().at(-1) ?? first
  expect(second.ts).not.toBe(first.ts)
  expect(celebrations.text(second)).toContain('🎁 Prizes for earlier stories')
  expect(celebrations.text(second)).toContain(
    'A voucher for Bob Baker, from Carol Cook: “It took me a week to hear of it.”',
  )
  expect(celebrations.text(second)).not.toContain(REASON)
}, 20_000)
