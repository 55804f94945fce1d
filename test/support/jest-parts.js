/** The parts that jest brings with it, where it keeps them. */
import { createRequire } from 'node:module'

const jest = createRequire(import.meta.url).resolve('jest')
const core = createRequire(jest).resolve('@jest/core')
const runner = createRequire(core).resolve('jest-runner')

export const { default: Runner } = createRequire(core)('jest-runner')
export const { TestEnvironment } = createRequire(runner)('jest-environment-node')
