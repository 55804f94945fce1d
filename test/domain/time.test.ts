import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addTo, dayOf, instantAt, isInstant, isZone, timeOf, toInstant, toMs } from '../../src/domain/time.ts'
import { anyZone, DAY_MS, daysOfChange, MINUTE_MS, wallClockAt, ZONES } from '../support/wall-clock.ts'

describe('the instant of a wall time', () => {
  test.each([
    ['an ordinary winter day', '2026-11-20', '16:00', 'Europe/London', '2026-11-20T16:00:00.000Z'],
    ['an ordinary summer day', '2026-07-17', '16:00', 'Europe/London', '2026-07-17T15:00:00.000Z'],
    ['a zone without summer time', '2026-07-17', '16:00', 'Asia/Kolkata', '2026-07-17T10:30:00.000Z'],
    ['a gap in London', '2026-03-29', '01:30', 'Europe/London', '2026-03-29T01:00:00.000Z'],
    ['the first minute of a gap', '2026-03-29', '01:00', 'Europe/London', '2026-03-29T01:00:00.000Z'],
    ['the first minute after a gap', '2026-03-29', '02:00', 'Europe/London', '2026-03-29T01:00:00.000Z'],
    ['a gap in New York', '2026-03-08', '02:59', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['a gap at midnight in Cairo', '2026-04-24', '00:00', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    ['a gap of half an hour', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['a gap over midnight', '2024-03-30', '23:30', 'America/Nuuk', '2024-03-31T01:00:00.000Z'],
    ['a whole day that was skipped', '2011-12-30', '16:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['a repeated hour in London', '2026-10-25', '01:30', 'Europe/London', '2026-10-25T00:30:00.000Z'],
    ['a repeated hour in New York', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['a repeated half hour', '2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    ['a repeated hour before midnight', '2026-10-29', '23:30', 'Africa/Cairo', '2026-10-29T20:30:00.000Z'],
  ])('%s: %s %s in %s', (_case, day, time, zone, instant) => {
    expect(instantAt(day, time, zone)).toBe(instant)
  })

  // Every minute of the days around every change of the clock, against what Intl says minute by minute.
  test.each(ZONES)('is the first minute at which the wall clock in %s has reached it', (zone) => {
    for (const change of daysOfChange(zone, 2016, 2028)) {
      const firstShown = new Map<string, number>()
      for (let ms = change - 1.25 * DAY_MS; ms < change + 1.75 * DAY_MS; ms += MINUTE_MS) {
        const wall = wallClockAt(ms, zone)
        if (!firstShown.has(wall)) firstShown.set(wall, ms)
      }
      let following = Number.NaN
      const differences: string[] = []
      // A skipped minute is due when the next one that was shown is, so they are walked from the last to the first.
      for (let wallMs = change + 1.25 * DAY_MS; wallMs >= change - 0.5 * DAY_MS; wallMs -= MINUTE_MS) {
        const [day = '', time = ''] = toInstant(wallMs).slice(0, 16).split('T')
        following = firstShown.get(`${day} ${time}`) ?? following
        const instant = instantAt(day, time, zone)
        if (toMs(instant) !== following) differences.push(`${day} ${time}: ${instant}`)
      }
      expect(differences).toEqual([])
    }
  })

  test('never comes earlier for a later wall time', () => {
    const minutes = fc.integer({
      min: Date.UTC(2016, 0, 1) / MINUTE_MS,
      max: Date.UTC(2030, 0, 1) / MINUTE_MS,
    })
    fc.assert(
      fc.property(anyZone, minutes, fc.integer({ min: 0, max: 3000 }), (zone, minute, later) => {
        const at = (m: number) => {
          const wall = toInstant(m * MINUTE_MS)
          return instantAt(wall.slice(0, 10), wall.slice(11, 16), zone)
        }
        expect(at(minute) <= at(minute + later)).toBe(true)
      }),
    )
  })

  test('is refused when the day, the time or the zone is none', () => {
    expect(() => instantAt('2026-13-01', '16:00', 'Europe/London')).toThrow(RangeError)
    expect(() => instantAt('2026-11-20', '25:00', 'Europe/London')).toThrow(RangeError)
    expect(() => instantAt('2026-11-20', '16:00', 'Europe/Atlantis')).toThrow(RangeError)
  })
})

describe('the wall clock at an instant', () => {
  test('shows the day and the time as Intl does, the minute begun', () => {
    const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(anyZone, moments, (zone, moment) => {
        const at = moment.toISOString()
        expect(`${dayOf(at, zone)} ${timeOf(at, zone)}`).toBe(wallClockAt(moment.getTime(), zone))
      }),
    )
  })

  test('is already on the next day east of UTC and still on the one before west of it', () => {
    expect(dayOf('2026-11-20T23:30:00.000Z', 'Pacific/Auckland')).toBe('2026-11-21')
    expect(dayOf('2026-11-20T00:30:00.000Z', 'America/New_York')).toBe('2026-11-19')
  })
})

describe('instants', () => {
  test('are moved by real time, whatever the clocks do', () => {
    expect(addTo('2026-03-28T12:00:00.000Z', { days: 1, hours: 2, minutes: 3, ms: 4 })).toBe(
      '2026-03-29T14:03:00.004Z',
    )
    expect(addTo('2026-01-01T00:00:00.000Z', { ms: -1 })).toBe('2025-12-31T23:59:59.999Z')
    expect(addTo('2026-01-01T00:00:00.000Z', {})).toBe('2026-01-01T00:00:00.000Z')
  })

  test.each([
    ['2026-11-20T16:00:00.000Z', true],
    ['2026-11-20T16:00:00Z', false],
    ['2026-11-20T16:00:00.000+01:00', false],
    ['2026-02-30T16:00:00.000Z', false],
    ['2026-11-20T24:00:00.000Z', false],
    ['2026-11-20', false],
    ['2026-11-20T16:00:00.000Z\n', false],
    ['soon', false],
    ['', false],
  ])('%j is one: %s', (text, expected) => {
    expect(isInstant(text)).toBe(expected)
  })
})

describe('zones', () => {
  test.each([...ZONES, 'UTC', 'America/Argentina/Buenos_Aires'])('%s is one', (zone) => {
    expect(isZone(zone)).toBe(true)
  })
  test.each(['Europe/Atlantis', '', '+01:00', 'London', ' Europe/London', 'GMT+1'])('%j is none', (text) => {
    expect(isZone(text)).toBe(false)
  })
})
