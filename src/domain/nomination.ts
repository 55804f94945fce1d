/** A nomination: one for each person and nominee in a round, with a reason, and stories as evidence. */
import { readText } from './field.ts'
import { countryOf, type Person, refusalAsChampion } from './person.ts'
import { Problem, throwAny } from './problem.ts'
import { type Round, takesNominations } from './round.ts'
import type { Instant } from './time.ts'

export type Nomination = {
  readonly id: string
  readonly roundId: string
  readonly nomineeId: string
  /** Shown to nobody who votes or judges, and to hosts only where abuse is examined. */
  readonly nominatorId: string
  readonly reason: string
  /** Whether the reason may be quoted in public, without a name. */
  readonly quotable: boolean
  /** Which of the round's criteria it shows, by position. */
  readonly criterion?: number | undefined
  /** Stories of the nominee's, in the order in which they were chosen. */
  readonly evidenceIds: readonly string[]
  readonly madeAt: Instant
  readonly changedAt: Instant
}

export type NominationInput = {
  readonly roundId: string
  readonly nomineeId?: string | undefined
  readonly reason?: string | undefined
  readonly quotable: boolean
  readonly criterion?: number | undefined
  readonly evidenceIds: readonly string[]
}

/** In code points. */
export const nominationLimits = { reason: { min: 50, max: 1_500 }, evidence: 10 } as const

export type NominationContext = {
  readonly id: string
  readonly by: Person
  readonly round: Round
  readonly nominee: Person | undefined
  /** Whether the nominee is in one of the round's departments; of no account where it names none. */
  readonly isInGroups: boolean
  /** The title of a round that the nominee won too lately for this one. */
  readonly restsAfter?: string | undefined
  readonly steppedAside: boolean
  /** Stories that stand and credit the nominee, of those that are named as evidence. */
  readonly ableEvidence: ReadonlySet<string>
  /** What this person wrote about this nominee before. */
  readonly before?: Nomination | undefined
  readonly now: Instant
}

/**
 * Throws `closed` as `requireNominating`, and `Problems`: on `nomineeId` `nomination.nominee-needed`, `nomination.not-oneself`,
 * `nomination.nominee-bot|left|foreign|unknown {name}`, `nomination.not-in-departments {name}`, `nomination.rests {name, title}`,
 * `nomination.stepped-aside {name}`; on `reason` those of `readText` after `nomination.reason-`; on `criterion`
 * `nomination.criterion-gone`; on `evidenceIds` `nomination.evidence-not-theirs`, `nomination.evidence-too-many {max}`.
 */
export function newNomination(input: NominationInput, context: NominationContext): Nomination {
  const { id, by, round, nominee, ableEvidence, before, now } = context
  requireNominating(round, now)
  const problems: Problem[] = []
  const refuse = (key: string, field: string, details = {}) =>
    problems.push(new Problem('invalid', `nomination.${key}`, field, details))
  const refusal = refusalAsNominee(context)
  const details = { name: nominee?.name ?? '', title: context.restsAfter ?? '' }
  if (refusal) problems.push(new Problem('invalid', refusal, 'nomineeId', details))
  const reason = readText(input.reason, nominationLimits.reason, problems, {
    field: 'reason',
    keys: 'nomination.reason-',
    country: countryOf(by),
  })
  const { criterion } = input
  if (criterion !== undefined && round.criteria[criterion] === undefined)
    refuse('criterion-gone', 'criterion')
  const evidenceIds = [...new Set(input.evidenceIds)]
  if (evidenceIds.some((storyId) => !ableEvidence.has(storyId))) refuse('evidence-not-theirs', 'evidenceIds')
  if (evidenceIds.length > nominationLimits.evidence)
    refuse('evidence-too-many', 'evidenceIds', { max: nominationLimits.evidence })
  throwAny(problems)
  if (!nominee || reason === undefined) throw new Problem('invalid', 'nomination.nominee-needed', 'nomineeId')
  return {
    id: before?.id ?? id,
    roundId: round.id,
    nomineeId: nominee.id,
    nominatorId: by.id,
    reason,
    quotable: input.quotable,
    criterion,
    evidenceIds,
    madeAt: before?.madeAt ?? now,
    changedAt: now,
  }
}

/** The key of its sentence. */
function refusalAsNominee({
  by,
  round,
  nominee,
  isInGroups,
  restsAfter,
  steppedAside,
}: NominationContext): string | undefined {
  if (!nominee) return 'nomination.nominee-needed'
  if (nominee.id === by.id) return 'nomination.not-oneself'
  const refusal = refusalAsChampion(nominee)
  if (refusal) return `nomination.nominee-${refusal}`
  if (round.groupIds.length > 0 && !isInGroups) return 'nomination.not-in-departments'
  if (restsAfter !== undefined) return 'nomination.rests'
  return steppedAside ? 'nomination.stepped-aside' : undefined
}

/** Throws `closed`: `nomination.not-yet {title}` before the opening, `nomination.too-late {title}` after the close. */
export function requireNominating(round: Round, now: Instant): void {
  const { title, state } = round
  if (takesNominations(round, now)) return
  if (state === 'planned') throw new Problem('closed', 'nomination.not-yet', undefined, { title })
  throw new Problem('closed', 'nomination.too-late', undefined, { title })
}
