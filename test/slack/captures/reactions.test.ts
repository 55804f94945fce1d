import { describe, expect, test } from '@jest/globals'
import { MODES, type Plaudit, startPlaudit } from '../../support/plaudit.ts'
import { SAID, SHOWN, sharesMessage } from '../support/captures.ts'

async function switchedOn(plaudit: Plaudit, values = {}): Promise<void> {
  await plaudit.dave.opens('/wow capture')
  const { outcome, errors } = await plaudit.dave.submits({ channel: 'CNEWS', ...values })
  if (outcome !== 'updated') throw new Error(`not switched on: ${outcome} ${JSON.stringify(errors)}`)
  await plaudit.dave.slack.close()
  await plaudit.settled()
}

describe.each(MODES)('a reaction, over %s', (mode) => {
  test('asks nobody until a host says so; then who reacted, once, and privately', async () => {
    const plaudit = await startPlaudit({ mode })
    const { carol, alice, settled, celebrations } = plaudit
    const message = await carol.slack.says('CNEWS', SAID)
    await alice.reacts(message, 'star2')
    await settled()
    expect(alice.dms().join()).not.toContain('You reacted')
    await switchedOn(plaudit)
    await alice.unreacts(message, 'star2')
    await alice.reacts(message, 'star2')
    await alice.reacts(message, 'tada')
    const ask = await alice.dm('You reacted to this message. Turn it into a story?')
    await alice.unreacts(message, 'star2')
    await alice.reacts(message, 'star2')
    await settled()
    expect(alice.dms().filter((text) => text.includes('You reacted'))).toHaveLength(1)
    expect(carol.dms().join()).not.toContain('reacted')
    await alice.presses(ask, 'capture.share')
    await alice.form()
    expect(alice.formShows()).toContain(SHOWN)
    expect((await alice.submits()).outcome).toBe('closed')
    await celebrations.shows('From a message by Carol Cook')
  })
})

describe('a reaction', () => {
  test('with the emoji for letters opens a letter’s form, of a reply, too', async () => {
    const plaudit = await startPlaudit()
    await switchedOn(plaudit)
    const { carol, alice } = plaudit
    const parent = await carol.slack.says('CNEWS', 'Look at this:')
    const reply = await carol.slack.says('CNEWS', 'Your Bob saved our opening day.', { thread: parent.ts })
    await alice.reacts(reply, 'love_letter')
    await alice.presses(await alice.dm('customer’s letter'), 'capture.share')
    await alice.form()
    expect(alice.formShows()).toContain('Share a letter')
    expect(alice.formShows()).toContain('Your Bob saved our opening day.')
  })

  test('on what is a story already asks to add one’s voice', async () => {
    const plaudit = await startPlaudit()
    await switchedOn(plaudit)
    const { carol, alice, frank } = plaudit
    const message = await carol.slack.says('CNEWS', SAID)
    await sharesMessage(plaudit, { message, by: alice })
    await frank.reacts(message, 'star2')
    await frank.presses(await frank.dm('Alice Archer has made a story of it'), 'voice.add')
    await frank.form()
    expect(frank.formShows()).toContain('Alice Archer told a story about Bob Baker')
  })

  test('asks nothing on Plaudit’s own cards, for other emoji, or where it is off again', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, carol, dave, settled } = plaudit
    await switchedOn(plaudit, { channel: 'CCHEERS' })
    const card = await alice.tells('Stayed two hours longer to find the lost part.', { about: bob })
    await carol.reacts(card, 'star2')
    const message = await alice.slack.says('CCHEERS', SAID)
    await carol.reacts(message, 'tada')
    await settled()
    expect(carol.dms().join()).not.toContain('You reacted')
    await switchedOn(plaudit, { channel: 'CCHEERS', story: '', letter: '' })
    await carol.reacts(message, 'star2')
    await settled()
    expect(carol.dms().join()).not.toContain('You reacted')
    expect(dave.dms().join()).toContain('Stories from reactions')
  })

  test('in a private channel that Plaudit is in asks the author before anything is copied', async () => {
    const plaudit = await startPlaudit({
      before: (slack) =>
        void slack.addChannel({
          id: 'GTEAM',
          name: 'team',
          private: true,
          members: ['UDAVE', 'UALICE', slack.botUserId],
        }),
    })
    await switchedOn(plaudit, { channel: 'GTEAM' })
    const { dave, alice } = plaudit
    const message = await dave.slack.says('GTEAM', SAID)
    await alice.reacts(message, 'star2')
    await alice.presses(await alice.dm('You reacted'), 'capture.share')
    expect(await alice.answer()).toContain('Dave Dunn is asked first')
  })

  test('is switched on by hosts only, where Plaudit is, with emoji that it can read', async () => {
    const { alice, dave } = await startPlaudit()
    await alice.runs('/wow capture')
    expect(await alice.answer()).toContain('Only hosts')
    await dave.opens('/wow capture')
    expect(await dave.isRefused({ channel: 'CNEWS', story: '???', letter: ':star2:' })).toEqual({
      story: expect.stringContaining('no emoji that Plaudit can read'),
    })
    expect(await dave.isRefused({ story: ':star2:', letter: ':star2:' })).toEqual({
      letter: expect.stringContaining('cannot ask for both'),
    })
  })
})
