import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** For every process that a test starts: Node compiles the sources once, not at each of a hundred starts. */
export const compiledOnce = { NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/node-compile-cache') }

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: { start: string }
}
/** What `npm start` gives Node. */
export const startFlags = scripts.start.split(' ').filter((word) => word.startsWith('--'))
