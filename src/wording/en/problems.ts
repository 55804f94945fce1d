import type { ProblemDetails } from '../../domain/problem.ts'
import { counted, list, number } from './say.ts'

type Sentence = (details: ProblemDetails) => string

const many = (value: ProblemDetails[string] | undefined): readonly string[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [String(value)]
const text = (value: ProblemDetails[string] | undefined): string => list(many(value))
const amount = (value: ProblemDetails[string] | undefined): number => Number(value ?? 0)

/** A sentence for every problem that a person can mend: what is wrong, and what to do instead. */
export const problems: Readonly<Record<string, Sentence>> = {}

/** For a key that has no sentence yet. */
export const unknownProblem = 'That did not work. Please check what you entered and try again, or ask a host.'

void [counted, number, text, amount]
