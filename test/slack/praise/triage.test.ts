import { describe, expect, test } from '@jest/globals'
import { startTriage, TRIAGE, WORDS } from './support.ts'

describe('a letter that arrives', () => {
  test('waits in the triage channel: masked, with who wrote it, how it came, and whom it names', async () => {
    const { sends, card, reading } = await startTriage()
    const { status } = await sends({
      words: `${WORDS} Call me: +44 20 7946 0958.`,
      customer: { name: 'Mrs Berger', company: 'School of Leeds' },
      channel: 'email',
      receivedAt: '2026-03-11',
      recipients: ['carol', 'UBOB', 'Nobody Known'],
      rating: 5,
      reference: 'T-4711',
    })
    expect(status).toBe(202)
    const shown = reading.message(await card('heating'))
    for (const text of ['Zendesk', WORDS, '☎ •••', 'Mrs Berger, School of Leeds', 'by e-mail', '11 March'])
      expect(shown).toContain(text)
    for (const text of ['rated 5', 'T-4711', 'Nobody Known', 'Share', 'Not a WOW'])
      expect(shown).toContain(text)
    expect(shown).not.toContain('7946')
  })

  test('is shared with the letter’s form filled in, and its card says by whom', async () => {
    const { sends, card, alice, bob, reading, settled, celebrations, slack } = await startTriage()
    await sends({ words: WORDS, recipients: [bob.id], channel: 'review', customer: { name: 'Ann Miller' } })
    const waiting = await card('heating')
    await alice.presses(waiting, 'praise.share')
    await alice.form()
    expect(alice.formShows()).toContain(WORDS)
    const { outcome, errors } = await alice.submits({})
    expect({ outcome, errors }).toMatchObject({ outcome: 'closed' })
    await settled()
    expect(celebrations.texts().at(-1)).toContain(WORDS)
    const [message] = slack.messages(TRIAGE)
    const shown = message ? reading.message(message) : ''
    expect(shown).toContain('Alice Archer shared it.')
    expect(shown).toContain('See the letter')
    expect(shown).not.toContain('Not a WOW')
    // From now on the letter's own card says what may be shown, and follows when that changes.
    expect(shown).not.toMatch(/Ann Miller|heating/)
  })

  test('is no WOW, with a reason; who comes second hears who was faster', async () => {
    const { sends, card, alice, carol, reading, settled, slack } = await startTriage()
    await sends({ words: 'Where is my parcel? I waited for hours.' })
    const waiting = await card('parcel')
    await carol.presses(waiting, 'praise.dismiss')
    await carol.form()
    await alice.presses(waiting, 'praise.share')
    await alice.form()
    expect((await carol.submits({ reason: 'It is a complaint' })).outcome).toBe('closed')
    await settled()
    const [message] = slack.messages(TRIAGE)
    const shown = message ? reading.message(message) : ''
    expect(shown).toContain('Carol Cook said that it is not a WOW.')
    expect(shown).toContain('It is a complaint')
    const refused = await alice.submits({ championIds: ['UBOB'] })
    expect(JSON.stringify(refused)).toContain('Carol Cook was faster')
    expect(slack.messages('CCHEERS')).toEqual([])
  })

  test('is for nobody outside the triage channel to decide', async () => {
    const { sends, card, bob } = await startTriage()
    await sends({ words: WORDS })
    await card('heating')
    await bob.runs('/wow letters')
    expect(await bob.answer()).toContain('Only hosts and colleagues in the triage channel')
  })

  test('names whom its e-mail addresses belong to', async () => {
    const { sends, card, reading, expectRefusal } = await startTriage({
      before: (slack) => void slack.changePerson('UBOB', { email: 'bob@plaudit.example' }),
    })
    expectRefusal(/lookupByEmail .*users_not_found/)
    await sends({ words: WORDS, recipients: ['bob@plaudit.example', 'nobody@plaudit.example'] })
    const shown = reading.message(await card('heating'))
    expect(shown).toContain('It names Bob Baker.')
    expect(shown).not.toContain('plaudit.example')
  })
})

describe('many at once', () => {
  test('are told in one message, and the list has them in pages', async () => {
    const { sends, alice, settled, room, slack } = await startTriage({ timing: { betweenPosts: 300 } })
    await Promise.all(
      Array.from({ length: 30 }, (_, n) => sends({ words: `Thank you, number ${n}. ${WORDS}` })),
    )
    await room.shows(/letters from customers came in/)
    await settled()
    expect(room.texts().length).toBeLessThan(8)
    await alice.opens('/wow letters')
    expect(alice.formShows()).toContain('30 letters wait')
    expect(alice.formShows()).toContain('Page 1 of 3')
    const list = alice.slack.modal()
    if (list) await alice.presses(list, 'praises.next')
    await slack.until(() => alice.formShows().includes('Page 2 of 3'))
    const second = alice.slack.modal()
    if (second) await alice.presses(second, 'praise.dismiss')
    await slack.until(() => alice.formShows().includes('Not a WOW?'))
    expect((await alice.submits({ reason: 'spam' })).outcome).toBe('updated')
    expect(alice.formShows()).toContain('29 letters wait')
  })
})

test('a letter of which the list shows the beginning can be read whole there', async () => {
  const { sends, alice } = await startTriage()
  await sends({ words: `${WORDS} ${'He was very kind. '.repeat(30)}And he left the house clean.` })
  const list = await alice.opens('/wow letters')
  expect(alice.formShows()).not.toContain('left the house clean')
  await alice.presses(list, 'praise.whole')
  await alice.form()
  expect(alice.formShows()).toContain('left the house clean')
})

describe('before a channel is chosen', () => {
  test('hosts are told once, nothing is lost, and all of it is announced when there is one', async () => {
    const { sends, dave, settled, chooseChannel, room } = await startTriage({ chosen: false })
    for (let n = 0; n < 3; n += 1) await sends({ words: `Thank you, number ${n}. ${WORDS}` })
    await settled()
    expect(dave.dms().filter((text) => text.includes('nobody sees them yet'))).toHaveLength(1)
    await chooseChannel()
    await settled()
    expect(room.texts()).toHaveLength(3)
  })
})

describe('what waits for two working days', () => {
  test('is brought to mind once a day, whatever waits, until it is settled', async () => {
    const { sends, room, jumpTo } = await startTriage() // a Thursday
    for (let n = 0; n < 3; n += 1) await sends({ words: `Thank you, number ${n}. ${WORDS}` })
    const reminders = () => room.texts().filter((text) => text.includes('wait for a look')).length
    await jumpTo('2026-03-16 12:00') // Monday: not two working days yet
    expect(reminders()).toBe(0)
    await jumpTo('2026-03-17 12:00')
    expect(reminders()).toBe(1)
    await jumpTo('2026-03-18 12:00')
    expect(reminders()).toBe(2)
  })
})
