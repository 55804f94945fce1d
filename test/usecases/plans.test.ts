import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import type { Address } from '../../src/domain/delivery.ts'
import { tick } from '../../src/jobs/tick.ts'
import { migrate } from '../../src/store/migrate.ts'
import { showBoard } from '../../src/usecases/boards.ts'
import { cheer, takeCheerBack } from '../../src/usecases/cheers.ts'
import {
  addNote,
  askForNote,
  leadWith,
  leaveOut,
  putBack,
  showChoices,
} from '../../src/usecases/digest-choices.ts'
import { showDigestSoFar, showIssuedDigest } from '../../src/usecases/digest-showing.ts'
import { meetPeople } from '../../src/usecases/hearing.ts'
import { showHome } from '../../src/usecases/home.ts'
import { prune } from '../../src/usecases/housekeeping.ts'
import { saveSetup } from '../../src/usecases/setup.ts'
import { showOwnStory } from '../../src/usecases/showing.ts'
import { retractStory, takeNameOff } from '../../src/usecases/stories.ts'
import { scansOf } from '../store/plans.ts'
import { listeningPlaudit } from './listening.ts'
import {
  alice,
  bob,
  CELEBRATIONS,
  cardOf,
  carol,
  cast,
  dave,
  erin,
  eventTime,
  facts,
  hear,
  newsOf,
  sayAll,
  share,
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

const many = Array.from({ length: 12 }, (_, n) => newsOf(`P${n}`))

/** A week in which everything happens once. */
async function liveThrough(app: TestPlaudit): Promise<void> {
  await app.write((tx) => meetPeople(tx, [...cast, ...many]))
  await saveSetup(app, dave, { settings: { celebrationChannel: CELEBRATIONS }, hostIds: [dave.id] }, facts)
  const first = await share(
    app,
    { ...alice, key: 'submit 1' },
    { championIds: many.slice(0, 6).map(({ id }) => id) },
  )
  const second = await share(app, bob, { championIds: [carol.id, ...many.slice(6).map(({ id }) => id)] })
  const third = await share(app, alice, { championIds: [bob.id, carol.id], photo: { fileId: 'F' } })
  await sayAll(app)
  const on = await cardOf(app, first)
  await hear(
    app,
    [carol.id, erin.id, 'NEW'].map((personId) => ({
      what: 'reaction',
      personId,
      emoji: 'tada',
      isOn: true,
      on,
      at: eventTime(1),
    })),
  )
  await cheer(app, dave, second, eventTime(2))
  await takeCheerBack(app, dave, second, eventTime(3))
  await app.write((tx) => meetPeople(tx, [newsOf('NEW')]))
  await share(app, alice, { championIds: [bob.id, carol.id], words: `${WORDS}!` }, third)
  await takeNameOff(app, carol, second)
  await showOwnStory(app, alice, first)
  await sayAll(app)
  app.clock.setCivil('2026-11-20T10:00:00.000Z')
  await tick(app, () => {})
  const { id: digest } = await app.read(({ db: rows }) =>
    rows.selectFrom('digests').select('id').executeTakeFirstOrThrow(),
  )
  await leadWith(app, dave, digest, second)
  await leaveOut(app, dave, digest, first)
  await putBack(app, dave, digest, first)
  await addNote(app, dave, digest, 'Well done')
  await askForNote(app, dave, digest, { leaderId: carol.id })
  await showChoices(app, dave, digest)
  await showDigestSoFar(app, alice)
  app.clock.setCivil('2026-11-20T16:00:00.000Z')
  await tick(app, () => {})
  await sayAll(app)
  await app.read((reader) => showIssuedDigest(reader, digest, 'whole'))
  for (const period of ['week', 'year'] as const) await showBoard(app, alice, { view: 'champions', period })
  await showHome(app, alice)
  await showHome(app, dave)
  await retractStory(app, alice, third)
  await sayAll(app)
  app.clock.pass({ days: 100 })
  await app.write((tx) => prune(tx))
}

describe('a week in the life of a company', () => {
  test('goes through no table that grows', async () => {
    const { app, asked } = listeningPlaudit(db)
    await liveThrough(app)
    const questions = new Map(asked.map((one) => [one.sql, one]))
    expect(questions.size).toBeGreaterThan(100)
    const scans = [...questions.values()]
      // What the test itself asks of a table of one row.
      .filter(({ sql }) => sql !== 'select "id" from "digests"')
      .flatMap((one) => scansOf(db, one).map((scan) => `${scan}: ${one.sql}`))
    expect(scans).toEqual([])
  })

  test('asks hardly more when many cheer for many stories, and when somebody leaves who cheered for them', async () => {
    const { app, asked } = listeningPlaudit(db)
    const cost = async (body: () => Promise<unknown>) => {
      const before = asked.length
      await body()
      return asked.length - before
    }
    const cards: Address[] = []
    for (let n = 0; n < 60; n += 1) {
      const id = await share(app, alice, { championIds: [`P${n % 12}`] })
      await sayAll(app)
      cards.push(await cardOf(app, id))
    }
    const cheered = (personId: string, on: Address) =>
      ({ what: 'reaction', personId, emoji: 'tada', isOn: true, on, at: eventTime(9) }) as const
    const few = await cost(() =>
      hear(
        app,
        cards.slice(0, 1).map((on) => cheered(erin.id, on)),
      ),
    )
    const many = await cost(() =>
      hear(
        app,
        cards.map((on) => cheered(carol.id, on)),
      ),
    )
    expect(many - few).toBeLessThan(10)
    const leaves = await cost(() =>
      app.write((tx) => meetPeople(tx, [newsOf(carol.id, { hasLeft: true, changedAt: tx.now })])),
    )
    expect(leaves).toBeLessThan(30)
  })

  test('asks no more when there are more stories to show', async () => {
    const { app, asked } = listeningPlaudit(db)
    const cost = async (body: () => Promise<unknown>) => {
      const before = asked.length
      await body()
      return asked.length - before
    }
    await share(app)
    const few = [await cost(() => showDigestSoFar(app, alice)), await cost(() => showHome(app, alice))]
    for (let n = 0; n < 5; n += 1) await share(app)
    const more = [await cost(() => showDigestSoFar(app, alice)), await cost(() => showHome(app, alice))]
    expect(more).toEqual(few)
  })
})
