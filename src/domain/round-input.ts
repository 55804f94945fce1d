/** Reading a host's form about a round. */
import type { Calendar } from './calendar.ts'
import { readText } from './field.ts'
import { Problem, throwAny } from './problem.ts'
import { decisions, type Round, roundLimits } from './round.ts'
import { locksOf, withLocked } from './round-locks.ts'
import { type RoundTimes, readPlan, type TypedPlan, timesOf } from './round-plan.ts'
import { cleaned, isBlank, oneLine } from './text.ts'
import type { Instant } from './time.ts'

/** As typed. Criteria are lines. */
export type RoundInput = {
  readonly title?: string | undefined
  readonly honours?: string | undefined
  readonly criteria?: string | undefined
  readonly groupIds?: readonly string[] | undefined
  readonly decidedBy?: string | undefined
  readonly judgeIds?: readonly string[] | undefined
  readonly repeats?: string | undefined
  readonly plan: TypedPlan
  readonly channel?: string | undefined
  readonly prizeId?: string | undefined
  readonly quorum?: string | undefined
  readonly restRounds?: string | undefined
}

type RoundContext = {
  readonly id: string
  readonly by: string
  readonly calendar: Calendar
  readonly now: Instant
  /** Whom of the judges one may name: colleagues, see `mayJudge`. */
  readonly ableIds: ReadonlySet<string>
  /** What is wrong with it by what the platform and the catalogue say. */
  readonly refused?: readonly Problem[] | undefined
}

/**
 * A round that is planned. Throws `Problems`: on `title` those of `readText` after `round.title-`, on `honours` after
 * `text.`; on `criteria` `round.criteria-needed`, `round.criteria-too-many {max}`, `round.criterion-too-long {max}`; on
 * `decidedBy` `round.decision-needed`; on `judgeIds` `round.judges-needed`, `round.judges-unable`; on `quorum` and `restRounds`
 * `round.number-unreadable {min, max}`, on `quorum` `round.quorum-above-judges {judges}`, or while it is judged
 * on `judgeIds` `round.judges-below-quorum {quorum}`; on `channel` `round.channel-needed`; and those of `readPlan`.
 */
export function newRound(input: RoundInput, context: RoundContext): Round {
  return readRound(input, context)
}

/**
 * A round after a host's form, which need not name what is locked. What is fixed stays as it was: criteria from the first
 * nomination on, whatever has happened, and how it is decided once votes are open. Throws as `newRound` does, and `conflict` `round.criteria-locked` on `criteria`,
 * `round.decision-locked` on `decidedBy`, `round.moment-passed` on the moment that has been.
 */
export function changedRound(
  before: Round,
  input: RoundInput,
  context: RoundContext & { hasNominations: boolean },
): Round {
  const locks = locksOf(before, context.hasNominations)
  const after = readRound(withLocked(before, input, locks, context.calendar.zone), context, before)
  const problems: Problem[] = []
  const lock = (key: string, field: string) => problems.push(new Problem('conflict', key, field))
  const differ = (key: keyof Round) => JSON.stringify(before[key]) !== JSON.stringify(after[key])
  if (locks.criteria && differ('criteria')) lock('round.criteria-locked', 'criteria')
  if (locks.decision && (differ('decidedBy') || differ('quorum')))
    lock('round.decision-locked', differ('quorum') ? 'quorum' : 'decidedBy')
  if (locks.opens && differ('opensAt')) lock('round.moment-passed', 'opens')
  if (locks.nominationsClose && differ('nominationsCloseAt')) lock('round.moment-passed', 'nominationsClose')
  if (locks.votesOpen && differ('votesOpenAt')) lock('round.moment-passed', 'votesOpen')
  throwAny(problems)
  return after
}

function readRound(input: RoundInput, context: RoundContext, before?: Round): Round {
  const { id, by, calendar, now } = context
  const problems: Problem[] = [...(context.refused ?? [])]
  const refuse = (key: string, field: string, details = {}) =>
    problems.push(new Problem('invalid', key, field, details))
  const title = readText(input.title, roundLimits.title, problems, { field: 'title', keys: 'round.title-' })
  const honours = readText(input.honours, roundLimits.honours, problems, { field: 'honours' })
  const criteria = readCriteria(input.criteria, problems)
  const decidedBy = decisions.find((one) => one === input.decidedBy)
  if (!decidedBy) refuse('round.decision-needed', 'decidedBy')
  const judgeIds = decidedBy === 'judges' ? [...new Set(input.judgeIds ?? [])] : []
  if (decidedBy === 'judges' && judgeIds.length === 0) refuse('round.judges-needed', 'judgeIds')
  if (judgeIds.length > roundLimits.judges)
    refuse('round.judges-too-many', 'judgeIds', { max: roundLimits.judges })
  if (judgeIds.some((judgeId) => !context.ableIds.has(judgeId) && !before?.judgeIds.includes(judgeId)))
    refuse('round.judges-unable', 'judgeIds')
  if (!input.channel) refuse('round.channel-needed', 'channel')
  const whole = (typed: string | undefined, field: string, range: { min: number; max: number }) => {
    const number = readWhole(typed, range)
    if (number === undefined) refuse('round.number-unreadable', field, range)
    return number ?? range.min
  }
  const quorum = whole(input.quorum, 'quorum', { min: 1, max: roundLimits.quorum })
  if (decidedBy === 'judges' && judgeIds.length > 0 && quorum > judgeIds.length) {
    // While it is judged, how many it takes stays: then there have to be as many.
    if (before?.state === 'voting') refuse('round.judges-below-quorum', 'judgeIds', { quorum })
    else refuse('round.quorum-above-judges', 'quorum', { judges: judgeIds.length })
  }
  const restRounds = whole(input.restRounds, 'restRounds', { min: 0, max: roundLimits.restRounds })
  const plan = readPlan(input.plan, problems, { zone: calendar.zone, now, isBegun: isClosed(before) })
  throwAny(problems)
  if (!title || !decidedBy || !plan || !input.channel)
    throw new Problem('invalid', 'round.title-missing', 'title')
  const repeats = (['month', 'quarter'] as const).find((one) => one === input.repeats)
  // A host who gives a round other days gives them to those that repeat it.
  const replanned =
    !before || JSON.stringify(timesOf(plan, calendar.zone)) !== JSON.stringify(pickTimes(before))
  return {
    ...(replanned
      ? { ...timesOf(plan, calendar.zone), plan, turn: 0 }
      : { ...pickTimes(before), plan: before.plan, turn: before.turn }),
    id: before?.id ?? id,
    seriesId: before?.seriesId ?? id,
    title: oneLine(title),
    honours,
    criteria,
    groupIds: [...new Set(input.groupIds ?? [])].slice(0, roundLimits.groups),
    decidedBy,
    judgeIds,
    repeats,
    channel: input.channel,
    prizeId: input.prizeId,
    quorum,
    restRounds,
    state: before?.state ?? 'planned',
    createdAt: before?.createdAt ?? now,
    createdBy: before?.createdBy ?? by,
  }
}

const isClosed = (round: Round | undefined): boolean =>
  round !== undefined && round.state !== 'planned' && round.state !== 'nominating'

const pickTimes = ({ opensAt, nominationsCloseAt, votesOpenAt, votesCloseAt }: RoundTimes): RoundTimes => ({
  opensAt,
  nominationsCloseAt,
  votesOpenAt,
  votesCloseAt,
})

function readCriteria(typed: string | undefined, problems: Problem[]): string[] {
  const lines = cleaned(typed ?? '')
    .split('\n')
    .map((line) => oneLine(line).replace(/^(?:[-•*](?:\s+|$))+/u, ''))
    .filter((line) => !isBlank(line))
  const criteria = [...new Set(lines)]
  const refuse = (key: string, details = {}) =>
    problems.push(new Problem('invalid', key, 'criteria', details))
  if (criteria.length === 0) refuse('round.criteria-needed')
  if (criteria.length > roundLimits.criteria) refuse('round.criteria-too-many', { max: roundLimits.criteria })
  const { max } = roundLimits.criterion
  if (criteria.some((criterion) => [...criterion].length > max)) refuse('round.criterion-too-long', { max })
  return criteria
}

/** Blank is the least. Undefined for what is no whole number in the range. */
function readWhole(
  typed: string | undefined,
  { min, max }: { min: number; max: number },
): number | undefined {
  const text = cleaned(typed ?? '')
  if (text === '') return min
  const number = /^\d{1,6}$/u.test(text) ? Number(text) : Number.NaN
  return number >= min && number <= max ? number : undefined
}
