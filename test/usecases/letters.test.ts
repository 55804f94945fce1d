import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { LetterInput } from '../../src/domain/letter.ts'
import { changePermission, thankCustomer } from '../../src/usecases/letters.ts'
import { showOwnStory, showStory } from '../../src/usecases/showing.ts'
import { retractStory } from '../../src/usecases/stories.ts'
import {
  alice,
  bob,
  CELEBRATIONS,
  carol,
  dave,
  erin,
  openSetUp,
  outbox,
  refusal,
  sayAll,
  share,
  stranger,
  type TestPlaudit,
  waiting,
} from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp()
  await sayAll(app)
})
afterEach(() => app.close())

const WORDS = 'Thank you, Bob! Yours, Ida Miller'
const named: LetterInput = { authorName: 'Ida Miller', permission: 'yes' }
const shareLetter = (letter: LetterInput = named, more = {}, editing?: string) =>
  share(app, alice, { words: WORDS, letter, ...more }, editing)
const shown = (id: string) => app.read((reader) => showStory(reader, id))
const photo = { fileId: 'F1', description: 'From Ida Miller' }
const permissions = (id: string) =>
  app.read(({ db }) =>
    db
      .selectFrom('letter_permissions')
      .select(['permission', 'set_by'])
      .where('story_id', '=', id)
      .orderBy('id')
      .execute(),
  )

describe('a letter', () => {
  test('is a story with a customer’s own words, which may be short and about who shares them', async () => {
    const id = await share(app, bob, { words: 'Bob, wow!!', letter: {}, championIds: [bob.id] })
    expect(await shown(id)).toMatchObject({ kind: 'letter', words: 'Bob, wow!!', letter: { ownShare: true } })
    await sayAll(app)
    const said = (await outbox(app)).filter(({ subject }) => subject === id)
    expect(said.map(({ kind, lane }) => `${kind} ${lane}`)).toEqual([
      `story.card ${CELEBRATIONS}`,
      'story.receipt BOB',
    ])
  })

  test('stays one when a form that knows nothing of it mends it', async () => {
    const id = await shareLetter()
    await changePermission(app, alice, id, 'first_name')
    await share(app, alice, { words: `${WORDS}, of Acme` }, id)
    expect(await shown(id)).toMatchObject({ kind: 'letter', letter: { author: { name: 'Ida' } } })
  })

  test('is mended by its teller in the words as they came', async () => {
    const id = await shareLetter({ ...named, permission: 'no' })
    expect((await shown(id))?.words).toBe('Thank you, Bob! Yours, •••')
    const { told, story } = await showOwnStory(app, alice, id)
    expect(told).toMatchObject({ words: WORDS, letter: { authorName: 'Ida Miller' } })
    expect(JSON.stringify(story)).not.toContain('Miller')
  })
})

describe('the permission', () => {
  test('may be changed by the teller and hosts, and who did is kept', async () => {
    const id = await shareLetter()
    expect((await shown(id))?.letter?.author).toEqual({ name: 'Ida Miller' })
    await changePermission(app, dave, id, 'no')
    expect(JSON.stringify(await shown(id))).not.toMatch(/Ida|Miller/)
    await changePermission(app, alice, id, 'first_name')
    await shareLetter({ ...named, permission: 'yes' }, {}, id)
    await shareLetter({ ...named, permission: 'yes', via: 'call' }, {}, id)
    expect(await permissions(id)).toEqual([
      { permission: 'no', set_by: dave.id },
      { permission: 'first_name', set_by: alice.id },
      { permission: 'yes', set_by: alice.id },
    ])
  })

  test('brings every place up to date at once where the letter was said', async () => {
    const id = await shareLetter()
    await sayAll(app)
    await changePermission(app, alice, id, 'no')
    expect(await waiting(app)).toEqual([
      `story.card ↻ ${CELEBRATIONS}`,
      'story.credit ↻ BOB',
      'story.receipt ↻ ALICE',
    ])
    await sayAll(app)
    await changePermission(app, alice, id, 'no')
    expect(await waiting(app)).toEqual([])
  })

  test('is nobody else’s to change, nor that of a story, nor to something else', async () => {
    const id = await shareLetter()
    const story = await share(app)
    for (const actor of [bob, carol, erin])
      expect(await refusal(changePermission(app, actor, id, 'no'))).toEqual(['letter.not-yours'])
    expect(await refusal(changePermission(app, stranger, id, 'no'))).toEqual(['person.not-a-colleague'])
    expect(await refusal(changePermission(app, alice, story, 'no'))).toEqual(['letter.not-found'])
    expect(await refusal(changePermission(app, alice, id, 'perhaps'))).toEqual([
      'letter.permission-unknown on permission',
    ])
    await retractStory(app, alice, id)
    expect(await refusal(changePermission(app, alice, id, 'no'))).toEqual(['story.taken-back'])
  })
})

describe('a scan', () => {
  const photos = async () => (await waiting(app)).filter((one) => one.startsWith('story.photo'))

  test('is not said while it may name somebody', async () => {
    const id = await shareLetter({ ...named, permission: 'no' }, { photo })
    expect(await photos()).toEqual([])
    expect((await shown(id))?.photo).toBeUndefined()
    await sayAll(app)
    await changePermission(app, alice, id, 'yes')
    expect(await photos()).toEqual([`story.photo → ${CELEBRATIONS}`])
    await changePermission(app, alice, id, 'no')
    await changePermission(app, alice, id, 'yes')
    expect(await photos()).toHaveLength(1)
  })

  test('allowed before the card is there follows it', async () => {
    const id = await shareLetter({ ...named, permission: 'no' }, { photo })
    await changePermission(app, alice, id, 'yes')
    expect(await photos()).toEqual([])
    await sayAll(app)
    expect((await outbox(app)).filter(({ kind }) => kind === 'story.photo')).toHaveLength(1)
    expect((await shown(id))?.photo).toMatchObject({ description: 'From Ida Miller' })
  })

  test('that names nobody is described without the hidden name', async () => {
    const id = await shareLetter({ ...named, permission: 'no', scanIsClear: true }, { photo })
    expect(await photos()).toEqual([`story.photo → ${CELEBRATIONS}`])
    expect((await shown(id))?.photo).toEqual({ description: 'From •••' })
  })
})

describe('the customer', () => {
  test('is thanked once, by anybody, and everybody sees by whom', async () => {
    const id = await shareLetter()
    await sayAll(app)
    await thankCustomer(app, erin, id)
    expect((await shown(id))?.letter?.thankedBy).toEqual({ id: erin.id, name: 'erin' })
    expect(await waiting(app)).toContain(`story.card ↻ ${CELEBRATIONS}`)
    await sayAll(app)
    await thankCustomer(app, carol, id)
    expect((await shown(id))?.letter?.thankedBy?.id).toBe(erin.id)
    expect(await waiting(app)).toEqual([])
  })

  test('wrote no story, and nothing that was taken back', async () => {
    expect(await refusal(thankCustomer(app, carol, await share(app)))).toEqual(['letter.not-found'])
    const id = await shareLetter()
    await retractStory(app, alice, id)
    expect(await refusal(thankCustomer(app, carol, id))).toEqual(['story.taken-back'])
  })
})
