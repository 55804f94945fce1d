#!/usr/bin/env node
// Plain JavaScript: it must run on a Node that cannot run Plaudit, and say so.
if (process.features.typescript) {
  await import('../src/main.ts')
} else {
  console.error(
    `Plaudit needs Node.js 22.18 or later (24 is best), and this is ${process.version}. In a checkout, "npm start" and "npx plaudit" use the right one after "npm ci".`,
  )
  process.exitCode = 1
}
