import { describe, expect, test } from '@jest/globals'
import { parse } from 'dotenv'
import { environmentNames } from '../../src/config.ts'
import { textOf } from './sources.ts'

const names = [...environmentNames].sort()
const readme = textOf('README.md') ?? ''

describe('the environment', () => {
  test('is what .env.example shows', () => {
    expect(Object.keys(parse(textOf('.env.example') ?? '')).sort()).toEqual(names)
  })

  test('has a word before every name in .env.example', () => {
    const lines = (textOf('.env.example') ?? '').split('\n')
    const bare = lines.filter((line, at) => /^[A-Z_]+=/.test(line) && !lines[at - 1]?.startsWith('#'))
    expect(bare).toEqual([])
  })

  test('is what the README explains, in its table', () => {
    const rows = readme.split('\n').filter((line) => /^\|\s*`?[A-Z]+_?[A-Z_]*\b/.test(line))
    const explained = rows.flatMap((row) => (row.split('|')[1] ?? '').match(/[A-Z][A-Z_]+/g) ?? [])
    expect(explained.sort()).toEqual(names)
  })
})
