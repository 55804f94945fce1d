import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  cleaned,
  excerpt,
  isBlank,
  lengthOf,
  oneLine,
  seenLengthOf,
  withoutName,
} from '../../src/domain/text.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 80 })
const family = '👨‍👩‍👧‍👦'
const zalgo = 'Z\u0300\u0301\u0302\u0303\u0304\u0305'

describe('length', () => {
  test.each([
    ['', 0],
    ['wow', 3],
    ['😀', 1],
    ['e\u0301', 2],
    [family, 7],
  ])('%j is %i code points long', (text, length) => {
    expect(lengthOf(text)).toBe(length)
  })

  test('what nobody can see does not count as seen', () => {
    expect(seenLengthOf('a\u200b\u200b\u2060\u3164b c')).toBe(4)
  })
})

describe('blank', () => {
  test.each([
    ['nothing', ''],
    ['spaces and line breaks', ' \t\n\r\n\u00a0\u2003\u3000'],
    ['zero-width characters', '\u200b\u200c\u200d\ufeff\u2060'],
    ['soft hyphens', '\u00ad\u00ad'],
    ['Hangul fillers', '\u115f\u1160\u3164\uffa0'],
    ['the empty braille pattern', '\u2800\u2800'],
    ['variation selectors', '\ufe0f\u{e0100}'],
    ['writing direction marks', '\u200e\u200f\u202e\u2066\u2069'],
    ['tag characters', '\u{e0041}\u{e007f}'],
    ['lone combining marks', '\u0301\u0302 \u20dd'],
    ['controls', '\u0000\u0007\u007f\u0085'],
    ['half a surrogate pair', '\ud83d'],
    ['unassigned characters', '\u{10ffff}'],
    ['the null note', '\u{1d159}'],
  ])('%s', (_name, text) => {
    expect(isBlank(text)).toBe(true)
  })

  test.each(['a', '.', '👍', '…', 'ا', '가', 'é', 'e\u0301', '\u2801', ' x '])('%j is not', (text) => {
    expect(isBlank(text)).toBe(false)
  })
})

describe('cleaning', () => {
  test.each([
    ['line breaks of every system become one kind', 'a\r\nb\rc\u2028d\u2029e\u0085f', 'a\nb\nc\nd\ne\nf'],
    ['ends are trimmed', '\n  \ufeffBob stayed.\u3000\n', 'Bob stayed.'],
    ['controls go, words stay apart', 'a\u0000b\u0007\tc', 'ab c'],
    ['letters are composed', 'e\u0301', 'é'],
    ['half a surrogate pair goes', 'a\ud83db', 'ab'],
    ['blank lines between paragraphs stay', 'a\n\nb', 'a\n\nb'],
    ['emoji sequences stay', `${family} 👍🏽 ❤️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿`, `${family} 👍🏽 ❤️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿`],
    ['writing direction stays', 'שלום \u2067abc\u2069 \u200fx', 'שלום \u2067abc\u2069 \u200fx'],
  ])('%s', (_name, typed, kept) => {
    expect(cleaned(typed)).toBe(kept)
  })

  test('cleaning what is clean changes nothing', () => {
    fc.assert(fc.property(anyText, (text) => expect(cleaned(cleaned(text))).toBe(cleaned(text))))
  })
})

describe('one line', () => {
  test('holds the words with one space between them', () => {
    expect(oneLine('  Bob\n\nstayed \t late \u00a0 again ')).toBe('Bob stayed late again')
  })
})

describe('an excerpt', () => {
  test.each([
    ['a short text is whole', 'Bob stayed late', 15, 'Bob stayed late'],
    ['ends after a word', 'Bob stayed late again', 16, 'Bob stayed late…'],
    ['does not end inside a word', 'Bob stayed late again', 14, 'Bob stayed…'],
    ['drops what only led on', 'Bob, who stayed', 5, 'Bob…'],
    ['keeps a sentence’s end', 'Wow! She did', 6, 'Wow!…'],
    ['does not cut a number', 'They sold 2,800 units', 14, 'They sold…'],
    ['knows words without spaces', '東京のお客様がとても喜んでくださいました', 9, '東京のお客様が…'],
    ['cuts a first word that is too long', 'Donaudampfschifffahrt', 6, 'Donau…'],
    ['does not cut a family', `${family}${family}`, 10, `${family}…`],
    ['leaves out a character that does not fit', zalgo, 4, '…'],
    ['does not part a sign from what it belongs to', 'ab \u0600! cd', 5, 'ab…'],
    ['is one line', 'Bob\nstayed', 20, 'Bob stayed'],
    ['of nothing is nothing', ' ', 5, ''],
  ])('%s', (_name, text, max, words) => {
    expect(excerpt(text, max)).toBe(words)
  })

  test('fits, begins as the text does, and cuts no character', () => {
    const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    const unit = fc.oneof(fc.constantFrom(' ', family, zalgo, '🇬🇧', 'क्षि', 'it’s', '한글', ', '), anyText)
    const texts = fc.array(unit, { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 60 }), (text, max) => {
        const line = oneLine(text)
        const cut = excerpt(text, max)
        expect(lengthOf(cut)).toBeLessThanOrEqual(max)
        if (cut === line) return
        const kept = cut.slice(0, -1)
        expect(line.startsWith(kept)).toBe(true)
        const starts = [...graphemes.segment(line)].map(({ index }) => index)
        expect(starts).toContain(kept.length)
      }),
    )
  })
})

describe('a name taken off', () => {
  test.each([
    ['Bob Baker stayed, and Bob fixed it.', 'Bob Baker', '••• stayed, and ••• fixed it.'],
    ['The bobsleigh and Bobby are not Bob.', 'Bob Baker', 'The bobsleigh and Bobby are not •••.'],
    ['Bob’s idea; bob along', 'Bob', '•••’s idea; bob along'],
    ['Anna de Vries and the Rue de Lyon', 'Anna de Vries', '••• and the Rue de Lyon'],
    ['田中さんが助けた', '田中', '•••さんが助けた'],
    ['a+b (Bo.b) $& Bo.b', 'Bo.b', 'a+b (•••) $& •••'],
    ['nobody here', '', 'nobody here'],
  ])('%s', (text, name, without) => {
    expect(withoutName(text, name)).toBe(without)
  })

  test('is nowhere in any text, and taking it off again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const text = withoutName(`${before} Zoë Quartz ${after}`, 'Zoë Quartz')
        expect(text).not.toContain('Zoë')
        expect(withoutName(text, 'Zoë Quartz')).toBe(text)
      }),
    )
  })
})
