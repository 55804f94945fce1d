import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Delivery } from '../../src/domain/delivery.ts'
import { addTo } from '../../src/domain/time.ts'
import {
  type Claim,
  claimDeliveries,
  extendLease,
  postponeDelivery,
  releaseExpired,
  settleDelivery,
  settleThreadOf,
} from '../../src/store/claimed-deliveries.ts'
import {
  countDeliveries,
  findNextDueAt,
  insertDelivery,
  insertRefreshes,
  type NewDelivery,
} from '../../src/store/deliveries.ts'
import { listFailedDeliveries, retryDelivery } from '../../src/store/failed-deliveries.ts'
import { insertPost, listPostsAbout } from '../../src/store/posts.ts'
import type { Tx } from '../../src/store/store.ts'
import { openTestStore, startOther, type TestStore } from './support.ts'

let at: TestStore
beforeEach(() => {
  at = openTestStore()
})
afterEach(() => at.close())

const write = <T>(body: (tx: Tx) => Promise<T>) => at.store.write(body)

const say = (id: string, more: Partial<NewDelivery> = {}) =>
  write((tx) =>
    insertDelivery(tx, { id, kind: 'help', subjectId: 'S', lane: 'C1', dueAt: at.clock.real(), ...more }),
  )

const refresh = (id: string, postId: string, more: Partial<NewDelivery> = {}) =>
  write((tx) =>
    insertRefreshes(tx, [
      {
        id,
        kind: 'help',
        subjectId: 'S',
        lane: 'C1',
        postId,
        dueAt: at.clock.real(),
        ...more,
      },
    ]),
  )

const claim = (more: Partial<Claim> = {}) =>
  write(async (tx) => {
    await releaseExpired(tx)
    const leaseUntil = addTo(tx.realNow, { ms: 1_000 })
    return claimDeliveries(tx, { leaseUntil, most: 20, restingLanes: [], refreshes: true, ...more })
  })

const ids = (claimed: readonly Delivery[]) => claimed.map(({ id }) => id).sort()
const sent = (delivery: Delivery) => write((tx) => settleDelivery(tx, delivery, { state: 'sent' }))
const one = ([delivery]: readonly Delivery[]): Delivery => {
  if (!delivery) throw new Error('nothing was claimed')
  return delivery
}

async function posted(id: string, subjectIds = ['S']): Promise<void> {
  const post = { id, deliveryId: id, kind: 'help', subjectId: 'S', args: {}, lane: 'C1' } as const
  await write((tx) => insertPost(tx, { ...post, channel: 'C1', ts: id, postedAt: tx.now }, subjectIds))
}

const rows = () =>
  at.store.read(({ db }) =>
    db.selectFrom('deliveries').select(['id', 'state', 'due_at', 'doubt']).orderBy('id').execute(),
  )

describe('what is to be said', () => {
  test('is claimed one at a time in each lane, in its order', async () => {
    await say('1', { lane: 'C1' })
    await say('2', { lane: 'C1' })
    await say('3', { lane: 'C2' })
    const claimed = await claim()
    expect(ids(claimed)).toEqual(['1', '3'])
    expect(await claim()).toEqual([])
    for (const delivery of claimed) await sent(delivery)
    expect(ids(await claim())).toEqual(['2'])
  })

  test('is not claimed before it is due', async () => {
    await say('1', { dueAt: addTo(at.clock.real(), { minutes: 5 }) })
    expect(await claim()).toEqual([])
    expect(await at.store.read((reader) => findNextDueAt(reader))).toBe(
      addTo(at.clock.real(), { minutes: 5 }),
    )
    at.clock.pass({ minutes: 5 })
    expect(ids(await claim())).toEqual(['1'])
  })

  test('goes before what is only brought up to date', async () => {
    await posted('p')
    await refresh('1', 'p')
    await say('2')
    expect(ids(await claim())).toEqual(['2'])
  })

  test('is left where its lane rests, but not what is brought up to date there', async () => {
    await posted('p')
    await say('1', { lane: 'C1' })
    await say('2', { lane: 'C2' })
    await refresh('3', 'p')
    expect(ids(await claim({ restingLanes: ['C1'] }))).toEqual(['2', '3'])
  })

  test('is claimed without refreshes while those have to wait, and at most so many', async () => {
    await posted('p')
    await refresh('1', 'p')
    await say('2', { lane: 'C2' })
    await say('3', { lane: 'C3' })
    expect(ids(await claim({ refreshes: false, most: 1 }))).toEqual(['2'])
    expect(ids(await claim({ refreshes: false }))).toEqual(['3'])
  })

  test('with a key is said once, whoever asks again and whatever became of it', async () => {
    expect(await say('1', { key: 'once' })).toBe('1')
    expect(await say('2', { key: 'once' })).toBe('1')
    await sent(one(await claim()))
    expect(await say('3', { key: 'once' })).toBe('1')
    expect((await rows()).map(({ id }) => id)).toEqual(['1'])
  })

  test('is announced once it is on disk, and not when its transaction fails', async () => {
    let announced = 0
    at.store.on('deliveries', () => {
      announced += 1
    })
    await say('1')
    expect(announced).toBe(1)
    const broken = write(async (tx) => {
      await insertDelivery(tx, { id: '2', kind: 'help', subjectId: 'S', lane: 'C1', dueAt: tx.realNow })
      throw new Error('no')
    })
    await expect(broken).rejects.toThrow('no')
    expect(announced).toBe(1)
  })
})

describe('what answers in a thread', () => {
  test('waits until its parent is said', async () => {
    await say('1')
    await say('2', { threadOf: '1', lane: 'C2' })
    const parent = one(await claim())
    expect(parent.id).toBe('1')
    expect(await claim()).toEqual([])
    await sent(parent)
    expect(one(await claim())).toMatchObject({ id: '2', threadOf: '1' })
  })

  test('shares the fate of a parent that failed, and is tried again with it', async () => {
    await say('1')
    await say('2', { threadOf: '1' })
    const parent = one(await claim())
    await write(async (tx) => {
      await settleDelivery(tx, parent, { state: 'failed', error: 'is_archived' })
      await settleThreadOf(tx, '1', { state: 'failed', error: 'is_archived' })
    })
    const failed = await at.store.read((reader) => listFailedDeliveries(reader))
    expect(failed.map(({ id, error }) => [id, error]).sort()).toEqual([
      ['1', 'is_archived'],
      ['2', 'is_archived'],
    ])
    expect(await write((tx) => retryDelivery(tx, '1'))).toBe(true)
    expect(ids(await claim())).toEqual(['1'])
  })

  test('given up after a long doubt and tried again, it is looked for first, with all patience', async () => {
    await say('1')
    const doubted = { dueAt: at.clock.real(), doubt: 1, doubtedAt: at.clock.real() }
    const first = one(await claim())
    await write((tx) => postponeDelivery(tx, first, doubted))
    const second = one(await claim())
    expect(second.doubtedAt).toBe(doubted.doubtedAt)
    await write((tx) => settleDelivery(tx, second, { state: 'failed', error: 'never_heard_of_it' }))
    await write((tx) => retryDelivery(tx, '1'))
    const third = one(await claim())
    expect(third.doubt).toBe(1)
    expect(third.doubtedAt).toBeUndefined()
  })

  test('does not hold up its lane while its parent is on its way', async () => {
    await say('1', { lane: 'C1' })
    await claim()
    await say('2', { lane: 'C2', threadOf: '1' })
    await say('3', { lane: 'C2' })
    expect(ids(await claim())).toEqual(['3'])
  })
})

describe('a lease', () => {
  test('that ran out lets somebody else take the row, who looks before speaking', async () => {
    await say('1')
    const first = one(await claim())
    expect(first).toMatchObject({ attempts: 1, doubt: 0 })
    at.clock.pass({ ms: 999 })
    expect(await claim()).toEqual([])
    at.clock.pass({ ms: 1 })
    const second = one(await claim())
    expect(second).toMatchObject({ id: '1', attempts: 2, doubt: 1 })
    expect(await sent(first)).toBe(false)
    expect(await sent(second)).toBe(true)
  })

  test('can be extended by who holds it, and by nobody else', async () => {
    await say('1')
    const first = one(await claim())
    const until = addTo(at.clock.real(), { minutes: 1 })
    const held = await write((tx) => extendLease(tx, first, until))
    expect(held).toMatchObject({ id: '1', leaseUntil: until })
    expect(await write((tx) => extendLease(tx, first, until))).toBeUndefined()
    at.clock.pass({ ms: 1_000 })
    expect(await claim()).toEqual([])
    expect(await sent(first)).toBe(false)
  })

  test('that was lost cannot put the row back either', async () => {
    await say('1')
    const first = one(await claim())
    at.clock.pass({ ms: 1_000 })
    const second = one(await claim())
    await write((tx) => postponeDelivery(tx, first, { dueAt: tx.realNow, doubt: 0 }))
    expect(await claim()).toEqual([])
    await sent(second)
    expect(await rows()).toMatchObject([{ id: '1', state: 'sent' }])
  })

  test('goes by real time: a jump of civil time ends none', async () => {
    await say('1')
    await claim()
    at.clock.setCivil('2031-01-01T00:00:00.000Z')
    expect(await claim()).toEqual([])
  })

  test('is given by two messengers at once to one of them only', async () => {
    for (let n = 100; n < 140; n += 1) await say(`${n}`, { lane: `C${n % 4}` })
    const others = [startOther('claim', at.path), startOther('claim', at.path)]
    await Promise.all(others.map(({ ends }) => ends))
    const claimed = others.flatMap(({ said }) => said())
    expect(claimed).toHaveLength(40)
    expect(new Set(claimed).size).toBe(40)
    const inOrder = (lane: number, all: readonly string[]) => all.filter((id) => Number(id) % 4 === lane)
    for (const { said } of others) {
      for (const lane of [0, 1, 2, 3]) expect(inOrder(lane, said())).toEqual(inOrder(lane, said()).toSorted())
    }
  })
})

describe('bringing a post up to date', () => {
  test('waits once, at the earliest time asked for', async () => {
    await posted('p')
    await refresh('1', 'p', { dueAt: addTo(at.clock.real(), { minutes: 1 }) })
    await refresh('2', 'p', { dueAt: addTo(at.clock.real(), { ms: 5 }) })
    await refresh('3', 'p', { dueAt: addTo(at.clock.real(), { minutes: 2 }) })
    expect(await rows()).toMatchObject([{ id: '1', due_at: addTo(at.clock.real(), { ms: 5 }) }])
  })

  test('is asked for anew while it is done, for what it shows may be old', async () => {
    await posted('p')
    await refresh('1', 'p')
    const first = one(await claim())
    await refresh('2', 'p')
    await sent(first)
    expect(ids(await claim())).toEqual(['2'])
  })

  test('that has to be tried again gives way to one that was asked for meanwhile', async () => {
    await posted('p')
    await refresh('1', 'p')
    const first = one(await claim())
    await refresh('2', 'p')
    const later = addTo(at.clock.real(), { ms: 700 })
    await write((tx) => postponeDelivery(tx, first, { dueAt: later, doubt: 1 }))
    expect(await rows()).toMatchObject([
      { id: '1', state: 'dropped' },
      { id: '2', state: 'waiting', due_at: later },
    ])
  })

  test('that has to be tried again is not put off by one that may wait longer', async () => {
    await posted('p')
    await refresh('1', 'p')
    const first = one(await claim())
    await refresh('2', 'p', { dueAt: addTo(at.clock.real(), { minutes: 1 }) })
    const later = addTo(at.clock.real(), { ms: 700 })
    await write((tx) => postponeDelivery(tx, first, { dueAt: later, doubt: 1 }))
    expect(await rows()).toMatchObject([{ state: 'dropped' }, { id: '2', state: 'waiting', due_at: later }])
  })

  test('in doubt is not made earlier by whoever asks for it meanwhile: it may still take effect', async () => {
    await posted('p')
    await refresh('1', 'p')
    const later = addTo(at.clock.real(), { minutes: 1 })
    const doubtedAt = at.clock.real()
    const doubted = one(await claim())
    await write((tx) => postponeDelivery(tx, doubted, { dueAt: later, doubt: 2, doubtedAt }))
    await refresh('2', 'p')
    expect(await rows()).toEqual([{ id: '1', state: 'waiting', due_at: later, doubt: 0 }])
  })

  test('in doubt hands its doubt to the one that was asked for meanwhile', async () => {
    await posted('p')
    await refresh('1', 'p')
    const doubted = one(await claim())
    await refresh('2', 'p')
    const later = addTo(at.clock.real(), { minutes: 1 })
    const doubtedAt = at.clock.real()
    await write((tx) => postponeDelivery(tx, doubted, { dueAt: later, doubt: 2, doubtedAt }))
    await refresh('3', 'p')
    at.clock.pass({ minutes: 1 })
    expect(one(await claim())).toMatchObject({ id: '2', doubtedAt })
  })

  test('is never looked for: doing it twice shows the same', async () => {
    await posted('p')
    await refresh('1', 'p')
    await claim()
    at.clock.pass({ ms: 1_000 })
    expect(one(await claim())).toMatchObject({ id: '1', doubt: 0, attempts: 2 })
  })

  test('that failed can be tried again though another one waits', async () => {
    await posted('p')
    await refresh('1', 'p')
    const first = one(await claim())
    await write((tx) => settleDelivery(tx, first, { state: 'failed', error: 'edit_window_closed' }))
    await refresh('2', 'p')
    expect(await write((tx) => retryDelivery(tx, '1'))).toBe(true)
    expect(ids(await claim())).toEqual(['2'])
    expect(await write((tx) => retryDelivery(tx, '1'))).toBe(false)
  })
})

describe('what was put back', () => {
  test('keeps its doubt and its place, and is due when it was told to be', async () => {
    await say('1')
    await say('2')
    const first = one(await claim())
    const later = addTo(at.clock.real(), { ms: 300 })
    await write((tx) => postponeDelivery(tx, first, { dueAt: later, doubt: 1, doubtedAt: tx.realNow }))
    at.clock.pass({ ms: 300 })
    expect(one(await claim())).toMatchObject({ id: '1', doubt: 1, attempts: 2 })
  })

  test('is counted, with the oldest that waits', async () => {
    await say('1', { dueAt: '2026-01-01T00:00:00.000Z' })
    await say('2', { lane: 'C2' })
    await say('3')
    await write(async (tx) => {
      for (const delivery of await claimDeliveries(tx, {
        leaseUntil: addTo(tx.realNow, { ms: 9 }),
        most: 1,
        restingLanes: [],
        refreshes: true,
      }))
        await settleDelivery(tx, delivery, { state: 'failed', error: 'no_text' })
    })
    expect(await at.store.read(countDeliveries)).toEqual({
      waiting: 2,
      sending: 0,
      failed: 1,
      oldestDueAt: at.clock.real(),
    })
  })
})

test('a post can be about more than one statement binds', async () => {
  await posted(
    'p1',
    Array.from({ length: 40_000 }, (_, n) => `S${n}`),
  )
  const about = await at.store.read((reader) => listPostsAbout(reader, ['S0', 'S39999']))
  expect(about.map(({ id }) => id)).toEqual(['p1'])
})
