import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Problem, Problems } from '../../src/domain/problem.ts'
import {
  changedSettings,
  changes,
  defaultSettings,
  readCheerEmoji,
  type Settings,
  type SettingsInput,
  sayCheerEmoji,
} from '../../src/domain/settings.ts'

const fresh = defaultSettings('Europe/London')
const set: Settings = { ...fresh, celebrationChannel: 'C1' }

function problemsOf(input: SettingsInput, current = set) {
  try {
    changedSettings(current, input)
    return []
  } catch (error) {
    if (!(error instanceof Problems)) throw error
    return error.problems.map(({ field, key }) => [field, key])
  }
}

describe('settings', () => {
  test('work from the start but for the celebration channel', () => {
    expect(fresh).toMatchObject({ digestDay: 5, digestTime: '16:00', boards: true, cheerEmoji: 'any' })
    expect(problemsOf({}, fresh)).toEqual([['celebrationChannel', 'settings.celebration-channel-needed']])
    expect(changedSettings(fresh, { celebrationChannel: 'C1' })).toEqual(set)
  })

  test('what the form does not say stays', () => {
    expect(changedSettings({ ...set, boards: false }, { digestTime: '09:45' })).toEqual({
      ...set,
      boards: false,
      digestTime: '09:45',
    })
  })

  test('lists are folded and sorted by day', () => {
    const after = changedSettings(set, { digestChannels: ['C2', 'C3', 'C2'], workingDays: [7, 1, 2, 7] })
    expect(after.digestChannels).toEqual(['C2', 'C3'])
    expect(after.workingDays).toEqual([1, 2, 7])
  })

  test.each<[SettingsInput, string, string]>([
    [{ celebrationChannel: '' }, 'celebrationChannel', 'settings.celebration-channel-needed'],
    [{ digestDay: 8 }, 'digestDay', 'settings.day-unknown'],
    [{ digestDay: Number.NaN }, 'digestDay', 'settings.day-unknown'],
    [{ digestTime: '24:00' }, 'digestTime', 'settings.time-unreadable'],
    [{ digestTime: '9:00' }, 'digestTime', 'settings.time-unreadable'],
    [{ zone: 'Mars/Olympus' }, 'zone', 'settings.zone-unknown'],
    [{ workingDays: [] }, 'workingDays', 'settings.working-days-needed'],
    [{ workingDays: [0, 1] }, 'workingDays', 'settings.day-unknown'],
    [{ cheerEmoji: '🎉' }, 'cheerEmoji', 'settings.emoji-unreadable'],
    [{ cheerEmoji: 'e'.repeat(101) }, 'cheerEmoji', 'settings.emoji-unreadable'],
    [{ cheerEmoji: ':tada: :thumbsdown:' }, 'cheerEmoji', 'settings.emoji-never-cheers'],
  ])('%j is refused on its field', (input, field, key) => {
    expect(problemsOf(input)).toEqual([[field, key]])
  })

  test('everything to mend is told at once', () => {
    expect(problemsOf({ zone: '', digestTime: 'noon' }).map(([field]) => field)).toEqual([
      'digestTime',
      'zone',
    ])
  })
})

describe('emoji that count', () => {
  test.each([
    ['', 'any'],
    ['  any ', 'any'],
    [':tada: :heart:', ['tada', 'heart']],
    ['tada, heart; clap', ['tada', 'heart', 'clap']],
    [':tada::heart:', ['tada', 'heart']],
    [':thumbsup: +1 :+1::skin-tone-4:', ['+1']],
    ['Tada', ['tada']],
  ])('%j', (typed, setting) => {
    const problems: Problem[] = []
    expect(readCheerEmoji(typed, problems)).toEqual(setting)
    expect(problems).toEqual([])
  })

  test('too many are refused', () => {
    const problems: Problem[] = []
    readCheerEmoji(Array.from({ length: 51 }, (_, at) => `e${at}`).join(' '), problems)
    expect(problems.map(({ key, details }) => [key, details])).toEqual([
      ['settings.emoji-too-many', { max: 50, count: 51 }],
    ])
  })

  test('what a form shows is read back', () => {
    const names = fc.uniqueArray(fc.constantFrom('tada', '+1', 'heart', 'our_own-emoji', 'clap'))
    fc.assert(
      fc.property(names, (list) => {
        const setting = list.length === 0 ? 'any' : list
        expect(readCheerEmoji(sayCheerEmoji(setting), [])).toEqual(setting)
      }),
    )
  })
})

describe('changes', () => {
  test('are told key by key, with what was and what is', () => {
    const after = { ...set, boards: false, celebrationChannel: 'C2', cheerEmoji: ['tada'] }
    expect(changes(set, after)).toEqual([
      { key: 'celebrationChannel', from: 'C1', to: 'C2' },
      { key: 'boards', from: true, to: false },
      { key: 'cheerEmoji', from: 'any', to: ['tada'] },
    ])
  })

  test('the first celebration channel is one', () => {
    expect(changes(fresh, set)).toEqual([{ key: 'celebrationChannel', from: undefined, to: 'C1' }])
  })

  test('another order in a list is none', () => {
    const both = { ...set, digestChannels: ['C1', 'C2'] }
    expect(changes(both, { ...both, digestChannels: ['C2', 'C1'] })).toEqual([])
  })
})
