import { describe, expect, test } from '@jest/globals'
import { boardChoice } from '../../src/views/board.ts'
import { actions, blockAbout, forms, menuValue, storyMenuChoice, subjectOf } from '../../src/views/ids.ts'
import { zoneOptions } from '../../src/views/zones.ts'

describe('ids', () => {
  test('say what a choice in a story’s menu is', () => {
    expect(storyMenuChoice(menuValue('name-off', 'S:1'))).toEqual({ verb: 'name-off', id: 'S:1' })
  })

  test.each(['', 'steal:S1', 'tell'])('know that %j is no choice of theirs', (value) => {
    expect(storyMenuChoice(value)).toBeUndefined()
  })

  test('say what a block is about', () => {
    expect(subjectOf(blockAbout('stories', 'D1'))).toBe('D1')
  })

  test('say which board was chosen', () => {
    expect(boardChoice('quarter:cheerers')).toEqual({ period: 'quarter', view: 'cheerers' })
    expect(boardChoice('decade:cheerers')).toBeUndefined()
  })

  test('are each used for one thing', () => {
    for (const ids of [Object.values(actions), Object.values(forms)])
      expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a time zone is found', () => {
  const found = (query: string) => zoneOptions(query).map(({ value }) => value)

  test.each([
    ['london', 'Europe/London'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['sao_paulo', 'America/Sao_Paulo'],
    ['buenos', 'America/Argentina/Buenos_Aires'],
    ['kolkata', 'Asia/Kolkata'],
    ['kyiv', 'Europe/Kyiv'],
    ['utc', 'UTC'],
    ['Pacific/Auck', 'Pacific/Auckland'],
  ])('by %j', (query, zone) => {
    expect(found(query)[0]).toBe(zone)
  })

  test('under one name only', () => {
    expect(found('calcutta')).toEqual([])
    expect(new Set(found('a')).size).toBe(found('a').length)
  })

  test('among a hundred at most', () => {
    expect(found('')).toHaveLength(100)
  })

  test('or not', () => {
    expect(found('atlantis')).toEqual([])
  })
})
