import { describe, expect, test } from '@jest/globals'
import { awards, REASON } from '../../support/plaudit/giving.ts'
import { type Colleague, MODES, type PlauditOptions, startPlaudit } from '../../support/plaudit.ts'

const found = 'Found the lost part in the cellar and drove it to the customer.'
const stayed = 'Stayed two hours longer to explain the bill to a customer.'

/** bob has a voucher for one story; bob and frank have a card each for another. */
async function twoAwards(options: PlauditOptions = {}) {
  const plaudit = await startPlaudit({ prizes: true, ...options })
  const { alice, bob, carol, dave, frank, settled, celebrations } = plaudit
  const first = await alice.tells(found, { about: bob })
  await awards(carol, first, 'A voucher')
  const second = await alice.tells(stayed, { about: [bob, frank] })
  await awards(carol, second, 'A hand-written card')
  await settled()
  const todo = await dave.dm('To be handed over: a voucher')
  const shown = (who: Colleague, text: string) => who.dms().find((one) => one.includes(text)) ?? ''
  return { ...plaudit, first, second, todo, shown, thread: () => celebrations.replyTexts(first).join('\n') }
}

describe.each(MODES)('a prize to be handed over, over %s', (mode) => {
  test('is a task with a button; once it is done the champion may ask what was noted', async () => {
    const { bob, dave, carol, todo, shown, settled } = await twoAwards({ mode })
    const task = shown(dave, 'To be handed over: a voucher')
    expect(task).toContain('To be handed over: a voucher (£50) for Bob Baker.')
    expect(task).toContain(`The reason: ${REASON}`)
    expect(task).toContain('Given by Carol Cook on 12 March.')
    expect(task).toContain('[Handed over…] [Cancel…]')
    await dave.presses(todo, 'award.handOver')
    await dave.form()
    expect(dave.formShows()).toContain('The champion may ask to see it.')
    expect(dave.formShows()).not.toContain('Who got it?')
    expect((await dave.submits({ note: 'Card 4711 <!here>' })).outcome).toBe('closed')
    await settled()
    expect(shown(dave, 'Done: a voucher')).toContain(
      'Bob Baker: handed over by Dave Dunn on Thursday 12 March',
    )
    expect(shown(dave, 'Done: a voucher')).toContain('The note: Card 4711 <!here>')
    expect(shown(dave, 'Done: a voucher')).not.toContain('[Cancel…]')

    const note = await bob.dm('awarded you a voucher')
    await bob.presses(note, 'award.noted')
    expect(await bob.answer()).toMatch(
      /Handed over by Dave Dunn on Thursday 12 March.*\nThe note: Card 4711 <!here>/,
    )
    expect(carol.dms().join('\n')).not.toContain('4711')
  })

  test('is closed from the list, one after the other, and the list comes back each time', async () => {
    const { bob, dave, frank, settled, slack } = await twoAwards({ mode })
    await dave.opens('/wow prizes todo')
    expect(dave.formShows()).toContain('To be handed over, the oldest first')
    expect(dave.formShows()).toContain('Bob Baker: a voucher (£50)\nfrom Carol Cook, since 12 March')
    expect(dave.formShows()).toContain(
      'Bob Baker and Frank Frost: a hand-written card from the leadership each',
    )

    const list = () => dave.slack.modal() as NonNullable<ReturnType<typeof dave.slack.modal>>
    const awardId = (action: string, nth: number) => {
      const buttons = (list().blocks as { elements?: { action_id?: string; value?: string }[] }[])
        .flatMap(({ elements = [] }) => elements)
        .filter((one) => one.action_id === action)
      return buttons[nth]?.value ?? ''
    }
    const turnsTo = (text: string) =>
      slack.until(() => dave.formShows().includes(text), { what: `the form to show ${text}` })

    // The cards, one by one: the same modal, the same form, the same award.
    const cards = awardId('award.handOver', 1)
    await dave.presses(list(), { actionId: 'award.handOver', value: cards })
    await turnsTo('Who got it?')
    expect((await dave.submits({ personIds: [frank.id], note: 'On his desk' })).outcome).toBe('updated')
    expect(dave.formShows()).toContain('Bob Baker: a hand-written card from the leadership\n')
    await dave.presses(list(), { actionId: 'award.handOver', value: cards })
    await turnsTo('A note or reference')
    expect(dave.formShows()).not.toContain('Who got it?')
    expect((await dave.submits({ note: 'In his pigeonhole' })).outcome).toBe('updated')
    expect(dave.formShows()).not.toContain('hand-written card')

    await dave.presses(list(), 'award.cancel', awardId('award.cancel', 0))
    await turnsTo('Bob Baker will be told gently, with your reason; Carol Cook reads who cancelled it')
    expect(await dave.isRefused({ reason: 'no' })).toHaveProperty('reason')
    expect((await dave.submits({ reason: 'The shop has closed.' })).outcome).toBe('updated')
    expect(dave.formShows()).toContain('Nothing waits to be handed over.')
    await dave.slack.close()
    await settled()

    for (const [who, noted] of [
      [frank, 'On his desk'],
      [bob, 'In his pigeonhole'],
    ] as const) {
      const note = await who.dm('awarded you a hand-written card')
      await who.presses(note, 'award.noted')
      const answer = await who.answer()
      expect(answer).toContain(`The note: ${noted}`)
      expect(answer.match(/The note/g)).toHaveLength(1)
    }
  })
})

describe('a prize that is cancelled', () => {
  test('goes from thread and card; the champion hears it gently, the manager clearly', async () => {
    const { bob, carol, dave, alice, first, todo, celebrations, settled, thread } = await twoAwards()
    expect(thread()).toContain('awarded @bob a voucher')
    expect(celebrations.text(first)).toContain('🎁')
    await dave.presses(todo, 'award.cancel')
    await dave.form()
    await dave.submits({ reason: 'The shop has closed.' })
    await settled()
    expect(thread()).not.toContain('voucher')
    expect(celebrations.text(first)).not.toContain('A voucher')
    const gently = bob.dms().at(-1) ?? ''
    expect(gently).toContain('Your prize, a voucher, will not be handed over after all.')
    expect(gently).toContain('The reason: The shop has closed.')
    expect(gently).toContain('what you did for the customer stays what it is')
    expect(gently).toContain('If you have a question about it, ask Dave Dunn.')
    const clearly = carol.dms().at(-1) ?? ''
    expect(clearly).toContain('Dave Dunn cancelled a prize that you awarded: a voucher (£50) for Bob Baker.')
    expect(clearly).toContain('Your budget has back what it took.')
    expect(alice.dms().join()).not.toContain('voucher')
    expect(dave.dms().join('\n')).toContain('Nothing to do any more: a voucher (£50) for Bob Baker.')
  })

  test('of somebody who has left tells those who are here, and no host that a note did not arrive', async () => {
    const { alice, bob, frank, carol, dave, settled, slack, celebrations } = await startPlaudit({
      prizes: true,
    })
    const card = await alice.tells('Stayed for the customer until ten.', { about: [bob, frank] })
    await awards(carol, card, 'A voucher')
    await settled()
    await slack.changePerson(bob.id, { deleted: true })
    await slack.changePerson(carol.id, { deleted: true })
    await settled()
    await dave.presses(await dave.dm('To be handed over'), 'award.cancel')
    await dave.form()
    expect(dave.formShows()).toContain('Frank Frost will be told gently')
    expect(dave.formShows()).not.toContain('Bob Baker (has left) and Frank Frost will be told')
    await dave.submits({ personIds: [bob.id], reason: 'He has left us.' })
    await settled()
    expect(celebrations.replyTexts(card).join()).toContain('awarded @frank a voucher')
    expect(dave.dms().join()).not.toContain('could not reach')
  })
})

describe('/wow prizes todo', () => {
  test('with nothing open says something kind; for others, whom to ask', async () => {
    const { dave, alice } = await startPlaudit({ prizes: true })
    await dave.opens('/wow prizes todo')
    expect(dave.formShows()).toContain(
      'Nothing waits to be handed over. Everybody has what was promised to them.',
    )
    await alice.runs('/wow prizes todo')
    expect(await alice.answer()).toContain('Dave Dunn can do this: they hand prizes over.')
  })

  test('shows leavers apart, and what waits with who decides', async () => {
    const { alice, bob, carol, dave, frank, settled, slack, shown } = await twoAwards({
      prizes: { approvalAbove: { halfDays: 1 } },
    })
    const third = await alice.tells('Carried the parcel up to the fifth floor.', { about: frank })
    await awards(carol, third, 'A day off')
    slack.changePerson(bob.id, { deleted: true })
    await settled()
    await dave.opens('/wow prizes todo')
    const list = dave.formShows()
    const [open, leavers, waiting] = [
      'To be handed over, the oldest first',
      'For people who have left',
      'Waiting for approval',
    ].map((title) => list.indexOf(title))
    expect([open, leavers, waiting]).toEqual([open, leavers, waiting].toSorted((a = 0, b = 0) => a - b))
    expect(list.slice(open, leavers)).toContain('Bob Baker (has left) and Frank Frost: a hand-written card')
    expect(list.slice(leavers, waiting)).toContain('Bob Baker (has left): a voucher (£50)')
    expect(list.slice(waiting)).toContain(
      'Frank Frost: a day off\nfrom Carol Cook, since 12 March · Dave Dunn can decide',
    )
    expect(shown(dave, 'To be handed over: a voucher')).toContain('⚠️ Bob Baker does not work here any more.')
  })

  test('is offered once a week while something is older than a week', async () => {
    const { dave, jumpTo } = await twoAwards()
    await jumpTo('2026-03-16 09:05')
    expect(dave.dms().join('\n')).not.toContain('more than a week')
    await jumpTo('2026-03-23 09:05')
    const reminder = await dave.dm('2 prizes have been waiting for more than a week')
    await dave.presses(reminder, 'prizes.todo')
    await dave.form()
    expect(dave.formShows()).toContain('Bob Baker: a voucher (£50)')
  })
})
