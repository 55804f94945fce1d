import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { shareDraft, submitStory } from '../../src/usecases/drafts.ts'
import { AlreadyDone } from '../../src/usecases/plaudit.ts'
import { showStory } from '../../src/usecases/showing.ts'
import { retractStory, takeNameOff } from '../../src/usecases/stories.ts'
import {
  alice,
  bob,
  bot,
  CELEBRATIONS,
  carol,
  dave,
  erin,
  frank,
  gone,
  openPlaudit,
  openSetUp,
  outbox,
  refusal,
  sayAll,
  share,
  stranger,
  type TestPlaudit,
  WORDS,
  waiting,
} from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp()
  await sayAll(app)
})
afterEach(() => app.close())

const shown = (id: string) => app.read((reader) => showStory(reader, id))

describe('telling a story', () => {
  test('says its card in the celebration channel, and when that is there the people hear of it', async () => {
    const id = await share(app, alice, { championIds: [bob.id, carol.id] })
    expect(await waiting(app)).toEqual([`story.card → ${CELEBRATIONS}`])
    expect(await shown(id)).toMatchObject({
      words: WORDS,
      cheers: 0,
      champions: [{ id: bob.id }, { id: carol.id }],
    })
    await sayAll(app)
    const said = (await outbox(app)).filter(({ subject }) => subject === id)
    expect(said.map(({ kind, lane }) => `${kind} ${lane}`).sort()).toEqual([
      `story.card ${CELEBRATIONS}`,
      'story.credit BOB',
      'story.credit CAROL',
      'story.receipt ALICE',
    ])
  })

  test('with a photo shows that in the thread of the card', async () => {
    await share(app, alice, { photo: { fileId: 'F1', description: 'a part' } })
    expect(await waiting(app)).toEqual([`story.card → ${CELEBRATIONS}`, `story.photo → ${CELEBRATIONS}`])
  })

  test('takes effect once, however often the same form arrives', async () => {
    const form = { ...alice, key: 'submit story.tell V1' }
    const answers = await Promise.allSettled([share(app, form), share(app, form), share(app, form)])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect((answers[1] as PromiseRejectedResult).reason).toBeInstanceOf(AlreadyDone)
    await expect(share(app, form)).rejects.toBeInstanceOf(AlreadyDone)
    expect(await waiting(app)).toHaveLength(1)
  })

  test('that was refused can be mended in the same form', async () => {
    const form = { ...alice, key: 'submit story.tell V2' }
    expect(await refusal(share(app, form, { words: 'too short' }))).toEqual([
      'story.words-too-short on words',
    ])
    await share(app, form)
    expect(await waiting(app)).toHaveLength(1)
  })

  test('is refused on the field, with everything to be mended at once', async () => {
    expect(
      await refusal(share(app, alice, { championIds: [bot.id, gone.id, stranger.id, 'NOBODY'], words: '' })),
    ).toEqual([
      'story.champion-is-bot on championIds',
      'story.champion-has-left on championIds',
      'story.champion-is-foreign on championIds',
      'story.champion-unknown on championIds',
      'story.words-missing on words',
    ])
    expect(await refusal(share(app, alice, { championIds: [alice.id] }))).toEqual([
      'story.about-someone-else on championIds',
    ])
    expect(await waiting(app)).toEqual([])
  })

  test('is open to guests, and to nobody of another company, who left, or is no person', async () => {
    await share(app, erin, { championIds: [erin.id, bob.id].slice(1) })
    for (const actor of [stranger, gone, bot]) {
      expect(await refusal(share(app, actor))).toEqual(['person.not-a-colleague'])
    }
    expect(await refusal(share(app, { id: 'NEVER-MET' }))).toEqual(['person.unknown'])
  })

  test('before the setup is refused with what to do', async () => {
    const fresh = await openPlaudit()
    expect(await refusal(share(fresh))).toEqual(['setup.not-yet'])
    await fresh.close()
  })
})

describe('private data', () => {
  const words = `${WORDS}, and wrote to ann@example.com about it`

  test('is shown to the teller masked before anything is told', async () => {
    const form = { ...alice, key: 'submit 1' }
    const submitted = await submitStory(app, form, { input: { championIds: [bob.id], words } })
    if (!('draftId' in submitted)) throw new Error('nothing was masked')
    expect(submitted.preview.words).not.toContain('ann@example.com')
    expect(await waiting(app)).toEqual([])
    const { id } = await shareDraft(app, { ...alice, key: 'submit 2' }, submitted.draftId)
    expect((await shown(id))?.words).toBe(submitted.preview.words)
    expect(await refusal(shareDraft(app, alice, submitted.draftId))).toEqual(['story.draft-gone'])
  })

  test('of a draft is never kept, and the draft is nobody else’s', async () => {
    const submitted = await submitStory(app, alice, { input: { championIds: [bob.id], words } })
    const draftId = 'draftId' in submitted ? submitted.draftId : ''
    expect(await refusal(shareDraft(app, bob, draftId))).toEqual(['story.draft-gone'])
    const kept = await app.read(({ db }) => db.selectFrom('drafts').select('body').execute())
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain('ann@example.com')
  })
})

describe('mending a story', () => {
  test('keeps its history, and every place follows', async () => {
    const id = await share(app)
    await sayAll(app)
    await share(app, alice, { championIds: [bob.id, carol.id], words: `${WORDS} at night` }, id)
    expect(await waiting(app)).toEqual([
      'story.card ↻ C1',
      'story.credit → CAROL',
      'story.credit ↻ BOB',
      'story.receipt ↻ ALICE',
    ])
    expect(await shown(id)).toMatchObject({ words: `${WORDS} at night`, edited: true })
    const [edit] = await app.read(({ db }) => db.selectFrom('story_edits').selectAll().execute())
    expect(JSON.parse(edit?.before ?? '')).toMatchObject({ words: WORDS, championIds: [bob.id] })
  })

  test('before its card is out, champions hear of it with the card, and not before', async () => {
    const id = await share(app)
    await share(app, alice, { championIds: [bob.id, carol.id], words: `${WORDS} at night` }, id)
    expect(await waiting(app)).toEqual(['story.card → C1'])
  })

  test('is its teller’s alone', async () => {
    const id = await share(app)
    for (const other of [bob, carol, dave]) {
      expect(await refusal(share(app, other, { championIds: ['FRANK'] }, id))).toEqual([
        'story.only-teller-edits',
      ])
    }
  })

  test('keeps who left since, and never brings back who took their name off', async () => {
    const id = await share(app, alice, { championIds: [bob.id, carol.id] })
    await takeNameOff(app, carol, id)
    expect(await refusal(share(app, alice, { championIds: [bob.id, carol.id] }, id))).toEqual([
      'story.name-taken-off on championIds',
    ])
    await share(app, alice, { championIds: [bob.id, frank.id] }, id)
    expect((await shown(id))?.champions).toEqual([
      { id: bob.id, name: 'bob' },
      { id: frank.id, name: 'frank' },
    ])
  })

  test('that was taken back is refused', async () => {
    const id = await share(app)
    await retractStory(app, alice, id)
    expect(await refusal(share(app, alice, {}, id))).toEqual(['story.taken-back'])
    expect(await refusal(share(app, alice, {}, 'nothing'))).toEqual(['story.not-found'])
  })
})

describe('taking a story back', () => {
  test('changes the card, and tells teller and champions why, but not who did it', async () => {
    const id = await share(app)
    await sayAll(app)
    await retractStory(app, dave, id, 'the customer asked us to')
    expect(await waiting(app)).toEqual([
      'story.card ↻ C1',
      'story.credit ↻ BOB',
      'story.gone → ALICE',
      'story.gone → BOB',
      'story.receipt ↻ ALICE',
    ])
    expect((await shown(id))?.retracted).toMatchObject({
      by: { id: dave.id },
      reason: 'the customer asked us to',
    })
  })

  test('is for the teller and hosts', async () => {
    const id = await share(app)
    for (const other of [bob, carol, frank, erin]) {
      expect(await refusal(retractStory(app, other, id))).toEqual(['story.not-yours-to-take-back'])
    }
    await retractStory(app, alice, id)
    expect(await refusal(retractStory(app, dave, id))).toEqual(['story.taken-back'])
  })

  test('before its card was said leaves nothing to be said about it', async () => {
    const id = await share(app)
    await retractStory(app, alice, id)
    await sayAll(app)
    const told = (await outbox(app)).filter(({ subject }) => subject === id)
    expect(told.map(({ kind, lane }) => `${kind} ${lane}`)).toEqual(['story.card C1'])
  })
})

describe('taking one’s name off', () => {
  test('is for good, reaches every place, and tells the teller', async () => {
    const id = await share(app, alice, { championIds: [bob.id, carol.id] })
    await sayAll(app)
    await takeNameOff(app, bob, id)
    expect((await shown(id))?.champions).toEqual([{ id: carol.id, name: 'carol' }])
    expect(await waiting(app)).toEqual([
      'story.card ↻ C1',
      'story.credit ↻ BOB',
      'story.credit ↻ CAROL',
      'story.name-off → ALICE',
      'story.receipt ↻ ALICE',
    ])
    expect(await refusal(takeNameOff(app, bob, id))).toEqual(['story.not-about-you'])
  })

  test('with nobody left takes the story back', async () => {
    const id = await share(app)
    await takeNameOff(app, bob, id)
    expect((await shown(id))?.retracted).toMatchObject({ nobodyLeft: true })
    expect(await refusal(takeNameOff(app, carol, id))).toEqual(['story.taken-back'])
  })

  test.each([
    ['of several', [bob.id, carol.id]],
    ['who was the last', [bob.id]],
  ])(
    'of somebody %s keeps no history of it: neither the stored words nor earlier ones have the name',
    async (_, championIds) => {
      const photo = { fileId: 'F', description: 'bob with the pump' }
      const id = await share(app, alice, { championIds, words: `bob ${WORDS}`, photo })
      await share(app, alice, { championIds, words: `bob ${WORDS} at night` }, id)
      await takeNameOff(app, bob, id)
      const kept = await app.read(async ({ db }) => [
        await db.selectFrom('stories').selectAll().execute(),
        await db.selectFrom('story_edits').selectAll().execute(),
        await db.selectFrom('photos').selectAll().execute(),
      ])
      expect(kept.map((rows) => rows.length)).toEqual([1, 1, 1])
      expect(JSON.stringify(kept)).not.toMatch(/bob/i)
      expect(JSON.stringify(kept)).toContain(`••• ${WORDS}`)
    },
  )

  test('by several at the same moment leaves no name', async () => {
    const id = await share(app, alice, { championIds: [bob.id, carol.id, frank.id] })
    await Promise.all([bob, carol, frank].map((one) => takeNameOff(app, one, id)))
    expect(await shown(id)).toMatchObject({ champions: [], retracted: { nobodyLeft: true } })
  })
})
