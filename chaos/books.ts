/** The books that Plaudit keeps: the outbox against Slack, the logs, and doctor. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Message } from '../playground/server/index.ts'
import type { DeliveryKind } from '../src/domain/delivery.ts'
import { isPhoto } from '../src/slack/pictures.ts'
import { compiledOnce } from '../test/support/real-process.ts'
import type { Company } from './company.ts'

type Row = {
  id: string
  kind: DeliveryKind
  lane: string
  state: 'waiting' | 'sending' | 'sent' | 'dropped' | 'failed'
  post_id: string | null
  due_at: string
  error: string | null
  channel: string | null
  ts: string | null
}
const OUTBOX = `select d.id, d.kind, d.lane, d.state, d.post_id, d.due_at, d.error, p.channel, p.ts
  from deliveries d left join posts p on p.delivery_id = d.id and d.post_id is null`

/** Nothing is stuck; whatever was said was said once, stands where the book says, and nothing else was said. */
export function auditOutbox({ slack, read }: Company): string[] {
  const said = new Map<string, Message[]>()
  for (const { timeline } of slack.channels()) {
    for (const message of timeline.all()) {
      const id = message.metadata?.event_payload.delivery_id
      if (typeof id === 'string') said.set(id, [...(said.get(id) ?? []), message])
    }
  }
  const rows = read<Row>(OUTBOX)
  const known = new Set(rows.map(({ id }) => id))
  const now = new Date().toISOString()
  return [
    ...rows.flatMap((row) =>
      auditDelivery(row, said.get(row.id) ?? [], now).map((line) => `${row.kind} to ${row.lane}: ${line}`),
    ),
    ...[...said.keys()].filter((id) => !known.has(id)).map((id) => `nobody wrote ${id}, and it was said`),
  ]
}

function auditDelivery(row: Row, messages: readonly Message[], now: string): string[] {
  const { state, post_id, due_at, error, kind } = row
  if (state === 'failed') return [`failed with ${error}`]
  if (state === 'sending') return ['is still being said']
  if (state === 'waiting' && (post_id === null || due_at <= now))
    return [`waits still (${error ?? 'nothing wrong'})`]
  if (post_id !== null || isPhoto(kind)) return []
  // What has no post any more was taken away.
  const expected = state === 'sent' && row.ts !== null ? 1 : 0
  if (messages.length !== expected) return [`${state}, and said ${messages.length} times`]
  const [message] = messages
  return message && (message.channel !== row.channel || message.ts !== row.ts)
    ? ['stands elsewhere than the book says']
    : []
}

/** What Slack would have refused, and errors in the log that nothing in the round explains. */
export function auditLogs({ slack, machines }: Company, faults: ReadonlySet<string>): string[] {
  const isExplained = (text: string) =>
    explained.some(([fault, known]) => (fault === '' || faults.has(fault)) && known.test(text))
  const errors = machines.all.flatMap(({ log }) =>
    log.filter(({ level }) => level >= 50).map((line) => JSON.stringify(line)),
  )
  const refused = slack
    .refused()
    .filter(({ direction, kind, fault }) => direction === 'to slack' && kind === 'web_api' && !fault)
    .map(({ name, error }) => `${name} ${error}`)
  return [
    ...new Set(
      errors.filter((line) => !isExplained(line)).map((line) => `in the log: ${line.slice(0, 600)}`),
    ),
    ...new Set(
      refused.filter((line) => !harmless.test(line)).map((line) => `Slack would have refused: ${line}`),
    ),
  ]
}

const explained: readonly (readonly [string, RegExp])[] = [
  ['Slack', /slack_webapi_|slack_bolt_respond/i],
  ['full disk', /SQLITE_FULL|SQLITE_IOERR|disk is full|disk I\/O/],
  ['lock', /SQLITE_BUSY|is locked|locks the database/],
  ['freeze', /SQLITE_BUSY|is locked|locks the database|aborted due to timeout/],
]
const harmless = // who waited too long for a form
  /expired_trigger_id|exchanged_trigger_id|hash_conflict|message_not_found|views.update not_found/

const ROOT = join(import.meta.dirname, '..')
/** `plaudit doctor`, as an operator runs it beside the process. @returns what it finds wrong */
export function askDoctor({ slack, database, machines }: Company): Promise<string[]> {
  const [running] = machines.alive()
  const env = {
    ...compiledOnce,
    PATH: process.env.PATH ?? '',
    ...slack.env(),
    DATABASE_PATH: database,
    PORT: String(running?.port ?? 0),
  }
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['bin/plaudit.js', 'doctor'], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', (part) => {
      said += part
    })
    child.stderr.on('data', (part) => {
      said += part
    })
    child.on('close', (code) => {
      const wrong = said.split('\n').filter((line) => line.includes('✗'))
      resolve(code === 0 ? [] : [`doctor is not content (${code}): ${wrong.join('; ') || said}`])
    })
  })
}
