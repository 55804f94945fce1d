import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { insertDraft } from '../../src/store/drafts.ts'
import { insertEvents, parkReactions, takeEvents, takeParkedReactions } from '../../src/store/inbox.ts'
import { upsertPeople } from '../../src/store/people.ts'
import type { Reader, Tx } from '../../src/store/store.ts'
import { openTestStore, startOther, type TestStore } from './support.ts'

let at: TestStore
beforeEach(() => {
  at = openTestStore()
})
afterEach(() => at.close())

const draft = (id: string) => ({ id, kind: 'test', personId: 'U1', body: { words: id } })
const draftIds = async ({ db }: Reader) =>
  (await db.selectFrom('drafts').select('id').orderBy('id').execute()).map(({ id }) => id)

describe('reading', () => {
  test('never waits for who writes, and sees only what is committed', async () => {
    await at.store.write((tx) => insertDraft(tx, draft('before')))
    let seen: string[] = []
    await at.store.write(async (tx) => {
      await insertDraft(tx, draft('not yet'))
      seen = await at.store.read(draftIds)
    })
    expect(seen).toEqual(['before'])
    expect(await at.store.read(draftIds)).toEqual(['before', 'not yet'])
  })

  test('never waits for another process that writes', async () => {
    const other = startOther('hold', at.path)
    await other.says('holding')
    expect(await at.store.read(draftIds)).toEqual([])
    await at.store.ping()
    other.letGo()
    await other.ends
  })

  test('cannot write', async () => {
    const sly = at.store.read((reader) =>
      insertDraft({ ...reader, now: '', realNow: '', announce: () => {} }, draft('x')),
    )
    await expect(sly).rejects.toMatchObject({ code: 'SQLITE_READONLY' })
  })
})

describe('a transaction', () => {
  test('happens at one instant of both clocks, whatever they do meanwhile', async () => {
    const [first, last] = await at.store.write(async (tx: Tx) => {
      const before = [tx.now, tx.realNow]
      at.clock.pass({ hours: 1 })
      return [before, [tx.now, tx.realNow]]
    })
    expect(last).toEqual(first)
  })

  test('announces each topic once, after it is on disk', async () => {
    const seen: (readonly string[])[] = []
    let reading: Promise<void> | undefined
    at.store.on('inbox', () => {
      reading = at.store.read(draftIds).then((ids) => {
        seen.push(ids)
      })
    })
    await at.store.write(async (tx) => {
      tx.announce('inbox')
      await insertDraft(tx, draft('a'))
      tx.announce('inbox')
    })
    await reading
    expect(seen).toEqual([['a']])
  })

  test('that is run again, since the disk was full, announces what its second run did', async () => {
    let runs = 0
    let announced = 0
    at.store.on('deliveries', () => {
      announced += 1
    })
    const flaky = at.store.write(async (tx) => {
      runs += 1
      if (runs === 1) tx.announce('deliveries')
      await insertDraft(tx, draft('a'))
    })
    // Its neighbour ends the shared transaction, as SQLite does when the disk is full.
    const breaks = at.store.write(async ({ db }) => {
      await sql`rollback`.execute(db)
      throw new Error('full')
    })
    await flaky
    await expect(breaks).rejects.toThrow('full')
    expect([runs, announced]).toEqual([2, 0])
    expect(await at.store.read(draftIds)).toEqual(['a'])
  })

  test('is waited for when the store closes', async () => {
    const other = openTestStore()
    const written = other.store.write((tx) => insertDraft(tx, draft('last')))
    await other.close()
    await expect(written).resolves.toBeUndefined()
  })
})

describe('the inbox', () => {
  const talk = (eventId: string) => ({ eventId, heard: { what: 'talk', personId: 'U1' } }) as const

  test('gives what it was given, in order, once', async () => {
    await at.store.write((tx) => insertEvents(tx, ['3', '1', '2'].map(talk)))
    await at.store.write((tx) => insertEvents(tx, ['1', '4'].map(talk)))
    const take = (most: number) => at.store.write((tx) => takeEvents(tx, most))
    expect((await take(3)).map(({ eventId }) => eventId)).toEqual(['3', '1', '2'])
    expect(await take(3)).toEqual([talk('4')])
    expect(await take(3)).toEqual([])
  })

  test('gives it again when acting on it failed', async () => {
    await at.store.write((tx) => insertEvents(tx, [talk('1')]))
    const failed = at.store.write(async (tx) => {
      await takeEvents(tx, 10)
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await at.store.write((tx) => takeEvents(tx, 10))).toHaveLength(1)
  })
})

describe('reactions that wait for their post', () => {
  const on = { channel: 'C1', ts: '1.000100' }
  const reaction = (isOn: boolean, at: string) =>
    ({ what: 'reaction', personId: 'U1', emoji: 'tada', isOn, on, at }) as const

  test.each([
    ['the later one, in order', [reaction(true, '1.1'), reaction(false, '1.2')], false],
    ['the later one, overtaken', [reaction(false, '1.2'), reaction(true, '1.1')], false],
    ['off, of two at the same time', [reaction(true, '1.1'), reaction(false, '1.1')], false],
    ['off, of two at the same time, turned round', [reaction(false, '1.1'), reaction(true, '1.1')], false],
    ['the last of three', [reaction(true, '1.1'), reaction(true, '1.3'), reaction(false, '1.2')], true],
  ])('are kept as %s', async (_, heard, isOn) => {
    for (const one of heard) await at.store.write((tx) => parkReactions(tx, [one]))
    const taken = await at.store.write((tx) => takeParkedReactions(tx, on))
    expect(taken).toMatchObject([{ isOn, on }])
    await at.store.write((tx) => parkReactions(tx, heard))
    expect(await at.store.write((tx) => takeParkedReactions(tx, on))).toMatchObject([{ isOn }])
    expect(await at.store.write((tx) => takeParkedReactions(tx, on))).toEqual([])
  })
})

describe('news of people', () => {
  const news = (changedAt: string, name: string, hasLeft = false) => ({
    ...{ id: 'U1', name, isBot: false, isGuest: false, isAdmin: false, isForeign: false },
    ...{ hasLeft, changedAt },
  })
  const person = () => at.store.read(async ({ db }) => db.selectFrom('people').selectAll().executeTakeFirst())

  test('that are older than what is known change nothing, in whatever order they come', async () => {
    await at.store.write((tx) => upsertPeople(tx, [news('2026-11-02T00:00:00.000Z', 'new')]))
    await at.store.write((tx) => upsertPeople(tx, [news('2026-11-01T00:00:00.000Z', 'old')]))
    expect(await person()).toMatchObject({ name: 'new' })
  })

  test('keep since when somebody has left, until they are back', async () => {
    await at.store.write((tx) => upsertPeople(tx, [news('2026-11-02T00:00:00.000Z', 'x', true)]))
    const leftAt = at.clock.civil()
    at.clock.pass({ days: 1 })
    await at.store.write((tx) => upsertPeople(tx, [news('2026-11-03T00:00:00.000Z', 'y', true)]))
    expect(await person()).toMatchObject({ name: 'y', left_at: leftAt })
    await at.store.write((tx) => upsertPeople(tx, [news('2026-11-04T00:00:00.000Z', 'z')]))
    expect(await person()).toMatchObject({ left_at: null })
  })
})
