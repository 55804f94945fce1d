import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** For every process that a test starts: Node compiles the sources once, not at each of a hundred starts. */
export const compiledOnce = { NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/node-compile-cache') }
