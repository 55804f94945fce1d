import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { addTo, toInstant } from '../../src/domain/time.ts'
import type { Job } from '../../src/jobs/schedule.ts'
import { runOnce, tick } from '../../src/jobs/tick.ts'
import { updateSettings } from '../../src/store/settings.ts'
import { openStore, type Tx } from '../../src/store/store.ts'
import type { Plaudit } from '../../src/usecases/plaudit.ts'
import { createTestClock, inLondon } from '../support/plaudit/clock.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** As many processes as asked for, over one database and one clock. */
function processes(count: number, at: string) {
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-jobs-'))
  ends.push(() => rmSync(folder, { recursive: true, force: true }))
  const clock = createTestClock(inLondon(at))
  const open = (): Plaudit => {
    const store = openStore({ path: join(folder, 'plaudit.db'), workspaceId: 'T1', clock })
    ends.push(() => store.close())
    return { store, clock }
  }
  return { clock, apps: Array.from({ length: count }, open) }
}

/** A job that is due on the hour, is made good for three hours, and notes each run in `ran`. */
function hourly(ran: string[], body: (tx: Tx) => Promise<void> = async () => {}): Job {
  const hour = 60 * 60_000
  return {
    name: 'hourly',
    follows: [],
    due: (_, now, settledAt) => {
      const latest = toInstant(Math.floor(Date.parse(now) / hour) * hour)
      if (settledAt !== undefined && latest <= settledAt) return { skipped: [] }
      const late = settledAt === undefined ? 0 : (Date.parse(latest) - Date.parse(settledAt)) / hour
      const missed = Array.from({ length: Math.max(0, late - 1) }, (_, n) =>
        addTo(settledAt ?? '', { hours: n + 1 }),
      )
      return { due: latest, skipped: missed }
    },
    run: async (tx, dueAt) => {
      await body(tx)
      ran.push(dueAt)
    },
  }
}

const skips: string[] = []
const onSkipped = (job: string, dueAt: string) => void skips.push(`${job} ${dueAt}`)

describe('a tick', () => {
  test('runs what is due once, however often it looks', async () => {
    const ran: string[] = []
    const { apps } = processes(1, '2026-03-12 10:20')
    const [app] = apps
    if (!app) throw new Error('no app')
    const looks = [await tick(app, onSkipped, [hourly(ran)]), await tick(app, onSkipped, [hourly(ran)])]
    expect(looks.map((look) => look.length)).toEqual([1, 0])
    expect(ran).toEqual(['2026-03-12T10:00:00.000Z'])
    expect(looks[0]?.[0]?.lateSeconds).toBeCloseTo(20 * 60, -1)
  })

  test('of two processes at once, one runs it', async () => {
    const ran: string[] = []
    const { apps, clock } = processes(2, '2026-03-12 10:20')
    for (let hour = 0; hour < 5; hour += 1) {
      await Promise.all(
        apps.flatMap((app) => [tick(app, onSkipped, [hourly(ran)]), tick(app, onSkipped, [hourly(ran)])]),
      )
      clock.pass(60 * 60_000)
    }
    expect(ran).toHaveLength(5)
    expect(new Set(ran).size).toBe(5)
  })

  test('what was missed is caught up once, and the rest skipped with a word each, once', async () => {
    skips.length = 0
    const ran: string[] = []
    const { apps, clock } = processes(2, '2026-03-12 10:20')
    const [app] = apps
    if (!app) throw new Error('no app')
    await tick(app, onSkipped, [hourly(ran)])
    clock.pass(3 * 60 * 60_000)
    await Promise.all(apps.map((one) => tick(one, onSkipped, [hourly(ran)])))
    await tick(app, onSkipped, [hourly(ran)])
    expect(ran).toEqual(['2026-03-12T10:00:00.000Z', '2026-03-12T13:00:00.000Z'])
    expect(skips).toEqual(['hourly 2026-03-12T11:00:00.000Z', 'hourly 2026-03-12T12:00:00.000Z'])
  })

  test('the claim and the effect are one: a job that breaks is tried again, with nothing half done', async () => {
    const ran: string[] = []
    const { apps } = processes(1, '2026-03-12 10:20')
    const [app] = apps
    if (!app) throw new Error('no app')
    const breaks = hourly(ran, async (tx) => {
      await updateSettings(tx, [{ key: 'digestTime', to: '01:00' }])
      throw new Error('the light went out')
    })
    await expect(tick(app, onSkipped, [breaks])).rejects.toThrow('the light went out')
    expect(ran).toEqual([])
    await tick(app, onSkipped, [hourly(ran)])
    expect(ran).toHaveLength(1)
    expect(await runOnce(app, hourly(ran), '2026-03-12T10:00:00.000Z', 'ran')).toBe(false)
  })
})
