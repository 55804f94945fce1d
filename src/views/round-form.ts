/** The form of a round: planning, changing and extending it, and opening its nominations again. */
import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import type { Prize } from '../domain/prize.ts'
import { decisions, type Round, roundLimits } from '../domain/round.ts'
import type { RoundInput } from '../domain/round-input.ts'
import type { RoundLocks } from '../domain/round-locks.ts'
import type { Zone } from '../domain/time.ts'
import { type Choice, multiSearchSelect, row, select } from './controls.ts'
import { field, modal, people, place, radios, textInput } from './fields.ts'
import { answers, type Form, keep, kept, type SentView } from './form.ts'
import { actions, forms } from './ids.ts'
import { context, divider, lines, words } from './kit.ts'
import type { Look } from './look.ts'
import { prizeTitle, worth } from './prize-parts.ts'
import { lockedCriteria, lockedLine, momentFields, momentIds, readMoments } from './round-form-parts.ts'
import { backToRounds } from './rounds-back.ts'

/** What the form says, and what it keeps for its own return. */
export type SentRound = {
  /** Absent: it is planned. */
  readonly roundId?: string | undefined
  readonly reopen: boolean
  /** Whether it stands in the list's place. */
  readonly inList: boolean
  readonly input: RoundInput
  /** The chosen user groups, with what they are called. */
  readonly groups: readonly Choice[]
}

export type RoundFormModel = SentRound & {
  /** As it was, for what is locked. */
  readonly round?: Round | undefined
  readonly locks: RoundLocks
  readonly prizes: readonly Prize[]
  readonly currency: string
  readonly zone: Zone
}

const fields = {
  title: 'title',
  honours: 'honours',
  criteria: 'criteria',
  groupIds: 'groupIds',
  ...momentIds,
  decidedBy: 'decidedBy',
  judgeIds: 'judgeIds',
  quorum: 'quorum',
  channel: 'channel',
  prizeId: 'prizeId',
  repeats: 'repeats',
  restRounds: 'restRounds',
} as const

const Metadata = z.object({
  roundId: z.string().optional(),
  reopen: z.boolean().default(false),
  inList: z.boolean().default(false),
})
const NONE = 'none'
/** So that one vote alone decides nothing, until a host says otherwise. */
const FEWEST = '3'

export const roundForm: Form<SentRound, RoundFormModel> = {
  id: forms.round,
  fields,

  render(model, look) {
    const { roundForm: s } = look.w
    const { roundId, reopen, inList } = model
    const titles = reopen ? { ...s, ...s.reopen } : roundId ? { ...s, ...s.change } : s
    return modal(
      forms.round,
      titles,
      [
        ...(reopen ? lines([words(s.reopened)]) : []),
        ...aboutFields(model, look),
        divider(),
        ...momentFields(model, look),
        divider(),
        ...decisionFields(model, look),
        divider(),
        ...restFields(model, look),
        ...(inList ? [row([backToRounds(look)])] : []),
      ],
      keep({ roundId, reopen, inList }),
    )
  },

  read(view) {
    const groups = answers(view).choices(fields.groupIds)
    return { ...kept(view, Metadata), groups, input: { ...readInput(view), groupIds: groups.map(idOf) } }
  },
}

const idOf = ({ value }: Choice): string => value

function readInput(view: SentView): RoundInput {
  const sent = answers(view)
  const unlessNone = (value: string | undefined) => (value === NONE ? undefined : value)
  return {
    title: sent.text(fields.title),
    honours: sent.text(fields.honours),
    criteria: sent.text(fields.criteria),
    decidedBy: sent.option(fields.decidedBy),
    judgeIds: sent.people(fields.judgeIds),
    repeats: unlessNone(sent.option(fields.repeats)),
    plan: readMoments(view),
    channel: sent.place(fields.channel),
    prizeId: unlessNone(sent.option(fields.prizeId)),
    quorum: sent.text(fields.quorum),
    restRounds: sent.text(fields.restRounds),
  }
}

function aboutFields({ input, locks, round, groups }: RoundFormModel, look: Look): KnownBlock[] {
  const { roundForm: s } = look.w
  const criteria = textInput(input.criteria, { max: 500, lines: 'many' })
  const honours = textInput(input.honours, {
    max: roundLimits.honours.max,
    lines: 'many',
    placeholder: s.honoursPlaceholder,
  })
  const found = { placeholder: s.groupsPlaceholder, max: roundLimits.groups }
  return [
    field(fields.title, s.name, textInput(input.title, { max: roundLimits.title.max }), { hint: s.nameHint }),
    ...(locks.criteria && round
      ? lockedCriteria(round, look)
      : [field(fields.criteria, s.criteria, criteria, { hint: s.criteriaHint })]),
    field(fields.honours, s.honours, honours, { optional: true }),
    field(fields.groupIds, s.groups, multiSearchSelect(actions.roundGroups, found, groups), {
      optional: true,
      hint: s.groupsHint,
    }),
  ]
}

/** Who decides says what else is asked: another choice shows other fields. */
function decisionFields({ input, locks, round }: RoundFormModel, look: Look): KnownBlock[] {
  const { roundForm: s } = look.w
  const fixed = locks.decision ? round : undefined
  const decidedBy =
    fixed?.decidedBy ?? decisions.find((decision) => decision === input.decidedBy) ?? 'everybody'
  const options = decisions.map((value) => ({
    value,
    text: s.decisions[value].name,
    description: s.decisions[value].does,
  }))
  const judges = people(input.judgeIds ?? [], roundLimits.judges, s.judgesPlaceholder)
  const asked = decidedBy === 'host' ? undefined : decidedBy
  return [
    ...(fixed
      ? [...lockedLine(s.decidedBy, s.decisions[decidedBy].name), context(s.decisionLocked)]
      : [
          field(fields.decidedBy, s.decidedBy, radios(options, decidedBy, actions.roundDecidedBy), {
            dispatch: true,
          }),
        ]),
    ...(decidedBy === 'judges' ? [field(fields.judgeIds, s.judges, judges, { hint: s.judgesHint })] : []),
    ...(asked && fixed ? lockedLine(s.quorumNow[asked], String(fixed.quorum)) : []),
    ...(asked && !fixed
      ? [
          field(fields.quorum, s.quorum[asked], textInput(input.quorum ?? FEWEST, { max: 6 }), {
            hint: s.quorumHint,
          }),
        ]
      : []),
  ]
}

/** What is seldom changed. */
function restFields(model: RoundFormModel, { w }: Look): KnownBlock[] {
  const { roundForm: s } = w
  const { input, prizes, currency } = model
  const prizeChoices = [
    { value: NONE, text: s.noPrize },
    ...prizes.map((prize) => ({
      value: prize.id,
      text: [prizeTitle(prize, w), worth(prize.cost, currency, w)].filter(Boolean).join(' · '),
    })),
  ]
  const repetitions = [
    { value: NONE, text: s.repetitions.never },
    ...(['month', 'quarter'] as const).map((value) => ({ value, text: s.repetitions[value] })),
  ]
  return [
    field(fields.channel, s.channel, place(input.channel, s.channelPlaceholder), { hint: s.channelHint }),
    field(fields.prizeId, s.prize, select(prizeChoices, input.prizeId ?? NONE), {
      optional: true,
      hint: s.prizeHint,
    }),
    field(fields.repeats, s.repeats, radios(repetitions, input.repeats ?? NONE)),
    field(fields.restRounds, s.rest, textInput(input.restRounds, { max: 3 }), {
      optional: true,
      hint: s.restHint,
    }),
  ]
}
