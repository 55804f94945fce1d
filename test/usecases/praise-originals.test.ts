import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { submitStory } from '../../src/usecases/drafts.ts'
import { readOriginal } from '../../src/usecases/letter-originals.ts'
import { receivePraise } from '../../src/usecases/praises.ts'
import { addSource, listOpenSources } from '../../src/usecases/sources.ts'
import { dismissPraise, draftFromPraise } from '../../src/usecases/triage.ts'
import { bob, dave, openSetUp, refusal, type TestPlaudit } from './support.ts'

const PHONE = '+44 7700 900123'
const words = `Bob saved us. Call me on ${PHONE}, card 4111 1111 1111 1111.`

let app: TestPlaudit
let sourceId: string
beforeEach(async () => {
  app = await openSetUp()
  await addSource(app, dave, 'Zendesk')
  sourceId = (await listOpenSources(app))[0]?.id ?? ''
})
afterEach(() => app.close())

const arrives = async (more = {}): Promise<string> =>
  (await receivePraise(app, { sourceId, input: { words, ...more } })).id
const waiting = () => app.read(({ db }) => db.selectFrom('praise_originals').selectAll().execute())
async function shares(praiseId: string): Promise<string> {
  const input = { words: '', ...(await draftFromPraise(app, dave, praiseId)), championIds: [bob.id] }
  const submitted = await submitStory(app, dave, { input, praiseId })
  if (!('story' in submitted)) throw new Error('it was not shared')
  return submitted.story.id
}

test('what is masked on arrival is for hosts once the letter is shared; card numbers are not even kept', async () => {
  const id = await arrives({ customerName: 'Jo, jo@acme.example' })
  expect(JSON.stringify(await waiting())).not.toContain('4111')
  const storyId = await shares(id)
  expect(await waiting()).toEqual([])
  const { texts } = await readOriginal(app, dave, storyId)
  expect(texts.map(({ field, text }) => [field, text]).sort()).toEqual([
    ['authorName', 'Jo, jo@acme.example'],
    ['words', `Bob saved us. Call me on ${PHONE}, card 💳 •••.`],
  ])
})

test('what is masked in a letter that is no WOW is gone at once', async () => {
  const id = await arrives()
  expect(await waiting()).toHaveLength(1)
  await dismissPraise(app, dave, id, 'spam')
  expect(await waiting()).toEqual([])
})

test('of a letter without private data, or of one that is known, nothing is kept apart', async () => {
  const id = await arrives({ words: 'Bob stayed until the heating ran.', reference: 'T-1' })
  await arrives({ reference: 'T-1' })
  expect(await waiting()).toEqual([])
  expect(await refusal(readOriginal(app, dave, await shares(id)))).toEqual(['letter.original-gone'])
})
