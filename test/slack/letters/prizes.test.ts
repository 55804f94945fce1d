import { describe, expect, test } from '@jest/globals'
import { awards } from '../../support/plaudit/giving.ts'
import { type Plaudit, startPlaudit } from '../../support/plaudit.ts'
import { sharesLetter } from '../support/letters.ts'

const reason = 'Ida Miller wrote that you saved her day, Bob.'

/** Everything that is in Slack now: messages, replies and DMs, with what is read aloud. */
const everywhere = ({ slack, alice, bob, carol, dave }: Plaudit): string =>
  JSON.stringify([
    slack.messages('CCHEERS').map((message) => [message, slack.replies('CCHEERS', message.ts)]),
    [alice, bob, carol, dave].map((one) => one.slack.dmMessages()),
  ])

async function withdraws({ alice, settled }: Plaudit, card: Awaited<ReturnType<typeof sharesLetter>>) {
  await alice.picks(card, 'edit')
  await alice.form()
  expect((await alice.submits({ permission: 'no' })).outcome).toBe('closed')
  await settled()
}

describe('a prize for a letter', () => {
  test('does not say the name that may not be shown any more, in any place', async () => {
    const plaudit = await startPlaudit({ prizes: true })
    const { carol, dave, celebrations, settled, jumpTo } = plaudit
    const card = await sharesLetter(plaudit)
    await awards(carol, card, 'A voucher', { reason })
    await settled()
    await jumpTo('2026-03-13 16:00')
    expect(everywhere(plaudit)).toContain(reason)
    await withdraws(plaudit, card)
    expect(everywhere(plaudit)).not.toMatch(/Ida|Miller/)
    expect(celebrations.replyTexts(card).join()).toContain('> ••• wrote that you saved her day, Bob.')
    await dave.opens('/wow prizes todo')
    expect(dave.formShows()).toContain('••• wrote that you saved her day, Bob.')
  })

  test('leaves the name out of the download, too', async () => {
    const plaudit = await startPlaudit({ prizes: true })
    const card = await sharesLetter(plaudit, { permission: 'first_name' })
    await awards(plaudit.carol, card, 'A voucher', { reason })
    await plaudit.settled()
    const { dave } = plaudit
    await dave.runs('/wow prizes')
    const room = await dave.form()
    await dave.presses(room, 'prizes.export')
    await dave.form()
    await dave.submits({ from: '2026-03-01', to: '2026-03-31' })
    await dave.dm('Here is 1 prize awarded')
    const [file] = dave.files()
    expect(file?.text).toContain('Ida ••• wrote that you saved her day, Bob.')
  })

  test('whose letter is taken back is told to its manager', async () => {
    const plaudit = await startPlaudit({ prizes: true })
    const { alice, bob, carol, settled } = plaudit
    const card = await sharesLetter(plaudit)
    await awards(carol, card, 'A voucher')
    await settled()
    await alice.picks(card, 'edit')
    await alice.presses(await alice.form(), 'story.retract')
    await alice.form()
    await alice.submits()
    await settled()
    const note = carol.dms().at(-1)
    expect(note).toContain('The story for which you awarded a voucher (£50) for Bob Baker was taken back')
    expect(note).toContain('The prize stays. If it should not, ask Dave Dunn to cancel it.')
    expect(note).not.toContain('left his own party')
    expect(bob.dms().join()).not.toContain('for which you awarded')
  })
})
