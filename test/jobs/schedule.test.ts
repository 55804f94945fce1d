import { describe, expect, test } from '@jest/globals'
import { defaultSettings } from '../../src/domain/settings.ts'
import { jobs } from '../../src/jobs/schedule.ts'

const fridayAtFive = '2026-11-20T17:00:00.000Z'
const notSetUp = defaultSettings('Europe/London')
const dueNow = (settings: typeof notSetUp) =>
  jobs.filter(({ due }) => due(settings, fridayAtFive, undefined).due !== undefined).map(({ name }) => name)

describe('the schedule', () => {
  test('owes nothing to people before Plaudit is set up, so that nothing counts as done either', () => {
    expect(dueNow(notSetUp)).toEqual(['housekeeping'])
  })

  test('owes the digest of the day once it is', () => {
    expect(dueNow({ ...notSetUp, celebrationChannel: 'C1' })).toEqual([
      'digest',
      'praise-reminder',
      'housekeeping',
    ])
  })
})
