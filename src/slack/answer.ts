/** One translation of what went wrong, for each surface in Slack. */
import { v7 as newId } from 'uuid'
import { Problem, Problems } from '../domain/problem.ts'
import { blockFor, type Form, type SentView } from '../views/form.ts'
import type { Look } from '../views/look.ts'
import { noticeModal } from '../views/notice.ts'
import { sentenceFor, type Wording } from '../wording/index.ts'
import type { Then } from './acts.ts'
import type { Log } from './log.ts'

/** The problems that a person can mend; or, for a fault, undefined. */
function problemsOf(error: unknown): readonly Problem[] | undefined {
  if (error instanceof Problems) return error.problems
  if (error instanceof Problem) return [error]
  return undefined
}

/** What to say about an error. A fault is logged once, with the reference that the person sees. */
export function sayError(error: unknown, w: Wording, log: Log, where: string): string {
  const problems = problemsOf(error)
  if (problems) return problems.map((problem) => sentenceFor(problem, w)).join(' ')
  if (isTooLate(error)) {
    log.warn({ where }, 'Slack did not wait for the form')
    return w.fault.tooLate
  }
  if (hasCode(error, 'SQLITE_FULL')) {
    log.error({ err: error, where }, 'the disk is full')
    return w.fault.diskFull
  }
  if (hasCode(error, 'SQLITE_BUSY')) {
    log.error({ err: error, where }, 'another process locks the database')
    return w.fault.busy
  }
  const reference = newId().slice(-8)
  log.error({ err: error, where, reference }, 'a fault')
  return w.fault.sentence(reference)
}

/** A trigger lives for three seconds. */
export const isTooLate = (error: unknown): boolean =>
  ['expired_trigger_id', 'exchanged_trigger_id'].includes(
    (error as { data?: { error?: string } }).data?.error ?? '',
  )

const hasCode = (error: unknown, code: string): boolean =>
  (error as { code?: unknown } | undefined)?.code === code

/** The answer to a submission that was refused: on the fields, or where there are none, as a sentence on top. */
export function refusal(
  error: unknown,
  form: Pick<Form<never, never>, 'id' | 'fields'>,
  sent: SentView,
  look: Look,
  log: Log,
) {
  const problems = problemsOf(error) ?? []
  const errors = new Map<string, string>()
  for (const problem of problems) {
    const block = blockFor(form, sent, problem.field)
    if (block === undefined) continue
    const sentences = [errors.get(block), sentenceFor(problem, look.w)]
    errors.set(block, sentences.filter(Boolean).join(' '))
  }
  if (errors.size > 0) return { response_action: 'errors' as const, errors: Object.fromEntries(errors) }
  const view = noticeModal(sayError(error, look.w, log, form.id), look)
  return { response_action: 'push' as const, view }
}

/** The answer to a submission that took effect. */
export function acknowledgement(then: Then) {
  if (!then) return undefined as never
  if ('push' in then) return { response_action: 'push' as const, view: then.push }
  if ('update' in then) return { response_action: 'update' as const, view: then.update }
  return { response_action: 'clear' as const }
}
