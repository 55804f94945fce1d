import { describe, expect, test } from '@jest/globals'
import { textOf } from '../house/sources.ts'
import { PAGE, withTable } from './as-page.ts'

const page = textOf(PAGE) ?? ''

describe('the page about security', () => {
  test('shows the table of who may what as it is (npm run access writes it)', () => {
    expect(page).toBe(withTable(page))
  })

  test('names only tests that are there, and one for each answer', () => {
    const named = [...page.matchAll(/`(test\/[\w/.-]+\.test\.ts)`((?:,?\s+“[^”]+”)*)/g)].map(
      ([, path, names]) => ({
        path: path ?? '',
        names: [...(names ?? '').matchAll(/“([^”]+)”/g)].map(([, name = '']) => name.replace(/\s+/g, ' ')),
      }),
    )
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter(({ names }) => names.length === 0)).toEqual([])
    const missing = named.flatMap(({ path, names }) =>
      names.filter((name) => !textOf(path)?.includes(name)).map((name) => `${path} “${name}”`),
    )
    expect(missing).toEqual([])
    const threats = page.split('\n').filter((line) => /^\| .*\?\s*\|/.test(line))
    expect(threats.length).toBeGreaterThan(20)
    expect(threats.filter((line) => !line.includes('`test/'))).toEqual([])
  })

  test('is found from the README', () => {
    expect(textOf('README.md')).toContain('(docs/security.md)')
  })
})
