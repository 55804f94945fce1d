import { describe, expect, test } from '@jest/globals'
import type { Message } from '../../../playground/server/index.ts'
import { awards, REASON } from '../../support/plaudit/giving.ts'
import { type Colleague, MODES, type PlauditOptions, startPlaudit } from '../../support/plaudit.ts'

const found = 'Found the lost part in the cellar and drove it to the customer.'

/** Thursday at ten: carol would like to give bob a voucher, and what costs more than £20 waits for dave, the host. */
async function aWaitingVoucher(options: PlauditOptions = {}) {
  const plaudit = await startPlaudit({ prizes: { approvalAbove: { moneyMinor: 20_00 } }, ...options })
  const { alice, bob, carol, dave, settled, celebrations } = plaudit
  const card = await alice.tells(found, { about: bob })
  await awards(carol, card, 'A voucher')
  await carol.slack.close()
  await settled()
  const request = await dave.dm('asks for your approval')
  const now = (who: Colleague, message: Message) =>
    plaudit.reading.message(who.slack.dmMessages().find(({ ts }) => ts === message.ts) ?? message)
  return {
    ...plaudit,
    card,
    request,
    asked: () => now(dave, request),
    thread: () => celebrations.replyTexts(card).join('\n'),
    last: (who: Colleague) => who.dms().at(-1) ?? '',
  }
}

describe.each(MODES)('an award that waits, over %s', (mode) => {
  test('asks an approver with all there is to know; the thread says nothing until they approve', async () => {
    const { asked, dave, carol, bob, request, settled, thread, last } = await aWaitingVoucher({ mode })
    expect(asked()).toContain('Carol Cook asks for your approval: a voucher (£50) for Bob Baker.')
    expect(asked()).toContain(`The story: ${found} [Open the story]`)
    expect(asked()).toContain(`The reason: ${REASON}`)
    expect(asked()).toContain('It takes £50 from Carol Cook’s budget.')
    expect(asked()).toContain('it lapses on Thursday 26 March, 10:0')
    expect(asked()).toContain('[Approve] [Decline…]')
    expect(last(carol)).toContain('This prize waits for approval: a voucher (£50) for Bob Baker.')
    expect(last(carol)).toContain('Dave Dunn can decide about it.')
    expect(thread()).not.toContain('voucher')
    expect(bob.dms().join()).not.toContain('voucher')

    await dave.presses(request, 'award.approve')
    expect(await dave.answer()).toContain('Approved. Bob Baker will hear of it now, and so will Carol Cook.')
    await settled()
    expect(thread()).toContain('Carol Cook awarded @bob a voucher')
    expect(bob.dms().join('\n')).toContain('a voucher (£50)')
    expect(asked()).toContain('Carol Cook asked for approval: a voucher (£50) for Bob Baker.')
    expect(asked()).toContain('You approved it on Thursday 12 March')
    expect(asked()).not.toContain('[Approve]')
    expect(last(carol)).toContain('Dave Dunn approved your prize: a voucher (£50) for Bob Baker.')
  })

  test('is declined with a reason that the manager reads, and no champion', async () => {
    const { asked, dave, carol, bob, request, settled, thread, last } = await aWaitingVoucher({ mode })
    await dave.presses(request, 'award.decline')
    await dave.form()
    expect(dave.formShows()).toContain('A voucher (£50) for Bob Baker')
    expect(await dave.isRefused({ reason: 'no' })).toEqual({
      reason: expect.stringContaining('3 characters at least'),
    })
    expect((await dave.submits({ reason: 'A <day> off & <!channel> suits this better.' })).outcome).toBe(
      'closed',
    )
    await settled()
    expect(last(carol)).toContain('Dave Dunn declined your prize: a voucher (£50) for Bob Baker.')
    expect(last(carol)).toContain('The reason: A <day> off & <!channel> suits this better.')
    expect(asked()).toContain('You declined it on Thursday 12 March')
    expect(thread()).not.toContain('voucher')
    expect(bob.dms().join()).not.toContain('voucher')
  })
})

describe('an award that waits', () => {
  test('is taken back by its manager, and the approver sees that', async () => {
    const { asked, carol, settled } = await aWaitingVoucher()
    const note = await carol.dm('waits for approval')
    await carol.presses(note, 'award.cancel')
    await carol.form()
    expect(carol.formShows()).toContain('no champion has heard of it')
    expect((await carol.submits({ reason: 'I meant another story.' })).outcome).toBe('closed')
    await settled()
    expect(asked()).toContain('Carol Cook took it back on Thursday 12 March')
    expect(asked()).toContain('The reason: I meant another story.')
    expect(asked()).not.toContain('[Approve]')
    expect(carol.dms().join('\n')).toContain('You took it back on')
  })

  test('is decided by the first of two approvers; the other hears by whom', async () => {
    const plaudit = await startPlaudit({ prizes: { approvalAbove: { moneyMinor: 20_00 } } })
    const { alice, bob, carol, dave, gina, settled } = plaudit
    await dave.opens('/wow setup')
    await dave.submits({ hostIds: [dave.id, gina.id] })
    const card = await alice.tells(found, { about: bob })
    await awards(carol, card, 'A voucher')
    const [his, hers] = [await dave.dm('asks for your approval'), await gina.dm('asks for your approval')]
    await Promise.all([dave.presses(his, 'award.approve'), gina.presses(hers, 'award.approve')])
    const answers = [await dave.answer(), await gina.answer()].sort()
    expect(answers[0]).toContain('Approved. Bob Baker will hear of it now')
    expect(answers[1]).toMatch(/(Dave Dunn|Gina Grant) has approved this prize already/)
    await settled()
    expect(bob.dms().filter((text) => text.includes('awarded you'))).toHaveLength(1)
    const settledBy = [dave, gina].map((host) =>
      host.dms().findLast((text) => text.includes('asked for approval')),
    )
    expect(settledBy.filter((text) => text?.includes('You approved it on'))).toHaveLength(1)
    expect(settledBy.filter((text) => /(Dave|Gina) \w+ approved it on/.test(text ?? ''))).toHaveLength(1)
  })

  test('cannot be declined in a form that stayed open while it was approved', async () => {
    const { dave, request, settled, bob } = await aWaitingVoucher()
    await dave.presses(request, 'award.decline')
    await dave.form()
    await dave.presses(request, 'award.approve')
    await dave.answer()
    expect(await dave.isRefused({ reason: 'Not this time.' })).toEqual({
      reason: 'Dave Dunn has approved this prize already. Nothing more to do.',
    })
    await settled()
    expect(bob.dms().at(-1)).toContain('a voucher (£50)')
  })

  test('is remembered two working days later, and decided from there', async () => {
    const { dave, jumpTo, settled, asked, last } = await aWaitingVoucher()
    await jumpTo('2026-03-16 09:55')
    expect(last(dave)).not.toContain('Still waiting')
    await jumpTo('2026-03-16 11:05')
    const reminder = await dave.dm('Still waiting for your decision')
    expect(last(dave)).toContain('Carol Cook would like to award a voucher (£50) for Bob Baker.')
    await dave.presses(reminder, 'award.approve')
    await dave.answer()
    await settled()
    expect(last(dave)).not.toContain('Still waiting')
    expect(asked()).toContain('You approved it on Monday 16 March')
    const said = dave.dms().length
    await jumpTo('2026-03-18 11:05')
    expect(dave.dms().filter((text) => text.includes('Still waiting'))).toEqual([])
    expect(dave.dms().length).toBe(said)
  })

  test('lapses after two weeks, and a form that stayed open says so', async () => {
    const { dave, carol, request, jumpTo, asked, last, thread } = await aWaitingVoucher()
    await dave.presses(request, 'award.decline')
    await dave.form()
    await jumpTo('2026-03-26 11:05')
    expect(last(carol)).toContain(
      'Nobody decided about your prize in 14 days, so it lapsed: a voucher (£50) for Bob Baker.',
    )
    expect(asked()).toContain('Nobody decided in 14 days')
    expect(asked()).not.toContain('[Approve]')
    expect(await dave.isRefused({ reason: 'Not this time.' })).toEqual({
      reason: expect.stringContaining('This prize has lapsed'),
    })
    expect(thread()).not.toContain('voucher')
  })

  test('whose story is taken back asks once more, and can be approved all the same', async () => {
    const { alice, bob, dave, carol, card, settled, asked, last, thread } = await aWaitingVoucher()
    await alice.picks(card, 'edit')
    const form = await alice.form()
    await alice.presses(form, 'story.retract')
    await alice.form()
    await alice.submits({ reason: 'The customer asked for it.' })
    await settled()
    expect(asked()).toContain('⚠️ The story was taken back.')
    expect(asked()).not.toContain(found)
    const again = await dave.dm('Please look at this once more')
    expect(last(dave)).toContain('Approve it all the same, or decline it.')
    expect(carol.dms().join('\n')).toContain('The story was taken back meanwhile.')
    await dave.presses(again, 'award.approve')
    await dave.answer()
    await settled()
    expect(thread()).not.toContain('voucher')
    expect(bob.dms().at(-1)).toContain('a voucher (£50)')
    expect(last(carol)).toContain('Bob Baker will read it in a moment. Nobody else does.')
  })

  test('for a champion whom the story does not name any more says so to both', async () => {
    const plaudit = await startPlaudit({ prizes: { approvalAbove: { moneyMinor: 20_00 } } })
    const { alice, bob, erin, carol, dave, settled } = plaudit
    const card = await alice.tells(found, { about: [bob, erin] })
    await awards(carol, card, 'A voucher')
    await carol.slack.close()
    await settled()
    await alice.picks(card, 'edit')
    await alice.form()
    await alice.submits({ championIds: [bob.id] })
    await settled()
    expect(dave.dms().at(-1)).toContain('⚠️ Erin East is not named in the story any more.')
    expect(dave.dms().at(-1)).toContain('Approve it all the same, or decline it.')
    expect(carol.dms().at(-1)).toContain(
      'Erin East is not named any more in a story for which you awarded a voucher (£50)',
    )
    expect(carol.dms().at(-1)).toContain('[Take it back…]')
  })
})
