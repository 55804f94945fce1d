#!/usr/bin/env node
// Plain JavaScript: it must run on a Node that cannot run Plaudit, and say so.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'

if (process.features.typescript) {
  // Node reads Slack's answers with a little WebAssembly. To make it quicker takes ten megabytes that stay taken.
  setFlagsFromString('--wasm-tiering-budget=2147483647')
  // From the second start on, hundreds of files need not be compiled again. Where nothing can be written, they are.
  enableCompileCache(
    process.env.NODE_COMPILE_CACHE ?? join(import.meta.dirname, '../node_modules/.cache/plaudit'),
  )
  await import('../src/main.ts')
} else {
  console.error(
    `Plaudit needs Node.js 22.18 or later (24 is best), and this is ${process.version}. In a checkout, "npm start" and "npx plaudit" use the right one after "npm ci".`,
  )
  process.exitCode = 1
}
