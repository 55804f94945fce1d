import { describe, expect, test } from '@jest/globals'
import { type Colleague, MODES, type Plaudit, startPlaudit } from '../../support/plaudit.ts'

const words = 'Stayed two hours longer to find the lost part for a customer.'
const better = 'Stayed three hours longer and drove the lost part to the customer.'
const gone = 'The story that was here has been taken back.'

async function takesBack(who: Colleague, card: { channel: string; ts: string }, reason?: string) {
  await who.picks(card, 'edit')
  const form = await who.form()
  if (form.callback_id === 'story.tell') {
    await who.presses(form, 'story.retract')
    await who.form()
  }
  return who.submits(reason ? { reason } : {})
}

describe.each(MODES)('a story that changes, over %s', (mode) => {
  test('its teller edits it, and the card and the DM change in place', async () => {
    const { alice, bob, celebrations, settled } = await startPlaudit({ mode })
    const card = await alice.tells(words, { about: bob, lesson: 'Look twice' })
    await settled()
    await alice.picks(card, 'edit')
    await alice.form()
    expect(alice.formShows()).toContain(words)
    expect(alice.formShows()).toContain('Look twice')
    expect((await alice.submits({ words: better })).outcome).toBe('closed')
    await settled()
    expect(celebrations.texts()).toHaveLength(1)
    expect(celebrations.text(card)).toContain(better)
    expect(celebrations.text(card)).not.toContain(words)
    expect(celebrations.text(card)).toContain('edited')
    expect(bob.dms()).toEqual([expect.stringContaining(better)])
  })

  test('its teller takes it back: the card becomes a quiet line, and champions are told why', async () => {
    const { alice, bob, celebrations, settled } = await startPlaudit({ mode })
    const card = await alice.tells(words, { about: bob })
    await settled()
    expect((await takesBack(alice, card, 'I mixed up two people.')).outcome).toBe('cleared')
    await settled()
    expect(celebrations.text(card)).toBe(`· ${gone}`)
    expect(celebrations.messages()[0]?.text).toBe(gone)
    expect(bob.dms().at(0)).toBe(`· ${gone}`)
    expect(bob.dms().at(-1)).toContain('Alice Archer took back a story that named you')
    expect(bob.dms().at(-1)).toContain('The reason: I mixed up two people.')
    expect(alice.dms().join()).not.toContain('Your story about')
  })

  test('a champion takes their name off: at once, everywhere, no reason asked, the teller told gently', async () => {
    const { alice, bob, carol, celebrations, settled } = await startPlaudit({ mode })
    const card = await alice.tells(words, { about: [bob, carol] })
    await settled()
    await bob.picks(card, 'name-off')
    await bob.form()
    expect(bob.formShows()).toContain('It disappears at once')
    expect(celebrations.text(card)).toContain('@bob')
    await bob.submits({})
    expect(bob.formShows()).toContain('Your name is off this story, everywhere')
    await settled()
    expect(celebrations.text(card)).toContain('WOW, @carol!')
    expect(celebrations.messages()[0]?.text).not.toContain('Bob')
    expect(carol.dms()[0]).not.toContain('bob')
    expect(bob.dms()[0]).toContain('Your name is off this story')
    expect(bob.dms()[0]).not.toContain(words)
    expect(alice.dms().at(-1)).toContain('Bob Baker prefers not to be named in your story')
    expect(alice.dms()[0]).toContain('Your story about Carol Cook is out')
  })
})

describe('editing', () => {
  test('is for the teller alone: others are told whom to ask', async () => {
    const { alice, bob, carol, celebrations, settled } = await startPlaudit()
    const card = await alice.tells(words, { about: bob })
    for (const somebody of [bob, carol]) {
      await somebody.picks(card, 'edit')
      expect(await somebody.answer()).toContain('Only the one who told a story can change its words')
      expect(somebody.slack.modal()).toBeUndefined()
    }
    await settled()
    expect(celebrations.text(card)).not.toContain('edited')
  })

  test('champions who come in hear of it, once; who was there hears nothing again', async () => {
    const { alice, bob, carol, celebrations, settled } = await startPlaudit()
    const card = await alice.tells(words, { about: bob })
    await settled()
    await alice.picks(card, 'edit')
    await alice.form()
    await alice.submits({ championIds: [bob.id, carol.id] })
    await settled()
    expect(celebrations.text(card)).toContain('WOW, @bob and @carol!')
    expect(bob.dms()).toHaveLength(1)
    expect(carol.dms()).toHaveLength(1)
  })

  test('the form is checked as a new one is', async () => {
    const { alice, bob } = await startPlaudit()
    const card = await alice.tells(words, { about: bob })
    await alice.picks(card, 'edit')
    await alice.form()
    const errors = await alice.isRefused({ championIds: [alice.id], words: 'Short' })
    expect(Object.keys(errors).sort()).toEqual(['championIds', 'words'])
  })

  test('an edit while the card is still on its way reaches the card', async () => {
    const { alice, bob, slack, celebrations, settled } = await startPlaudit()
    slack.faults.next('chat.postMessage', { kind: 'delay_after', ms: 300 })
    const card = await alice.tells(words, { about: bob })
    await alice.picks(card, 'edit')
    await alice.form()
    await alice.submits({ words: better })
    await settled()
    expect(celebrations.texts()).toEqual([expect.stringContaining(better)])
  })
})

describe('taking back', () => {
  test('a host can: teller and champions are told why', async () => {
    const { alice, bob, dave, celebrations, settled } = await startPlaudit()
    const card = await alice.tells(words, { about: bob })
    await settled()
    await takesBack(dave, card, 'It names a customer who asked us not to.')
    await settled()
    expect(celebrations.text(card)).toBe(`· ${gone}`)
    expect(alice.dms().at(-1)).toContain('Dave Dunn, a host, took back a story that you told')
    for (const one of [alice, bob])
      expect(one.dms().at(-1)).toContain('The reason: It names a customer who asked us not to.')
  })

  test('it leaves everything: boards, Home and the digest so far', async () => {
    const { alice, bob, carol, settled } = await startPlaudit()
    const card = await alice.tells(words, { about: bob })
    await carol.reacts(card)
    await settled()
    await takesBack(alice, card)
    await settled()
    await carol.runs('/wow leaderboard')
    expect(await carol.answer()).toContain('Nobody is here yet')
    await carol.runs('/wow digest')
    expect(await carol.answer()).not.toContain(words)
    for (const one of [alice, bob]) expect(await one.opensHome()).not.toContain(words)
  })

  test('what was taken back takes no edit and no cheer any more, from whatever was still on a screen', async () => {
    const { alice, bob, carol, dave, celebrations, settled } = await startPlaudit()
    const card = await alice.tells(words, { about: bob })
    await alice.picks(card, 'edit')
    await alice.form()
    for (const _ of ['cheers', 'is offered to take it back']) {
      await carol.presses(card, 'story.cheer')
      await carol.answer()
    }
    const offer = carol.lastAnswer()
    await takesBack(dave, card)
    await settled()
    expect((await alice.isRefused({ words: better })).championIds).toContain('This story has been taken back')
    await carol.presses(offer, 'story.uncheer')
    expect(await carol.answer()).toContain('This story has been taken back')
    await settled()
    expect(celebrations.text(card)).toBe(`· ${gone}`)
  })
})

describe('Take my name off', () => {
  const fromTheDm = async ({ bob }: Plaudit) => {
    const dm = await bob.dm('told everybody what you did')
    await bob.presses(dm, 'story.nameOff')
  }
  test('works from the DM, and it stays off when the teller edits', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, carol, celebrations, settled } = plaudit
    const card = await alice.tells(words, { about: [bob, carol] })
    await settled()
    await fromTheDm(plaudit)
    await settled()
    await alice.picks(card, 'edit')
    await alice.form()
    const errors = await alice.isRefused({ championIds: [bob.id, carol.id] })
    expect(errors.championIds).toContain('Bob Baker prefers not to be named in this story')
    const named = await alice.isRefused({ championIds: [carol.id], words: `${words} Bob helped.` })
    expect(named.words).toContain('Bob Baker prefers not to be named in this story')
    expect(celebrations.text(card)).toContain('WOW, @carol!')
  })

  test('works from Home', async () => {
    const { alice, bob, carol, celebrations, settled } = await startPlaudit()
    const card = await alice.tells(words, { about: [bob, carol] })
    await settled()
    await bob.opensHome()
    const home = bob.slack.home()
    if (!home) throw new Error('no Home')
    await bob.presses(home, 'story.nameOff')
    expect((await bob.form()).title).toBe('Plaudit')
    await settled()
    expect(celebrations.text(card)).toContain('WOW, @carol!')
  })

  test('with nobody left, the story is taken back', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, celebrations, settled } = plaudit
    const card = await alice.tells(words, { about: bob })
    await settled()
    await fromTheDm(plaudit)
    await settled()
    expect(celebrations.text(card)).toBe(`· ${gone}`)
    expect(alice.dms().at(-1)).toContain('Nobody is named any more in a story that you told')
    expect(alice.dms().join()).not.toContain('bob')
  })

  test('is for champions: others hear that there is nothing to take off', async () => {
    const { alice, bob, carol, celebrations, settled } = await startPlaudit()
    const card = await alice.tells(words, { about: bob })
    await carol.picks(card, 'name-off')
    expect(await carol.answer()).toContain('Your name is not in this story')
    await settled()
    expect(celebrations.text(card)).toContain('WOW, @bob!')
  })

  test('is asked once more before it happens', async () => {
    const { alice, bob, celebrations, settled } = await startPlaudit()
    const card = await alice.tells(words, { about: bob })
    const dm = await bob.dm('told everybody what you did')
    await bob.slack.press(dm, 'story.nameOff', { confirm: 'no' })
    await settled()
    expect(celebrations.text(card)).toContain('WOW, @bob!')
  })
})

describe('text is safe', () => {
  const nasty =
    '<!channel> <!here|here> @channel <@UNOBODY> <https://evil.example|acme.example> *bold* `code` &lt;'
  test('what anybody types is shown as typed, pings nobody and is no link', async () => {
    const { alice, bob, slack, celebrations, settled, jumpTo } = await startPlaudit()
    const fields = { customerName: nasty.slice(0, 70), deeds: nasty, thanks: nasty }
    await alice.opens('/wow')
    alice.slack.fill({ championIds: [bob.id], words: `${nasty} and twenty more characters`, lesson: nasty })
    const form = alice.slack.modal()
    if (!form) throw new Error('no form')
    await alice.presses(form, 'story.more')
    await alice.form()
    expect((await alice.submits(fields)).outcome).toBe('closed')
    await settled()
    const [card] = celebrations.messages()
    if (!card) throw new Error('no card')
    expect(celebrations.text(card)).toContain(`💡 What we can learn: ${nasty}`)
    await jumpTo('2026-03-13 16:00')
    for (const { name, payload } of slack.calls()) {
      if (!name.startsWith('chat.')) continue
      expect(String(payload.text)).not.toMatch(/<!|<@|<http/)
      expect(JSON.stringify(payload.blocks)).not.toMatch(/"type":"(broadcast|usergroup)"|"url":"https:..evil/)
      expect(JSON.stringify(payload.blocks)).not.toContain('"user_id":"UNOBODY"')
    }
  })
})
