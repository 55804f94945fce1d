import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { type Colleague, MODES, type Plaudit, startPlaudit } from '../../support/plaudit.ts'
import { sharesLetter } from '../support/letters.ts'

type Card = Awaited<ReturnType<typeof sharesLetter>>

async function edits(who: Colleague, card: Card, values: object): Promise<void> {
  await who.picks(card, 'edit')
  await who.form()
  const { outcome, errors } = await who.submits({ ...values })
  if (outcome !== 'closed') throw new Error(`not saved: ${outcome} ${JSON.stringify(errors)}`)
}

const scan = { name: 'scan.png', data: Buffer.from('not really a picture') }
const withScan = ({ alice }: Plaudit) => ({
  photo: [alice.slack.upload(scan)],
  photoDescription: 'Signed by Ida Miller',
})

describe.each(MODES)('a name that may not be shown any more, over %s', (mode) => {
  test('leaves the card, the digest that is out, and the champions’ DMs', async () => {
    const plaudit = await startPlaudit({ mode })
    const { alice, bob, slack, celebrations, settled, jumpTo } = plaudit
    const card = await sharesLetter(plaudit, { lesson: 'Ida Miller is a baker: her day begins at four' })
    await jumpTo('2026-03-13 16:00')
    const everywhere = () =>
      [slack.messages('CCHEERS').map(({ text }) => text), celebrations.texts(), bob.dms()].flat().join('\n')
    expect(celebrations.texts()).toHaveLength(2)
    expect(everywhere()).toContain('Ida Miller')
    await edits(alice, card, { permission: 'no' })
    await settled()
    expect(everywhere()).not.toMatch(/Ida|Miller/)
    expect(celebrations.text(card)).toContain('> Yours, •••')
    expect(celebrations.text(card)).toContain('••• is a baker')

    await edits(alice, card, { permission: 'first_name' })
    await settled()
    expect(celebrations.text(card)).toContain('> Yours, Ida •••')
    expect(celebrations.text(card)).toContain('· Ida, Acme')
    expect(everywhere()).not.toContain('Miller')
  })

  test('takes the scan with it, and brings it back once it may be shown', async () => {
    const plaudit = await startPlaudit({ mode })
    const { alice, slack, celebrations, settled } = plaudit
    const card = await sharesLetter(plaudit, withScan(plaudit))
    const copy = celebrations.replies(card)[0]?.files?.[0] ?? ''
    expect(slack.file(copy)).toBeDefined()
    expect(celebrations.text(card)).toContain('(image: Signed by Ida Miller)')

    await edits(alice, card, { permission: 'not_asked' })
    await settled()
    expect(slack.file(copy)).toBeUndefined()
    expect(celebrations.replies(card)).toEqual([])
    expect(celebrations.text(card)).not.toContain('(image')

    await edits(alice, card, { scanIsClear: ['on'] })
    await settled()
    expect(celebrations.replies(card)).toHaveLength(1)
    expect(celebrations.text(card)).toContain('(image: Signed by •••)')

    await edits(alice, card, { words: 'Your Bob left his own party to open the shop.' })
    await settled()
    expect(celebrations.replies(card)).toHaveLength(1)
  })
})

describe('a letter’s permission', () => {
  test('nobody sees a scan before the name may be shown, or its teller says that it names nobody', async () => {
    const plaudit = await startPlaudit()
    const { celebrations } = plaudit
    const hidden = await sharesLetter(plaudit, { ...withScan(plaudit), permission: 'not_asked' })
    expect(celebrations.replies(hidden)).toEqual([])
    expect(celebrations.text(hidden)).not.toContain('(image')
    const clear = await sharesLetter(plaudit, {
      ...withScan(plaudit),
      ...{ permission: 'no', scanIsClear: ['on'] },
    })
    expect(celebrations.replies(clear)).toHaveLength(1)
    expect(celebrations.text(clear)).toContain('(image: Signed by •••)')
  })

  test('the form that edits brings everything back, with the words as they came', async () => {
    const plaudit = await startPlaudit()
    const { alice, celebrations, settled } = plaudit
    const more = { reference: 'T-12', lesson: 'Ask by when', permission: 'no' }
    const card = await sharesLetter(plaudit, more)
    await alice.picks(card, 'edit')
    await alice.form()
    const form = alice.formShows()
    for (const part of [
      'Edit the letter',
      'Yours, Ida Miller',
      '= Ida Miller}',
      '= Acme}',
      '= E-mail}',
      '2026-03-11',
    ])
      expect(form).toContain(part)
    for (const part of ['T-12', 'Ask by when', '◉ No']) expect(form).toContain(part)
    expect(form).not.toContain('A customer wrote this')
    await alice.submits()
    await settled()
    await edits(alice, card, { permission: 'yes' })
    await settled()
    expect(celebrations.text(card)).toContain('> Yours, Ida Miller')
  })

  test('a story that was a customer’s letter becomes one by an edit', async () => {
    const { alice, bob, celebrations, settled } = await startPlaudit()
    const card = await alice.tells('Your Bob left his own party to open the shop for us.', { about: bob })
    await alice.picks(card, 'edit')
    const form = await alice.form()
    await alice.presses(form, 'letter.switch', 'on')
    await alice.form()
    expect((await alice.submits()).outcome).toBe('closed')
    await settled()
    expect(celebrations.text(card)).toContain('> Your Bob left his own party')
  })

  test('a host changes it in the form of the menu, everybody else is told whom to ask', async () => {
    const plaudit = await startPlaudit()
    const { carol, dave, celebrations, settled } = plaudit
    const card = await sharesLetter(plaudit, withScan(plaudit))
    await dave.picks(card, 'edit')
    await dave.form()
    expect(dave.formShows()).toContain('◉ Yes')
    expect(dave.formShows()).toContain('[Take it back]')
    expect((await dave.submits({ permission: 'no' })).outcome).toBe('closed')
    await settled()
    expect(celebrations.text(card)).not.toMatch(/Ida|Miller|\(image/)
    expect(celebrations.replies(card)).toEqual([])
    await carol.picks(card, 'edit')
    expect(await carol.answer()).toContain('Only the one who told a story can change its words')
  })

  test('a host takes a letter back from there', async () => {
    const plaudit = await startPlaudit()
    const card = await sharesLetter(plaudit)
    await plaudit.dave.picks(card, 'edit')
    await plaudit.dave.presses(await plaudit.dave.form(), 'story.retract')
    await plaudit.dave.form()
    expect((await plaudit.dave.submits()).outcome).toBe('cleared')
    await plaudit.settled()
    expect(plaudit.celebrations.text(card)).toBe('· The story that was here has been taken back.')
  })

  test('holds for why it was taken back, too', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, settled } = plaudit
    const card = await sharesLetter(plaudit, { permission: 'no' })
    await alice.picks(card, 'edit')
    await alice.presses(await alice.form(), 'story.retract')
    await alice.form()
    await alice.submits({ reason: 'Ida Miller would rather not be quoted.' })
    await settled()
    expect(bob.dms().at(-1)).toContain('••• would rather not be quoted.')
    expect(bob.dms().join()).not.toMatch(/Ida|Miller/)
  })

  test('taken off and given back while Slack is slow, the scan is there once', async () => {
    const plaudit = await startPlaudit()
    const { alice, slack, celebrations, settled } = plaudit
    const card = await sharesLetter(plaudit, withScan(plaudit))
    const taken = celebrations.replies(card)[0]?.files?.[0] ?? ''
    slack.faults.next('files.delete', { kind: 'delay_after', ms: 600 })
    await edits(alice, card, { permission: 'no' })
    while (slack.file(taken)) await pause(3)
    await edits(alice, card, { permission: 'yes' })
    await settled()
    expect(celebrations.replies(card)).toHaveLength(1)
    const copy = celebrations.replies(card)[0]?.files?.[0] ?? ''
    expect(slack.file(copy)).toBeDefined()
    expect(celebrations.text(card)).toContain('(image')
  })
})

describe('in the digest', () => {
  test('letters come right after the story of the week, as quotes; also read aloud', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, carol, frank, celebrations, jumpTo } = plaudit
    await sharesLetter(plaudit, { permission: 'first_name' })
    await alice.tells('Stayed two hours longer to find the lost part.', { about: carol })
    await bob.opens('/wow letter')
    await bob.submits({ championIds: [frank.id], words: 'Frank knew the answer before I asked.' })
    await jumpTo('2026-03-13 16:00')
    const digest = await celebrations.shows('Story of the week')
    const shown = celebrations.text(digest)
    const order = ['Story of the week', 'Letters from customers', 'More stories', 'Stayed two hours']
    const places = order.map((part) => shown.indexOf(part))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(shown).toMatch(/> Frank knew the answer before I asked\.\nFrank Frost · In the customer’s words/)
    expect(shown).toContain('· In the customer’s words, by e-mail, 11 March · Ida, Acme')
    expect(digest.text).toContain('A customer about Frank Frost: “Frank knew the answer before I asked.”')
    expect(`${shown}${digest.text}`).not.toContain('Miller')
  })

  test('boards count a letter as a story', async () => {
    const plaudit = await startPlaudit()
    await sharesLetter(plaudit)
    await plaudit.carol.runs('/wow leaderboard')
    expect(await plaudit.carol.answer()).toMatch(/Bob Baker.*1 story/)
  })
})
