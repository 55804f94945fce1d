/** How people at this company fill in forms while everything breaks, and what they may believe afterwards. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Ack, Person, SubmitResult, Values, View } from '../playground/server/index.ts'
import type { Company } from './company.ts'

export type Outcome =
  /** Slack closed the form: it is kept. */
  | 'acknowledged'
  /** A rule said no, on a field: nothing is kept. */
  | 'refused'
  /** A sentence said that nothing was changed: nothing is kept. */
  | 'turned away'
  /** Slack had trouble: it is kept once, or not at all. */
  | 'unknown'
  /** The form never came. */
  | 'never sent'

export type Sent = { readonly outcome: Outcome; readonly says: string; readonly next?: View }

/** What people read when nothing could be kept. */
const TURNED_AWAY = /nothing was changed/
const PATIENCE_MS = 1_500
const BETWEEN_TRIES_MS = 150
const INSIST_MS = 6_000
const ANSWER_MS = 800

/** Asks for a form, and waits for the one with this id. `undefined`: it never came. */
export async function askFor(
  company: Company,
  person: Person,
  formId: string,
  ask: () => Promise<Ack>,
): Promise<View | undefined> {
  await person.close({ all: true })
  return waitForForm(company, person, formId, ask)
}

/** As `askFor`, from a form that is open and stays so: the other comes on top of it, or in its place. */
export async function waitForForm(
  { machines }: Company,
  person: Person,
  formId: string,
  ask: () => Promise<Ack>,
): Promise<View | undefined> {
  machines.route()
  try {
    if (!(await ask()).ok) return undefined
    const giveUpAt = performance.now() + PATIENCE_MS
    for (;;) {
      // One that was asked for before may come late.
      const view = await person.nextModal({ timeoutMs: Math.max(1, giveUpAt - performance.now()) })
      if (view.callback_id === formId) return view
    }
  } catch {
    return undefined
  }
}

/** Asks again for a while, as people do who are in earnest. */
export async function insist<T>(
  ask: () => Promise<T | undefined>,
  patienceMs = INSIST_MS,
): Promise<T | undefined> {
  const giveUpAt = performance.now() + patienceMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined || performance.now() > giveUpAt) return answer
    await pause(BETWEEN_TRIES_MS)
  }
}

/** What somebody looks out for in Slack; `undefined` when it did not come in time. */
export const seen = <T>(
  { slack }: Company,
  look: () => T | undefined | false,
  timeoutMs: number,
): Promise<T | undefined> => slack.until(() => look() || undefined, { timeoutMs }).catch(() => undefined)

/**
 * Presses so often at once, and waits for as many private answers that say so. Only who reads that it worked is sure: what is
 * acknowledged may be answered with a sentence that it did not.
 */
export async function pressFor(
  company: Company,
  person: Person,
  words: string,
  { press, times = 1 }: { press: () => Promise<Ack>; times?: number },
): Promise<Outcome> {
  const before = person.ephemerals().length
  const pressed = Array.from({ length: times }, () => {
    company.machines.route()
    return press().catch(() => undefined)
  })
  await Promise.all(pressed)
  const isAnswered = () =>
    person
      .ephemerals()
      .slice(before)
      .filter(({ blocks }) => textOf(blocks).includes(words)).length >= times
  return (await seen(company, isAnswered, ANSWER_MS)) ? 'acknowledged' : 'unknown'
}

export type Sending = {
  readonly view: View
  readonly values: Values
  /** How often somebody presses again when Slack had trouble, or Plaudit. */
  readonly tries: number
  /** A form that may be shown on top, as an answer to this one. */
  readonly next?: string
}

/** Fills in the form and sends it, until it is answered or the person is tired of it. */
export async function send(company: Company, person: Person, sending: Sending): Promise<Sent> {
  let doubtful = false
  for (let left = sending.tries; ; left -= 1) {
    company.machines.route()
    const result = await person.submit(sending.values, { view: sending.view })
    const sent = understand(company, person, result, sending)
    if (sent.outcome === 'acknowledged') return sent
    // What is refused the second time may have been kept the first time, by another process.
    if (sent.outcome === 'refused') return doubtful ? { ...sent, outcome: 'unknown' } : sent
    doubtful ||= sent.outcome === 'unknown'
    if (left === 0) return doubtful ? { ...sent, outcome: 'unknown' } : sent
    if (sent.outcome === 'turned away') await person.close()
    await pause(BETWEEN_TRIES_MS)
  }
}

function understand(company: Company, person: Person, result: SubmitResult, { next }: Sending): Sent {
  const { outcome, errors, clientErrors } = result
  switch (outcome) {
    case 'closed':
    case 'cleared':
    case 'updated':
      return { outcome: 'acknowledged', says: outcome }
    case 'errors':
      return { outcome: 'refused', says: Object.values(errors).join(' ') }
    case 'failed':
      return { outcome: 'unknown', says: 'We had some trouble connecting.' }
    case 'stopped by client':
      throw new Error(`the form was filled in wrongly: ${JSON.stringify(clientErrors)}`)
    case 'pushed':
      return pushed(company, person.modal(), next)
  }
}

function pushed(company: Company, top: View | undefined, next: string | undefined): Sent {
  if (next !== undefined && top?.callback_id === next)
    return { outcome: 'acknowledged', says: 'asked', next: top }
  const says = textOf(top?.blocks)
  if (TURNED_AWAY.test(says)) return { outcome: 'turned away', says }
  if (/reference/.test(says))
    company.troubles.push(`somebody read of a fault that nobody can understand: ${says}`)
  return { outcome: /reference/.test(says) ? 'unknown' : 'refused', says }
}

/** All text in blocks, as somebody reads it. */
export const textOf = (blocks: unknown): string =>
  [...JSON.stringify(blocks ?? []).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text).join(' ')
