/**
 * The gate: what looks at files runs side by side, and the tests begin when there is nothing to complain about.
 *
 *   npm run check
 */
import { spawn } from 'node:child_process'

/** Runs a script of package.json, and prints what it said when it has ended. @returns whether it ended well */
function look(script: string): Promise<boolean> {
  const child = spawn('npm', ['run', script], { stdio: ['ignore', 'pipe', 'pipe'] })
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

const looks = await Promise.all(['types', 'lint', 'dead'].map(look))
if (looks.includes(false)) process.exit(1)
spawn('npm', ['test'], { stdio: 'inherit' }).once('close', (code) => process.exit(code ?? 1))
