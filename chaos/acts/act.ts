/** What people do in a round, and the book that they keep of it themselves. */
import type { Dice } from '../dice.ts'

/** One thing that somebody does, drawn before the round begins. */
export type Act = {
  /** Who: one person does one thing after another. */
  readonly by: string
  /** For the schedule that is printed. */
  readonly what: string
  /** Resolves when the person has turned to something else. */
  readonly play: () => Promise<unknown>
}

/**
 * A kind of act, with what its people believe came of it. A new kind is a file beside this one that exports
 * `(company, stories) => Book`, and a line in acts.ts.
 */
export type Book = {
  readonly name: string
  /** How often it is drawn, beside the others. */
  readonly weight: number
  /** Draws one act; nothing is done yet, and nothing is asked but the dice. */
  readonly draw: (dice: Dice) => Act
  /** Compares what people believe with what is stored and with what Slack shows: a line for whatever differs. */
  readonly audit: () => readonly string[] | Promise<readonly string[]>
  /** What came of it, for the table: `5 acknowledged, 1 unknown`. */
  readonly tally: () => string
}

/** Acts that follow from each other: they are drawn together, and played in their order among everything else. */
export type Course = Omit<Book, 'weight' | 'draw'> & { readonly draw: (dice: Dice) => DrawnCourse }
export type DrawnCourse = {
  /** Before anything goes wrong. */
  readonly before: readonly Act[]
  readonly acts: readonly Act[]
  /** Kinds of what goes wrong at moments of its own, besides what is planned. */
  readonly faults: readonly string[]
}

/** `3 acknowledged, 1 unknown`. */
export function countOutcomes(outcomes: Iterable<{ readonly outcome: string }>): string {
  const counts = new Map<string, number>()
  for (const { outcome } of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ')
}

/** How often something may be there, for what its author was told. */
export function mayBe(outcome: string, count: number): boolean {
  if (outcome === 'acknowledged') return count === 1
  return outcome === 'unknown' ? count <= 1 : count === 0
}
