import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { previewDraft, shareDraft, submitStory } from '../../src/usecases/drafts.ts'
import { eraseOriginal, mayReadOriginal, readOriginal } from '../../src/usecases/letter-originals.ts'
import { showOwnStory, showStory } from '../../src/usecases/showing.ts'
import { retractStory, takeNameOff } from '../../src/usecases/stories.ts'
import {
  alice,
  bob,
  carol,
  dave,
  erin,
  frank,
  openSetUp,
  refusal,
  sayAll,
  share,
  stranger,
  type TestPlaudit,
} from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp()
  await sayAll(app)
})
afterEach(() => app.close())

const CARD = '4111 1111 1111 1111'
const words = `Bob saved order no. 48213377. Call Jo Berger on +44 7700 900123, 12 High Street, Leeds. ${CARD}`
const original = words.replace(CARD, '💳 •••')
const lesson = 'Write to jo@acme.example.'

async function drafts(input: object = {}, editing?: string): Promise<string> {
  const letter = { championIds: [bob.id], words, letter: {}, ...input }
  const submitted = await submitStory(app, alice, { input: letter, editing })
  if (!('draftId' in submitted)) throw new Error('nothing was masked')
  return submitted.draftId
}
const shares = async (input?: object, choices = {}, editing?: string): Promise<string> => {
  const draftId = await drafts(input, editing)
  return (await shareDraft(app, alice, draftId, { lifted: [], ...choices })).id
}
const shown = (id: string) => app.read((reader) => showStory(reader, id))
const texts = async (id: string, by = dave) => (await readOriginal(app, by, id)).texts.map(({ text }) => text)
const kept = (
  table: 'drafts' | 'letter_originals' | 'letter_original_readings' | 'letter_original_erasures',
) => app.read(async ({ db }) => JSON.stringify(await db.selectFrom(table).selectAll().execute()))

describe('the preview of a letter', () => {
  test('says what is hidden in it; card numbers are not even in its draft', async () => {
    const submitted = await submitStory(app, alice, {
      input: { championIds: [bob.id], words, lesson, letter: {} },
    })
    if (!('draftId' in submitted)) throw new Error('nothing was masked')
    expect(submitted.preview.words).toBe(
      'Bob saved order no. #•••. Call Jo Berger on ☎ •••, 🏠 •••, Leeds. 💳 •••',
    )
    expect(submitted.masks).toEqual({
      hidden: [
        { kind: 'order', text: '48213377' },
        { kind: 'phone', text: '+44 7700 900123' },
        { kind: 'address', text: '12 High Street' },
        { kind: 'email', text: 'jo@acme.example' },
      ],
      choices: { lifted: [], words: [] },
    })
    expect(await kept('drafts')).toContain('48213377')
    expect(await kept('drafts')).not.toContain('1111')
  })

  test('follows what its teller lifts and hides', async () => {
    const draftId = await drafts()
    const typed = { lifted: ['48213377', CARD], hide: 'Jo Berger\n\nLeeds\nJo Berger' }
    const { preview, masks } = await previewDraft(app, alice, draftId, typed)
    const seen = 'Bob saved order no. 48213377. Call ••• on ☎ •••, 🏠 •••, •••. 💳 •••'
    expect(preview.words).toBe(seen)
    expect(masks?.choices).toEqual({ lifted: ['48213377'], words: ['Jo Berger', 'Leeds'] })
    const { id } = await shareDraft(app, alice, draftId, typed)
    expect((await shown(id))?.words).toBe(seen)
    expect(await kept('drafts')).toBe('[]')
  })

  test('refuses to hide what is not in the letter, and is its teller’s alone', async () => {
    const draftId = await drafts()
    const wrong = { lifted: [], hide: 'Jo Berger\nMrs. Miller' }
    expect(await refusal(previewDraft(app, alice, draftId, wrong))).toEqual(['letter.hide-not-found on hide'])
    expect(await refusal(shareDraft(app, alice, draftId, wrong))).toEqual(['letter.hide-not-found on hide'])
    expect(await refusal(previewDraft(app, bob, draftId, { lifted: [] }))).toEqual(['story.draft-gone'])
    expect(await refusal(shareDraft(app, dave, draftId))).toEqual(['story.draft-gone'])
  })

  test('refuses to hide more than fits', async () => {
    const draftId = await drafts({ words: `${'a b '.repeat(690)} jo@x.com` })
    expect(await refusal(previewDraft(app, alice, draftId, { lifted: [], hide: 'a\nb' }))).toEqual([
      'letter.hide-too-much on hide',
    ])
  })

  test('a story knows no order numbers, and keeps no original', async () => {
    const id = await share(app, alice, { words: 'Bob saved order no. 48213377 at 12 High Street.' })
    expect((await shown(id))?.words).toContain('48213377')
    const story = await drafts({ letter: undefined })
    expect(await kept('drafts')).not.toContain('900123')
    const told = await shareDraft(app, alice, story)
    expect(await mayReadOriginal(app, dave, told.id)).toBe(false)
  })
})

describe('the original of a letter', () => {
  test('is read by hosts alone, without card numbers, and every reading is remembered', async () => {
    const id = await shares({ lesson })
    expect(await texts(id)).toEqual([original, lesson])
    app.clock.pass({ minutes: 5 })
    const { readBefore } = await readOriginal(app, dave, id)
    expect(readBefore).toEqual([{ name: 'dave', at: expect.any(String) }])
    expect((await readOriginal(app, dave, id)).readBefore).toHaveLength(2)
    expect(await kept('letter_originals')).not.toContain('1111')
  })

  test('is for nobody else, not even its teller, and who is refused is no reader', async () => {
    const id = await shares()
    for (const by of [alice, bob, carol, erin, frank]) {
      expect(await refusal(readOriginal(app, by, id))).toEqual(['host.only'])
      expect(await refusal(eraseOriginal(app, by, id))).toEqual(['host.only'])
      expect(await mayReadOriginal(app, by, id)).toBe(false)
    }
    expect(await refusal(readOriginal(app, stranger, id))).toEqual(['person.not-a-colleague'])
    expect(await kept('letter_original_readings')).toBe('[]')
    expect(await mayReadOriginal(app, dave, id)).toBe(true)
  })

  test('is not kept of what was lifted', async () => {
    const id = await shares({ words: 'Thank you, Bob! jo@acme.example' }, { lifted: ['jo@acme.example'] })
    expect(await mayReadOriginal(app, dave, id)).toBe(false)
    expect(await refusal(readOriginal(app, dave, id))).toEqual(['letter.original-gone'])
  })

  test('is erased for good while the letter stays, and who did is remembered', async () => {
    const id = await shares()
    const before = await shown(id)
    await eraseOriginal(app, dave, id)
    expect(await shown(id)).toEqual(before)
    expect(await kept('letter_originals')).toBe('[]')
    expect(await kept('letter_original_erasures')).toContain('DAVE')
    expect(await refusal(readOriginal(app, dave, id))).toEqual(['letter.original-gone'])
    expect(await refusal(eraseOriginal(app, dave, id))).toEqual(['letter.original-gone'])
  })

  test('goes when the letter is taken back', async () => {
    const id = await shares()
    await retractStory(app, alice, id)
    expect(await kept('letter_originals')).toBe('[]')
    expect(await refusal(readOriginal(app, dave, id))).toEqual(['story.taken-back'])
  })

  test('follows an edit: it stays while something is hidden, grows with it, and goes with the last mask', async () => {
    const id = await shares()
    const masked = (await showOwnStory(app, alice, id)).told.words
    await share(app, alice, { words: `Thanks! ${masked}`, letter: {} }, id)
    expect(await texts(id)).toEqual([original])
    app.clock.pass({ minutes: 5 })
    await shares({ words: `${masked} jo@acme.example` }, {}, id)
    expect(await texts(id)).toEqual([original, `${masked} jo@acme.example`])
    await share(app, alice, { words: 'Bob saved the day, thank you!', letter: {} }, id)
    expect(await kept('letter_originals')).toBe('[]')
  })

  test('an edit does not hide again what its teller has lifted', async () => {
    const id = await shares({ words: 'Thank you, Bob! jo@acme.example' }, { lifted: ['jo@acme.example'] })
    await share(app, alice, { words: 'Thank you so much, Bob! jo@acme.example', letter: {} }, id)
    expect((await shown(id))?.words).toBe('Thank you so much, Bob! jo@acme.example')
    const draft = await submitStory(app, alice, {
      input: { championIds: [bob.id], words: 'Bob! jo@acme.example, order no. 48213377', letter: {} },
      editing: id,
    })
    expect(draft).toMatchObject({ masks: { choices: { lifted: ['jo@acme.example'], words: [] } } })
  })

  test('does not name who took their name off', async () => {
    const id = await shares({
      championIds: [bob.id, carol.id],
      words: words.replaceAll('Bob', 'Carol and BOB'),
    })
    const name = await app.read(({ db }) =>
      db.selectFrom('people').select('name').where('id', '=', bob.id).executeTakeFirstOrThrow(),
    )
    await app.write(({ db }) =>
      db.updateTable('people').set({ name: name.name.toUpperCase() }).where('id', '=', bob.id).execute(),
    )
    await takeNameOff(app, bob, id)
    expect((await texts(id))[0]).toContain('Carol and ••• saved order no. 48213377')
  })
})
