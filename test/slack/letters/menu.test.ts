import { describe, expect, test } from '@jest/globals'
import { startPlaudit } from '../../support/plaudit.ts'
import { sharesLetter } from '../support/letters.ts'

describe('the menu of a letter’s card', () => {
  test('has five places: what tellers do and what champions do share one', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, carol, celebrations } = plaudit
    const card = await sharesLetter(plaudit)
    expect(celebrations.text(card)).toContain(
      '[Tell one too | Add your voice | Nominate for this | Thank the customer | Edit, take back, or take my name off]',
    )
    await alice.picks(card, 'edit')
    expect((await alice.form()).title).toBe('Edit the letter')
    await bob.picks(card, 'name-off')
    await bob.form()
    expect(bob.formShows()).toContain('Take your name off?')
    await carol.picks(card, 'edit')
    expect(await carol.answer()).toContain('Only the one who told a story')
  })

  test('asks a host who is its champion which of the two is meant', async () => {
    const plaudit = await startPlaudit()
    const { dave, celebrations, settled } = plaudit
    const card = await sharesLetter(plaudit, { championIds: ['UDAVE', 'UBOB'] })
    await dave.picks(card, 'edit')
    const choice = await dave.form()
    expect(dave.formShows()).toContain('[Take my name off]? [Edit or take back]')
    await dave.presses(choice, 'story.nameOff')
    await settled()
    expect(celebrations.text(card)).not.toContain('@dave')
    await dave.slack.close({ all: true })
    await dave.picks(card, 'edit')
    expect((await dave.form()).title).toBe('This letter')
  })
})
