/**
 * Tests import Plaudit, the playground and all packages as Node itself loads them, once for all the test files of a worker.
 * Jest would compile and run two thousand modules anew for each file, which is a third of all its time, and they would begin
 * slow each time. What is in `test/` is still every test file's own.
 */
import { createRequire, enableCompileCache } from 'node:module'
import { join } from 'node:path'

enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/node-compile-cache'))

/** Tests have it as a global. */
export const loadAsNode = createRequire(import.meta.url)

/** A transform that puts in a module's place what Node has loaded. */
export default {
  process: (_source, path, options) => ({ code: codeFor(path, options) }),
  getCacheKey: (_source, path, options) => codeFor(path, options), // what a module exports may be another one's
}

function codeFor(path, { supportsStaticESM: isModule }) {
  const loaded = `loadAsNode(${JSON.stringify(path)})`
  if (!isModule) return `module.exports = ${loaded}`
  const names = Object.keys(loadAsNode(path)).map((name) => JSON.stringify(name))
  return [
    `const loaded = ${loaded}`,
    ...names.map((name, nth) => `const export${nth} = loaded[${name}]; export { export${nth} as ${name} }`),
  ].join('\n')
}
