/**
 * The gate: what the compiler, the linter and the search for dead code say, and the tests.
 *
 *   npm run check
 *
 * The tests run meanwhile, since nobody waits for two things one after the other who can have them side by side.
 */
import { spawn } from 'node:child_process'
import { setPriority } from 'node:os'

/** Some tests are about time: what looks at files takes only the time that they leave. */
const PATIENT = 10

/** Runs a script of package.json, and prints what it said when it has ended. @returns whether it ended well */
function look(script: string): Promise<boolean> {
  const child = spawn('npm', ['run', script], { stdio: ['ignore', 'pipe', 'pipe'] })
  if (child.pid !== undefined) setPriority(child.pid, PATIENT)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      process.stdout.write(said)
      resolve(code === 0)
    })
  })
}

async function lookAtFiles(): Promise<string[]> {
  const complaining: string[] = []
  for (const script of ['types', 'lint', 'dead']) if (!(await look(script))) complaining.push(script)
  return complaining
}

function runTests(): Promise<string[]> {
  const child = spawn('npm', ['test'], { stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code === 0 ? [] : ['test']))
  })
}

const complaining = (await Promise.all([lookAtFiles(), runTests()])).flat()
for (const script of complaining)
  console.error(`npm run ${script} has something to complain about: see above.`)
process.exitCode = complaining.length === 0 ? 0 : 1
