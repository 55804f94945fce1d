import { describe, expect, test } from '@jest/globals'
import { leadOptions, leaveOutOptions } from '../../src/views/digest-preview.ts'
import { aDigest, aLongStory, aPreview, aStory, carol, digestPages, look } from './gallery/cast.ts'
import { longWeek } from './gallery/digests.ts'

describe('a digest', () => {
  const { main, more } = digestPages(longWeek, look)

  test('tells its leading story in full, however long the week was', () => {
    const blocks = JSON.stringify(main.blocks)
    for (const typed of [longWeek.lead?.words, longWeek.lead?.lesson, longWeek.lead?.thanks])
      expect(blocks).toContain(JSON.stringify(typed))
  })

  test('names every story once: in the message, or in its thread', () => {
    const all = [main, ...more].map(({ blocks }) => JSON.stringify(blocks)).join('')
    for (const { words } of longWeek.others) expect(all.split(`: ${words.slice(0, 12)}`)).toHaveLength(2)
  })

  test('says how many are in the thread', () => {
    const [, hidden] = /and (\d+) more, in the thread/.exec(JSON.stringify(main.blocks)) ?? []
    const inMessage = longWeek.others.filter(({ words }) =>
      JSON.stringify(main.blocks).includes(`: ${words.slice(0, 12)}`),
    )
    expect(inMessage.length).toBeGreaterThan(0)
    expect(Number(hidden)).toBe(199 - inMessage.length)
  })

  test('keeps every note', () => {
    const all = JSON.stringify([main, ...more].map(({ blocks }) => blocks))
    expect(all.split('Dave writes:')).toHaveLength(10)
  })

  test('has no thread when everything fits', () => {
    expect(digestPages(aDigest(), look).more).toEqual([])
  })
})

describe('a host chooses', () => {
  const preview = aPreview({ others: [aStory({ id: 'S2', champions: [carol] }), aLongStory(3)] })

  test('from the stories that do not lead already', () => {
    expect(leadOptions(preview, '', look).map(({ value }) => value)).toEqual(['S2', aLongStory(3).id])
  })

  test('from all stories what to leave out', () => {
    expect(leaveOutOptions(preview, '', look)).toHaveLength(3)
  })

  test('by a name or a word', () => {
    expect(leadOptions(preview, 'cAROL ', look).map(({ value }) => value)).toContain('S2')
    expect(leadOptions(preview, 'heating', look).map(({ value }) => value)).toEqual(['S2'])
    expect(leadOptions(preview, 'no such word', look)).toEqual([])
  })

  test('from a hundred at most', () => {
    const many = aPreview({ others: Array.from({ length: 150 }, (_, n) => aStory({ id: `S${n}` })) })
    expect(leadOptions(many, '', look)).toHaveLength(100)
  })
})
