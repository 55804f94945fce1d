import { describe, expect, test } from '@jest/globals'
import { type Source, sourcesIn } from './sources.ts'

const MOST_LINES = 200

/** Files that hold one thing, and need more lines for it. A file that leaves this list stays out of it. */
const long: Readonly<Record<string, string>> = {
  'src/slack/messenger.ts': 'one loop: claim, say, settle, rest',
  'src/store/digests.ts': 'the digest to come, and the issued one, which is the same row',
  'src/store/schema.ts': 'a table of tables',
  'src/store/stories.ts': 'all that is kept of a story',
  'src/views/ids.ts': 'every name between Slack and Plaudit, on one page',
}

const lines = (text: string): number => text.split('\n').length - 1

describe('a source file', () => {
  test(`has at most ${MOST_LINES} lines, or says why not`, () => {
    const tooLong = sourcesIn('src').filter(({ text }) => lines(text) > MOST_LINES)
    expect(tooLong.map(({ path }) => path).filter((path) => !(path in long))).toEqual([])
    expect(Object.keys(long).filter((path) => !tooLong.some((one) => one.path === path))).toEqual([])
  })

  test('leaves nothing to be done later', () => {
    const all = ['src', 'playground', 'test', 'scripts', 'bench', 'chaos'].flatMap(sourcesIn).filter(isOther)
    const later = all.filter(({ text }) => /\b(TODO|FIXME|XXX)\b/.test(text))
    expect(later.map(({ path }) => path)).toEqual([])
  })

  test('never silences the types, and the app not the linter either', () => {
    const all = ['src', 'playground', 'test', 'scripts', 'bench', 'chaos'].flatMap(sourcesIn).filter(isOther)
    const silenced = all.filter(
      ({ path, text }) =>
        /@ts-(ignore|nocheck)/.test(text) || (path.startsWith('src/') && text.includes('biome-ignore')),
    )
    expect(silenced.map(({ path }) => path)).toEqual([])
  })
})

/** This file names what it looks for. */
const isOther = ({ path }: Source): boolean => path !== 'test/house/files.test.ts'
