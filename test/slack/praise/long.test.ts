import { describe, expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import type { Values } from '../../../playground/server/index.ts'
import { MODES, type PlauditOptions } from '../../support/plaudit.ts'
import { startTriage } from './support.ts'

const wholes = (path: string): unknown[] => {
  const db = new SqliteDatabase(path)
  const rows = db
    .prepare('select text from letter_wholes union all select body from praises where body is not null')
    .all()
  db.close()
  return rows
}

const sentence = (n: number) =>
  `Paragraph ${n}: Bob Baker came back on a Sunday, and our school had light again.`
const LONG = [
  'Dear all,',
  ...Array.from({ length: 60 }, (_, n) => sentence(n)),
  'Write to ida@acme.example or pay 4111 1111 1111 1111.',
  'Yours, Ida Miller',
].join('\n')

async function sharesLong(options: PlauditOptions, values: Values = {}) {
  const triage = await startTriage(options)
  const { sends, card, alice, bob, settled, celebrations } = triage
  const { status } = await sends({ words: LONG, recipients: [bob.id], customer: { name: 'Ida Miller' } })
  expect(status).toBe(202)
  const waiting = await card('Paragraph 0')
  await alice.presses(waiting, 'praise.share')
  await alice.form()
  const form = alice.formShows()
  expect((await alice.submits(values)).outcome).toBe('closed')
  await settled()
  const posted = celebrations.messages().at(-1)
  if (!posted) throw new Error('no card')
  return { ...triage, posted, form }
}

describe.each(MODES)('a letter that is longer than what is quoted, over %s', (mode) => {
  test('can be read whole by who decides, and then by everybody, in pages and masked', async () => {
    const { carol, posted, reading, form } = await sharesLong({ mode })
    expect(form).toContain('Everybody may read all of it')
    const quoted = reading.message(posted)
    expect(quoted).toMatch(/our school had light again\. …/)
    expect(quoted).not.toContain('Paragraph 59')
    expect(quoted).toContain('Read the whole letter')

    await carol.presses(posted, 'letter.whole')
    await carol.form()
    let read = carol.formShows()
    expect(read).toContain('Page 1 of 2')
    await carol.seesChange(async () => {
      const first = carol.slack.modal()
      if (first) await carol.presses(first, 'whole.next')
    })
    expect(carol.formShows()).toContain('Page 2 of 2')
    read += carol.formShows()
    for (let n = 0; n < 60; n += 1) expect(read).toContain(sentence(n))
    expect(read).toContain('✉ ••• or pay 💳 •••')
    expect(read).not.toMatch(/ida@acme|4111|Ida|Miller/)
  })

  test('is read whole by who decides, before and in the form', async () => {
    const { sends, card, alice } = await startTriage({ mode })
    await sends({ words: LONG })
    const waiting = await card('Paragraph 0')
    await alice.presses(waiting, 'praise.whole')
    await alice.form()
    expect(alice.formShows()).toContain('Page 1 of 2')
    await alice.slack.close({ all: true })
    await alice.presses(waiting, 'praise.share')
    const form = await alice.form()
    await alice.presses(form, 'praise.whole')
    await alice.form()
    expect(alice.formShows()).toContain('Dear all,')
  })
})

test('whoever shares a long letter may keep the rest of it to themselves', async () => {
  const { posted, reading, databasePath } = await sharesLong({}, { whole: [] })
  expect(reading.message(posted)).not.toContain('Read the whole letter')
  expect(wholes(databasePath)).toHaveLength(1) // as it arrived
})

test('a champion who takes their name off is not named in the whole either', async () => {
  const { bob, posted, settled, databasePath, card, reading } = await sharesLong({})
  await bob.picks(posted, 'name-off')
  await bob.form()
  expect((await bob.submits()).outcome).toBe('updated')
  await settled()
  expect(wholes(databasePath)).toEqual([]) // nobody is left: it is taken back
  // Nor is it told any more where it waited.
  expect(reading.message(await card('shared it'))).not.toContain('light again')
})
