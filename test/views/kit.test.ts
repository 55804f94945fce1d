import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { lengthOf } from '../../src/domain/text.ts'
import {
  bold,
  bullets,
  channel,
  cut,
  fill,
  lines,
  mentions,
  plain,
  quote,
  spoken,
  words,
} from '../../src/views/kit.ts'
import { hostileText } from '../support/hostile-text.ts'
import { look } from './gallery/cast.ts'

describe('rich text', () => {
  test('leaves out what is empty, since Slack refuses it', () => {
    expect(lines([words('')], undefined, [words('a'), words('')], [])).toEqual(lines([words('a')]))
    expect([...lines([words('')]), ...bullets([[words('')]]), ...quote('')]).toEqual([])
  })

  test('puts lines under each other', () => {
    const [block] = lines([words('a')], [bold('b')])
    expect(block?.elements).toEqual([
      { type: 'rich_text_section', elements: [words('a'), words('\n'), bold('b')] },
    ])
  })

  test('fills elements into a sentence where its language wants them', () => {
    const said = fill((what, where) => `In ${where}: ${what}!`, [words('typed \ue000 <b>'), channel('C1')])
    expect(said).toEqual([words('In '), channel('C1'), words(': '), words('typed \ue000 <b>'), words('!')])
  })

  test('mentions people as a language lists them', () => {
    const said = mentions(look, ['U1', 'U2', 'U3']).map((one) =>
      one.type === 'user' ? `@${one.user_id}` : one,
    )
    expect(said).toEqual(['@U1', words(', '), '@U2', words(' and '), '@U3'])
  })
})

describe('plain text', () => {
  test('fits, and is never blank', () => {
    fc.assert(
      fc.property(
        fc.oneof(hostileText(400), fc.constantFrom('', ' ', '\u200b')),
        fc.integer({ min: 1, max: 200 }),
        (typed, max) => {
          const { text } = plain(typed, max)
          expect(lengthOf(text)).toBeLessThanOrEqual(max)
          expect(text.trim()).not.toBe('')
        },
      ),
      { numRuns: 200 },
    )
  })

  test('keeps its lines when it fits', () => {
    expect(cut('a\n\nb', 4)).toBe('a\n\nb')
    expect(cut('a\n\nb c', 4)).toBe('a b…')
  })
})

describe('what stands for a message', () => {
  test('is escaped once', () => {
    expect(spoken('a & <!channel>', '&lt;')).toBe('a &amp; &lt;!channel&gt;\n&amp;lt;')
  })

  test('leaves out what is blank, and is never empty', () => {
    expect(spoken('a', undefined, ' ', 'b')).toBe('a\nb')
    expect(spoken()).toBe('…')
  })

  test.each(['w', '&', '𝔘', '& '])('stays short enough to be updated, even of %j alone', (character) => {
    expect(lengthOf(spoken(character.repeat(9000)))).toBeLessThanOrEqual(4000)
  })
})
