import { availableParallelism } from 'node:os'

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/playground/**/*.test.ts'],
  runner: '<rootDir>/test/support/runner.js',
  maxWorkers: Math.max(2, availableParallelism() - 1), // two also on two cores: one of them mostly waits
  workerIdleMemoryLimit: '600MB', // modules of earlier tests stay in memory: a worker begins anew before that slows it
  testTimeout: 20_000,
}
