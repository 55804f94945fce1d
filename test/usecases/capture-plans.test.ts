import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import type { CapturedMessage } from '../../src/domain/capture.ts'
import { findRequest } from '../../src/store/captures.ts'
import { migrate } from '../../src/store/migrate.ts'
import { saveCaptures } from '../../src/usecases/capture-settings.ts'
import { showAsk, showRequest } from '../../src/usecases/capture-showing.ts'
import { answerCapture, beginCapture, takeWordsBack } from '../../src/usecases/captures.ts'
import { submitStory } from '../../src/usecases/drafts.ts'
import { meetPeople } from '../../src/usecases/hearing.ts'
import { prune } from '../../src/usecases/housekeeping.ts'
import { saveSetup } from '../../src/usecases/setup.ts'
import { takeNameOff } from '../../src/usecases/stories.ts'
import { addVoice, showVoice, takeVoiceBack } from '../../src/usecases/voices.ts'
import { scansOf } from '../store/plans.ts'
import { listeningPlaudit } from './listening.ts'
import {
  alice,
  bob,
  CELEBRATIONS,
  carol,
  cast,
  dave,
  erin,
  eventTime,
  facts,
  hear,
  newsOf,
  sayAll,
  type TestPlaudit,
  WORDS,
} from './support.ts'

let db: Database
beforeAll(() => {
  db = new SqliteDatabase(':memory:')
  migrate(db)
  db.prepare("insert into workspaces values ('T1', '', '')").run()
})
afterAll(() => {
  db.close()
})

const crowd = Array.from({ length: 500 }, (_, n) => newsOf(`P${n}`))
const on = { channel: 'C2', ts: '1.000100' }
const message: CapturedMessage = {
  at: on,
  authorId: carol.id,
  isPrivate: true,
  words: WORDS,
  mentionedIds: [bob.id, dave.id],
}
const reactions = (from: number, to: number, emoji = 'star2') =>
  crowd.slice(from, to).map(({ id }, n) => ({
    ...{ what: 'reaction' as const, personId: id, emoji, isOn: true, on, at: eventTime(n) },
    onOthers: true,
  }))

async function setUp(app: TestPlaudit): Promise<void> {
  await app.write((tx) => meetPeople(tx, [...cast, ...crowd]))
  await saveSetup(app, dave, { settings: { celebrationChannel: CELEBRATIONS }, hostIds: [dave.id] }, facts)
  await saveCaptures(app, dave, { channel: 'C2', story: ':star2:', letter: ':love_letter:' }, facts)
}

/** A message from the first reaction to the day on which its author takes it back. */
async function liveThrough(app: TestPlaudit): Promise<void> {
  await hear(app, reactions(0, 2))
  await beginCapture(app, alice, message)
  const { id = '' } = (await app.read((reader) => findRequest(reader, on))) ?? {}
  await answerCapture(app, carol, id, 'yes')
  const begun = await beginCapture(app, alice, message)
  if (!('draft' in begun)) throw new Error('no form')
  const { source, words, championIds } = begun.draft
  const told = await submitStory(app, alice, { input: { words, championIds }, source })
  if (!('story' in told)) throw new Error('masked')
  await sayAll(app)
  await addVoice(app, erin, told.story.id, WORDS)
  await showVoice(app, erin, told.story.id)
  await takeNameOff(app, dave, told.story.id)
  await takeVoiceBack(app, erin, told.story.id)
  await app.read((reader) => showRequest(reader, id))
  await app.read((reader) => showAsk(reader, id))
  await beginCapture(app, erin, message)
  await takeWordsBack(app, carol, told.story.id)
  await sayAll(app)
  app.clock.pass({ days: 20 })
  await app.write((tx) => prune(tx))
}

describe('a message that becomes a story', () => {
  test('goes through no table that grows', async () => {
    const { app, asked } = listeningPlaudit(db)
    await setUp(app)
    await liveThrough(app)
    const questions = new Map(asked.map((one) => [one.sql, one]))
    const scans = [...questions.values()].flatMap((one) =>
      scansOf(db, one).map((scan) => `${scan}: ${one.sql}`),
    )
    expect(scans).toEqual([])
  })

  test('asks no more of the database in a storm of reactions than for a few', async () => {
    const { app, asked } = listeningPlaudit(db)
    const cost = async (from: number, to: number, emoji?: string) => {
      const before = asked.length
      await hear(app, reactions(from, to, emoji))
      return asked.length - before
    }
    const few = await cost(100, 105)
    expect(await cost(105, 250)).toBe(few)
    const others = await cost(0, 3, 'tada')
    expect(await cost(305, 450, 'tada')).toBe(others)
    expect(others).toBeLessThan(few)
  })
})
