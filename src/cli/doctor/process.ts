/** Whether a Plaudit runs here. It need not: doctor is also for the time before the first start. */
import type { Config } from '../../config.ts'
import { w } from '../answer.ts'
import { type Finding, fine, note, wrong } from './finding.ts'

const s = w.doctor.process
const PATIENCE_MS = 3_000

export async function checkProcess({ port, testClock }: Config): Promise<readonly Finding[]> {
  const { environment } = w.doctor
  return [
    await checkReady(port),
    ...(testClock === 'off' ? [] : [wrong(environment.testClock, environment.testClockTodo)]),
  ]
}

async function checkReady(port: number): Promise<Finding> {
  const answered = await fetch(`http://127.0.0.1:${port}/readyz`, {
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => undefined)
  if (!answered) return note(s.away(port))
  const said = (await answered.json().catch(() => undefined)) as
    | { ready?: boolean; database?: string; slack?: string }
    | undefined
  if (said?.ready === undefined) return wrong(s.stranger(port), s.strangerTodo)
  if (said.ready) return fine(s.ready(port))
  const why = Object.entries({ database: said.database, Slack: said.slack }).filter(([, what]) => what)
  return wrong(s.notReady(port, why.map(([who, what]) => `${who} ${what}`).join(', ')), s.notReadyTodo)
}
