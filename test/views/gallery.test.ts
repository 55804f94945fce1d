import { describe, expect, test } from '@jest/globals'
import { asText } from '../support/as-text.ts'
import { problemsOf } from '../support/block-kit.ts'
import { gallery } from './gallery/index.ts'

// Their like is in the others, readably.
const tooLongToRead = [
  'long digest',
  'long digest with prizes',
  'long praise',
  'long letter',
  'long ballot',
  'a story as long as it may be',
  'as long as it may be',
  'as full as it gets',
  'words longer than a story may be',
  'a tie as long as it may be',
  'a tie of many as long as it may be',
]

describe.each(Object.entries(gallery))('%s', (noun, examples) => {
  describe.each(Object.entries(examples))('%s', (name, render) => {
    const shown = [render()].flat()

    test('is valid by the limits of Block Kit', () => {
      expect(shown.flatMap((one) => problemsOf(one))).toEqual([])
    })

    if (!tooLongToRead.includes(noun) && !tooLongToRead.includes(name))
      test('looks as it did', () => {
        expect(`\n${shown.map(asText).join('\n\n')}\n`).toMatchSnapshot()
      })
  })
})
