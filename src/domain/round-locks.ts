/** What of a round stays as it is, since it has happened or somebody went by it already. */
import type { Round } from './round.ts'
import type { Moment, TypedPlan } from './round-plan.ts'
import { dayOf, type Instant, timeOf, type Zone } from './time.ts'

export type RoundLocks = {
  /** From the first nomination on. */
  readonly criteria: boolean
  readonly opens: boolean
  readonly nominationsClose: boolean
  readonly votesOpen: boolean
  /** Who decides, and how many have to: from the opening of votes on. */
  readonly decision: boolean
}

export const locksOf = ({ state }: Pick<Round, 'state'>, hasNominations: boolean): RoundLocks => ({
  criteria: hasNominations,
  opens: state !== 'planned',
  nominationsClose: state === 'closed' || state === 'voting',
  votesOpen: state === 'voting',
  decision: state === 'voting',
})

/** What a form may leave out when it is locked. */
type Lockable = {
  readonly criteria?: string | undefined
  readonly decidedBy?: string | undefined
  readonly quorum?: string | undefined
  readonly plan: TypedPlan
}

/** A form that does not ask for what is locked: that stays as it was. What it says all the same is left for the rules. */
export function withLocked<Input extends Lockable>(
  before: Round,
  input: Input,
  locks: RoundLocks,
  zone: Zone,
): Input {
  const { plan } = input
  const moment = (isLocked: boolean, key: keyof typeof plan, at: Instant) =>
    isLocked && plan[key]?.on === undefined && plan[key]?.at === undefined ? momentOf(at, zone) : plan[key]
  return {
    ...input,
    criteria: input.criteria ?? (locks.criteria ? before.criteria.join('\n') : undefined),
    decidedBy: input.decidedBy ?? (locks.decision ? before.decidedBy : undefined),
    quorum: input.quorum ?? (locks.decision ? String(before.quorum) : undefined),
    plan: {
      opens: moment(locks.opens, 'opens', before.opensAt),
      nominationsClose: moment(locks.nominationsClose, 'nominationsClose', before.nominationsCloseAt),
      votesOpen: moment(locks.votesOpen, 'votesOpen', before.votesOpenAt),
      votesClose: plan.votesClose,
    },
  }
}

/** The day and time on the wall. */
export const momentOf = (at: Instant, zone: Zone): Moment => ({ on: dayOf(at, zone), at: timeOf(at, zone) })
