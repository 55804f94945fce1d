/** What is sent: one request, with what is expected of the answer. */
import { createHmac, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { arbitrary, requestSchema } from '../test/http/praise/schema.ts'
import { hostileText } from '../test/support/hostile-text.ts'
import type { Company, Recorded } from './company.ts'
import { edited, edits, spoiling } from './mutations.ts'
import { templatesFor } from './templates.ts'

export type Request = {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** For the report. */
  readonly sort: string
  /** A template's name, or its type. */
  readonly name: string
  /** It is as Slack makes it, or the sender: then it has to be taken. */
  readonly isGood: boolean
}

export function requestsTo(company: Company): fc.Arbitrary<Request> {
  const templates = templatesFor(company)
  const template = fc.constantFrom(...templates)
  const tuples = fc.tuple(template, edits([...company.ids, 'UALICE', 'UDAVE', 'UERIN', 'CCHEERS', 'CTRIAGE']))
  return fc.oneof(
    { weight: 25, arbitrary: template.map((one) => slackRequest(company, 'good', one, freshened(one))) },
    {
      weight: 45,
      arbitrary: tuples.map(([one, all]) =>
        slackRequest(company, 'reshaped', one, edited(freshened(one), all)),
      ),
    },
    {
      weight: 10,
      arbitrary: fc
        .tuple(template, spoiling)
        .map(([one, spoil]) => slackRequest(company, 'bytes', one, freshened(one), { spoil })),
    },
    {
      weight: 6,
      arbitrary: fc
        .tuple(template, spoiling, fc.constantFrom(...doubts))
        .map(([one, spoil, doubt]) =>
          slackRequest(company, 'unsigned', one, freshened(one), { spoil, doubt }),
        ),
    },
    { weight: 14, arbitrary: praiseTo(company) },
  )
}

/** Slack repeats neither a press nor a submission nor an event: each is a new one. */
function freshened({ body }: Recorded): object {
  const copy = structuredClone(body) as {
    event_id?: string
    view?: { id?: string }
    actions?: { action_ts?: string }[]
    action_ts?: string
  }
  const id = randomUUID()
  if (copy.event_id) copy.event_id = id
  if (copy.view) copy.view.id = `V${id}`
  for (const action of copy.actions ?? []) action.action_ts = `${Date.now() / 1000}`
  if (copy.action_ts) copy.action_ts = `${Date.now() / 1000}`
  return copy
}

type Doubt = 'no signature' | 'wrong signature' | 'old' | 'no time' | 'no body'
const doubts: readonly Doubt[] = ['no signature', 'wrong signature', 'old', 'no time', 'no body']
type Spoiled = { readonly spoil?: (bytes: Buffer) => Buffer; readonly doubt?: Doubt }

function slackRequest(
  company: Company,
  sort: string,
  { kind, name, body: original }: Recorded,
  body: unknown,
  { spoil, doubt }: Spoiled = {},
): Request {
  const good = Buffer.from(encoded(kind, answeredTo(company, body)))
  const bytes = doubt === 'no body' ? Buffer.alloc(0) : (spoil?.(good) ?? good)
  return {
    ...{ path: '/slack/events', sort, body: bytes, isGood: sort === 'good' },
    name: name || String((original as { type?: string }).type),
    headers: {
      'content-type': kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
      ...signature(company.slack.signingSecret, doubt === 'wrong signature' ? good : bytes, doubt),
    },
  }
}

/** Nothing of the fuzz goes anywhere but to the machine itself. */
function answeredTo({ responseUrl }: Company, body: unknown): unknown {
  const isObject = typeof body === 'object' && body !== null
  return isObject && 'response_url' in body ? { ...body, response_url: responseUrl } : body
}

function encoded(kind: Recorded['kind'], body: unknown): string {
  if (kind === 'events_api') return JSON.stringify(body) ?? ''
  if (kind === 'interactive') return new URLSearchParams({ payload: JSON.stringify(body) ?? '' }).toString()
  const fields = Object.entries((body ?? {}) as object).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
  ])
  return new URLSearchParams(fields).toString()
}

function signature(secret: string, body: Buffer, doubt?: Doubt): Record<string, string> {
  const at = Math.floor(Date.now() / 1000) - (doubt === 'old' ? 3_600 : 0)
  const digest = createHmac('sha256', secret).update(`v0:${at}:${body.toString()}`).digest('hex')
  return {
    ...(doubt === 'no time' ? {} : { 'x-slack-request-timestamp': String(at) }),
    ...(doubt === 'no signature' ? {} : { 'x-slack-signature': `v0=${digest}` }),
  }
}

function praiseTo({ secret }: Company): fc.Arbitrary<Request> {
  const webhook = new Webhook(secret)
  const allowed = arbitrary(requestSchema) as fc.Arbitrary<object>
  const hostile = fc.record({ words: hostileText(3_000), customer: fc.record({ name: hostileText(100) }) })
  const good = fc.oneof(allowed, hostile)
  const send = (sort: string, bytes: Buffer): Request => {
    const [id, at] = [`msg_${randomUUID()}`, new Date()]
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': webhook.sign(id, at, bytes.toString()),
    }
    return { path: '/praise', headers, body: bytes, sort, name: '/praise', isGood: false }
  }
  return fc.oneof(
    good.map((body) => send('praise', Buffer.from(JSON.stringify(body)))),
    fc
      .tuple(good, edits([]))
      .map(([body, all]) => send('praise reshaped', Buffer.from(JSON.stringify(edited(body, all)) ?? ''))),
    fc
      .tuple(good, spoiling)
      .map(([body, spoil]) => send('praise bytes', spoil(Buffer.from(JSON.stringify(body))))),
  )
}
