import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import {
  atEnd,
  createWorld,
  eventually,
  MODES,
  ROOM,
  ready,
  sayings,
  settled,
  setUp,
  tell,
  type World,
} from './world.ts'

/** Somebody else writes in the database, and takes their time. */
function lock(database: string): () => void {
  const db = new SqliteDatabase(database)
  db.exec('begin immediate')
  return () => {
    db.exec('rollback')
    db.close()
  }
}

const cheers = ({ read }: World) => read<{ n: number }>('select count(*) as n from cheers')[0]?.n

test.each(MODES)(
  'what was acknowledged is on disk: killed right after it, all cheers are there (%s)',
  async (mode) => {
    const world = await ready({ mode })
    const { slack, alice, running } = world
    await tell(alice, 'Bob found a room for forty stranded guests.')
    await settled(world)
    const card = slack.messages(ROOM)[0]
    if (!card) throw new Error('no card')
    const crowd = Array.from({ length: 60 }, (_, index) =>
      slack.addPerson({ id: `UCROWD${index}`, name: `crowd${index}`, realName: `Crowd ${index}` }),
    )
    for (const { id } of crowd) slack.channel(ROOM).members.add(id)
    const acks = await Promise.all(crowd.map((one) => one.react(card, 'tada')))
    await running.kill()
    expect(acks.every((ack) => ack?.ok)).toBe(true)
    await world.start()
    await eventually(() => cheers(world) === crowd.length, 'all cheers')
  },
  30_000,
)

test.each(MODES)(
  'while another process locks the database nothing is acknowledged, and nothing is lost (%s)',
  async (mode) => {
    const world = await ready({ mode, retryDelaysMs: [500, 1_000, 1_500, 2_000, 4_000, 8_000] })
    const { slack, alice, carol, running } = world
    world.forgive(/not acknowledged/, /is locked/)
    await tell(alice, 'Bob found a room for forty stranded guests.')
    await settled(world)
    const card = slack.messages(ROOM)[0]
    if (!card) throw new Error('no card')
    await alice.command('/wow', '@bob drove forty stranded guests to the airport', { channel: ROOM })
    await alice.nextModal()

    const unlock = lock(world.database)
    const [ack, { outcome }, alive] = await Promise.all([
      carol.react(card, 'tada'),
      alice.submit({}),
      pause(300).then(() => running.get('/healthz')),
    ])
    expect(ack).toMatchObject({ ok: false, status: mode === 'http' ? 503 : 0 })
    expect(outcome).toBe('pushed')
    expect(JSON.stringify(alice.modal()?.blocks)).toMatch(/nothing was changed/)
    expect(alive.status).toBe(200)
    expect(slack.messages(ROOM)).toHaveLength(1)
    unlock()

    await eventually(() => cheers(world) === 1, 'the cheer that Slack sent again')
    expect(slack.lostEvents()).toEqual([])
    await alice.close()
    expect((await alice.submit({})).outcome).toBe('closed')
    await settled(world)
    expect(sayings(slack.messages(ROOM), 'to the airport')).toBe(1)
  },
  40_000,
)

/** A disk of our own that can be filled: only where this may mount one. */
function smallDisk(): string | undefined {
  if (process.getuid?.() !== 0) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-disk-'))
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder])
  if (status === 0) return folder
  rmSync(folder, { recursive: true })
  return undefined
}

const disk = smallDisk()
const onSmallDisk = disk ? test : test.skip

onSmallDisk(
  'when the disk is full nothing is acknowledged, a person is told so, and it goes on when there is room',
  async () => {
    const folder = disk ?? ''
    const filler = join(folder, 'filler')
    const world = await createWorld({
      mode: 'http',
      env: { DATABASE_PATH: join(folder, 'plaudit.db') },
      retryDelaysMs: [500, 1_000, 1_500, 2_000],
    })
    atEnd(() => {
      spawnSync('umount', [folder])
      rmSync(folder, { recursive: true, force: true })
    })
    world.forgive(/not acknowledged/, /disk is full/, /disk I\/O/)
    const running = await world.start()
    const read = <Row>(sql: string): Row[] => {
      const db = new SqliteDatabase(join(folder, 'plaudit.db'), { readonly: true })
      try {
        return db.prepare(sql).all() as Row[]
      } finally {
        db.close()
      }
    }
    await setUp(world)
    const { slack, alice, carol } = world
    await tell(alice, 'Bob found a room for forty stranded guests.')
    await settled({ read })
    const card = slack.messages(ROOM)[0]
    if (!card) throw new Error('no card')
    await alice.command('/wow', '@bob drove forty stranded guests to the airport', { channel: ROOM })
    await alice.nextModal()

    for (let size = 4 * 1024 * 1024; size >= 1024; size /= 2) {
      try {
        for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' })
      } catch {}
    }
    const acks: (boolean | undefined)[] = []
    for (let index = 0; index < 200 && !acks.some((ack) => ack === false); index += 1) {
      await (index % 2 ? carol.unreact(card, 'tada') : carol.react(card, 'tada')).then((ack) =>
        acks.push(ack?.ok),
      )
    }
    expect(acks).toContain(false)
    const { outcome } = await alice.submit({})
    expect(outcome).toBe('pushed')
    expect(JSON.stringify(alice.modal()?.blocks)).toMatch(/no room left/)
    expect((await running.get('/healthz')).status).toBe(200)
    rmSync(filler)

    const expected = acks.length % 2
    await eventually(
      () =>
        slack.lostEvents().length === 0 &&
        read<{ n: number }>('select count(*) as n from cheers')[0]?.n === expected,
      'the cheers',
    )
    await alice.close()
    expect((await alice.submit({})).outcome).toBe('closed')
    await settled({ read })
    expect(sayings(slack.messages(ROOM), 'to the airport')).toBe(1)
    expect((await running.term()).code).toBe(0)
  },
  60_000,
)
