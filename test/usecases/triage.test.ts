import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { updateSettings } from '../../src/store/settings.ts'
import { submitStory } from '../../src/usecases/drafts.ts'
import { prune } from '../../src/usecases/housekeeping.ts'
import { receivePraise } from '../../src/usecases/praises.ts'
import { addSource, listOpenSources, revokeSource, rotateSource } from '../../src/usecases/sources.ts'
import { announcePraises, dismissPraise, draftFromPraise } from '../../src/usecases/triage.ts'
import { alice, bob, carol, dave, openSetUp, refusal, sayAll, type TestPlaudit, waiting } from './support.ts'

const WORDS = 'Bob stayed until the heating ran again. Thank you!'
const triager = { ...carol, inTriageChannel: true }

let app: TestPlaudit
let sourceId: string
beforeEach(async () => {
  app = await openSetUp()
  await addSource(app, dave, 'Zendesk')
  sourceId = (await listOpenSources(app))[0]?.id ?? ''
  await app.write((tx) => updateSettings(tx, [{ key: 'triageChannel', to: 'C2' }]))
  await sayAll(app)
})
afterEach(() => app.close())

const arrives = async (more = {}): Promise<string> =>
  (await receivePraise(app, { sourceId, input: { words: WORDS, ...more } })).id
const announce = () => app.write(announcePraises)

describe('announcing', () => {
  test('says up to five apart, and more together', async () => {
    for (let n = 0; n < 5; n += 1) await arrives()
    await announce()
    expect(await waiting(app)).toEqual(Array(5).fill('praise.card → C2'))
    for (let n = 0; n < 20; n += 1) await arrives()
    await announce() // the channel is busy
    expect(await waiting(app)).toHaveLength(5)
    await sayAll(app)
    await announce()
    expect(await waiting(app)).toEqual(['praise.group → C2'])
    await announce()
    expect(await waiting(app)).toHaveLength(1)
  })
})

describe('deciding', () => {
  test('is for hosts and the triage channel', async () => {
    const id = await arrives()
    expect(await refusal(dismissPraise(app, alice, id, 'spam'))).toEqual(['praise.triage-only'])
    expect(await refusal(draftFromPraise(app, alice, id))).toEqual(['praise.triage-only'])
    await dismissPraise(app, dave, id, 'spam')
  })

  test('happens once, whoever is first, and the second hears of it', async () => {
    const id = await arrives({
      recipients: ['Bob', 'ALICE', 'Nobody'],
      customerName: 'Ann Miller',
      via: 'email',
    })
    await announce()
    await sayAll(app)
    const input = await draftFromPraise(app, triager, id)
    expect(input).toMatchObject({
      championIds: [bob.id, alice.id],
      words: WORDS,
      letter: { authorName: 'Ann Miller', via: 'email', receivedOn: '2026-11-16' },
    })
    const told = { championIds: [bob.id], words: WORDS, ...input }
    const outcomes = await Promise.allSettled([
      submitStory(app, carol, { input: told, praiseId: id }),
      dismissPraise(app, dave, id, 'spam'),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await refusal(dismissPraise(app, dave, id, 'spam'))).toEqual([
      expect.stringMatching(/^praise\.(shared|dismissed)-by$/),
    ])
    const stories = await app.read(({ db }) => db.selectFrom('stories').select('id').execute())
    expect(stories).toHaveLength(outcomes[0]?.status === 'fulfilled' ? 1 : 0)
  })

  test('forgets the words of what is no WOW after a month, and not that it was here', async () => {
    const id = await arrives({ reference: 'T-1' })
    await dismissPraise(app, triager, id, 'It came twice')
    app.clock.pass({ days: 31 })
    await app.write(prune)
    const rows = await app.read(({ db }) => db.selectFrom('praises').selectAll().execute())
    expect(rows).toMatchObject([{ id, body: null }])
    expect(await receivePraise(app, { sourceId, input: { words: WORDS, reference: 'T-1' } })).toEqual({
      id,
      isNew: false,
      state: 'dismissed',
    })
  })
})

describe('a source', () => {
  const secrets = async () => (await listOpenSources(app))[0]?.secrets ?? []

  test('keeps its old secret for a day after it was rotated, and none once it is revoked', async () => {
    const [old] = await secrets()
    const { secret } = await rotateSource(app, dave, 'Zendesk')
    expect(await secrets()).toEqual([old, secret])
    app.clock.pass({ hours: 23, minutes: 59 })
    expect(await secrets()).toEqual([old, secret])
    app.clock.pass({ minutes: 1 })
    expect(await secrets()).toEqual([secret])
    await revokeSource(app, dave, 'Zendesk')
    expect(await secrets()).toEqual([])
    app.clock.pass({ minutes: 1 })
    const again = await addSource(app, dave, 'Zendesk')
    expect(await secrets()).toEqual([again.secret])
  })

  test('is for hosts to open and close', async () => {
    expect(await refusal(addSource(app, alice, 'Mine'))).toEqual(['host.only'])
    expect(await refusal(addSource(app, dave, 'Zendesk'))).toEqual(['source.exists on name'])
    expect(await refusal(revokeSource(app, dave, 'Other'))).toEqual(['source.unknown on name'])
  })
})
