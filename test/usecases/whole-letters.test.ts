import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { submitStory } from '../../src/usecases/drafts.ts'
import { changePermission } from '../../src/usecases/letters.ts'
import { receivePraise } from '../../src/usecases/praises.ts'
import { addSource, listOpenSources } from '../../src/usecases/sources.ts'
import { retractStory, takeNameOff } from '../../src/usecases/stories.ts'
import { draftFromPraise } from '../../src/usecases/triage.ts'
import { readWhole } from '../../src/usecases/whole-letters.ts'
import { alice, bob, carol, dave, openSetUp, refusal, type TestPlaudit } from './support.ts'

const line = 'bob and alice came at night, and Ida Miller could open her shop on time. '
const words = line.repeat(60)

let app: TestPlaudit
let praiseId: string
beforeEach(async () => {
  app = await openSetUp()
  await addSource(app, dave, 'Zendesk')
  const sourceId = (await listOpenSources(app))[0]?.id ?? ''
  praiseId = (await receivePraise(app, { sourceId, input: { words, customerName: 'Ida Miller' } })).id
})
afterEach(() => app.close())

async function shares(): Promise<string> {
  const input = await draftFromPraise(app, dave, praiseId)
  const championIds = [bob.id, alice.id]
  const submitted = await submitStory(app, dave, {
    input: { words: '', ...input, championIds },
    praiseId,
    whole: true,
  })
  if (!('story' in submitted)) throw new Error('something was masked')
  return submitted.story.id
}
async function whole(storyId: string): Promise<string> {
  const { pages } = await readWhole(app, carol, { storyId })
  const read = await Promise.all(
    Array.from({ length: pages }, (_, page) => readWhole(app, carol, { storyId }, page)),
  )
  return read.map(({ text }) => text).join(' ')
}

test('the whole shows the customer’s name as permission says, at once', async () => {
  const storyId = await shares()
  expect(await whole(storyId)).toBe(words.trim().replaceAll('Ida Miller', '•••'))
  await changePermission(app, dave, storyId, 'yes')
  expect(await whole(storyId)).toBe(words.trim())
  await changePermission(app, dave, storyId, 'first_name')
  expect(await whole(storyId)).toContain('Ida ••• could')
})

test('who takes their name off is not named in the whole, nor in what is kept of its arrival', async () => {
  const storyId = await shares()
  await takeNameOff(app, bob, storyId)
  expect(await whole(storyId)).not.toContain('bob')
  expect(await whole(storyId)).toContain('alice')
  const kept = await app.read(async ({ db }) => [
    ...(await db.selectFrom('letter_wholes').select('text').execute()),
    ...(await db.selectFrom('praises').select('body').execute()),
  ])
  expect(JSON.stringify(kept)).not.toContain('bob')
})

test('a letter that is taken back is gone: the whole, and the words as they arrived', async () => {
  const storyId = await shares()
  await retractStory(app, dave, storyId)
  expect(await refusal(readWhole(app, carol, { storyId }))).toEqual(['story.taken-back'])
  const kept = await app.read(async ({ db }) => [
    ...(await db.selectFrom('letter_wholes').select('text').execute()),
    ...(await db.selectFrom('praises').select('body').execute()),
  ])
  expect(JSON.stringify(kept)).not.toContain('shop')
})

test('before it is shared, only who decides reads it', async () => {
  expect(await refusal(readWhole(app, carol, { praiseId }))).toEqual(['praise.triage-only'])
  expect((await readWhole(app, { ...carol, inTriageChannel: true }, { praiseId }, 99)).page).toBe(1)
  await shares()
  expect(await refusal(readWhole(app, dave, { praiseId }))).toEqual(['letter.whole-gone'])
})
