/** In the form of a round: its four moments, and what is locked, shown as text with why. */
import type { KnownBlock } from '@slack/types'
import type { Round } from '../domain/round.ts'
import type { RoundInput } from '../domain/round-input.ts'
import type { RoundLocks } from '../domain/round-locks.ts'
import type { Instant, Zone } from '../domain/time.ts'
import { datepicker, field, timepicker } from './fields.ts'
import { answers, type SentView } from './form.ts'
import { bold, bullets, context, lines, words } from './kit.ts'
import type { Look } from './look.ts'
import { zoneChoice } from './zones.ts'

/** Each moment is a day and a time; what is wrong with it is said on its day. */
export const momentIds = {
  opens: 'opens',
  opensTime: 'opensTime',
  nominationsClose: 'nominationsClose',
  nominationsCloseTime: 'nominationsCloseTime',
  votesOpen: 'votesOpen',
  votesOpenTime: 'votesOpenTime',
  votesClose: 'votesClose',
  votesCloseTime: 'votesCloseTime',
} as const

const moments = ['opens', 'nominationsClose', 'votesOpen', 'votesClose'] as const
type Moment = (typeof moments)[number]

type Model = {
  readonly input: RoundInput
  readonly round?: Round | undefined
  readonly locks: RoundLocks
  readonly zone: Zone
}

/** In the order in which they come; those that have been, as they were. */
export function momentFields(model: Model, look: Look): KnownBlock[] {
  const { roundForm: s } = look.w
  return [
    ...moments.flatMap((moment) => momentField(model, moment, look)),
    context(s.times(zoneChoice(model.zone).text)),
  ]
}

function momentField({ input, round, locks, zone }: Model, moment: Moment, look: Look): KnownBlock[] {
  const { roundForm: s } = look.w
  if (round && moment !== 'votesClose' && locks[moment])
    return [...lockedLine(s[moment], look.w.moment(momentOfRound(round, moment), zone)), context(s.happened)]
  const { on, at } = input.plan[moment] ?? {}
  const hint = moment === 'votesOpen' ? { hint: s.votesOpenHint } : {}
  return [
    field(momentIds[moment], s[moment], datepicker(on), hint),
    field(momentIds[`${moment}Time`], s.at(s[moment]), timepicker(at ?? '12:00')),
  ]
}

const momentOfRound = (round: Round, moment: Moment): Instant =>
  ({
    opens: round.opensAt,
    nominationsClose: round.nominationsCloseAt,
    votesOpen: round.votesOpenAt,
    votesClose: round.votesCloseAt,
  })[moment]

/** What was not asked is absent. */
export function readMoments(view: SentView): RoundInput['plan'] {
  const sent = answers(view)
  return Object.fromEntries(
    moments.flatMap((moment) => {
      const on = sent.date(momentIds[moment])
      const at = sent.time(momentIds[`${moment}Time`])
      return on === undefined && at === undefined ? [] : [[moment, { on, at }]]
    }),
  )
}

export const lockedLine = (label: string, value: string): KnownBlock[] => lines([bold(label)], [words(value)])

export const lockedCriteria = ({ criteria }: Round, { w: { roundForm: s } }: Look): KnownBlock[] => [
  ...lines([bold(s.criteria)]),
  ...bullets(criteria.map((criterion) => [words(criterion)])),
  context(s.criteriaLocked),
]
