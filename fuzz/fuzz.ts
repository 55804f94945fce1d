/**
 * Good and broken requests, correctly signed and not, to the real process: to `/slack/events` all that Slack can send, to
 * `/praise` all that other systems can, and tables to the importer. Whatever comes, the process lives, answers within three
 * seconds and never with a 5xx, does not grow, and leaves nothing half written.
 *
 *   npm run fuzz                                    20,000 requests with a seed of chance
 *   npm run fuzz -- --seed 7 --requests 200000      the same ones again
 */
import { parseArgs } from 'node:util'
import { openCompany } from './company.ts'
import { fuzz } from './run.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    requests: { type: 'string', default: '20000' },
  },
})
const [seed, requests] = [Number(values.seed), Number(values.requests)]
if (!Number.isInteger(seed) || !(requests > 0))
  throw new RangeError('say --seed N --requests N, as whole numbers')

console.log(`--seed ${seed} --requests ${requests} on ${process.version}`)
const company = await openCompany()
try {
  const failures = await fuzz(company, { seed, requests, say: console.log })
  for (const failure of failures) console.log(`✗ ${failure}`)
  console.log(failures.length === 0 ? '✓ nothing broke' : `${failures.length} kinds of failure`)
  process.exitCode = failures.length === 0 ? 0 : 1
} finally {
  await company.stop()
}
