import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { tick } from '../../src/jobs/tick.ts'
import { leaveOut } from '../../src/usecases/digest-choices.ts'
import { showDigestPreview, showDigestSoFar, showIssuedDigest } from '../../src/usecases/digest-showing.ts'
import { digestMessage } from '../../src/views/digest.ts'
import { look } from '../views/gallery/cast.ts'
import { alice, bob, carol, dave, openSetUp, sayAll, share, type TestPlaudit } from './support.ts'

const FRIDAY = '2026-11-20T16:00:00.000Z'
const MANY = 40

let app: TestPlaudit
let ids: string[]
beforeEach(async () => {
  app = await openSetUp()
  ids = []
  for (let n = 0; n < MANY; n += 1) {
    const championIds = n % 3 === 0 ? [bob.id, carol.id] : [bob.id]
    const lesson = n === 2 || n >= MANY - 3 ? `Lesson ${n}` : undefined
    ids.push(await share(app, alice, { championIds, words: `This is what happened, number ${n}.`, lesson }))
  }
  await sayAll(app)
})
afterEach(() => app.close())

async function issue(): Promise<string> {
  app.clock.setCivil(FRIDAY)
  await tick(app, () => {})
  await sayAll(app)
  return app.read(async ({ db }) => {
    const row = await db.selectFrom('digest_issues').select('digest_id as id').executeTakeFirstOrThrow()
    return row.id
  })
}

test('of many stories one message shows the same, whether the others are read or only counted', async () => {
  const soFar = await showDigestSoFar(app, alice)
  const id = await issue()
  const [message, whole] = await app.read((reader) =>
    Promise.all([showIssuedDigest(reader, id, 'message'), showIssuedDigest(reader, id, 'whole')]),
  )
  if (!message || !whole || !soFar) throw new Error('there is no digest')
  expect(whole).toMatchObject({ unread: [], cheers: 0, championCount: 2 })
  expect(whole.others).toHaveLength(MANY - 1)
  expect(message.others.length + message.unread.length).toBe(MANY - 1)
  expect(message.unread).toHaveLength(MANY - 1 - 15 - 3)
  for (const reading of ['posted', 'preview', 'so-far'] as const)
    expect(digestMessage(message, reading, look)).toEqual(digestMessage(whole, reading, look))
  expect({ ...soFar, id, window: message.window, lastOn: message.lastOn }).toEqual(message)
})

test('every story that a preview is made of is one that it is about', async () => {
  app.clock.setCivil('2026-11-20T10:00:00.000Z')
  await tick(app, () => {})
  const { id } = await app.read(({ db }) => db.selectFrom('digests').select('id').executeTakeFirstOrThrow())
  for (const storyId of ids.slice(0, 12)) await leaveOut(app, dave, id, storyId)
  const preview = await app.read((reader) => showDigestPreview(reader, id))
  if (!preview) throw new Error('there is no preview')
  const about = [preview.lead?.id, ...preview.others.map((story) => story.id), ...preview.unread]
  expect(about.toSorted()).toEqual(ids.slice(12).toSorted())
  expect(preview.leftOut.map((story) => story.id)).toEqual(ids.slice(0, 10))
})
