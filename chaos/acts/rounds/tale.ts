/** What a round is to be, drawn before anything begins; and the book that its people keep of it. */
import type { DecidedBy } from '../../../src/domain/round.ts'
import { cast, everybody } from '../../cast.ts'
import type { Dice } from '../../dice.ts'
import type { Outcome } from '../../hands.ts'
import type { gifts } from '../../template.ts'
import type { Belief } from '../belief.ts'
import type { Moments } from './moments.ts'

export const ASIDE = 'aside'
export const OFF = 'off'
export const hosts = [cast.host, cast.cohost] as const

/** What is known of a round. The word stands in its title; its capital letter in nothing else. */
export type RoundTale = {
  readonly word: string
  readonly title: string
  /** Titles of those that repeat it, the next one first; none where nothing does. */
  readonly nextTitles: readonly string[]
  readonly decidedBy: DecidedBy
  readonly criteria: readonly string[]
  readonly judges: readonly string[]
  readonly nominees: readonly string[]
  readonly voters: readonly string[]
  readonly quorum: number
  readonly prize: keyof typeof gifts | undefined
  outcome: Outcome
  /** As they were typed. */
  moments: Moments
  /** By nominator and nominee: the verse that the nomination says. */
  readonly nominations: Map<string, Belief>
  /** By nominee. */
  readonly asides: Map<string, Belief>
  /** By judge: OFF once a host took them off. */
  readonly panel: Map<string, Belief>
  /** By voter the nominee; by judge and nominee (`UTOM UBOB`) the nominee with the scores (`UBOB 35`). */
  readonly ballots: Map<string, Belief>
  readonly deeds: Deed[]
  /** Whether a host raised the workspace's budget for its prize. */
  raised: Outcome
  /** Whether a host gave its prize later. */
  given: Outcome
  /** Whether a process is killed when the next one opens. */
  readonly isKilledAtNext: boolean
  /** The clock has passed its opening. */
  isNextDue: boolean
}

/** What a host did about it, and the step that follows from it; `decided` with the champions, in order. */
export type Deed = {
  readonly by: string
  readonly step: 'changed' | 'counted' | 'unwon' | 'decided'
  readonly whom: string
  outcome: Outcome
}

/** Months follow each other over the year's end, and what names none stays as it is. */
const calendars = [
  ['November 2026', 'December 2026', 'January 2027'],
  ['May', 'June', 'July'],
  ['the month', 'the month', 'the month'],
] as const

const panelists = [...cast.tellers, ...cast.champions, cast.approver]
const electorate = everybody.filter((id) => id !== cast.host)

export function drawTale(dice: Dice): RoundTale {
  const word = capital(dice.word())
  const decidedBy = dice.pick(['everybody', 'everybody', 'judges', 'judges', 'host'] as const)
  const judges = decidedBy === 'judges' ? some(panelists, dice.between(2, 4), dice) : []
  const [now, ...later] = dice.pick(calendars)
  const titleOf = (month: string) => `Champion of ${word}, ${month}`
  return {
    word,
    title: titleOf(now),
    nextTitles: dice.oneIn(3) ? later.map(titleOf) : [],
    decidedBy,
    criteria: ['Went above and beyond', 'Made it easy for others'].slice(0, dice.between(1, 2)),
    judges,
    // Few, so that votes meet, and are tied at times.
    nominees: dice.oneIn(3) ? cast.champions : cast.champions.slice(0, 2),
    voters: dice.coin() ? some(electorate, dice.pick([2, 4]), dice) : electorate,
    quorum: judges.length > 0 ? dice.between(1, judges.length) : dice.pick([1, 1, 2, 4, 30]),
    prize: dice.oneIn(4) ? undefined : dice.pick(['book', 'lamp', 'trip'] as const),
    outcome: 'never sent',
    moments: {},
    nominations: new Map(),
    asides: new Map(),
    panel: new Map(),
    ballots: new Map(),
    deeds: [],
    raised: 'never sent',
    given: 'never sent',
    isKilledAtNext: dice.oneIn(3),
    isNextDue: false,
  }
}

const some = (all: readonly string[], count: number, dice: Dice): string[] =>
  all
    .map((id) => ({ id, place: dice.between(0, 9_999) }))
    .sort((a, b) => a.place - b.place)
    .slice(0, count)
    .map(({ id }) => id)

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

export const describeTale = ({ word, decidedBy, judges, prize, nextTitles, quorum }: RoundTale): string =>
  [
    `plans a round (${word}) for ${decidedBy}${judges.length > 0 ? ` (${judges.join(', ')})` : ''}`,
    ...(decidedBy === 'host' ? [] : [`of whom it takes ${quorum}`]),
    ...(prize ? [`with a ${prize}`] : []),
    ...(nextTitles.length > 0 ? ['every month'] : []),
  ].join(', ')
