import type { Round } from '../../../src/domain/round.ts'
import { defaultPlan, inputOf } from '../../../src/domain/round-draft.ts'
import { locksOf } from '../../../src/domain/round-locks.ts'
import { defaultSettings } from '../../../src/domain/settings.ts'
import type {
  Examined,
  OwnRound,
  ShownDecision,
  ShownRound,
  ShownRounds,
} from '../../../src/domain/shown-rounds.ts'
import { type RoundFormModel, roundForm } from '../../../src/views/round-form.ts'
import {
  type Confirmed,
  examinedModal,
  roundConfirmForm,
  roundDecideForm,
  roundExamineForm,
} from '../../../src/views/round-host-forms.ts'
import { cancelledNote, decisionNote, examinedNote, unwonNote } from '../../../src/views/round-notes.ts'
import { roundsRoom } from '../../../src/views/rounds-room.ts'
import { aBallot, aFullReason, aReason } from './ballots-cast.ts'
import { alice, bob, carol, dave, erin, look } from './cast.ts'
import type { Examples } from './examples.ts'
import { catalogue } from './prizes.ts'

const settings = defaultSettings('Europe/London')
const long = (n: number) => 'W'.repeat(n)
const many = <T>(n: number, make: (index: number) => T): T[] =>
  Array.from({ length: n }, (_, index) => make(index))

const {
  zone: _zone,
  judges: _j,
  nominations: _n,
  nominees: _e,
  turnout: _t,
  winners: _w,
  ...stored
} = aBallot()
const aRound = (more: Partial<Round> = {}): Round =>
  ({
    ...stored,
    honours: 'Who went out of their way so that a customer was well looked after.',
    judgeIds: [],
    createdBy: dave.id,
    ...more,
  }) as Round

const blank: RoundFormModel = {
  reopen: false,
  inList: false,
  groups: [],
  input: {
    title: look.w.roundForm.nameExample('November 2026'),
    criteria: look.w.roundForm.criteriaExample.join('\n'),
    decidedBy: 'everybody',
    plan: defaultPlan('2026-11-02T09:00:00.000Z', settings),
    channel: 'CWOW',
    restRounds: '0',
  },
  locks: locksOf({ state: 'planned' }, false),
  prizes: [],
  currency: 'GBP',
  zone: 'Europe/London',
}
const changed = (
  round: Round,
  hasNominations = true,
  more: Partial<RoundFormModel> = {},
): RoundFormModel => ({
  ...blank,
  roundId: round.id,
  round,
  inList: true,
  input: inputOf(round, 'Europe/London'),
  locks: locksOf(round, hasNominations),
  prizes: catalogue,
  ...more,
})

export const roundForms: Examples = {
  'a new round': () => roundForm.render(blank, look),
  'a new one with judges': () =>
    roundForm.render({ ...blank, input: { ...blank.input, decidedBy: 'judges' } }, look),
  'a new one that hosts decide': () =>
    roundForm.render({ ...blank, input: { ...blank.input, decidedBy: 'host' } }, look),
  'one that is planned, for two departments, with a prize': () =>
    roundForm.render(
      changed(aRound({ state: 'planned', prizeId: 'P3', repeats: 'quarter' }), false, {
        groups: [
          { value: 'S1', text: '@sales (Sales)' },
          { value: 'S2', text: '@care (Customer care)' },
        ],
      }),
      look,
    ),
  'one that takes nominations': () => roundForm.render(changed(aRound({ state: 'nominating' })), look),
  'one whose nominations are opened again': () =>
    roundForm.render(changed(aRound({ state: 'nominating' }), true, { reopen: true }), look),
  'one that judges score': () =>
    roundForm.render(changed(aRound({ decidedBy: 'judges', judgeIds: [carol.id, dave.id] })), look),
  'whether it is cancelled': () => sure('cancel'),
  'whether one that is planned is cancelled': () => [
    sure('cancel', { state: 'planned' }),
    sure('cancel', { state: 'planned', repeats: 'month' }),
  ],
  'whether nominations close': () => sure('close'),
  'whether nominations close, with nobody in it': () => sure('close', { nominees: 0 }),
  'whether it repeats no more': () => sure('stop', {}, false),
  'who is the champion': () => roundDecideForm.render({ decision: aTie, inList: false }, look),
  'who is the champion, of a great many': () =>
    roundDecideForm.render({ decision: { ...aTie, nominees: crowd }, inList: true }, look),
  'why somebody looks': () =>
    roundExamineForm.render(
      {
        round: aBallot(),
        before: [{ by: carol, at: '2026-11-10T10:00:00.000Z', why: 'Two reasons read alike, word by word.' }],
        inList: true,
      },
      look,
    ),
}

const sure = (verb: Confirmed, more: Partial<ShownRound> = {}, inList = true) =>
  roundConfirmForm.render({ round: aBallot({ state: 'nominating', ...more }), verb, inList }, look)

const crowd = many(230, (n) => ({ person: { id: `U${n}`, name: `Person ${n}` }, reasons: [] }))

const own = (round: Partial<ShownRound>, more: Partial<OwnRound> = {}): OwnRound => ({
  round: aBallot({ id: `R-${round.state}-${round.decidedBy}`, ...round }),
  hasVoted: false,
  isJudge: false,
  nominated: [],
  ...more,
})
const nominated = [
  { nominationId: 'N1', nominee: bob },
  { nominationId: 'N2', nominee: erin },
]
const past: ShownRound[] = [
  aBallot({ id: 'R1', title: 'Customer Champion of October', state: 'decided', winners: [bob] }),
  aBallot({ id: 'R2', title: 'Promise keeper', state: 'decided', winners: [erin, carol] }),
]
const nothing: ShownRounds = { open: [], planned: [], past: [], mayRun: false }
const everyState: OwnRound[] = [
  own({ state: 'nominating', honours: 'Who kept a promise.', prize: catalogue[2] }, { nominated }),
  own({ state: 'closed', decidedBy: 'judges', judges: [carol, dave] }, { isJudge: true }),
  own({ state: 'voting', turnout: 1 }, { hasVoted: true }),
  own({ state: 'voting', decidedBy: 'judges', judges: [carol, dave], turnout: 1 }, { isJudge: true }),
  own({ state: 'voting', decidedBy: 'host' }),
  own({ state: 'short', turnout: 1, repeats: 'month' }),
  own({ state: 'tied' }),
]

export const roundsRooms: Examples = {
  'with nothing in it': () => roundsRoom(nothing, look),
  'with nothing in it, for a host': () => roundsRoom({ ...nothing, mayRun: true }, look),
  'for everybody': () => roundsRoom({ ...nothing, open: everyState, past }, look),
  'for a host': () =>
    roundsRoom(
      {
        open: everyState,
        planned: [aBallot({ state: 'planned', title: 'Champion of December', repeats: 'month' })],
        past: [
          ...past,
          aBallot({ id: 'R3', title: 'Nobody', state: 'unwon', nominations: 0 }),
          aBallot({ id: 'R4', title: 'A mistake', state: 'cancelled' }),
        ],
        mayRun: true,
      },
      look,
    ),
  'as full as it gets': () =>
    roundsRoom(
      {
        open: many(30, (n) =>
          own(
            { id: `R${n}`, title: long(100), honours: long(500), state: 'nominating' },
            {
              nominated: many(40, (m) => ({
                nominationId: `N${m}`,
                nominee: { id: `U${m}`, name: long(80) },
              })),
            },
          ),
        ),
        planned: many(30, (n) =>
          aBallot({ id: `P${n}`, title: long(100), state: 'planned', repeats: 'quarter' }),
        ),
        past: many(20, (n) =>
          aBallot({ id: `O${n}`, title: long(100), state: 'decided', winners: [bob, erin] }),
        ),
        mayRun: true,
      },
      look,
    ),
}

const aTie: ShownDecision = {
  round: aBallot({ state: 'tied' }),
  why: 'tie',
  nominees: [
    { person: bob, reasons: [aReason(), aFullReason()] },
    { person: erin, reasons: [aReason({ words: '<!channel> & *never* gave up\nat all, and found a way' })] },
  ],
  decideBy: '2026-11-25T17:00:00.000Z',
}
const choosing: ShownDecision = {
  ...aTie,
  round: aBallot({ decidedBy: 'host' }),
  why: 'choose',
  decideBy: undefined,
}
const short: ShownDecision = {
  ...aTie,
  round: aBallot({ state: 'short', quorum: 5, turnout: 2 }),
  why: 'short',
  nominees: [],
}
const settled = (
  decision: ShownDecision,
  state: ShownRound['state'],
  by = false,
  more: Partial<ShownRound> = { winners: [bob] },
) =>
  decisionNote(
    {
      ...decision,
      round: { ...decision.round, state, ...more },
      settled: { state, by: by ? dave : undefined },
    },
    alice.id,
    look,
  )

export const hostRoundNotes: Examples = {
  'a tie': () => decisionNote(aTie, dave.id, look),
  'a tie of which one is left': () =>
    decisionNote({ ...aTie, nominees: aTie.nominees.slice(0, 1) }, dave.id, look),
  'a tie, for a host who is in it': () => decisionNote(aTie, bob.id, look),
  'a tie that was decided': () => [
    settled(aTie, 'decided', true),
    decisionNote(
      {
        ...aTie,
        round: aBallot({ state: 'decided', winners: [bob] }),
        settled: { state: 'decided', by: dave },
      },
      dave.id,
      look,
    ),
  ],
  'a tie that is shared': () => settled(aTie, 'decided', false, { winners: [bob, erin] }),
  'for hosts to choose': () => decisionNote(choosing, dave.id, look),
  'for hosts to choose, with one nominee': () =>
    decisionNote({ ...choosing, nominees: aTie.nominees.slice(0, 1) }, dave.id, look),
  'chosen by one of them': () => settled(choosing, 'decided', true),
  'too few votes': () => decisionNote(short, dave.id, look),
  'no vote at all': () => decisionNote({ ...short, round: { ...short.round, turnout: 0 } }, dave.id, look),
  'too few judges': () =>
    decisionNote({ ...short, round: { ...short.round, decidedBy: 'judges', turnout: 1 } }, dave.id, look),
  'too few votes, and what followed': () => [
    settled(short, 'voting', true),
    settled(short, 'decided', true),
    settled(short, 'decided'),
    settled(short, 'tied', true),
    settled(short, 'unwon', true),
    settled(short, 'unwon'),
    settled(short, 'cancelled', true),
  ],
  'without a champion': () =>
    ['no-nominations', 'nobody-left', 'too-few', 'missed', undefined].map((why) =>
      unwonNote(aBallot(), why, look),
    ),
  'cancelled, for who nominated': () => [
    cancelledNote(aBallot(), [bob, erin], look),
    cancelledNote(aBallot(), [], look),
  ],
  'that somebody looked': () => examinedNote(aBallot(), dave, 'One of the reasons\nseems made up.', look),
  'a tie as long as it may be': () => longTie(40, 60),
  'a tie of many as long as it may be': () => longTie(2, 1_500),
}

const longTie = (people: number, reasons: number) =>
  decisionNote(
    {
      ...aTie,
      round: aBallot({ title: long(100), state: 'tied' }),
      nominees: many(people, (n) => ({
        person: { id: `U${n}`, name: long(80) },
        reasons: many(reasons, () => aFullReason({ words: 'word '.repeat(300), criterion: long(75) })),
      })),
    },
    dave.id,
    look,
  )

const examined: Examined = {
  examinationId: 'E1',
  round: aBallot(),
  nominations: [
    { nominee: bob, nominator: alice, reason: aReason().words, madeAt: '2026-11-03T09:00:00.000Z' },
    { nominee: bob, nominator: carol, reason: '<!here> he is\ngreat', madeAt: '2026-11-04T09:00:00.000Z' },
    { nominee: erin, nominator: alice, reason: aReason().words, madeAt: '2026-11-05T09:00:00.000Z' },
  ],
  page: 0,
  pages: 1,
}

export const examinations: Examples = {
  'who nominated whom': () => examinedModal(examined, look),
  'nobody nominated anybody': () => examinedModal({ ...examined, nominations: [] }, look),
  'a page among others': () => examinedModal({ ...examined, page: 1, pages: 3 }, look),
  'as full as it gets': () =>
    examinedModal(
      {
        ...examined,
        nominations: many(20, (n) => ({
          nominee: { id: `U${n}`, name: long(80) },
          nominator: { id: `V${n}`, name: long(80) },
          reason: long(1_500),
          madeAt: '2026-11-03T09:00:00.000Z',
        })),
      },
      look,
    ),
}
