import { describe, expect, test } from '@jest/globals'
import { awards } from '../../support/plaudit/giving.ts'
import { type Plaudit, startPlaudit } from '../../support/plaudit.ts'

const words = 'Stayed two hours longer to find the lost part for a customer.'

/** bob takes his name off a story that credits frank, too. */
async function takesNameOff({ bob, settled }: Plaudit, card: Awaited<ReturnType<Plaudit['alice']['tells']>>) {
  await bob.picks(card, 'name-off')
  await bob.form()
  await bob.submits()
  await settled()
}

describe('a champion who takes their name off after a prize', () => {
  test('keeps it, and the manager reads what became of their post, and that nobody is to blame', async () => {
    const plaudit = await startPlaudit({ prizes: true })
    const { alice, bob, frank, carol, settled } = plaudit
    const card = await alice.tells(words, { about: [bob, frank] })
    await awards(carol, card, 'A voucher')
    await settled()
    await takesNameOff(plaudit, card)
    const note = carol.dms().at(-1)
    expect(note).toContain(
      'Bob Baker took their name off a story for which you awarded a voucher (£50): nobody else reads of that prize now.',
    )
    expect(note).toContain('The prize stays theirs.')
    expect(note).not.toContain('edited')
    expect(note).not.toContain('cancel')
  })

  test('changes nothing for the manager of a private prize', async () => {
    const plaudit = await startPlaudit({ prizes: true })
    const { alice, bob, frank, carol, settled } = plaudit
    const card = await alice.tells(words, { about: [bob, frank] })
    await awards(carol, card, 'A voucher', { personIds: [bob.id], isPrivate: ['yes'] })
    await settled()
    await takesNameOff(plaudit, card)
    expect(carol.dms()).toEqual([])
  })

  test('while it waits is the only one who reads of it once it is approved', async () => {
    const plaudit = await startPlaudit({ prizes: { approvalAbove: { moneyMinor: 20_00 } } })
    const { alice, bob, frank, carol, dave, settled, celebrations } = plaudit
    const card = await alice.tells(words, { about: [bob, frank] })
    await awards(carol, card, 'A voucher', { personIds: [bob.id] })
    await carol.submits()
    await carol.slack.close()
    await settled()
    await takesNameOff(plaudit, card)
    expect(carol.dms().at(-1)).toContain('The prize still waits for approval. Leave it so, or take it back.')
    await dave.presses(await dave.dm('asks for your approval'), 'award.approve')
    await dave.answer()
    await settled()
    expect(carol.dms().at(-1)).toContain('Bob Baker will read it in a moment. Nobody else does.')
    expect(celebrations.replies(card)).toEqual([])
  })
})
