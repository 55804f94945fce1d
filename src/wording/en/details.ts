/** How the details of a problem are said. */
import type { ProblemDetails } from '../../domain/problem.ts'
import { list, money, number } from './say.ts'

export type Detail = ProblemDetails[string] | undefined
export type Sentence = (details: ProblemDetails) => string
export type Sentences = Readonly<Record<string, Sentence>>

export const many = (value: Detail): readonly string[] => [value ?? []].flat().map(String)
export const names = (value: Detail): string => list(many(value))
/** What was typed or named; never nothing. */
export const it = (value: Detail): string => names(value) || 'that'
/** Who did or would rather not; never nobody. */
export const who = (value: Detail): string => names(value) || 'Somebody'
export const count = (value: Detail): number => Number(value ?? 0)
export const amount = (value: Detail): string => number(count(value))
/** Money in minor units; with no currency just the number. */
export const sum = (minor: Detail, currency: Detail): string =>
  typeof currency === 'string' ? money({ minor: count(minor), currency }) : amount(minor)
