/** `npm run sbom`: what runs in production, with its licences, for whoever has to know. */
import { spawnSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { root, textOf } from '../house/sources.ts'

type Package = {
  readonly dependencies: Record<string, string>
  readonly devDependencies: Record<string, string>
}
type Component = { readonly name: string; readonly version: string; readonly licenses?: readonly unknown[] }

type Lock = { readonly packages: Readonly<Record<string, { readonly dev?: boolean }>> }
/** Types that packages of production bring along. */
const typed = new Set(['@slack/types', '@types/node'])

test('the bill of materials names every package that production needs, its version and its licence, and no other', () => {
  const { stdout } = spawnSync('npm', ['run', '--silent', 'sbom'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  const { bomFormat, components } = JSON.parse(stdout) as { bomFormat: string; components: Component[] }
  expect(bomFormat).toBe('CycloneDX')
  const names = components.map(({ name }) => name)
  const { dependencies, devDependencies } = JSON.parse(textOf('package.json') ?? '') as Package
  expect(Object.keys(dependencies).filter((name) => !names.includes(name))).toEqual([])
  const lock = JSON.parse(textOf('package-lock.json') ?? '') as Lock
  const shipped = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev)
  expect(names.length).toBe(shipped.length)
  expect(Object.keys(devDependencies).filter((name) => names.includes(name) && !typed.has(name))).toEqual([])
  const unlicensed = components.filter(({ version, licenses }) => !version || !licenses?.length)
  expect(unlicensed.map(({ name }) => name)).toEqual(['nub']) // MIT/X11, said as one did in 2011
})
