import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { deliveryKinds } from '../../src/domain/delivery.ts'
import { Problem } from '../../src/domain/problem.ts'
import { sentenceFor, wordingFor } from '../../src/wording/index.ts'

const w = wordingFor('en-GB')
const root = new URL('../../src/', import.meta.url).pathname

/** Every key of a problem in the sources: what looks like one, in a file that makes problems. */
function keysInSources(): string[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/^(wording|views)\//.test(file),
  )
  const sources = files.map((file) => readFileSync(join(root, file), 'utf8'))
  const makers = sources.filter((source) => source.includes('new Problem('))
  const found = makers.flatMap((source) => [
    ...[...source.matchAll(/new Problem\(\s*'[a-z_]+',\s*'([^']+)'/g)].map(([, key]) => key ?? ''),
    ...[
      ...source.matchAll(
        /'((?:story|settings|role|person|board|digest|cheer|setup|channel|money|days|award|prize|budget|letter|round|nomination|ballot)\.[a-z]+(?:-[a-z]+)+)'/g,
      ),
    ].map(([, key]) => key ?? ''),
    // Keys that are put together: a beginning in one place, and what is wrong in another.
    ...[...source.matchAll(/'([a-z]+\.(?:[a-z]+-)?)'/g)].flatMap(([, start]) =>
      ['missing', 'too-short', 'too-long'].map((what) => `${start}${what}`),
    ),
    ...[...source.matchAll(/`channel\.\$\{/g)].flatMap(() =>
      [...source.matchAll(/refuse\('([a-z-]+)'\)/g)].map(([, why]) => `channel.${why}`),
    ),
  ])
  const kinds: readonly string[] = deliveryKinds
  return [...new Set(found)].filter((key) => !kinds.includes(key)).sort()
}

describe('a problem', () => {
  const keys = keysInSources()

  test('is found in the sources', () => {
    expect(keys).toEqual(
      expect.arrayContaining(['story.champions-missing', 'story.words-too-short', 'host.only']),
    )
  })

  test('has a sentence, whatever it is', () => {
    expect(keys.filter((key) => !(key in w.problems))).toEqual([])
  })

  test('is said in a sentence even before it has its own', () => {
    expect(sentenceFor(new Problem('invalid', 'never.heard-of'), w)).toBe(w.unknownProblem)
  })

  test.each(Object.keys(w.problems))('%s says what to do, and fits under a field', (key) => {
    const details = {
      names: ['Bob', 'Ana'],
      words: ['?!'],
      max: 500,
      min: 20,
      length: 523,
      count: 12,
      others: 0,
      name: 'Xenia',
    }
    const sentence = sentenceFor(new Problem('invalid', key, undefined, details), w)
    expect(sentence).toMatch(/^[A-Z“\d?].*[.!?]$/)
    expect(sentence).not.toMatch(/undefined|NaN|\[object/)
    expect(sentence.length).toBeLessThanOrEqual(250)
    expect(sentenceFor(new Problem('invalid', key), w)).not.toMatch(/undefined|NaN/)
  })

  test.each([
    ['story.words-too-long', { max: 2800, length: 2801 }, 'That is 1 character too long: 2,800 fit.'],
    ['story.words-too-long', { max: 2800, length: 3300 }, 'That is 500 characters too long'],
    ['story.champion-is-bot', { names: ['Botty'] }, 'Botty is not a person'],
    ['story.champion-has-left', { names: ['Bob', 'Ana'] }, 'Bob and Ana have left the company'],
    ['story.about-someone-else', { others: 0 }, 'Ask a colleague'],
    ['story.about-someone-else', { others: 2 }, 'Please leave yourself out'],
    ['money.unreadable', { example: '100.50' }, 'Write the amount like 100 or 100.50.'],
    ['money.unreadable', { example: '100' }, 'Write the amount like 100.'],
    ['money.ambiguous', { example: '1000' }, 'as in 1000'],
    ['money.other-currency', { currency: 'EUR' }, 'Amounts here are in EUR.'],
    ['money.too-fine', { decimals: 2, currency: 'EUR' }, '2 decimals at most: EUR'],
    ['money.too-fine', { decimals: 0, currency: 'JPY' }, 'JPY has no decimals'],
    ['money.too-little', { min: 0, currency: 'EUR' }, 'cannot be below zero'],
    ['money.too-little', { min: 1, currency: 'EUR' }, 'more than nothing'],
    ['money.too-little', { min: 550, currency: 'EUR' }, 'Write €5.50 or more'],
    ['money.too-much', { max: 1_000_000_000, currency: 'EUR' }, 'Write €10,000,000 at most'],
    ['days.too-few', { min: 0 }, 'cannot be below zero'],
    ['days.too-few', { min: 1 }, 'at least half a day'],
    ['days.too-many', { max: 60 }, '60 days at most'],
  ])('%s with %j', (key, details, said) => {
    expect(sentenceFor(new Problem('invalid', key, undefined, details), w)).toContain(said)
  })
})
