import { describe, expect, test } from '@jest/globals'
import type { Message } from '../../../playground/server/index.ts'
import {
  type Colleague,
  MODES,
  type Plaudit,
  type PlauditOptions,
  startPlaudit,
} from '../../support/plaudit.ts'

const FRIDAY = '2026-03-13 16:00'
const found = 'Found the lost part in the cellar and drove it to the customer.'
const stayed = 'Stayed two hours longer to explain the bill to a customer.'
const title = 'The week’s WOW stories'

/** Friday at ten: two stories are told, and dave and gina, the hosts, have their preview. */
async function fridayMorning(options: PlauditOptions = {}) {
  const plaudit = await startPlaudit(options)
  const { alice, bob, carol, dave, gina, jumpTo, celebrations } = plaudit
  await dave.opens('/wow setup')
  await dave.submits({ hostIds: [dave.id, gina.id] })
  const bobs = await alice.tells(found, { about: bob })
  const carols = await alice.tells(stayed, { about: carol })
  await jumpTo('2026-03-13 10:00')
  const preview = await dave.dm('goes out on Friday 13 March')
  const shown = (host: Colleague = dave) =>
    host.dms().findLast((text) => text.includes(title)) ?? host.dms().at(-1) ?? ''
  const digests = () => celebrations.texts().filter((text) => text.includes(title))
  return { ...plaudit, plaudit, bobs, carols, preview, shown, digests }
}

/** Picks a story in a select of the preview, as one types a few letters. */
async function picksStory({ dave }: Plaudit, preview: Message, action: string, letters: string) {
  const [option] = await dave.slack.suggest(preview, action, letters)
  await dave.presses(preview, action, String(option?.value))
}

describe.each(MODES)('the preview, over %s', (mode) => {
  test('comes to every host six hours before, with what can be chosen; nobody else gets it', async () => {
    const { dave, gina, alice, shown } = await fridayMorning({ mode })
    for (const host of [dave, gina]) {
      expect(shown(host)).toContain('goes out on Friday 13 March')
      expect(shown(host)).toContain(found)
      expect(shown(host)).toContain('[Add a note] [Ask a leader for a note] [Skip this week]?')
      expect(shown(host)).toContain('{Lead with another')
      expect(shown(host)).toContain('{Leave one out')
    }
    expect(alice.dms().join()).not.toContain('goes out on')
  })

  test('a note goes on top, under the name of who wrote it', async () => {
    const { dave, preview, jumpTo, shown, settled, digests } = await fridayMorning({ mode })
    await dave.presses(preview, 'digest.note')
    await dave.form()
    expect((await dave.submits({ words: 'I am proud of <!channel> all of you.' })).outcome).toBe('closed')
    await settled()
    expect(shown()).toContain('Dave Dunn writes:')
    await jumpTo(FRIDAY)
    const [digest = ''] = digests()
    expect(digest).toContain('> I am proud of <!channel> all of you.')
    expect(digest.indexOf('I am proud')).toBeLessThan(digest.indexOf('Story of the week'))
  })
})

describe('the preview', () => {
  test('nothing pressed: the digest is posted all the same', async () => {
    const { jumpTo, digests } = await fridayMorning()
    await jumpTo(FRIDAY)
    expect(digests()).toHaveLength(1)
  })

  test('comes not before eight: for a digest at nine, the working day before', async () => {
    const { alice, bob, dave, jumpTo } = await startPlaudit({ at: '2026-03-11 10:00' })
    await dave.opens('/wow setup')
    await dave.submits({ digestTime: '09:00' })
    await alice.tells(found, { about: bob })
    await jumpTo('2026-03-12 08:59')
    expect(dave.dms().join()).not.toContain('goes out on')
    await jumpTo('2026-03-12 09:00')
    expect(dave.dms().at(-1)).toContain('goes out on Friday 13 March, 09:00')
  })

  test('follows what is told and cheered meanwhile when a host looks at it again by choosing', async () => {
    const { plaudit, dave, preview, shown, settled, alice, frank } = await fridayMorning()
    await alice.tells('Carried the parcel up to the fifth floor for a customer.', { about: frank })
    await settled()
    await picksStory(plaudit, preview, 'digest.lead', 'parcel')
    await settled()
    expect(shown(dave)).toContain('WOW, Frank Frost!')
  })

  test('a note can be mended by its writer', async () => {
    const { dave, preview, settled, shown } = await fridayMorning()
    await dave.presses(preview, 'digest.note')
    await dave.form()
    await dave.submits({ words: 'First try.' })
    await dave.presses(preview, 'digest.note')
    await dave.form()
    expect(dave.formShows()).toContain('First try.')
    expect(dave.formShows()).toContain('Change your note')
    await dave.submits({ words: 'Second try.' })
    await settled()
    expect(shown()).toContain('Second try.')
    expect(shown()).not.toContain('First try.')
  })

  test('a leader who is asked gets it forwarded, with a word, and adds a note without being a host', async () => {
    const { dave, carol, preview, settled, jumpTo, digests, shown } = await fridayMorning()
    await dave.presses(preview, 'digest.ask')
    await dave.form()
    expect((await dave.submits({ leaderId: carol.id, message: 'Two lines?' })).outcome).toBe('closed')
    await settled()
    const asked = await carol.dm('Dave Dunn asks')
    expect(carol.dms().at(-1)).toContain('Two lines?')
    expect(carol.dms().at(-1)).toContain(found)
    await carol.presses(asked, 'digest.note')
    await carol.form()
    await carol.submits({ words: 'Thank you, from the heart.' })
    await settled()
    expect(carol.dms().at(-1)).toContain('[Change your note]')
    expect(shown(dave)).toContain('[Add a note]')
    await jumpTo(FRIDAY)
    expect(digests()[0]).toContain('Carol Cook writes:')
    expect(carol.dms().at(-1)).toContain('takes no more notes')
  })

  test.each(['UROBOT', 'ULENA', 'UFRITZ'])(
    '%s cannot be asked for a note, and the field says whom to choose',
    async (id) => {
      const { dave, preview } = await fridayMorning()
      await dave.presses(preview, 'digest.ask')
      await dave.form()
      expect((await dave.isRefused({ leaderId: id })).leaderId).toContain('Choose somebody who works here')
    },
  )

  test('a host leads with another story', async () => {
    const { plaudit, preview, shown, settled, jumpTo, digests } = await fridayMorning()
    expect(shown()).toContain('WOW, Bob Baker!')
    await picksStory(plaudit, preview, 'digest.lead', 'bill')
    await settled()
    expect(shown()).toContain('WOW, Carol Cook!')
    expect(shown(plaudit.gina)).toContain('WOW, Carol Cook!')
    await jumpTo(FRIDAY)
    expect(digests()[0]).toContain('WOW, Carol Cook!')
    expect(digests()[0]).toContain(`Bob Baker: ${found}`)
  })

  test('a host leaves one out, from everything, and may put it back', async () => {
    const { plaudit, dave, preview, shown, settled, jumpTo, digests } = await fridayMorning()
    await picksStory(plaudit, preview, 'digest.leaveOut', 'cellar')
    await settled()
    expect(shown()).toContain('Left out: Bob Baker')
    await dave.presses(preview, 'digest.putBack')
    await settled()
    expect(shown()).not.toContain('Left out')
    await picksStory(plaudit, preview, 'digest.leaveOut', 'cellar')
    await jumpTo(FRIDAY)
    expect(digests()[0]).toContain(stayed)
    expect(digests()[0]).not.toContain('Bob')
    await jumpTo('2026-03-20 16:00')
    expect(digests().at(-1)).not.toContain(found)
  })

  test('a skipped week: no digest, and its stories join the next; both hosts see it', async () => {
    const { dave, gina, preview, shown, settled, jumpTo, digests } = await fridayMorning()
    await dave.presses(preview, 'digest.skip')
    await settled()
    for (const host of [dave, gina]) expect(shown(host)).toContain('Dave Dunn skipped this digest')
    await jumpTo(FRIDAY)
    expect(digests()).toEqual([])
    await jumpTo('2026-03-20 16:00')
    expect(digests()).toHaveLength(1)
    expect(digests()[0]).toMatch(/12\s–\s20 March/)
    expect(digests()[0]).toContain(found)
  })

  test('a skip cannot be undone once its hour has passed', async () => {
    const { dave, preview, settled, jumpTo, digests } = await fridayMorning()
    await dave.presses(preview, 'digest.skip')
    await settled()
    await jumpTo(FRIDAY)
    await dave.presses(preview, 'digest.unskip')
    expect(await dave.answer()).toContain('The hour of this digest has passed')
    await settled()
    expect(digests()).toEqual([])
  })

  test('a skip can be undone, by any host', async () => {
    const { dave, gina, preview, settled, jumpTo, digests } = await fridayMorning()
    await dave.presses(preview, 'digest.skip')
    await settled()
    const hers = await gina.dm('skipped this digest')
    await gina.presses(hers, 'digest.unskip')
    await jumpTo(FRIDAY)
    expect(digests()).toHaveLength(1)
  })

  test('once it is out nothing can be changed, whatever is still on a screen', async () => {
    const { dave, preview, jumpTo, shown, digests } = await fridayMorning()
    await dave.presses(preview, 'digest.note')
    await dave.form()
    await jumpTo(FRIDAY)
    expect((await dave.isRefused({ words: 'Too late.' })).words).toContain('This digest is out')
    expect(shown()).toContain('This digest is out')
    expect(shown()).not.toContain('[Skip this week]')
    expect(digests()[0]).not.toContain('Too late')
  })

  test('who is no host any more cannot choose', async () => {
    const { dave, gina, preview, settled, jumpTo, digests } = await fridayMorning()
    await gina.opens('/wow setup')
    await gina.submits({ hostIds: [gina.id] })
    await settled()
    await dave.presses(preview, 'digest.skip')
    expect(await dave.answer()).toContain('Only hosts can do this')
    await jumpTo(FRIDAY)
    expect(digests()).toHaveLength(1)
  })

  test('a story that is taken back leaves the preview', async () => {
    const { alice, bobs, shown, settled } = await fridayMorning()
    await alice.picks(bobs, 'edit')
    await alice.presses(await alice.form(), 'story.retract')
    await alice.form()
    await alice.submits()
    await settled()
    expect(shown()).not.toContain(found)
  })
})
