import { describe, expect, test } from '@jest/globals'
import { MODES, startPlaudit } from '../../support/plaudit.ts'

const FRIDAY = '2026-03-13 16:00'
const NEXT_FRIDAY = '2026-03-20 16:00'
const found = 'Found the lost part in the cellar and drove it to the customer.'
const stayed = 'Stayed two hours longer to explain the bill to a customer.'
const helped = 'Helped the colleagues in the warehouse to count all the boxes.'
const title = 'The week’s WOW stories'

describe.each(MODES)('the Friday digest, over %s', (mode) => {
  test('in its order: facts, the story of the week in full, the others, lessons, champions', async () => {
    const { alice, bob, carol, dave, frank, celebrations, jumpTo } = await startPlaudit({ mode })
    await alice.tells(stayed, { about: carol, lesson: 'Ask once more' })
    const most = await alice.tells(found, { about: bob, lesson: 'Look twice' })
    await alice.tells(helped, { about: [frank, bob], customerKind: 'colleague' })
    for (const fan of [carol, dave]) await fan.reacts(most)
    await jumpTo(FRIDAY)
    const digest = await celebrations.shows(title)
    const text = celebrations.text(digest)
    const order = [
      ': 3 stories about 3 colleagues who did something great for somebody, and 2 cheers for them.',
      'Story of the week',
      'WOW, Bob Baker!',
      found,
      'Shared by Alice Archer',
      'More stories',
      `Carol Cook: ${stayed}`,
      'Frank Frost and Bob Baker: Helped',
      'What we learned',
      'Ask once more',
      'Champions of the week',
      'Bob Baker: 2 stories, 2 cheers',
      'Carol Cook: 1 story',
    ]
    const places = order.map((part) => [part, text.indexOf(part)] as const)
    expect(places.filter(([, at]) => at < 0)).toEqual([])
    expect(places.map(([, at]) => at)).toEqual(places.map(([, at]) => at).toSorted((a, b) => a - b))
    expect(text).toContain('[Read it](https://')
    expect(text).not.toContain('@')
  })

  test('it is posted once in every digest channel, whatever the restarts and repeated clocks', async () => {
    const plaudit = await startPlaudit({ mode })
    const { alice, bob, dave, celebrations, news, jumpTo, leapTo, restarts, settled } = plaudit
    await dave.opens('/wow setup')
    await dave.submits({ digestChannels: ['CCHEERS', 'CNEWS'] })
    await alice.tells(found, { about: bob })
    await jumpTo(FRIDAY)
    await leapTo(FRIDAY)
    await restarts()
    await leapTo('2026-03-13 15:59')
    await leapTo(FRIDAY)
    await settled()
    for (const room of [celebrations, news])
      expect(room.texts().filter((text) => text.includes(title))).toHaveLength(1)
  })
})

describe('the story of the week', () => {
  test('ties: the earliest leads', async () => {
    const { alice, bob, carol, celebrations, jumpTo } = await startPlaudit()
    await alice.tells(found, { about: bob })
    await alice.tells(stayed, { about: carol })
    await jumpTo(FRIDAY)
    expect(celebrations.text(await celebrations.shows(title))).toContain('WOW, Bob Baker!')
  })

  test('outside customers go before favours among colleagues, however cheered', async () => {
    const { alice, bob, carol, frank, celebrations, jumpTo } = await startPlaudit()
    const favour = await alice.tells(helped, { about: bob, customerKind: 'colleague' })
    await frank.reacts(favour)
    await alice.tells(stayed, { about: carol })
    await jumpTo(FRIDAY)
    expect(celebrations.text(await celebrations.shows(title))).toContain('WOW, Carol Cook!')
  })

  test('nobody leads twice in four weeks', async () => {
    const { alice, bob, carol, frank, celebrations, jumpTo } = await startPlaudit()
    await alice.tells(found, { about: bob })
    await jumpTo(FRIDAY)
    const again = await alice.tells('Found the other part in the attic for the same customer.', {
      about: bob,
    })
    await frank.reacts(again)
    await alice.tells(stayed, { about: carol })
    await jumpTo(NEXT_FRIDAY)
    expect(celebrations.texts().at(-1)).toContain('WOW, Carol Cook!')
    await jumpTo('2026-04-11 10:00') // four weeks after the first digest, and a quiet one in between
    await alice.tells('Found a third part under the roof for yet another customer.', { about: bob })
    await jumpTo('2026-04-17 16:00')
    expect(celebrations.texts().at(-1)).toContain('WOW, Bob Baker!')
  })
})

describe('the window', () => {
  test('is the week since the last digest: nothing falls between two, and nothing appears twice', async () => {
    const { alice, bob, celebrations, jumpTo } = await startPlaudit({ at: '2026-03-12 10:00' })
    const told: string[] = []
    const tell = async (when: string) => {
      await jumpTo(when)
      const words = `Story number ${told.length + 1}: found the lost part, ${when}.`
      told.push(words)
      await alice.tells(words, { about: bob })
    }
    await tell('2026-03-13 15:59')
    await jumpTo(FRIDAY)
    await tell('2026-03-13 16:01')
    await tell('2026-03-17 12:00')
    await tell('2026-03-20 15:59')
    await jumpTo(NEXT_FRIDAY)
    await tell('2026-03-27 15:00')
    await jumpTo('2026-03-27 16:00')
    await tell('2026-04-03 15:59') // the clocks went forward on the 29th
    await jumpTo('2026-04-03 16:00')
    const digests = celebrations.texts().filter((text) => text.includes(title))
    expect(digests).toHaveLength(4)
    const where = told.map((words) =>
      digests.flatMap((text, at) => (text.includes(words.slice(0, 16)) ? [at] : [])),
    )
    expect(where).toEqual([[0], [1], [1], [1], [2], [3]])
  })

  test('across both changes of the clocks it comes at 16:00 on the wall', async () => {
    const { alice, bob, celebrations, jumpTo, reading } = await startPlaudit({ at: '2026-10-22 10:00' })
    await alice.tells(found, { about: bob })
    await jumpTo('2026-10-30 15:59')
    await jumpTo('2026-10-30 16:00')
    const times = celebrations
      .messages()
      .filter(
        (message) =>
          reading.message(message).includes(title) || reading.message(message).includes('quiet week'),
      )
      .map(({ ts }) => new Date(Number(ts) * 1000).toISOString().slice(0, 16))
    expect(times.at(-1)).toBe('2026-10-30T16:00') // on GMT again
  })

  test('a quiet week gets a short text that invites a story, never a scolding', async () => {
    const { alice, bob, celebrations, jumpTo } = await startPlaudit()
    await alice.tells(found, { about: bob })
    await jumpTo(FRIDAY)
    await jumpTo(NEXT_FRIDAY)
    const quiet = celebrations.texts().at(-1)
    expect(quiet).toContain('was a quiet week for stories, and surely not for good deeds')
    expect(quiet).toContain('type /wow')
    expect(quiet).toContain('[Tell a story]')
    expect(quiet).not.toContain('Story of the week')
    expect(quiet).not.toContain('Champions of the week')
  })

  test('a story told after the preview is in: the window is as it stands at its hour', async () => {
    const { alice, bob, carol, celebrations, jumpTo } = await startPlaudit()
    await alice.tells(found, { about: bob })
    await jumpTo('2026-03-13 15:30')
    await alice.tells(stayed, { about: carol })
    await jumpTo(FRIDAY)
    expect(celebrations.texts().at(-1)).toContain(stayed)
  })
})

describe('after downtime', () => {
  test('down at 16:00, it is posted late, and says nothing about it', async () => {
    const { alice, bob, celebrations, clock, stops, restarts, settled } = await startPlaudit()
    await alice.tells(found, { about: bob })
    await settled()
    await stops()
    clock.setCivil('2026-03-14T15:30:00.000Z')
    await restarts()
    await settled()
    const digest = celebrations.text(await celebrations.shows(title))
    expect(digest).toMatch(/12\s–\s13 March: 1 story/)
    expect(digest).not.toMatch(/late|sorry|delay/i)
  })

  test('later than 24 hours, the window joins the next digest', async () => {
    const { alice, bob, carol, celebrations, clock, stops, restarts, settled, jumpTo, expectLog } =
      await startPlaudit()
    expectLog(/skipped/)
    await alice.tells('Told long before there was any digest at all.', { about: carol })
    await jumpTo(FRIDAY)
    await jumpTo('2026-03-19 12:00')
    await alice.tells(found, { about: bob })
    await settled()
    await stops()
    clock.setCivil('2026-03-21T16:30:00.000Z')
    await restarts()
    await settled()
    expect(celebrations.texts().filter((text) => text.includes(title))).toHaveLength(1)
    await jumpTo('2026-03-27 16:00')
    const next = celebrations.texts().at(-1)
    expect(next).toMatch(/13\s–\s27 March/)
    expect(next).toContain(found)
  })

  test('nothing that is late is posted when the schedule itself has just been changed', async () => {
    const { alice, bob, dave, celebrations, jumpTo, settled } = await startPlaudit()
    await alice.tells(found, { about: bob })
    await dave.opens('/wow setup')
    await dave.submits({ digestDay: '4', digestTime: '09:00' }) // Thursday, an hour ago
    await settled()
    await jumpTo('2026-03-12 18:00')
    expect(celebrations.texts().filter((text) => text.includes(title))).toEqual([])
    await jumpTo('2026-03-19 09:00')
    expect(celebrations.texts().filter((text) => text.includes(title))).toHaveLength(1)
  })
})

describe('a posted digest', () => {
  test('follows: a story taken back leaves it, an edit shows in it, a name taken off too', async () => {
    const { alice, bob, carol, frank, celebrations, jumpTo, settled } = await startPlaudit()
    const lead = await alice.tells(found, { about: bob })
    await alice.tells(stayed, { about: [carol, frank] })
    await jumpTo(FRIDAY)
    const digest = await celebrations.shows(title)
    const dm = await carol.dm('told everybody')
    await carol.presses(dm, 'story.nameOff')
    await settled()
    expect(celebrations.text(digest)).not.toContain('Carol')
    expect(celebrations.text(digest)).toContain(`Frank Frost: ${stayed}`)

    await alice.picks(lead, 'edit')
    await alice.form()
    await alice.submits({ words: `${found} And back.` })
    await settled()
    expect(celebrations.text(digest)).toContain('And back.')

    await alice.picks(lead, 'edit')
    await alice.presses(await alice.form(), 'story.retract')
    await alice.form()
    await alice.submits()
    await settled()
    expect(celebrations.text(digest)).not.toContain(found)
    expect(celebrations.text(digest)).not.toContain('Bob')
    expect(celebrations.messages().find(({ ts }) => ts === digest.ts)?.text).not.toContain('Bob')
    expect(celebrations.text(digest)).toContain(stayed)
  })
})

describe('/wow digest', () => {
  test('shows anybody the week so far, privately', async () => {
    const { alice, bob, carol, celebrations } = await startPlaudit()
    await carol.runs('/wow digest')
    expect(await carol.answer()).toContain('No story has been told yet')
    await alice.tells(found, { about: bob, lesson: 'Look twice' })
    await carol.runs('/wow digest')
    const soFar = await carol.answer()
    expect(soFar).toContain('The week so far')
    expect(soFar).toContain(found)
    expect(soFar).toContain('Look twice')
    expect(celebrations.texts()).toHaveLength(1)
  })

  test('starts anew after the digest', async () => {
    const { alice, bob, carol, jumpTo } = await startPlaudit()
    await alice.tells(found, { about: bob })
    await jumpTo('2026-03-13 16:01')
    await carol.runs('/wow digest')
    expect(await carol.answer()).toContain('No stories yet this week')
  })

  test('guests see it as members of the celebration channel only', async () => {
    const { alice, bob, erin, slack } = await startPlaudit()
    await alice.tells(found, { about: bob })
    await erin.runs('/wow digest', 'CLOBBY')
    expect(await erin.answer()).toContain(found)
    await slack.kick('CCHEERS', erin.id)
    await erin.runs('/wow digest', 'CLOBBY')
    expect(await erin.answer()).toContain('Guests can see this once they are in the channel')
  })
})
