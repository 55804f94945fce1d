import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

const here = import.meta.dirname.replace(/[^\w/]/g, '\\$&')
const { dependencies, devDependencies } = JSON.parse(
  readFileSync(new URL('package.json', import.meta.url), 'utf8'),
)
const packages = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.includes('jest'))

/** All but tests and their support, unless files change meanwhile: Node keeps what it has loaded. */
const isWatched = process.argv.some((word) => word.startsWith('--watch'))
const loadedByNode = {
  [`^${here}/(?!test/|node_modules/|.*\\.test\\.ts$).*\\.ts$`]: '<rootDir>/test/support/as-node.js',
  [`^${here}/node_modules/(${packages.join('|')})/.*\\.[cm]?js$`]: '<rootDir>/test/support/as-node.js',
}

/** @type {import('jest').Config} */
export default {
  testEnvironment: isWatched ? 'node' : '<rootDir>/test/support/environment.js',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    ...(isWatched ? {} : loadedByNode),
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
  transformIgnorePatterns: [],
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/playground/**/*.test.ts'],
  runner: '<rootDir>/test/support/runner.js',
  maxWorkers: Math.max(2, availableParallelism() - 1), // two also on two cores: one of them mostly waits
  workerIdleMemoryLimit: '600MB', // what earlier tests left is in memory: a worker begins anew before that slows it
  testTimeout: 20_000,
}
