/** What is checked when the storm is over: nothing half written, nothing stuck, the operator's own command content. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import SqliteDatabase from 'better-sqlite3'
import { type Company, ROOM } from './company.ts'

const PATIENCE_MS = 60_000

/** @returns what is wrong */
export async function booksOf(company: Company, say: (line: string) => void): Promise<string[]> {
  const { slack, database, plaudit } = company
  const failures: string[] = []
  const db = new SqliteDatabase(database)
  try {
    const end = performance.now() + PATIENCE_MS
    const heard = () =>
      db.prepare('select count(*) from inbox where failed_at is null').pluck().get() as number
    while (heard() > 0 && performance.now() < end) await pause(50)
    if (heard() > 0) failures.push(`${heard()} events are still in the inbox`)
    const set = db.prepare('select event_id, body from inbox where failed_at is not null').all() as object[]
    if (set.length > 0)
      failures.push(`${set.length} events were set aside, as ${JSON.stringify(set[0]).slice(0, 600)}`)
    const sound = db.pragma('integrity_check', { simple: true })
    if (sound !== 'ok') failures.push(`integrity: ${sound}`)
    const broken = db.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) failures.push(`${broken.length} broken references: ${JSON.stringify(broken[0])}`)
  } finally {
    db.close()
  }
  const ready = await plaudit.get('/readyz')
  if (ready.status !== 200) failures.push(`not ready: ${ready.text}`)
  if (!(await stillServes(company))) failures.push('it opens no form any more')
  const root = join(import.meta.dirname, '..')
  const env = {
    PATH: process.env.PATH ?? '',
    ...slack.env(),
    DATABASE_PATH: database,
    PORT: String(plaudit.port),
  }
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, [join(root, 'bin/plaudit.js'), 'doctor'], { env }, (_, out) => resolve(out))
  })
  const wrong = said.split('\n').filter((line) => line.includes('✗'))
  say(`doctor: ${wrong.length === 0 ? 'all is well' : wrong.join('\n  ')}`)
  return failures
}

async function stillServes({ slack }: Company): Promise<boolean> {
  const alice = slack.person('UALICE')
  await alice.close({ all: true })
  const { ack } = await alice.command('/wow', '', { channel: ROOM })
  if (!ack.ok) return false
  return alice.nextModal().then(
    () => true,
    () => false,
  )
}
