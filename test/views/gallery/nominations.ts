import type { NominationOffer, OwnNomination } from '../../../src/domain/shown-rounds.ts'
import { nominationForm } from '../../../src/views/nomination-form.ts'
import {
  nominationInstead,
  nominationSent,
  nominationWithdrawn,
  nomineeNote,
} from '../../../src/views/nomination-notes.ts'
import { roundOpened, roundReminder } from '../../../src/views/round-posts.ts'
import { storyOwn } from '../../../src/views/story-own.ts'
import { aBallot, aJudged, aLongReason, aLongRound, aReason, many, someWords } from './ballots-cast.ts'
import { aFullLetter, aFullStory, aLongStory, aStory, bob, carol, erin, look } from './cast.ts'
import type { Examples } from './examples.ts'

const open = aBallot({ state: 'nominating' })
const { words: reason } = aReason()

export const anOffer = (more: Partial<NominationOffer> = {}): NominationOffer => ({
  rounds: [open],
  round: open,
  among: [],
  evidence: [],
  ...more,
})
const own: OwnNomination = {
  ...{ id: 'N1', nominee: bob, reason, quotable: true, criterion: 1 },
  evidence: [aStory()],
}
const longOpen = aLongRound({ state: 'nominating', groupIds: ['S1'], restRounds: 3 })
const prize = {
  ...{ id: 'P1', builtin: 'voucher' as const, kind: 'money' as const, revision: 1, hasPhoto: false },
  ...{ cost: { moneyMinor: 50_00, halfDays: 0 }, createdAt: '2026-10-01T09:00:00.000Z' },
}

export const nominationForms: Examples = {
  'from a command': () => nominationForm.render({ offer: anOffer() }, look),
  'from a card': () =>
    nominationForm.render({ offer: anOffer({ nominee: bob, story: aStory(), evidence: [aStory()] }) }, look),
  'from a card with several champions': () =>
    nominationForm.render({ offer: anOffer({ story: aFullStory(), among: [bob, erin, carol] }) }, look),
  'with several rounds': () =>
    nominationForm.render(
      {
        offer: anOffer({
          rounds: [open, aBallot({ id: 'R2', title: 'Helper of the quarter', criteria: ['Kind'] })],
        }),
      },
      look,
    ),
  'with one criterion': () =>
    nominationForm.render({ offer: anOffer({ round: { ...open, criteria: ['Kind'] } }) }, look),
  'about somebody whom one nominated before': () =>
    nominationForm.render(
      { offer: anOffer({ nominee: bob, own, evidence: [aStory(), aFullLetter()] }), version: 1 },
      look,
    ),
  'to mend one’s own': () =>
    nominationForm.render(
      { offer: anOffer({ nominee: bob, own, evidence: own.evidence }), isFixed: true },
      look,
    ),
  'with something masked': () =>
    nominationForm.render(
      {
        offer: anOffer({ nominee: bob }),
        typed: { reason: `${reason} Ask ✉ •••`, quotable: false, criterion: 0 },
        version: 1,
        isMasked: true,
      },
      look,
    ),
  'as long as it may be': () =>
    nominationForm.render(
      {
        offer: anOffer({
          rounds: Array.from({ length: 12 }, (_, n) => ({ ...longOpen, id: `R${n}` })),
          round: { ...longOpen, id: 'R0' },
          nominee: many(1)[0],
          among: many(10),
          own: { ...own, reason: aLongReason(1).words },
          evidence: Array.from({ length: 10 }, (_, n) => aLongStory(n)),
        }),
      },
      look,
    ),
}

const waits = (more: object = {}) => someWords({ round: aBallot({ state: 'closed', ...more }) })

export const nominationNotes: Examples = {
  'it is in': () => nominationSent({ nominationId: 'N1', nominee: bob, round: open, isChange: false }, look),
  'it is changed': () =>
    nominationSent({ nominationId: 'N1', nominee: bob, round: open, isChange: true }, look),
  'it is withdrawn': () => nominationWithdrawn(look),
  'instead of a prize': () =>
    nominationInstead(
      'Prizes are for managers to give. Carol can.',
      { storyId: aStory().id, title: open.title, names: ['Bob', 'Erin'] },
      look,
    ),
  'to a nominee': () => nomineeNote(waits(), look),
  'to a nominee of one colleague': () => nomineeNote({ ...waits(), reasons: [aReason()] }, look),
  'to a nominee, where judges decide': () => nomineeNote(waits({ decidedBy: 'judges' }), look),
  'to a nominee, where hosts decide': () => nomineeNote(waits({ decidedBy: 'host' }), look),
  'to a nominee, while it is decided': () => nomineeNote(waits({ state: 'voting' }), look),
  'to a nominee who stepped aside': () => nomineeNote({ ...waits(), steppedAside: true }, look),
  'to a nominee, decided': () => nomineeNote(waits({ state: 'decided' }), look),
  'to a nominee, cancelled': () => nomineeNote(waits({ state: 'cancelled' }), look),
  'to a nominee, without a champion': () => nomineeNote(waits({ state: 'unwon' }), look),
  'a letter’s menu asks which is meant': () => storyOwn(aStory().id, look),
}

const posted = (more: object, currency?: string) => roundOpened(aBallot(more), currency, look)

export const roundPosts: Examples = {
  'nominations are open': () => posted({ state: 'nominating' }),
  'open, with everything': () =>
    posted(
      {
        ...{ state: 'nominating', honours: 'Who went out of their way.', prize },
        ...{ groupIds: ['S1'], restRounds: 1 },
      },
      'GBP',
    ),
  'open, with a prize whose worth is not for everybody': () => posted({ state: 'nominating', prize }),
  'open, decided by judges': () => roundOpened(aJudged({ state: 'nominating' }), undefined, look),
  'open, decided by hosts': () => posted({ state: 'nominating', decidedBy: 'host' }),
  closed: () => posted({ state: 'closed' }),
  'closed, before judges': () => posted({ state: 'closed', decidedBy: 'judges' }),
  'closed, before hosts': () => posted({ state: 'closed', decidedBy: 'host' }),
  'votes are open': () => posted({ state: 'voting' }),
  'judges decide': () => posted({ state: 'voting', decidedBy: 'judges' }),
  'hosts decide': () => posted({ state: 'voting', decidedBy: 'host' }),
  'about a tie': () => posted({ state: 'tied' }),
  decided: () => posted({ state: 'decided', winners: [bob, carol] }),
  'without a champion': () => posted({ state: 'unwon' }),
  cancelled: () => posted({ state: 'cancelled' }),
  'as long as it may be': () => roundOpened({ ...longOpen, prize }, 'GBP', look),
  reminder: () => roundReminder(open, look),
  'reminder, once it is closed': () => roundReminder(aBallot({ state: 'closed' }), look),
}
