import { describe, expect, test } from '@jest/globals'
import { MODES, startPlaudit } from '../../support/plaudit.ts'
import { chooses, march, nominates, plansRound, WHY } from '../support/nominating.ts'

const told = 'Stayed two hours longer to find the lost part for a customer.'
const TITLE = String(march.title)

describe.each(MODES)('nominating, over %s', (mode) => {
  test('with /wow nominate @bob: the form, what happens next, and words that can be changed and withdrawn', async () => {
    const plaudit = await startPlaudit({ mode })
    const { alice, bob, settled } = plaudit
    await plansRound(plaudit)
    await alice.opens('/wow nominate @bob')
    expect(alice.formShows()).toContain(`For ${TITLE}. Nominations close on Friday 20 March, 17:00.`)
    expect(alice.formShows()).toContain('Bob Baker will read these words, without your name.')
    expect(alice.formShows()).not.toContain('◉ Went above')
    expect((await alice.submits({ reason: WHY, [criterion(alice)]: '1' })).outcome).toBe('updated')
    expect(alice.formShows()).toContain(`Your nomination of Bob Baker for ${TITLE} is in.`)
    expect(alice.formShows()).toContain('It is shown without your name, to everybody.')

    await alice.seesChange(() => alice.presses(top(alice), 'nomination.edit'))
    expect(alice.formShows()).toContain('You nominated Bob Baker.')
    expect(alice.formShows()).toContain(WHY)
    expect(alice.formShows()).toContain('◉ Made it easy for others')
    expect((await alice.submits({ reason: `${WHY} And it did.` })).outcome).toBe('updated')

    await alice.seesChange(() => alice.presses(top(alice), 'nomination.edit'))
    expect(alice.formShows()).toContain('And it did.')
    await alice.seesChange(() => alice.presses(top(alice), 'nomination.withdraw'))
    expect(alice.formShows()).toContain('It is withdrawn, and your words are gone.')
    await alice.slack.close({ all: true })
    await alice.opens('/wow nominate @bob')
    expect(alice.formShows()).not.toContain(WHY)
    await settled()
    expect(bob.dms()).toEqual([])
  })

  test('from a card: its champion is chosen, and the story is evidence already', async () => {
    const plaudit = await startPlaudit({ mode })
    const { alice, bob, carol } = plaudit
    const card = await alice.tells(told, { about: bob })
    await plansRound(plaudit)
    await carol.picks(card, 'nominate')
    await carol.form()
    expect(carol.formShows()).toContain('users_select = UBOB')
    expect(carol.formShows()).toContain(`multi_external_select = 12 March · ${told.slice(0, 20)}`)
    expect((await carol.submits({ reason: WHY })).outcome).toBe('updated')
    await carol.slack.close({ all: true })
    // Once more: one's own words.
    await carol.picks(card, 'nominate')
    await carol.form()
    expect(carol.formShows()).toContain('You nominated Bob Baker already.')
    expect(carol.formShows()).toContain(WHY)
  })

  test('after the close: a clear sentence, and the words are still in the form', async () => {
    const plaudit = await startPlaudit({ mode })
    const { alice, jumpTo } = plaudit
    await plansRound(plaudit)
    await alice.opens('/wow nominate @bob')
    alice.slack.fill({ reason: WHY })
    await jumpTo('2026-03-20 17:00')
    const errors = await alice.isRefused()
    expect(Object.values(errors).join()).toContain(`Nominations for ${TITLE} are closed.`)
    expect(alice.slack.modal()?.title).toBe('Nominate a colleague')
    await alice.slack.close({ all: true })
    await alice.runs('/wow nominate @bob')
    expect(await alice.answer()).toContain('Nothing takes nominations right now.')
  })
})

describe('the form', () => {
  test('asks which of a story’s champions is meant, and leaves out oneself', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, carol, dave } = plaudit
    const card = await alice.tells(told, { about: [bob, carol, dave] })
    await plansRound(plaudit)
    await bob.picks(card, 'nominate')
    await bob.form()
    expect(bob.formShows()).toContain('Which of them do you nominate?')
    expect(bob.formShows()).toContain('○ Carol Cook')
    expect(bob.formShows()).not.toContain('○ Bob Baker')
    expect(bob.formShows()).toContain('Once you have chosen somebody')
    await chooses(bob, 'nomination.nominee', carol.id)
    expect(bob.formShows()).toContain('Carol Cook will read these words')
    expect(bob.formShows()).toContain('multi_external_select = 12 March')
    expect((await bob.submits({ reason: WHY })).outcome).toBe('updated')
  })

  test('keeps what was typed when another nominee or round is chosen, and shows the other’s criteria', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, carol } = plaudit
    await plansRound(plaudit)
    const second = await plansRound(plaudit, {
      title: 'Helper of the quarter',
      criteria: 'Quick\nKind\nRight',
    })
    await alice.opens('/wow nominate')
    expect(alice.formShows()).toContain('They will read these words, without your name.')
    alice.slack.fill({ reason: WHY })
    await chooses(alice, 'nomination.nominee', bob.id)
    expect(alice.slack.modal()?.blocks.map(({ block_id }) => block_id)).toContain('reason')
    await chooses(alice, 'nomination.round', second)
    expect(alice.formShows()).toContain('For Helper of the quarter.')
    expect(alice.formShows()).toContain('○ Kind')
    await chooses(alice, 'nomination.nominee', carol.id)
    expect((await alice.submits()).outcome).toBe('updated')
    expect(alice.formShows()).toContain('Your nomination of Carol Cook for Helper of the quarter is in.')
  })

  test('shows what one wrote about this nominee before, with what is typed now below it', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, carol } = plaudit
    await plansRound(plaudit)
    await nominates(alice, bob)
    await alice.opens('/wow nominate')
    alice.slack.fill({ reason: 'And he did it again.' })
    await chooses(alice, 'nomination.nominee', bob.id)
    expect(alice.formShows()).toContain(`${WHY}\n\nAnd he did it again.`)
    expect(alice.formShows()).toContain('[Withdraw]?')
    await chooses(alice, 'nomination.nominee', carol.id)
    expect(alice.formShows()).not.toContain(WHY)
    expect(alice.formShows()).not.toContain('[Withdraw]?')
  })

  test('finds stories and letters about the nominee as one types, and nobody else’s', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, carol, frank, settled } = plaudit
    await alice.tells('Drove a boiler part through the snow to Leeds.', { about: bob })
    await alice.tells('Rewrote the manual in plain words for everybody.', { about: bob })
    await alice.tells('Carried a boiler up four floors for a customer.', { about: carol })
    await settled()
    await plansRound(plaudit)
    const form = await frank.opens('/wow nominate @bob')
    const finds = async (typed: string) =>
      (await frank.slack.suggest(form, 'nomination.evidence', typed)).map(({ text }) => textOf(text))
    expect(await finds('')).toHaveLength(2)
    expect(await finds('BOILER part')).toEqual(['12 March · Drove a boiler part through the snow to Leeds.'])
    expect(await finds('four floors')).toEqual([])
  })

  test('shows what was masked in the reason before it is kept', async () => {
    const plaudit = await startPlaudit()
    const { alice } = plaudit
    await plansRound(plaudit)
    await alice.opens('/wow nominate @bob')
    const { outcome } = await alice.submits({
      reason: `${WHY} Ask ida@example.com about it.`,
      quotable: ['yes'],
    })
    expect(outcome).toBe('updated')
    expect(alice.formShows()).toContain('We hid private data in it.')
    expect(alice.formShows()).toContain('Ask ✉ ••• about it.')
    expect(alice.formShows()).toContain('checkboxes = Yes, if they win')
    expect((await alice.submits()).outcome).toBe('updated')
    // Also when it is changed in the same window: that is another submission, and not the first one again.
    await alice.seesChange(() => alice.presses(top(alice), 'nomination.edit'))
    await alice.submits({ reason: `${WHY} Or ask max@example.com about it.` })
    expect(alice.formShows()).toContain('We hid private data in it.')
    expect((await alice.submits()).outcome).toBe('updated')
    await alice.seesChange(() => alice.presses(top(alice), 'nomination.edit'))
    expect(alice.formShows()).toContain('Or ask ✉ ••• about it.')
  })

  test('says on the fields what has to be mended', async () => {
    const plaudit = await startPlaudit()
    const { alice, erin, bob, robot } = plaudit
    await plansRound(plaudit)
    await alice.opens('/wow nominate @alice')
    expect(await alice.isRefused({ reason: 'Because.' })).toEqual({
      nomineeId: 'Nobody nominates themselves: choose somebody else.',
      reason: expect.stringContaining('at least 50 characters'),
    })
    await chooses(alice, 'nomination.nominee', robot.id)
    expect((await alice.isRefused({ reason: WHY })).nomineeId).toContain('That is a bot.')
    await alice.slack.close({ all: true })
    // After the words were shown anew, the field has another name.
    await nominates(alice, bob)
    await alice.opens('/wow nominate')
    await chooses(alice, 'nomination.nominee', bob.id)
    expect(await alice.isRefused({ 'reason-1': 'Because.' })).toEqual({
      'reason-1': expect.stringContaining('at least 50 characters'),
    })
    await alice.slack.close({ all: true })
    // Guests nominate, too.
    await nominates(erin, bob)
  })
})

describe('other ways to the form', () => {
  test('with other words behind it, /wow nominate is the beginning of a story', async () => {
    const plaudit = await startPlaudit()
    await plansRound(plaudit)
    const { alice, carol } = plaudit
    expect((await alice.opens('/wow nominate your team, says Mrs Berger')).title).toBe('Tell a WOW story')
    await alice.slack.close({ all: true })
    await carol.opens('/wow nominate')
    expect(carol.formShows()).toContain('{Choose a colleague: users_select}')
  })

  test('who is no manager and presses Award can nominate instead, while a round is open', async () => {
    const plaudit = await startPlaudit({ prizes: true })
    const { alice, bob, erin } = plaudit
    const card = await alice.tells(told, { about: bob })
    await erin.presses(card, 'prize.award')
    expect(await erin.answer()).not.toContain('nominate')
    await plansRound(plaudit)
    await erin.presses(card, 'prize.award')
    expect(await erin.answer()).toContain(`You can do something else: nominate Bob Baker for ${TITLE}.`)
    await erin.presses(erin.lastAnswer(), 'story.nominate')
    await erin.form()
    expect(erin.formShows()).toContain('users_select = UBOB')
    expect(erin.formShows()).toContain('multi_external_select = 12 March')
    await bob.presses(card, 'prize.award')
    expect(await bob.answer()).not.toContain('nominate Bob')
  })

  test('one’s own are mended and withdrawn from /wow rounds, and lead back there', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob } = plaudit
    await plansRound(plaudit)
    await nominates(alice, bob)
    await alice.opens('/wow rounds')
    await alice.seesChange(() => alice.presses(top(alice), 'nomination.edit'))
    expect(alice.formShows()).toContain(WHY)
    expect((await alice.submits({ reason: `${WHY} Twice.` })).outcome).toBe('updated')
    await alice.seesChange(() => alice.presses(top(alice), 'rounds.open'))
    expect(alice.formShows()).toContain(TITLE)
    await alice.seesChange(() => alice.presses(top(alice), 'nomination.edit'))
    expect(alice.formShows()).toContain(`${WHY} Twice.`)
    await alice.seesChange(() => alice.presses(top(alice), 'nomination.withdraw'))
    await alice.seesChange(() => alice.presses(top(alice), 'rounds.open'))
    expect(alice.formShows()).not.toContain('Bob Baker')
  })

  test('names are found as they are typed, too, where nothing was escaped', async () => {
    const plaudit = await startPlaudit()
    const { alice } = plaudit
    await plansRound(plaudit)
    await alice.opens('/wow nominate @Bob Baker')
    expect(alice.formShows()).toContain('users_select = UBOB')
    await alice.slack.close({ all: true })
    await alice.opens('/wow nominate @Nobody Here')
    expect(alice.formShows()).toContain('{Choose a colleague: users_select}')
  })

  test('Home has a button while a round is open', async () => {
    const plaudit = await startPlaudit()
    const { alice } = plaudit
    expect(await alice.opensHome()).not.toContain('Nominate')
    await plansRound(plaudit)
    expect(await alice.opensHome()).toContain('[🏅 Nominate a colleague]')
    const home = alice.slack.home()
    if (!home) throw new Error('no Home')
    await alice.presses(home, 'round.nominate')
    expect((await alice.form()).title).toBe('Nominate a colleague')
  })
})

type Who = { slack: { modal: () => { blocks: readonly { block_id?: unknown }[] } | undefined } }
const top = <T>({ slack }: { slack: { modal: () => T | undefined } }): T => {
  const form = slack.modal()
  if (!form) throw new Error('no form is open')
  return form
}
const criterion = ({ slack }: Who): string =>
  String(
    slack
      .modal()
      ?.blocks.map(({ block_id }) => String(block_id))
      .find((id) => id.startsWith('criterion')),
  )
const textOf = (text: unknown): string => (text as { text: string }).text
