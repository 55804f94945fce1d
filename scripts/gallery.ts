/**
 * Every state of every view, as people see it, with how much of Slack's limits it takes:
 *
 *   npm run gallery                     all of them, as text
 *   npm run gallery -- digest           those whose names contain the words
 *   npm run gallery -- --json card      as JSON, to paste into Slack's Block Kit Builder
 *
 * Ends with 1 when one of them breaks a limit.
 */
import { parseArgs } from 'node:util'
import { asText } from '../test/support/as-text.ts'
import { problemsOf, textSize } from '../test/support/block-kit.ts'
import { gallery } from '../test/views/gallery/index.ts'

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true })
const asked = positionals.map((word) => word.toLowerCase())
const examples = Object.entries(gallery)
  .flatMap(([noun, states]) =>
    Object.entries(states).map(([state, render]) => ({ name: `${noun}: ${state}`, render })),
  )
  .filter(({ name }) => asked.every((word) => name.toLowerCase().includes(word)))
  .map(({ name, render }) => ({ name, shown: [render()].flat() }))

if (values.json)
  console.log(JSON.stringify(Object.fromEntries(examples.map(({ name, shown }) => [name, shown])), null, 2))
else for (const example of examples) print(example)

const broken = examples.filter(({ shown }) => shown.some((one) => problemsOf(one).length > 0))
console.error(`${examples.length} examples, ${broken.length} against the limits`)
if (broken.length > 0 || examples.length === 0) process.exitCode = 1

function print({ name, shown }: (typeof examples)[number]): void {
  console.log(`\n━━ ${name}`)
  for (const one of shown) {
    console.log(`${asText(one)}\n   (${one.blocks.length} blocks, ${textSize(one.blocks)} characters)`)
    for (const problem of problemsOf(one)) console.log(`   ✗ ${problem}`)
  }
}
