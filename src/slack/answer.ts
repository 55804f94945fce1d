/** One translation of what went wrong, for each surface in Slack. */
import type { ModalView } from '@slack/types'
import { v7 as newId } from 'uuid'
import { Problem, Problems } from '../domain/problem.ts'
import { sentenceFor, type Wording } from '../wording/index.ts'
import type { Log } from './slack.ts'

/** The problems that a person can mend; or, for a fault, undefined. */
export function problemsOf(error: unknown): readonly Problem[] | undefined {
  if (error instanceof Problems) return error.problems
  if (error instanceof Problem) return [error]
  return undefined
}

/** What to say about an error. A fault is logged once, with the reference that the person sees. */
export function sayError(error: unknown, w: Wording, log: Log, where: string): string {
  const problems = problemsOf(error)
  if (problems) return problems.map((problem) => sentenceFor(problem, w)).join(' ')
  if (isDiskFull(error)) {
    log.error({ err: error, where }, 'the disk is full')
    return w.fault.diskFull
  }
  const reference = newId().slice(-8)
  log.error({ err: error, where, reference }, 'a fault')
  return w.fault.sentence(reference)
}

const isDiskFull = (error: unknown): boolean =>
  (error as { code?: unknown } | undefined)?.code === 'SQLITE_FULL'

/** A sentence where only a view can answer. */
export const notice = (sentence: string, w: Wording): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: w.notice.title },
  close: { type: 'plain_text', text: w.notice.close },
  blocks: [{ type: 'section', text: { type: 'plain_text', text: sentence, emoji: false } }],
})
