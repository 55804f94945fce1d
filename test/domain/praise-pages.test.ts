import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { firstPassage, pagesOf } from '../../src/domain/praise-words.ts'
import { lengthOf } from '../../src/domain/text.ts'
import { hostileText } from '../support/hostile-text.ts'

const bare = (text: string): string => text.replace(/\s+/gu, '')

test('pages hold all of a letter in order, and none is too long', () => {
  fc.assert(
    fc.property(hostileText(2_000), fc.integer({ min: 3, max: 400 }), (text, max) => {
      const pages = pagesOf(text, max)
      expect(bare(pages.join(''))).toBe(bare(text))
      for (const page of pages) expect(lengthOf(page)).toBeLessThanOrEqual(max)
    }),
    { numRuns: 200 },
  )
})

test('a page ends with a sentence, else between words, else where it must', () => {
  expect(pagesOf('One two. Three four. Five.', 22)).toEqual(['One two. Three four.', 'Five.'])
  expect(pagesOf('one two three four', 8)).toEqual(['one two', 'three', 'four'])
  expect(pagesOf('abcdefgh', 3)).toEqual(['abc', 'def', 'gh'])
  expect(pagesOf('  ', 3)).toEqual([])
})

test('the passage that is quoted ends with a sentence, or between words', () => {
  expect(firstPassage('One two. Three four. Five.', 24)).toBe('One two. Three four. …')
  expect(firstPassage('one two three four', 10)).toBe('one two …')
  expect(firstPassage('short', 10)).toBe('short')
})
