import { describe, expect, test } from '@jest/globals'
import { wordingFor } from '../../src/wording/index.ts'
import { sourcesIn } from './sources.ts'

// That every problem has a sentence is tested with the wording; here, that nothing is worded that nobody says.
const speakers = sourcesIn('src').filter(({ path }) => !path.startsWith('src/wording/'))
const said = speakers.map(({ text }) => text).join('\n')

/** Keys are written out, or put together from a beginning and what is wrong. */
function isSaid(key: string): boolean {
  if (said.includes(`'${key}'`)) return true
  const endings = [...key.matchAll(/[.-]/g)].map(({ index }) => [
    key.slice(0, index + 1),
    key.slice(index + 1),
  ])
  return endings.some(
    ([start, rest]) =>
      (said.includes(`'${start}'`) || said.includes(`\`${start}\${`)) && said.includes(`'${rest}'`),
  )
}

describe('the wording', () => {
  test('has no sentence for a problem that nobody names', () => {
    expect(Object.keys(wordingFor().problems).filter((key) => !isSaid(key))).toEqual([])
  })

  test('has no words that nobody says', () => {
    const { problems: _, unknownProblem: __, ...rest } = wordingFor()
    const words = new Set([...said.matchAll(/[a-zA-Z]+/g)].map(([word]) => word))
    const isUsed = (name: string) =>
      words.has(name) ||
      [...name.matchAll(/[A-Z]/g)].some(
        ({ index }) => words.has(name.slice(0, index)) && words.has(name.slice(index)),
      )
    expect(namesIn(rest).filter((name) => !isUsed(name))).toEqual([])
  })
})

/** The names in the tree of words, down to the sentences; those of data (emoji, codes, days) are left out. */
function namesIn(words: object): string[] {
  return Object.entries(words).flatMap(([name, value]) => [
    ...(/^[a-zA-Z]+$/.test(name) ? [name] : []),
    ...(value !== null && typeof value === 'object' && !Array.isArray(value) ? namesIn(value) : []),
  ])
}
