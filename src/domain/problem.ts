/** What went wrong, in terms of what the person can do about it. Each surface has one translation of it. */
export type ProblemCode = 'invalid' | 'not_found' | 'forbidden' | 'conflict' | 'spent' | 'closed'

export type ProblemDetails = Readonly<Record<string, string | number | readonly string[]>>

/**
 * Something a person can mend. The rule names its sentence by `key`; `wording/` says it in the reader's language,
 * filling in `details`. `field` is the part of the input it is about, so that a form can show it there.
 */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly key: string
  readonly field: string | undefined
  readonly details: ProblemDetails

  constructor(code: ProblemCode, key: string, field?: string, details: ProblemDetails = {}) {
    super(key)
    this.name = 'Problem'
    this.code = code
    this.key = key
    this.field = field
    this.details = details
  }
}

/** Everything that has to be mended at once, so that a form can show each on its field. Never empty. */
export class Problems extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.key).join(', '))
    this.name = 'Problems'
    this.problems = problems
  }
}

/** Throws `Problems` when there are any. */
export function throwAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Problems(problems)
}
