import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type Import, importsOf, root, sourcesIn } from './sources.ts'

const src = sourcesIn('src')
const imports = src.flatMap(importsOf)

/** A folder of `src/`, or a file that stands right in it. */
const layerOf = (path: string): string => path.split('/')[1] ?? path

/** The arrows: what each layer may import, beside itself. Entry points never import each other. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'main.ts': ['cli'],
  cli: ['app.ts', 'config.ts', 'clock.ts', 'usecases', 'store', 'exports', 'wording', 'domain'],
  'app.ts': [
    ...['slack', 'http', 'jobs', 'usecases', 'store', 'domain', 'wording'],
    ...['config.ts', 'clock.ts', 'log.ts', 'memory.ts', 'meter.ts'],
  ],
  slack: ['usecases', 'store', 'exports', 'views', 'wording', 'domain', 'config.ts', 'meter.ts'],
  http: ['usecases', 'wording', 'domain', 'meter.ts'],
  jobs: ['usecases', 'store', 'domain', 'meter.ts'],
  usecases: ['store', 'domain'],
  store: ['domain'],
  exports: ['views', 'wording', 'domain'],
  views: ['wording', 'domain'],
  wording: ['domain'],
  domain: [],
  'config.ts': [],
  'clock.ts': ['domain'],
  'log.ts': [],
  'memory.ts': [],
  'meter.ts': [],
}

/** Who knows what of the world outside: packages that only these may import. */
const owners: readonly [RegExp, readonly string[]][] = [
  [/^(better-sqlite3|kysely)$/, ['store']],
  [/^@slack\/(bolt|web-api|socket-mode)/, ['slack', 'app.ts']],
  [/^@slack\/types$/, ['views', 'slack']],
  [/^node:http$/, ['http', 'slack']],
  [/^prom-client$/, ['meter.ts']],
  [/^commander$/, ['cli']],
  [/^csv-stringify/, ['exports']],
  [/^dotenv/, ['main.ts']],
]
/** The rules are pure: these packages only reckon, or are tables. */
const pure = /^(@date-fns\/tz|country-to-currency|currency-codes|libphonenumber-js|validator)(\/|$)/

const isFile = ({ to }: Import) =>
  to.startsWith('src/') || /^(test|playground|bench|chaos|scripts)\//.test(to)
const say = ({ from, to }: Import) => `${from} → ${to}`

describe('imports', () => {
  test('are found', () => {
    expect(imports.length).toBeGreaterThan(300)
    expect(imports.map(say)).toContain('src/main.ts → src/cli/cli.ts')
  })

  test('name files that exist, with their ending', () => {
    expect(imports.filter((one) => isFile(one) && !existsSync(join(root, one.to))).map(say)).toEqual([])
  })

  test('run one way', () => {
    const against = imports.filter(
      (one) =>
        one.to.startsWith('src/') &&
        layerOf(one.to) !== layerOf(one.from) &&
        !mayImport[layerOf(one.from)]?.includes(layerOf(one.to)),
    )
    expect(against.map(say)).toEqual([])
  })

  test('of every layer are spoken for', () => {
    expect([...new Set(src.map(({ path }) => layerOf(path)))].filter((layer) => !mayImport[layer])).toEqual(
      [],
    )
  })

  test('never lead from the app to its tests or its playground', () => {
    expect(imports.filter(({ to }) => /^(test|playground|bench|chaos|scripts)\//.test(to)).map(say)).toEqual(
      [],
    )
  })

  test('of the playground take nothing from the app but types', () => {
    const taken = sourcesIn('playground').flatMap(importsOf)
    expect(taken.filter(({ to, onlyTypes }) => to.startsWith('src/') && !onlyTypes).map(say)).toEqual([])
  })

  test('of a package stay with the layer that knows it', () => {
    const strayed = imports.filter(({ from, to }) =>
      owners.some(([name, layers]) => name.test(to) && !layers.includes(layerOf(from))),
    )
    expect(strayed.map(say)).toEqual([])
  })

  test('of the rules are pure', () => {
    const impure = imports.filter(
      ({ from, to }) => from.startsWith('src/domain/') && !to.startsWith('src/domain/') && !pure.test(to),
    )
    expect(impure.map(say)).toEqual([])
  })

  test('leave out of what serves people what only a command needs', () => {
    const held = heldBy('src/main.ts')
    expect(held).toContain('src/app.ts')
    const commands = src.map(({ path }) => path).filter((path) => path.startsWith('src/cli/'))
    expect(commands.filter((path) => held.has(path)).sort()).toEqual([
      'src/cli/answer.ts',
      'src/cli/cli.ts',
      'src/cli/start.ts',
    ])
    expect(['commander', 'csv-parse', 'validator', 'yaml'].filter((name) => held.has(name))).toEqual([])
  })

  test('go round in no circle', () => {
    expect(circles(imports.filter(({ to }) => to.startsWith('src/')))).toEqual([])
  })
})

/** What is in memory once this file is: files by their path, packages by their name. */
function heldBy(file: string): ReadonlySet<string> {
  const held = new Set([file])
  for (const one of held)
    for (const { from, to, onlyTypes, isLater } of imports)
      if (from === one && !onlyTypes && !isLater) held.add(to)
  return held
}

/** Every circle of imports that a walk from each file meets, once. */
function circles(all: readonly Import[]): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to } of all) next.set(from, [...(next.get(from) ?? []), to])
  const found: string[] = []
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]) => {
    if (path.includes(file)) {
      found.push([...path.slice(path.indexOf(file)), file].join(' → '))
      return
    }
    if (done.has(file)) return
    for (const to of next.get(file) ?? []) walk(to, [...path, file])
    done.add(file)
  }
  for (const file of next.keys()) walk(file, [])
  return found
}
