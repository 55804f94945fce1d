import type { ShownAward, ShownShare } from '../../../src/domain/shown-prizes.ts'
import {
  approvalNote,
  approvalReminder,
  approvedAnswer,
  decidedNote,
  waitingNote,
} from '../../../src/views/award-approval.ts'
import { awardCancelForm, awardDeclineForm, awardHandOverForm } from '../../../src/views/award-close-forms.ts'
import { notedAnswer } from '../../../src/views/award-noted.ts'
import {
  cancelledForChampion,
  cancelledForManager,
  prizesReminderNote,
  retractedNote,
  todoNote,
  uncreditedNote,
} from '../../../src/views/award-notes.ts'
import { prizesTodoList } from '../../../src/views/prizes-todo.ts'
import { aLongStory, alice, aStory, bob, carol, dave, erin, look } from './cast.ts'
import type { Examples } from './examples.ts'
import { anAward, aShare, bonus, handedOver, longReason, voucher } from './prizes-cast.ts'

const fifty = { moneyMinor: 50_00, halfDays: 0 }
const aFifty = (more: Partial<ShownShare> = {}): ShownShare => aShare({ ...fifty, ...more })
const aVoucher = (more: Partial<ShownAward> = {}): ShownAward =>
  anAward({ prize: voucher, shares: [aFifty()], ...more })
const isWaiting = { state: 'waiting' } as const

/** A voucher that waits for dave. */
export const aWaiting = (more: Partial<ShownAward> = {}): ShownAward =>
  aVoucher({ givenAt: undefined, approvers: [dave], shares: [aFifty(isWaiting)], ...more })
const two = [aFifty(isWaiting), aFifty({ ...isWaiting, person: erin })]
const retracted = aStory({ retracted: { by: alice, nobodyLeft: false } })
const ended = (by = dave, note?: string) => ({ by, at: '2026-11-20T16:00:00.000Z', note })
const approved = aVoucher({ shares: [aFifty({ approved: ended() })] })
const declined = aWaiting({
  approvers: [],
  shares: [aFifty({ state: 'declined', ended: ended(dave, 'A day off suits this better.') })],
})
const lapsed = aWaiting({
  approvers: [],
  shares: [aFifty({ state: 'lapsed', ended: { at: '2026-12-02T10:00:00.000Z' } })],
})
const takenBack = aWaiting({
  shares: [aFifty({ state: 'cancelled', ended: ended(carol, 'Another story.') })],
})

/** Everything as long as it may be, for ten people. */
export const aLongAward = (state: ShownShare['state']): ShownAward => {
  const story = aLongStory(7)
  return anAward({
    ...{ story, reason: longReason(7), isPrivate: true, givenAt: undefined, approvers: story.champions },
    prize: { ...bonus, name: 'x y '.repeat(15) },
    givenBy: story.champions[5] ?? carol,
    shares: story.champions.map((person, index) =>
      aFifty({
        person,
        state,
        hasLeft: index % 2 === 0,
        isUncredited: index % 3 === 0,
        ended: ended(person, longReason(index)),
      }),
    ),
  })
}

export const approvals: Examples = {
  'to an approver': () => approvalNote(aWaiting(), dave.id, look),
  'to who was asked and cannot decide any more': () => approvalNote(aWaiting(), alice.id, look),
  'to an approver, for two, privately': () =>
    approvalNote(aWaiting({ shares: two, isPrivate: true }), dave.id, look),
  'to an approver, for two who share': () =>
    approvalNote(
      aWaiting({ shares: two.map((share) => ({ ...share, moneyMinor: 25_00 })), split: 'shared' }),
      dave.id,
      look,
    ),
  'to an approver, the story taken back': () => approvalNote(aWaiting({ story: retracted }), dave.id, look),
  'to an approver, a champion gone, another not in the story any more': () =>
    approvalNote(
      aWaiting({
        shares: [
          aFifty({ ...isWaiting, hasLeft: true }),
          aFifty({ ...isWaiting, person: erin, isUncredited: true }),
        ],
      }),
      dave.id,
      look,
    ),
  'approved by the reader': () => approvalNote(approved, dave.id, look),
  'approved by somebody else': () => approvalNote(approved, alice.id, look),
  declined: () => approvalNote(declined, alice.id, look),
  lapsed: () => approvalNote(lapsed, dave.id, look),
  'taken back by the manager': () => approvalNote(takenBack, dave.id, look),
  'the answer to a press': () => approvedAnswer(approved, look),
  'a reminder': () => approvalReminder(aWaiting(), { why: 'waiting', readerId: dave.id }, look),
  'a reminder, since the story was taken back': () =>
    approvalReminder(aWaiting({ story: retracted }), { why: 'retracted', readerId: dave.id }, look),
  'a reminder that is settled': () => approvalReminder(approved, { why: 'waiting', readerId: dave.id }, look),
  'to the manager, waiting': () => waitingNote(aWaiting(), look),
  'to the manager, with nobody who could decide': () => waitingNote(aWaiting({ approvers: [] }), look),
  'to the manager, the story taken back': () => waitingNote(aWaiting({ story: retracted }), look),
  'to the manager, approved': () => decidedNote(approved, look),
  'to the manager, approved privately': () => decidedNote({ ...approved, isPrivate: true }, look),
  'to the manager, declined': () => decidedNote(declined, look),
  'to the manager, lapsed': () => decidedNote(lapsed, look),
  'to the manager, what waited and was approved': () => waitingNote(approved, look),
  'the form that declines': () => awardDeclineForm.render({ award: aWaiting() }, look),
  'as full as it gets': () => [
    approvalNote(aLongAward('waiting'), dave.id, look),
    approvalReminder(aLongAward('waiting'), { why: 'waiting', readerId: dave.id }, look),
    waitingNote(aLongAward('waiting'), look),
    decidedNote(aLongAward('declined'), look),
    awardDeclineForm.render({ award: aLongAward('waiting') }, look),
  ],
}

const aPair = (first: Partial<ShownShare> = {}, second: Partial<ShownShare> = {}) =>
  aVoucher({ shares: [aFifty(first), aFifty({ person: erin, ...second })] })
const done = { state: 'fulfilled', ended: { ...handedOver, note: 'Voucher 4711' } } as const
const cancelled = { state: 'cancelled', ended: ended(dave, 'The shop has closed.') } as const

const aGoneStory = aStory({ retracted: { by: alice, reason: 'It was another shop.', nobodyLeft: false } })

export const handingOver: Examples = {
  'a task': () => todoNote(aVoucher(), look),
  'a task for two, one of them done': () => todoNote(aPair(done), look),
  'a task for somebody who left': () => todoNote(aPair({}, { hasLeft: true }), look),
  'a private task': () => todoNote(aVoucher({ isPrivate: true }), look),
  'a task that is done': () => todoNote(aPair(done, done), look),
  'a task that is no more': () => todoNote(aVoucher({ shares: [aFifty(cancelled)] }), look),
  'one done, one cancelled': () => todoNote(aPair(done, cancelled), look),
  'cancelled, to the champion': () => cancelledForChampion(aPair(cancelled), bob.id, look),
  'cancelled, to the manager': () => cancelledForManager(aPair(cancelled), [bob.id], look),
  'cancelled while it waited, to the manager': () =>
    cancelledForManager(aVoucher({ givenAt: undefined, shares: [aFifty(cancelled)] }), [bob.id], look),
  'a champion is not in the story any more': () =>
    uncreditedNote(aVoucher(), { personId: bob.id, fulfillers: [dave, alice] }, look),
  'a champion is not in the story any more, while it waits': () =>
    uncreditedNote(aWaiting(), { personId: bob.id, fulfillers: [dave] }, look),
  'a champion took their name off': () =>
    uncreditedNote(
      aVoucher({ shares: [aFifty({ isUnnamed: true })] }),
      { personId: bob.id, fulfillers: [dave] },
      look,
    ),
  'a champion was not in the story any more': () =>
    uncreditedNote(aVoucher({ shares: [aFifty(done)] }), { personId: bob.id, fulfillers: [dave] }, look),
  'the story was taken back': () =>
    retractedNote(aVoucher({ story: aGoneStory }), { fulfillers: [dave, alice] }, look),
  'the story was taken back while its prize waits': () =>
    retractedNote(aWaiting({ story: aGoneStory }), { fulfillers: [dave] }, look),
  'the story was taken back after a prize was handed over': () =>
    retractedNote(aVoucher({ story: aGoneStory, shares: [aFifty(done)] }), { fulfillers: [dave] }, look),
  'the story was taken back, as nobody is left in it': () =>
    retractedNote(
      aVoucher({ story: aStory({ retracted: { by: bob, nobodyLeft: true } }) }),
      { fulfillers: [dave] },
      look,
    ),
  'the weekly reminder of one': () => prizesReminderNote(1, look),
  'the weekly reminder of several': () => prizesReminderNote(1234, look),
  'what was noted, to the champion': () => notedAnswer(aPair(done, cancelled), bob.id, look),
  'what was noted, to the manager': () => notedAnswer(aPair(done, cancelled), carol.id, look),
  'nothing was noted': () =>
    notedAnswer(aVoucher({ shares: [aFifty({ state: 'fulfilled', ended: handedOver })] }), bob.id, look),
  'not handed over yet': () => notedAnswer(aVoucher(), bob.id, look),
  'the form that hands it over': () => awardHandOverForm.render({ award: aVoucher(), from: 'message' }, look),
  'the form that hands it over to two': () =>
    awardHandOverForm.render({ award: aPair(), from: 'list' }, look),
  'the form that cancels it': () =>
    awardCancelForm.render({ award: aPair(), from: 'list', readerId: dave.id }, look),
  'the form that cancels it while it waits': () =>
    awardCancelForm.render({ award: aWaiting(), from: 'list', readerId: dave.id }, look),
  'the form with which a manager takes it back': () =>
    awardCancelForm.render({ award: aWaiting(), from: 'message', readerId: carol.id }, look),
  'as full as it gets': () => [
    todoNote(aLongAward('open'), look),
    todoNote(aLongAward('fulfilled'), look),
    cancelledForManager(aLongAward('cancelled'), [], look),
    notedAnswer(aLongAward('fulfilled'), carol.id, look),
    awardHandOverForm.render({ award: aLongAward('open'), from: 'list' }, look),
    awardCancelForm.render({ award: aLongAward('open'), from: 'list', readerId: dave.id }, look),
  ],
}

const nothing = { open: [], more: 0, ofLeavers: [], moreOfLeavers: 0, waiting: [], moreWaiting: 0 }
export const prizesTodos: Examples = {
  'nothing to do': () => prizesTodoList(nothing, look),
  'some of everything': () =>
    prizesTodoList(
      {
        ...nothing,
        open: [aPair(), anAward({ story: retracted, awardedOn: '2026-11-19' })],
        ofLeavers: [aVoucher({ shares: [aFifty({ hasLeft: true })] })],
        waiting: [aWaiting({ isPrivate: true }), aWaiting({ approvers: [] })],
      },
      look,
    ),
  'as full as it gets': () =>
    prizesTodoList(
      {
        ...{ more: 77, moreOfLeavers: 1, moreWaiting: 1234 },
        open: Array.from({ length: 20 }, () => aLongAward('open')),
        ofLeavers: Array.from({ length: 10 }, () => aLongAward('open')),
        waiting: Array.from({ length: 10 }, () => aLongAward('waiting')),
      },
      look,
    ),
}
