import type { Problem } from '../domain/problem.ts'
import { en } from './en.ts'

export type Wording = typeof en

/** The language for a locale (a BCP 47 tag). English is the only one so far. */
export function wordingFor(_locale?: string): Wording {
  return en
}

/** The sentence for a problem; a general one when its key has none. */
export function sentenceFor(problem: Problem, w: Wording): string {
  const sentence = w.problems[problem.key]
  return sentence ? sentence(problem.details) : w.unknownProblem
}
