import { describe, expect, test } from '@jest/globals'
import { defaultSettings } from '../../src/domain/settings.ts'
import { jobs } from '../../src/jobs/schedule.ts'
import { findDigest } from '../../src/store/digests.ts'
import { openSetUp, outbox, share } from '../usecases/support.ts'

const fridayAtFive = '2026-11-20T17:00:00.000Z'
const notSetUp = defaultSettings('Europe/London')
const dueNow = (settings: typeof notSetUp) =>
  jobs.filter(({ due }) => due(settings, fridayAtFive, undefined).due !== undefined).map(({ name }) => name)

const named = (name: string) => {
  const job = jobs.find((one) => one.name === name)
  if (!job) throw new Error(`no job ${name}`)
  return job
}

describe('the schedule', () => {
  test('owes nothing to people before Plaudit is set up, so that nothing counts as done either', () => {
    expect(dueNow(notSetUp)).toEqual(['rounds', 'housekeeping'])
  })

  test('owes the digest of the day once it is', () => {
    expect(dueNow({ ...notSetUp, celebrationChannel: 'C1' })).toEqual([
      'digest',
      'awards-waiting',
      'praise-reminder',
      'rounds',
      'housekeeping',
    ])
  })
})

test('the preview is of the digest that it was due for, also when that one is due by then', async () => {
  const app = await openSetUp('2026-11-20T09:59:00.000Z')
  try {
    await share(app)
    app.clock.setCivil('2026-11-20T16:00:00.100Z')
    await app.write((tx) => named('digest-preview').run(tx, '2026-11-20T10:00:00.000Z'))
    const preview = (await outbox(app)).find(({ kind }) => kind === 'digest.preview')
    const digest = await app.read((reader) => findDigest(reader, preview?.subject ?? ''))
    expect(digest?.dueAt).toBe('2026-11-20T16:00:00.000Z')
  } finally {
    await app.close()
  }
})

describe('prizes that wait', () => {
  const setUp = { ...notSetUp, celebrationChannel: 'C1' }

  test('are looked at every hour, also after downtime', () => {
    const { due } = named('awards-waiting')
    expect(due(setUp, '2026-11-20T17:20:00.000Z', '2026-11-20T17:00:00.000Z')).toEqual({ skipped: [] })
    expect(due(setUp, '2026-11-22T03:05:00.000Z', '2026-11-20T17:00:00.000Z')).toEqual({
      due: '2026-11-22T03:00:00.000Z',
      skipped: [],
    })
  })

  test('are counted on the first working day of the week at nine, on either side of a change of clocks', () => {
    const { due } = named('prizes-reminder')
    expect(due(setUp, '2026-03-23T09:00:00.000Z', undefined).due).toBe('2026-03-23T09:00:00.000Z')
    expect(due(setUp, '2026-03-30T08:00:00.000Z', '2026-03-23T09:00:00.000Z').due).toBe(
      '2026-03-30T08:00:00.000Z',
    )
    const inCairo = { ...setUp, zone: 'Africa/Cairo', workingDays: [7, 1, 2, 3, 4] as const }
    expect(due(inCairo, '2026-03-22T07:00:00.000Z', undefined).due).toBe('2026-03-22T07:00:00.000Z')
  })

  test('are counted late after a weekend without Plaudit, and not at all after a longer one', () => {
    const { due } = named('prizes-reminder')
    const before = '2026-11-09T09:00:00.000Z'
    expect(due(setUp, '2026-11-18T09:00:00.000Z', before)).toEqual({
      due: '2026-11-16T09:00:00.000Z',
      skipped: [],
    })
    expect(due(setUp, '2026-11-20T09:00:00.000Z', before)).toEqual({ skipped: ['2026-11-16T09:00:00.000Z'] })
  })
})
