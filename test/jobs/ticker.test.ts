import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { Job } from '../../src/jobs/schedule.ts'
import { createTicker } from '../../src/jobs/ticker.ts'
import { createMeter } from '../../src/meter.ts'
import { openStore } from '../../src/store/store.ts'
import { createTestClock, inLondon, START } from '../support/plaudit/clock.ts'

test('a job that cannot run keeps none of the others from running', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-ticker-'))
  const clock = createTestClock(inLondon(START))
  const store = openStore({ path: join(folder, 'plaudit.db'), workspaceId: 'T1', clock })
  const job = (name: string, run: Job['run']): Job => ({
    name,
    follows: [],
    due: (_, now, settledAt) => (settledAt ? { skipped: [] } : { due: now, skipped: [] }),
    run,
  })
  const breaks = job('breaks', async () => {
    throw new Error('the light went out')
  })
  const said: unknown[] = []
  const say = (about: object, text: string) => void said.push({ ...about, text })
  const ran: string[] = []
  const works = job('works', async () => void ran.push('works'))
  const log = { info: say, warn: say, error: say }
  const ticker = createTicker({ store, clock }, log, createMeter(), [breaks, works])
  await ticker.tickNow()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
  expect(ran).toEqual(['works'])
  expect(said).toContainEqual(expect.objectContaining({ job: 'breaks', text: 'a job could not run' }))
  expect(said).toContainEqual(expect.objectContaining({ job: 'works', text: 'a job ran' }))
})
