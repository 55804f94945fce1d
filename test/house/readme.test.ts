import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { root, sourcesIn, textOf } from './sources.ts'

const pages = [
  'README.md',
  'src/README.md',
  'CHANGELOG.md',
  'docs/export.md',
  'playground/README.md',
  'playground/server/README.md',
  'docs/praise.md',
  'docs/security.md',
  'chaos/README.md',
].map((path) => ({ path, text: textOf(path) ?? '' }))

const { scripts } = JSON.parse(textOf('package.json') ?? '{}') as { scripts: Record<string, string> }
/** `npm start` and `npm test` are scripts too; the others are npm's own. */
const npmItself = ['ci', 'install', 'i', 'exec', 'audit', 'outdated']
const commands = sourcesIn('src/cli').flatMap(({ text }) =>
  [...text.matchAll(/\.command\(\s*'([a-z-]+)/g)].map(([, name]) => name ?? ''),
)

const everyMatch = (pattern: RegExp) =>
  pages.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(([said, name = '']) => ({ path, said, name })),
  )

describe('what the pages tell people to type', () => {
  test('is a script of package.json', () => {
    const typed = everyMatch(/\bnpm (?:run )?([a-z][a-z:-]*)/g)
    expect(typed.filter(({ name }) => !(name in scripts) && !npmItself.includes(name))).toEqual([])
  })

  test('is a command of plaudit', () => {
    const typed = everyMatch(/\bnpx plaudit ([a-z][a-z-]*)/g)
    expect(typed.filter(({ name }) => !commands.includes(name))).toEqual([])
  })

  test('leads to pages and files that are there', () => {
    const links = everyMatch(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)
    expect(links.filter(({ path, name }) => !existsSync(join(root, dirname(path), name)))).toEqual([])
  })
})
